"""Slots about tariffs to calls: the rate at a moment, moments compared, partners or chapters ranked, dates in a row."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import RANKED, Slots
from assistant.planner.grammar.steps import Plan, one_or_all, ref
from assistant.store.selection import is_closed


def tariffs(made: Plan, slots: Slots) -> None:
    """The calls for a question about tariffs; the last one is the answer."""
    by = keyed(slots)
    if "change" in slots.operations and len(slots.periods) == 2:
        _changed(made, slots, by)
    elif _is_series(slots, by):
        _series(made, slots, by)
    else:
        if not by:
            _beside(made, slots)
        _picked(made, slots, _read(made, slots, slots.periods[0], by), by)


def _beside(made: Plan, slots: Slots) -> None:
    """What stands beside a single rate: its course, which is drawn; of a product finer than a chapter its own duty."""
    products = slots.filters.get("product", ())
    if not products:
        _read(made, slots, _course(slots.periods[0]), ["day"])
    elif any(len(part) > 2 for code in products for part in code.split(";")):
        made.select(replace(slots, measures=("effective_duty",), operations=frozenset()), ("latest-year",), [])


def keyed(slots: Slots) -> list[str]:
    """The keys of the rates: what is asked for or listed."""
    chapters = {part[:2] for code in slots.filters.get("product", ()) for part in code.split(";")}
    several = {"partner": len(slots.partner) > 1, "product": len(chapters) > 1}
    return [key for key in ("partner", "product") if key in slots.keys or several[key]]


def _read(made: Plan, slots: Slots, period: str, by: list[str], everyone: bool = False) -> str:
    return made.add(
        "tariff",
        what=slots.measures[0],
        partner=None if everyone else one_or_all(slots.partner),
        product=one_or_all(slots.filters.get("product", ())),
        period=period,
        by=by or None,
        without=one_or_all(slots.without.get("partner", ())),
    )


def _changed(made: Plan, slots: Slots, by: list[str]) -> None:
    """The later moment less the earlier one; of many, ranked."""
    if not by and not slots.filters.get("product"):
        _beside(made, slots)
    before, after = (_read(made, slots, period, by) for period in slots.periods)
    moved = made.add("difference", of=ref(after), minus=ref(before))
    ranked = slots.operations & RANKED
    fell = "fall" in slots.operations or bool(slots.operations & {"bottom", "slowest"})
    if by and not ranked and slots.operations & {"rise", "fall"} and not slots.partner:
        moved = made.add("where", of=ref(moved), test="below" if fell else "above", value="0")
    if by and (ranked or not slots.partner):
        _ranked(made, slots, moved, low=fell)


def _is_series(slots: Slots, by: list[str]) -> bool:
    period = slots.periods[0]
    ranged = period == "ever" or period.startswith("last:") or "/" in period
    asked = "series" in slots.operations or "month" in slots.keys
    peak = not by and bool(slots.operations & {"top", "bottom"} or slots.condition)
    single = (
        slots.condition and "polar" in slots.operations and (period == "latest" or len(period) == len("2025-04-09"))
    )
    return ranged or asked or peak and not single


def _series(made: Plan, slots: Slots, by: list[str]) -> None:
    """The rates at each date, and the highest or those that meet a condition where that is asked."""
    rows = _read(made, slots, _course(slots.periods[0], wide=True), [*by, "day"])
    if slots.condition:
        limit = slots.condition
        made.add("where", of=ref(rows), test=limit.test, value=limit.value, high=limit.high)
    elif not by and slots.operations & {"top", "bottom"}:
        made.add("extreme", of=ref(rows), kind="min" if "bottom" in slots.operations else "max")


def _course(period: str, wide: bool = False) -> str:
    """The span that a series runs over: a range as it is, all dates for a moment."""
    if "/" in period or period in ("ever", "latest-year", "this-year") or period.startswith("last:"):
        return period
    return period if wide and is_closed(period) else "ever"


def _picked(made: Plan, slots: Slots, rows: str, by: list[str]) -> None:
    """A ranking, a place in it, those that meet a condition, or two of them compared."""
    operations, low = slots.operations, "bottom" in slots.operations
    if slots.condition:
        limit = slots.condition
        kept = made.add("where", of=ref(rows), test=limit.test, value=limit.value, high=limit.high)
        if "count" in operations and by:
            made.add("count", of=ref(kept))
        elif by and operations & {"top", "bottom"}:
            _ranked(made, slots, kept, low=low)
    elif "partner" in slots.keys and len(slots.partner) == 1 and operations & {"top", "bottom"}:
        made.calls.pop()
        ranked = made.add("rank", of=ref(_read(made, slots, slots.periods[0], by, everyone=True)), n=300)
        made.add("position", of=ref(ranked), code=slots.partner[0], within=slots.number or 1)
    elif by and operations & {"top", "bottom"} and not slots.partner[1:]:
        _ranked(made, slots, rows, low=low)
    elif len(slots.partner) == 2 and by == ["partner"]:
        made.add("difference", of=ref(rows))
    elif by:
        made.add("rank", of=ref(rows), n=slots.number or 60, order="asc" if low else "desc")


def _ranked(made: Plan, slots: Slots, rows: str, *, low: bool) -> None:
    """The rows in order, or the one that stands at the place that is asked."""
    order = "asc" if low else "desc"
    made.add("rank", of=ref(rows), place=slots.pick, n=None if slots.pick else slots.number or 10, order=order)
