"""Deficits and surpluses that get worse or better, where a rise of one is a fall of the other, and those that grow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import in_order, without_spans
from assistant.types import Mention

_SIGNED = frozenset({"measures:deficit", "measures:surplus", "measures:balance"})
_RISE, _FALL = ("operations:rise", "operations:growth"), ("operations:fall", "operations:growth")
_MOVED = (
    *(("worsening", _RISE, _FALL), ("bettering", _FALL, _RISE)),
    *(("got_bigger", _RISE, _RISE), ("got_smaller", _FALL, _FALL)),
)
_SIZED = frozenset({"measures:deficit", "measures:surplus"})


def worsened(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with "got worse" beside a deficit as its rise, the other way for a surplus; "got bigger" of both."""
    measures = {c for m in mentions for c in m.candidates} & _SIGNED
    plain = fold(text)
    if match := language.said(plain, "lists", "got_either"):  # "become bigger or smaller": whichever it did
        return _said(text, mentions, unknown, match, ("operations:growth",))
    if len(measures) != 1:
        return tuple(mentions), unknown
    for name, of_deficit, of_surplus in _MOVED if measures & _SIZED and not _is_held(plain, language) else _MOVED[:2]:
        if match := language.said(plain, "lists", name):
            codes = of_deficit if measures == {"measures:deficit"} else of_surplus
            return _said(text, mentions, unknown, match, codes)
    return tuple(mentions), unknown


def _is_held(text: str, language: Language) -> bool:
    """Whether something is held against another: "did the deficit with A get bigger than that with B?"."""
    return language.said(text, "comparatives", "than") is not None


def _said(
    text: str, mentions: Sequence[Mention], unknown: Codes, match: re.Match[str], codes: tuple[str, ...]
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with what a match names in place of those that it covers."""
    kept, unknown = without_spans(text, mentions, unknown, match.span())
    return in_order([*kept, Mention("operations", *match.span(), match[0], codes)]), unknown


__all__ = ["worsened"]
