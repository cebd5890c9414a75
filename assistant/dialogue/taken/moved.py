"""The last question at another time: the next span, the month after, a month of the same year, its half."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.dialogue.heard.saying import says
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.when.times import counted
from assistant.periods import LENGTHS, TIMES, Period
from assistant.store.selection import is_closed

_PARTS = {3: "quarter", 6: "half"}
_HELD = frozenset({"compare", "growth", "change", "difference", "exceed", "trail", "rise", "fall", "ratio"})


def moved(old: Slots, turn: Turn, number: int, way: int) -> Slots | None:
    """The same over the next or the last span of the same length, or over so many units before or after it."""
    if turn.period is None or len(old.periods) > 1 or turn.ranked[1] and turn.ranked[0] not in TIMES:
        return None
    base = Period.parse(turn.period)
    period = _beside(base, number, way)
    return replace(old, periods=(str(period),))


def _beside(base: Period, number: int, way: int) -> Period:
    unit = LENGTHS.get(base.grain, 1 if base.months % 12 else 12)
    length = base.months if number in (0, base.months, base.months // 12) else number * unit
    first = base.last + 1 if way > 0 else base.first - length
    return Period(first, first + length - 1)


def following(old: Slots, turn: Turn, months: int) -> Slots | None:
    """The same in the month, quarter or year after; of a shorter time, the same one so much later."""
    if turn.period is None or len(old.periods) > 1:
        return None
    base = Period.parse(turn.period)
    later = base.shift(months) if months > base.months else Period(base.last + 1, base.last + months)
    return replace(old, periods=(str(later),))


def onwards(old: Slots, turn: Turn, months: int) -> Slots | None:
    """The same over so many months after: "the next five years"."""
    if turn.period is None or len(old.periods) > 1 or not months:
        return None
    base = Period.parse(turn.period)
    return replace(old, periods=(str(Period(base.last + 1, base.last + months)),))


def in_month(old: Slots, turn: Turn, month: int) -> Slots | None:
    """The same in a month of the year that was spoken of, or of both years: "actually just March"."""
    if both := _same_part(f"month:{month}", old, Slots(), old):
        return replace(old, periods=both)
    if turn.period is None or len(old.periods) > 1 or "month" in old.keys:
        return None
    base = Period.parse(turn.period)
    one_year = base.first // 12 == base.last // 12
    return replace(old, periods=(str(Period.month(base.last // 12, month)),)) if one_year else None


def in_part(old: Slots, turn: Turn, months: int) -> Slots | None:
    """The same over the quarter or half year that holds the earlier, shorter time: "whole quarter", "the half"."""
    if turn.period is None or len(old.periods) > 1 or old.operations or old.keys:
        return None
    base = Period.parse(turn.period)
    first = base.first - base.first % months
    inside = base.months < months and base.last < first + months
    return replace(old, periods=(str(Period(first, first + months - 1)),)) if inside else None


def nth_part(question: Question, dialogue: Dialogue) -> Question:
    """The question of a later part of the year spoken of: "and the second?" after its first half or quarter."""
    turn, new = dialogue.last, question.slots
    named = new.places or new.filters or new.periods or new.keys or new.number or new.operations or question.unknown
    ranked = any(one.slots is not None and one.slots.keys and one.ranked[1] for one in dialogue.turns)
    if turn is None or turn.period is None or named or ranked or new.ordinal is None:
        return question
    base = Period.parse(turn.period)
    before = {one.period for one in dialogue.turns if one.period and Period.parse(one.period).months == base.months}
    unit = _PARTS.get(base.months, "") if base.first % base.months == 0 else ""
    told = 1 < len(before) and new.ordinal <= len(before)  # the second of two quarters spoken of
    if not unit or told or new.ordinal > 12 // base.months:
        return question
    about = question.about - {"dialogue:that"} | {"dialogue:and"}
    return replace(question, slots=replace(new, ordinal=None, periods=(f"{unit}:{new.ordinal}",)), about=about)


def to_that_month(period: str, base: Period | None, question: Question) -> str:
    """The year up to the month spoken of, where "year to date" follows it; any other period as it is."""
    bare = period == "this-year" and says(question, "to_date")
    single = base is not None and base.grain in ("month", "quarter")
    return str(Period(base.last // 12 * 12, base.last)) if bare and single and base is not None else period


def at_its_edge(period: str, base: Period | None, question: Question) -> str:
    """The first or last months of a time that is no year: after a half year, "its last two months"; else as it is."""
    kind, _, edges = period.partition(":")
    first, _, last = edges.partition("-")
    its = says(question, "its_edge") and kind == "month" and last
    months = int(last) - int(first) + 1 if its else 0
    if base is None or base.grain == "year" or not 0 < months < base.months:
        return period
    start = base.first if first == "1" else base.last - months + 1
    return str(Period(start, start + months - 1))


def moved_all(slots: Slots, asked: Slots, old: Slots) -> Codes:
    """Where "the year before" several times is: months of one year in that year, else the year before the first."""
    moved_by = asked.periods[0] if len(asked.periods) == 1 else ""
    kind, _, number = moved_by.partition(":")
    if parts := _same_part(moved_by, slots, asked, old):
        return parts
    by_years = kind == "same" or kind in ("prev", "next") and int(number) % 12 == 0
    if not by_years or len(old.periods) < 2 or not all(map(is_closed, old.periods)):
        return ()
    bases = sorted((Period.parse(period) for period in old.periods), key=lambda base: base.first)
    if _are_of_one_year(bases):
        return tuple(counted(moved_by, base) for base in bases)
    alone = kind != "same" and not slots.operations
    return (counted(moved_by, bases[0 if kind == "prev" else -1]),) if alone else ()


def _same_part(named: str, slots: Slots, asked: Slots, old: Slots) -> Codes:
    """A month or quarter of both years that the same one was held against: "Jan 2025 vs Jan 2024", "February?"."""
    held = slots.operations & _HELD and not asked.operations and named.startswith(("month:", "quarter:"))
    if not held or len(old.periods) != 2 or not all(map(is_closed, old.periods)) or named.endswith("/"):
        return ()
    bases = [Period.parse(period) for period in old.periods]
    alike = len({base.months for base in bases}) == 1 and len({base.first % 12 for base in bases}) == 1
    years = [Period.year(base.last // 12) for base in bases]
    return tuple(counted(named, year) for year in years) if alike and bases[0].months < 12 else ()


def as_one(periods: Codes) -> Codes:
    """Months or quarters that follow each other in one year as the one time that they make up; else as they are."""
    if len(periods) < 2 or not all(map(is_closed, periods)):
        return periods
    bases = sorted((Period.parse(period) for period in periods), key=lambda base: base.first)
    joined = all(one.last + 1 == other.first for one, other in pairwise(bases))
    return (str(Period(bases[0].first, bases[-1].last)),) if joined and _are_of_one_year(bases) else periods


def _are_of_one_year(bases: list[Period]) -> bool:
    """Whether all are parts of one and the same year."""
    return len({month // 12 for base in bases for month in (base.first, base.last)}) == 1 and bases[0].months < 12
