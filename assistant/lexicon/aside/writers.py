"""Who the writer is: an age is no count, and a trade named in a sentence of its own narrows no figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, sentences
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.words.wordings import without_spans
from assistant.types import Mention

_AGE = re.compile(
    r"\b(?:i'?m|i am|aged|edad de|tengo)\s+\d{1,2}\b"
    r"(?!\s*(?:%|per|mil|bil|bn|mon|qua|week|semanas|meses|peso|dol))"
    r"(?:\s*(?:years?|yrs?|anos))?(?:\s+old)?"
    r"|\b\d{1,2}[-\s]?(?:(?:years?|yrs?)[-\s]?old|y/?o)\b|\b\d{1,2}\s+anos\s+de\s+edad\b"
)
_THINGS = ("product:", "modes:", "unsupported:")
_TOWNS = ("unsupported:cities", "unsupported:provinces")
_PLACES = ("place:", "region:", "port:")
"""Where the writer is may be what the question points back to: "that state"."""
_ASKED = ("measures:", "operations:", "period:", "keys:", "verbs:sell", "verbs:buy")
_OWNERS = ("region:", "place:USA", "home:")
_FLOWS = ("measures:", "verbs:", "prepositions:from", "prepositions:to")


def without_writers(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without ages of the writer and trades of the writer: "Oil and gas guys here."."""
    spans = [*_ages(text), *_trades(text, mentions, language)]
    if not spans:
        return tuple(mentions), unknown
    kept, unknown = without_spans(text, mentions, unknown, *spans)
    return tuple(m for m in mentions if m in kept or _is_place(m)), unknown


def _ages(text: str) -> list[tuple[int, int]]:
    """Where the writer's age stands: "I'm 17", "a 45-year-old trucker"."""
    return [match.span() for match in _AGE.finditer(fold(text))]


def _trades(text: str, mentions: Sequence[Mention], language: Language) -> list[tuple[int, int]]:
    """The sentences before the question in which writers only say what they live on, and which it does not lean on."""
    found = [
        span
        for span in sentences(text)[:-1]
        if _is_trade(text, span, mentions, language) or _is_where(text, span, mentions, language)
    ]
    rest = found[-1][1] if found else 0
    return found if found and _stands_alone(text[rest:], [m for m in mentions if m.start >= rest], language) else []


def _is_trade(text: str, span: tuple[int, int], mentions: Sequence[Mention], language: Language) -> bool:
    said = {t.word for t in tokenised(text[span[0] : span[1]])}
    trades, wanting, narrowing = (language.forms("lists", name) for name in ("writers_trade", "wanting", "narrowing"))
    wanting |= language.forms("adjuncts", "wants")
    inside = [m for m in mentions if span[0] <= m.start < span[1]]
    asks = any(c.startswith(_ASKED) for m in inside for c in m.candidates)
    named = any(c.startswith(_THINGS) for m in inside for c in m.candidates)
    asked = text[span[0] : span[1]].rstrip().endswith("?")
    return named and bool(said & trades) and not asks and not asked and not said & (wanting | narrowing)


def _is_where(text: str, span: tuple[int, int], mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a sentence only says where its writers are or what they report on: "I cover the Midwest.".

    Whose trade it is has to be named behind it, for else the town may be meant.
    """
    said = {t.word for t in tokenised(text[span[0] : span[1]])}
    own, at, wanting = (language.forms("lists", name) for name in ("first_person", "writers_place", "wanting"))
    inside = {c for m in mentions if span[0] <= m.start < span[1] for c in m.candidates}
    town = any(c in _TOWNS for c in inside) and not any(c.startswith((*_ASKED, "product:")) for c in inside)
    owned = any(c.startswith(_OWNERS) for m in mentions if m.start >= span[1] for c in m.candidates)
    return (
        town and owned and bool(said & own and said & at) and not said & wanting and "?" not in text[span[0] : span[1]]
    )


def _is_place(mention: Mention) -> bool:
    return all(c.startswith(_PLACES) for c in mention.candidates)


def _stands_alone(text: str, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a question names its flow and a place and does not point back: "how much of them did we import"."""
    back = language.forms("lists", "pointing_back")
    codes = {c for m in mentions for c in m.candidates}
    flow, place = any(c.startswith(_FLOWS) for c in codes), any(c.startswith(_PLACES[0]) for c in codes)
    return flow and place and not back & {t.word for t in tokenised(text)}


__all__ = ["without_writers"]
