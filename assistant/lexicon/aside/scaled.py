"""The scale that a message wants its figures in: "in millions", "in thousands of dollars", "to the dollar"."""

from __future__ import annotations

from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.tokens import phrase


def scale(text: str, language: Language) -> str:
    """The name of the scale that a message asks for, "one" for whole units; "" where it asks for none.

    >>> from assistant.languages.language import load
    >>> [scale(text, load("en")) for text in ("exports in 2022 in millions", "to the dollar", "over 5 million")]
    ['million', 'one', '']
    """
    told = f" {' '.join(phrase(text))} "
    found = [(told.rfind(said), len(said), name) for name, said in _said(language) if said in told]
    return max(found, default=(0, 0, ""))[2]


def scale_forms(language: Language) -> list[str]:
    """All that names a scale in the language."""
    return [text for texts in language.section("scaled").values() for text in texts]


@cache
def _said(language: Language) -> tuple[tuple[str, str], ...]:
    section = language.section("scaled")
    return tuple((name, f" {' '.join(phrase(text))} ") for name, texts in section.items() for text in texts)


__all__ = ["scale", "scale_forms"]
