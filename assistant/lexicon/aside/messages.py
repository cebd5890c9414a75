"""Messages that say nothing of trade themselves: a thanks, a wish for another language, a bare "why?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from assistant.languages.language import Language
from assistant.lexicon.aside.scaled import scale_forms
from assistant.lexicon.tokens import phrase

BARE = "message:bare"
"""What marks a question that has no words of its own: "why?", "since when?"."""
AFTER = "message:after"
"""What marks such a question after a figure, of which it is asked."""
AGAIN = ("tongue", "quote")
"""Kinds that ask for the answer before once more."""
BASES = ("goods", "nominal", "official", "where", "revised", "doubt")
"""Kinds that ask for the basis of the answer before."""
BARES = ("why", "since", "bare")
"""Kinds of questions without words of their own."""
TOLD = ("welcome", "hello", "judged", "download", "tongue", "no_services", "receipt", "maker")
"""Kinds that one sentence answers, whatever was said before."""
_MOST = 12
"""Words; a longer message says something of its own."""
_KEPT = 256
"""Messages whose kind is kept: several steps ask for that of one."""
_BLANK = re.compile(r"\\\{(\w+)\\\}")
_NUMBER = r"[$€]?[\d.,]+%?"
_UNIT = "\ue000"
"""Stands for a scale of money that a message names."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of message, the words of its forms, and the pattern of a whole one, which is long and seldom needed."""

    name: str
    words: frozenset[str]
    pattern: str

    def says(self, heard: Iterable[str]) -> bool:
        """Whether a message is one or more forms of the kind, with what may stand around them."""
        able = [told for told in heard if all(word in self.words or not word.isalpha() for word in told.split())]
        found = (_compiled(self.pattern).fullmatch(f"{told} ") for told in able)
        return any(match is not None and match["said"] is not None for match in found)


@lru_cache(maxsize=_KEPT)
def message(text: str, language: Language) -> str:
    """What kind of message the whole text is, as `[messages]` names it; "" where it says anything else.

    >>> from assistant.languages.language import load
    >>> [message(text, load("en")) for text in ("great, got it", "in Spanish please", "great exports", "since when?")]
    ['welcome', 'tongue', '', 'since']
    """
    told = phrase(text)
    if not 0 < len(told) <= _MOST:
        return ""
    spoken = " ".join(told)
    heard = {spoken, _scaled(language).sub(_UNIT, spoken)}
    return next((kind.name for kind in _kinds(language) if kind.says(heard)), "")


def tongue(text: str, language: Language) -> str:
    """The code of the language that a message asks for; "" where it names none.

    >>> from assistant.languages.language import load
    >>> tongue("in Spanish please", load("en"))
    'es'
    """
    named = language.section("messages").get("tongues", {})
    told = {*phrase(text)}
    return next((code for code, names in named.items() if any(told.issuperset(phrase(name)) for name in names)), "")


def meant(kind: str, language: Language) -> str:
    """The plain question that every message of a kind asks; "" where it is no one question."""
    asked: str = language.section("messages").get("meant", {}).get(kind, "")
    return asked


@cache
def _kinds(language: Language) -> tuple[_Kind, ...]:
    """The kinds with what a whole message of each is like."""
    section = language.section("messages")
    filling = {**section.get("blanks", {}), "tongue": _named(section)}
    blanks = {name: _any(texts, {}) for name, texts in filling.items()} | {"n": _NUMBER, "unit": _UNIT}
    around = section.get("around", [])
    shared = _words([*around, *(text for texts in filling.values() for text in texts)])
    kinds = {kind: [_with_unit(text, language) for text in texts] for kind, texts in section.get("kinds", {}).items()}
    return tuple(
        _Kind(kind, shared | _words(texts), _whole(_any(texts, blanks), _any(around, {})))
        for kind, texts in kinds.items()
    )


def _with_unit(text: str, language: Language) -> str:
    """A form of a message with a scale as one sign, where it has room for another: "not in billions {unit}"."""
    return _scaled(language).sub(_UNIT, text) if "{unit}" in text else text


@cache
def _scaled(language: Language) -> re.Pattern[str]:
    """What names a scale of money: one sign stands for it, as there are hundreds of ways to say it."""
    return re.compile(rf"(?<!\w){_any(scale_forms(language), {})}(?!\w)")


def _named(section: Mapping[str, Any]) -> list[str]:
    return [name for names in section.get("tongues", {}).values() for name in names]


def _any(texts: list[str], blanks: Mapping[str, str]) -> str:
    """A group that matches any of the texts, their blanks filled."""
    forms = sorted({re.escape(_spoken(text)) for text in texts}, key=lambda form: (-len(form), form))
    return _BLANK.sub(lambda m: blanks[m[1]], f"(?:{'|'.join(forms)})") if forms else "(?!)"


def _spoken(text: str) -> str:
    """The words of a form, its blanks as they are."""
    return " ".join(part if part.startswith(("{", _UNIT)) else " ".join(phrase(part)) for part in text.split())


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _spoken(text).split())


def _whole(form: str, around: str) -> str:
    return rf"(?:(?:(?P<said>{form})|{around}) )+"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


__all__ = ["AFTER", "AGAIN", "BARE", "BARES", "BASES", "TOLD", "meant", "message", "tongue"]
