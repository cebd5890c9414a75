"""The order that things are to be told in: "strongest to weakest", "lowest first", "descending"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

_HIGH, _LOW = frozenset({"operations:top", "operations:best"}), frozenset({"operations:bottom", "operations:worst"})
_FROM = frozenset({"prepositions:from", "prepositions:of"})
_ORDERED = "operations:ordered"
_APART = frozenset(f"operations:{name}" for name in ("difference", "fall", "rise", "growth", "change", "spread"))
"""What runs from one end to the other: "the drop from the highest to the lowest month"."""


def from_end_to_end(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with two opposite superlatives that "to" joins as one order, which starts at the first of them."""
    if any(_APART & {*m.candidates} for m in mentions):
        return tuple(mentions)
    for at in range(len(mentions) - 2):
        first, to, last = mentions[at : at + 3]
        leads = "prepositions:to" in to.candidates and not _said_between(text, to, last, language)
        if leads and not text[first.end : to.start].strip() and _are_opposite(first, last):
            start = at - 1 if at and _is_led(text, mentions[at - 1], first, language) else at
            return (*mentions[:start], _as_order(text, first, last), *mentions[at + 3 :])
    return tuple(mentions)


def _are_opposite(first: Mention, last: Mention) -> bool:
    ends = {*first.candidates}, {*last.candidates}
    return any(one & ends[0] and other & ends[1] for one, other in ((_HIGH, _LOW), (_LOW, _HIGH)))


def _is_led(text: str, before: Mention, first: Mention, language: Language) -> bool:
    """Whether "from" stands right before the first end: "from strongest to weakest"."""
    return bool(_FROM & {*before.candidates}) and not _said_between(text, before, first, language)


def _said_between(text: str, left: Mention, right: Mention, language: Language) -> bool:
    said = {token.word for token in words(fold(text[left.end : right.start]))}
    return bool(said - language.forms("lists", "articles"))


def _as_order(text: str, first: Mention, last: Mention) -> Mention:
    start = tuple(code for code in first.candidates if code in _HIGH | _LOW)
    return Mention("operations", first.start, last.end, text[first.start : last.end], (_ORDERED, *start))


__all__ = ["from_end_to_end"]
