"""Goods that were said to be those of a code, named again: "toys, chapter 95", then "the duty on those toys"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import Language
from assistant.lexicon.tokens import fold, phrase
from assistant.store.nomenclature import Nomenclature
from assistant.types import Mention


def as_said(
    text: str, mentions: Sequence[Mention], dialogue: Dialogue, names: Nomenclature, language: Language
) -> tuple[Mention, ...]:
    """The mentions with such goods as the code that they were said to be, which is wider than their name alone.

    They were named beside the code as it is written, or the title of what was asked has their name: "those toys".
    What points back by a name of more is of that code as well: after knitted clothes, "the same clothes".
    """
    last = dialogue.last.slots if dialogue.last is not None else None
    codes = last.filters.get("product", ()) if last is not None else ()
    if len(codes) != 1 or any(m.kind == "product" and _is_code(m) for m in mentions):
        return tuple(mentions)
    titled = _stems(" ".join(names.title("product", part) for part in codes[0].split(";")))
    before = [turn for turn in dialogue.turns if _writes(turn, codes[0])]
    return tuple(
        replace(m, candidates=(f"product:{codes[0]}",))
        if _is_narrower(m, codes[0])
        and (any(_stems(m.text) <= _stems(turn.text) for turn in before) or _points(text, m, language, titled))
        or _is_wider(m, codes[0])
        and _is_pointed(text, m, language)
        else m
        for m in mentions
    )


def _is_code(mention: Mention) -> bool:
    return any(char.isdigit() for char in mention.text)


def _is_narrower(mention: Mention, code: str) -> bool:
    """Whether a name is of what the code holds, and of less."""
    named = {part for c in mention.candidates for part in c.removeprefix("product:").split(";")}
    return mention.kind == "product" and named != {code} and all(part.startswith(code) for part in named)


def _writes(turn: Turn, code: str) -> bool:
    """Whether a turn asked for the goods of a code that its message gives in digits."""
    told = turn.slots is not None and code in turn.slots.filters.get("product", ())
    return told and re.search(rf"(?<!\d)0?{code.removeprefix('0')}(?!\d)", turn.text) is not None


def _is_wider(mention: Mention, code: str) -> bool:
    """Whether a name is of what holds the code, and of more."""
    named = {tuple(c.removeprefix("product:").split(";")) for c in mention.candidates if c.startswith("product:")}
    said = {*code.split(";")}
    return mention.kind == "product" and any(
        {*parts} != said and all(part.startswith(parts) for part in said) for parts in named
    )


def _points(text: str, mention: Mention, language: Language, titled: frozenset[str]) -> bool:
    """Whether the word before points at what was spoken of, and the title of that has the name."""
    return _is_pointed(text, mention, language) and _stems(mention.text) <= titled


def _is_pointed(text: str, mention: Mention, language: Language) -> bool:
    led = fold(text[: mention.start]).split()[-1:]
    return bool(led) and led[0] in language.forms("held", "those_goods")


def _stems(text: str) -> frozenset[str]:
    """The words of a text, in either number."""
    return frozenset(word.removesuffix("s") for word in phrase(text))


__all__ = ["as_said"]
