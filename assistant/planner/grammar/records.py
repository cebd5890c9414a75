"""Whether a period was the highest or lowest there has been: its place among all periods of its length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import Period
from assistant.planner.grammar.steps import Plan, ref, untimed
from assistant.planner.grammar.times import ALL
from assistant.store.selection import is_closed

_RANKED = frozenset({"year", "quarter", "month"})
_ENDS = {"top": "desc", "bottom": "asc", "exceed": "desc", "trail": "asc"}
_SAID = frozenset({*_ENDS, "peak", "polar", "implied", "best", "when_peak", "of_year", "otherwise"})
_HELD = frozenset({"exceed", "trail"})
_RATES = frozenset({"share", "growth", "rise"})
"""What the figure may be instead of a value: "was that its highest share ever?"."""
_MOST = 1000
"""More than the months of any table."""


def _named(slots: Slots) -> list[str]:
    """The one closed year or month that is spoken of, then the time that holds it where one is named; [] where none."""
    named = sorted((period for period in slots.periods if period not in ALL), key=_length)
    single = bool(named) and len(named) < 3 and is_closed(named[0]) and "/" not in named[0]
    single = single and Period.parse(named[0]).grain in _RANKED
    return named if single and all(_holds(span, named[0]) for span in named[1:]) else []


def _length(period: str) -> tuple[bool, int]:
    """What puts ranges last, and of two times the year before the month: "2024" is longer than "2024-10"."""
    return "/" in period, -len(period)


def _holds(span: str, period: str) -> bool:
    """Whether a time reaches over the period: "since 1990", "between 1990 and 2020", "in 2024", "up to 2024"."""
    first, joined, last = span.partition("/")
    if not first:
        return Period.parse(period).last <= Period.parse(last).last
    whole = f"{first}/{last or period}" if joined else span
    return first[:1].isdigit() and Period.parse(whole).covers(Period.parse(period))


def is_record(slots: Slots) -> bool:
    """Whether it is asked if one year or month is the highest or lowest of its series: "was 2024 a record since 1990?".

    One that is higher than others is one among them only where the time of these is named: "than any year since 1990".
    """
    ends, done = set(_ENDS) & slots.operations, slots.operations
    named = _named(slots) if "polar" in done and done <= _SAID | _RATES and len(ends) == 1 else []
    single = all(len(codes) < 2 for codes in (slots.partner, slots.measures, *slots.filters.values()))
    grain = Period.parse(named[0]).grain if named else ""
    timed = "when_peak" in slots.operations or set(slots.keys) <= {grain}
    held = not ends & _HELD or len(named) == 2 and grain in slots.keys
    plain = not untimed(slots.keys) and not (slots.condition or slots.number)
    return bool(named) and single and timed and held and plain


def record(made: Plan, slots: Slots, rows_of: Callable[[Plan, Slots], str]) -> None:
    """All periods of the length in order, and the place of the one that is asked about."""
    period, *spans = _named(slots)
    of_year = [period[: len("2024")]] if "of_year" in slots.operations else []  # "was October the best month of 2024"
    stretch, done = ((of_year or spans or ["sound"])[0],), slots.operations & _RATES - {"rise"}
    rows = rows_of(made, replace(slots, periods=stretch, keys=(Period.parse(period).grain,), operations=done))
    order = next(_ENDS[end] for end in _ENDS if end in slots.operations)
    ranked = made.add("rank", of=ref(rows), n=_MOST, order="asc" if order == "asc" else None)
    made.add("position", of=ref(ranked), code=period, within=1, order="asc" if order == "asc" else None)


__all__ = ["is_record", "record"]
