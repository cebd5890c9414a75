"""Whether the figure that was told is the highest or lowest of all: "is that a record?", "the lowest since 2000?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.dialogue.turns import Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.periods import TIMES, Period
from assistant.store.selection import is_closed

_ENDS = frozenset({"top", "bottom"})
_CLAIM = frozenset({*_ENDS, "polar", "peak", "best", "worst", "when_peak", "calendar"})
_PACES = {"fastest": "top", "slowest": "bottom"}
_LAST = re.compile(r"last:(\d+):year")
_DONE = frozenset({"share", "growth", "rise", "fall", "change"})
"""What the figure may be the outcome of; a record of it is one of shares or growths, and not of the values."""


def recorded(slots: Slots, question: Question, turn: Turn) -> Slots:
    """The slots with the time that was told beside the times that it is to be the highest or lowest of."""
    asked, told, slots = question.slots, _told(turn), _of_pace(slots, turn)
    meant = "dialogue:that" in question.about or not (asked.places or asked.measures)  # "¿es la más alta de todas?"
    if not told or told.grain not in TIMES or not (meant and _claims(slots, asked, told)):
        return slots
    span = _span(question, told)
    done = (turn.slots.operations & _DONE) if turn.slots is not None else frozenset()
    kept = slots.operations - {"when_peak", "calendar"} | done
    return replace(slots, periods=(str(told), *((span,) if span else ())), keys=(told.grain,), operations=kept)


def _of_pace(slots: Slots, turn: Turn) -> Slots:
    """The fastest growth as the highest, after one that was told: "was that the fastest since 2010?"."""
    grown = turn.slots is not None and "growth" in turn.slots.operations
    paces = [end for pace, end in _PACES.items() if pace in slots.operations]
    if not grown or len(paces) != 1 or "polar" not in slots.operations:
        return slots
    return replace(slots, operations=slots.operations - {*_PACES, "growth"} | {*paces})


def _told(turn: Turn) -> Period | None:
    """The one time that was found, else that of the figure."""
    dimension, codes = turn.ranked
    found = codes[0] if dimension in TIMES and len(codes) == 1 else turn.period
    return Period.parse(found) if found and is_closed(found) else None


def _claims(slots: Slots, asked: Slots, told: Period) -> bool:
    """Whether it is asked if one time is the highest or lowest among all of its length, or of a stretch it is in."""
    done, ends = slots.operations, slots.operations & _ENDS  # the "best" deficit has a direction by now
    named = asked.filters or asked.condition or asked.number or asked.ordinal or asked.without
    named = named or any(is_closed(period) and "/" not in period for period in asked.periods if period != str(told))
    plain = {*asked.keys} <= {told.grain} or "when_peak" in done
    return len(ends) == 1 and "polar" in done and done <= _CLAIM and plain and not named


def _span(question: Question, told: Period) -> str:
    """The stretch that is named, or the year that is pointed at; "" where all there is is meant."""
    named: Codes = tuple(period for period in question.slots.periods if period != "ever")
    year = "dialogue:that_time" in question.about or "calendar" in {*_said(question)}
    if not named and year and told.grain == "month":
        return str(Period.year(told.last // 12))
    last = _LAST.fullmatch(named[0]) if len(named) == 1 and told.grain == "year" else None
    if last:
        return f"{told.shift(12 - 12 * int(last[1]))}/{told}"
    return named[0] if len(named) == 1 and named[0] != str(told) else ""


def _said(question: Question) -> Codes:
    """The operations that the words name, before they are put right: "month of the year"."""
    return tuple(c.removeprefix("operations:") for m in question.mentions for c in m.candidates)


__all__ = ["recorded"]
