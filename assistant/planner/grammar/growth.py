"""Growth and change: between two periods, step by step, per year on average."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import STEPS, TIMES
from assistant.planner.grammar.shape import GROWTH
from assistant.planner.grammar.steps import Plan, is_timed, keyed_by, ref, untimed
from assistant.planner.grammar.times import ends_of, is_one, span, widened, years

_RATES = ("cagr", "average", "trend")
_RATED = tuple(cue for cue, kind in GROWTH.items() if kind in _RATES)
_GRAINS = {"mom": "month", "qoq": "quarter"}
_YEAR = 12
_SIGNED = "balance"
_FLOOR = "0.001"
"""The share of all that a line must have at first to be ranked by growth."""


def are_rates(slots: Slots) -> bool:
    """Whether a yearly rate is asked for over each of several stretches: "the CAGR of 2010-2015 and of 2015-2020"."""
    stretches = len(slots.periods) > 1 and all("/" in period.strip("/") for period in slots.periods)
    return stretches and bool(slots.operations & set(_RATED)) and slots.operations <= {*_RATED, "compare", "growth"}


def growth(made: Plan, slots: Slots) -> str:
    """The growth that is asked, over the periods that it needs."""
    operations, by = slots.operations, untimed(keyed_by(slots))
    kind = next((name for cue, name in GROWTH.items() if cue in operations), "growth")
    grain = next((key for key in slots.keys if key in TIMES), None)
    unit = "change" if "in_percent" not in operations and _is_in_money(slots, kind) else "percent"
    if len(slots.periods) > 2 and all(len(p) == 4 and p.isdigit() for p in slots.periods):
        slots = replace(slots, periods=(f"{min(slots.periods)}/{max(slots.periods)}",))
        grain = grain or "year"
    if kind in _RATES:
        rows = made.select(slots, years(slots.periods), [*by, "year"])
        if kind == "average" and not by:  # both readings of "average annual growth"
            made.add("growth", of=ref(rows), kind="cagr")
        return made.add("growth", of=ref(rows), kind=kind)
    if kind in STEPS and span(slots.periods) == STEPS[kind] + 1 and "/" in slots.periods[0]:
        first, _, last = slots.periods[0].partition("/")  # "month on month, from June to July"
        if len(first) == len(last) == len("2024-06"):
            slots = replace(slots, periods=(first, last))
    if (kind == "growth" or len(slots.periods) == 2) and grain is None and (ends := ends_of(slots)):
        rows = made.select(slots, ends, [*by, "period"])
        return _both(made, rows, "total", unit, slots)
    step = kind if kind in STEPS else "yoy"
    if grain is None and step in _GRAINS and span(slots.periods) >= _YEAR and len(slots.periods) == 1:
        grain = _GRAINS[step]
    if grain is None and kind == "yoy" and len(slots.periods) == 1 and span(slots.periods) > _YEAR:
        grain = "year"  # "annual growth rates, 2019-2024" are of each year
    asked = "polar" in operations and any(is_one(slots.periods, key) for key in TIMES)  # "did they rise by over 10%"
    if grain is not None or slots.condition and not by and not asked:  # each partner's growth is of the year
        return _stepwise(made, slots, step, unit, [*by, grain or "month"])
    period = slots.periods[-1]
    rows = made.select(slots, (f"{period}~-{STEPS[step]}", period), [*by, "period"])
    return _both(made, rows, step if step != "yoy" else "total", unit, slots)


def _is_in_money(slots: Slots, kind: str) -> bool:
    """Whether a change is one in dollars: as asked or limited, or where a figure can change sign."""
    if slots.condition and slots.condition.unit == "change":
        return True
    return bool(slots.operations & {"change", "difference"}) or slots.measures[0] == _SIGNED and kind not in _RATES


def _stepwise(made: Plan, slots: Slots, step: str, unit: str, by: list[str]) -> str:
    """The growth of each period against an earlier one, and those of one direction where it is asked for."""
    rows = made.select(slots, widened(slots.periods, STEPS[step]), by)
    grown = made.add("growth", of=ref(rows), kind=step, unit=unit)
    test = _picks_by_direction(slots)
    return made.add("where", of=ref(grown), test=test, value="0") if test else grown


def _both(made: Plan, rows: str, kind: str, unit: str, slots: Slots) -> str:
    """The growth in percent and in the unit of the values; the one that was asked for stands last.

    Of many lines only the one that was asked for, and in percent without the lines that start from almost nothing.
    """
    if untimed(keyed_by(slots)):
        few = {*untimed(keyed_by(slots))} <= {"port", "mode"}  # a dozen, of which none is left out
        whole = few or slots.condition or slots.filters.get("product") or len(slots.partner) > 1
        floor = _FLOOR if unit == "percent" and not whole else None
        grown = made.add("growth", of=ref(rows), kind=kind, unit=unit, floor=floor)
        return made.add("where", of=ref(grown), test="below", value="0") if _are_fallen(slots) else grown
    if slots.measures[0] != _SIGNED:
        made.add("growth", of=ref(rows), kind=kind, unit="percent" if unit == "change" else "change")
    return made.add("growth", of=ref(rows), kind=kind, unit=unit)


def _are_fallen(slots: Slots) -> bool:
    """Whether it is asked which ones fell: "countries from which imports fell"; a rise is what growth is called too."""
    ranked = slots.operations & {"top", "bottom", "fastest", "slowest", "series", "compare", "exceed", "trail"}
    return "fall" in slots.operations and not ranked and not slots.condition and len(slots.partner) < 2


def _picks_by_direction(slots: Slots) -> str | None:
    """The test of "in which years did imports fall": rows are picked where a time key meets a direction."""
    if slots.condition and slots.condition.unit == "growth":
        return slots.condition.test
    ranked = slots.operations & {"top", "bottom", "fastest", "slowest", "series"}
    counted = {"exceed", "trail", "growth"} if "count" in slots.operations else set()  # "how many months had growth"
    if "mom" in slots.operations and "count" not in slots.operations:
        return None  # "by how much did it fall month on month" names the months, and picks none
    if not is_timed(slots) or ranked or slots.condition or not slots.operations & {"rise", "fall", *counted}:
        return None
    return "below" if slots.operations & {"fall", "trail"} else "above"
