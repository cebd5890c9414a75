"""Slots to calls: a selection, then the operators that the question's operations ask for, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.lexicon.question import Slots
from assistant.periods import Period
from assistant.planner.defaults import TIMES
from assistant.store.selection import WORLD
from assistant.types import Call

_GROWTH = {
    "cagr": "cagr",
    "average_growth": "average",
    "trend_growth": "trend",
    "yoy": "yoy",
    "mom": "mom",
    "qoq": "qoq",
}
_GROWING = frozenset(
    {*_GROWTH, "growth", "change", "fastest", "slowest", "contribution", "share_of_growth", "doubling"}
)
_RATES = ("cagr", "average", "trend")
_BACK = {"yoy": 12, "mom": 1, "qoq": 3}
_FLOOR = "0.001"
"""The share of all that a line must have at first to be ranked by growth."""
_LONG = 72
"""A range of more months than this is shown by year where the question does not say."""


@dataclass
class _Plan:
    """Calls as they are added; `main` is the one that answers."""

    calls: list[Call] = field(default_factory=list)
    prefix: str = "c"

    def add(self, tool: str, **args: Any) -> str:
        """The id of a new call; arguments that are None are left out."""
        name = f"{self.prefix}{len(self.calls) + 1}"
        self.calls.append(Call(name, tool, {key: value for key, value in args.items() if value is not None}))
        return name

    @property
    def main(self) -> str:
        return self.calls[-1].id


def ref(name: str) -> dict[str, str]:
    """The argument that stands for an earlier call's result."""
    return {"ref": name}


def plan(slots: Slots, prefix: str = "c") -> tuple[Call, ...]:
    """The calls of completed slots; the last one is the answer."""
    made = _Plan(prefix=prefix)
    if set(slots.measures) == {"exports", "imports"} and slots.operations & {
        "exceed",
        "trail",
        "difference",
        "compare",
    }:
        _sides(made, slots)
    elif len(slots.measures) > 1 and not slots.operations & _GROWING:
        both = set(slots.measures) == {"exports", "imports"} and not slots.operations and not slots.keys
        for measure in ("total", *slots.measures) if both else slots.measures:
            _body(made, replace(slots, measures=(measure,)))
    else:
        _body(made, replace(slots, measures=slots.measures[:1]))
    return tuple(made.calls)


def _sides(made: _Plan, slots: Slots) -> None:
    """Exports beside imports: both, and the one less the other in the order of the question."""
    first, second = (
        made.add("select", **_selection(replace(slots, measures=(measure,)), slots.periods, _by(slots)))
        for measure in slots.measures[:2]
    )
    made.add("difference", of=ref(first), minus=ref(second))


def _body(made: _Plan, slots: Slots) -> None:
    if code := _ranked(slots):
        every = replace(slots, partner=(), keys=("partner",))
        rows = made.add("select", **_selection(every, slots.periods, ["partner"]))
        ranked = made.add("rank", of=ref(rows), n=300)
        made.add("position", of=ref(ranked), code=code, within=slots.number or 1)
        return
    slots = _grained(_averaged(slots))
    operations = slots.operations
    if (
        "share_of_growth" not in operations
        and "share" in operations
        and _shareable(slots)
        and operations & {"growth", "change", "rise", "fall"}
        and (ends := _ends(slots))
    ):
        rows = _share_over_time(made, slots, ends)
    elif "share_of_growth" in operations:
        rows = _share_of_growth(made, slots)
    elif "contribution" in operations:
        rows = _contribution(made, slots)
    elif operations & _GROWING or _two_times(slots) or slots.condition and slots.condition.unit == "growth":
        rows = _growth(made, slots)
        if "doubling" in operations:
            rows = made.add("doubling", of=ref(rows))
    elif "share" in slots.operations and _shareable(slots):
        rows = _share(made, slots)
    elif slots.operations & {"ttm", "moving_average", "cumulate", "rebase", "volatility"}:
        rows = _along_time(made, slots)
    else:
        if _implied_series(slots):
            made.add("select", **_selection(slots, slots.periods, _by(replace(slots, keys=()))))
        rows = made.add("select", **_selection(slots, slots.periods, _by(slots)))
    _after(made, slots, rows)


def _ranked(slots: Slots) -> str | None:
    """The partner whose place among all partners is asked: "is Mexico the largest partner", "where does China rank"."""
    single = len(slots.partner) == len(slots.periods) == len(slots.measures) == 1
    asked = "partner" in slots.keys and single and slots.operations & {"top", "bottom"}
    return slots.partner[0] if asked and slots.partner != (WORLD,) and not slots.operations & {"share"} else None


def _averaged(slots: Slots) -> Slots:
    """The slots with operations put right that mean another thing together.

    "On average, by what percent a year": the mean of a growth that is said with a mean is average growth;
    "by how many billions" between two places is a difference; a ratio of two times is of the later to the earlier.
    """
    operations = slots.operations
    if "change" in operations and len(slots.partner) == 2 and len(slots.periods) == 1:
        return replace(slots, operations=operations - {"change"} | {"difference"})
    if "ratio" in operations and len(slots.periods) == 2:
        return replace(
            slots,
            periods=tuple(sorted(slots.periods, key=_order, reverse=True)),
            operations=operations - {"exceed", "count", "compare"},
        )
    if "doubling" in operations and not operations & {"cagr", "average_growth", "trend_growth"}:
        return replace(slots, operations=(operations - {"growth", "rise", "count"}) | {"cagr"}, keys=())
    if "doubling" in operations:
        return replace(slots, operations=operations - {"count"}, keys=())
    if "mean" in operations and operations & {"growth", "yoy"} and not set(slots.keys) & {"month", "quarter"}:
        return replace(slots, operations=(operations - {"mean", "growth", "yoy"}) | {"average_growth"}, keys=())
    return slots


def _grained(slots: Slots) -> Slots:
    """The slots with the time key that the question implies: superlatives and conditions over time, long ranges."""
    keys = tuple(key for key in slots.keys if not (key in TIMES and _is_one(slots.periods, key)))
    timed = any(key in TIMES for key in keys)
    needs = slots.operations & {
        "series",
        "moving_average",
        "cumulate",
        "rebase",
        "volatility",
        "streak",
        "count",
        "mean",
    }
    needs = needs or slots.condition is not None and slots.condition.unit in ("mean", "growth")
    if (
        needs
        and not timed
        and not any(k not in TIMES for k in keys)
        and not (slots.operations & _GROWING and not slots.condition)
    ):
        keys = (*keys, _grain(slots))
    elif (
        not timed and not slots.operations & {*_GROWING, "sum", "ttm", "share"} and _is_long(slots.periods) and not keys
    ):
        slots = replace(slots, operations=slots.operations | {"implied"})
        keys = (*keys, "year" if _span(slots.periods) > _LONG or _span(slots.periods) % 12 == 0 else "month")
    return replace(slots, keys=keys)


def _implied_series(slots: Slots) -> bool:
    """Whether a long period was named without a word of how to show it: then its total is said before the series."""
    signed = {"balance", "surplus", "deficit", "exports", "imports", "total"}
    return "implied" in slots.operations and slots.measures[0] in signed and len(slots.partner) < 2


def _is_one(periods: tuple[str, ...], grain: str) -> bool:
    """Whether the period is one single year, month or quarter, of which "annual" or "monthly" says nothing more."""
    if len(periods) != 1:
        return False
    if periods[0] in ("latest", "latest-quarter", "latest-year"):
        return {"latest": "month", "latest-quarter": "quarter", "latest-year": "year"}[periods[0]] == grain
    try:
        return Period.parse(periods[0]).grain == grain
    except ValueError:
        return False


def _is_long(periods: tuple[str, ...]) -> bool:
    return len(periods) == 1 and (
        periods[0] == "ever" or periods[0].endswith("/") or _span(periods) > 12 and "/" in periods[0]
    )


def _span(periods: tuple[str, ...]) -> int:
    try:
        return Period.parse(periods[0]).months
    except ValueError:
        return 0 if periods[0].startswith(("last", "this", "month", "quarter", "half", "ytd")) else 120


def _grain(slots: Slots) -> str:
    if slots.condition or slots.operations & {"moving_average", "streak", "cumulate", "volatility", "mean", "count"}:
        return "month"
    partners = len(slots.partner) > 1
    return "year" if partners and _span(slots.periods) > 24 or _span(slots.periods) > 240 else "month"


def _by(slots: Slots) -> list[str]:
    """The keys of the selection: dimensions asked for or listed, then time."""
    keys = [key for key in slots.keys if key not in TIMES]
    if len(slots.partner) > 1 and "partner" not in keys and "sum" not in slots.operations:
        keys.append("partner")
    if (slots.level or slots.sections) and "product" not in keys:
        keys.append("product")
    if len(slots.reporter) > 1:
        keys.append("reporter")
    for dimension, codes in slots.filters.items():
        if len(codes) > 1 and dimension not in keys and "sum" not in slots.operations:
            keys.append(dimension)
    return [*keys, *(key for key in slots.keys if key in TIMES)]


def _selection(slots: Slots, periods: tuple[str, ...], by: list[str]) -> dict[str, Any]:
    single = {dimension: list(codes) for dimension, codes in slots.filters.items()}
    basis = {name: value for name, value in (("source", slots.source), ("books", slots.books)) if value}
    return {
        "measure": slots.measures[0],
        "reporter": _one(slots.reporter),
        "partner": _one(slots.partner),
        "period": _one(periods),
        "by": by or None,
        **{dimension: _one(tuple(codes)) for dimension, codes in single.items()},
        "without": {dimension: list(codes) for dimension, codes in slots.without.items()} or None,
        "basis": basis or None,
        "level": 0 if slots.sections else slots.level,
    }


def _one(codes: tuple[str, ...]) -> Any:
    return None if not codes else codes[0] if len(codes) == 1 else list(codes)


def _two_times(slots: Slots) -> bool:
    """Whether two periods are compared: then what is asked is the change."""
    compared = slots.operations & {"compare", "difference", "in_percent", "exceed"} - {"ratio"}
    if "ratio" in slots.operations:
        return False
    others = len(slots.partner) > 1 or any(len(codes) > 1 for codes in slots.filters.values())
    return bool(
        len(slots.periods) == 2 and compared and not others and not slots.operations & {"share", "top", "bottom"}
    )


def _growth(made: _Plan, slots: Slots) -> str:
    kind = next((name for cue, name in _GROWTH.items() if cue in slots.operations), "growth")
    picks = _picks_by_direction(slots)
    by = [key for key in _by(slots) if key not in TIMES]
    grain = next((key for key in slots.keys if key in TIMES), None)
    unit = (
        "change" if slots.operations & {"change", "difference"} and "in_percent" not in slots.operations else "percent"
    )
    if len(slots.periods) > 2 and all(len(p) == 4 and p.isdigit() for p in slots.periods):
        slots = replace(slots, periods=(f"{min(slots.periods)}/{max(slots.periods)}",))
        grain = grain or "year"
    if kind in _RATES:
        rows = made.add("select", **_selection(slots, _years(slots.periods), [*by, "year"]))
        return made.add("growth", of=ref(rows), kind=kind)
    if (kind == "growth" or len(slots.periods) == 2) and grain is None and (ends := _ends(slots)):
        rows = made.add("select", **_selection(slots, ends, [*by, "period"]))
        return _both(made, rows, "total", unit, slots)
    step = kind if kind in _BACK else "yoy"
    if grain is None and step == "mom" and _span(slots.periods) >= 12 and len(slots.periods) == 1:
        grain = "month"
    if grain is not None or slots.condition:
        periods = tuple(p if p == "ever" else f"{p}<{_BACK[step]}" for p in slots.periods)
        rows = made.add("select", **_selection(slots, periods, [*by, grain or "month"]))
        grown = made.add("growth", of=ref(rows), kind=step, unit=unit)
        return made.add("where", of=ref(grown), test=picks, value="0") if picks else grown
    period = slots.periods[-1]
    rows = made.add("select", **_selection(slots, (f"{period}~-{_BACK[step]}", period), [*by, "period"]))
    return _both(made, rows, step if step != "yoy" else "total", unit, slots)


def _picks_by_direction(slots: Slots) -> str | None:
    """The test of "in which years did imports fall": rows are picked where a time key meets a direction."""
    timed = any(key in TIMES for key in slots.keys)
    if slots.condition and slots.condition.unit == "growth":
        return slots.condition.test
    ranked = slots.operations & {"top", "bottom", "fastest", "slowest", "mom", "series"}
    if not timed or ranked or slots.condition or not slots.operations & {"rise", "fall"}:
        return None
    return "below" if "fall" in slots.operations else "above"


def _share_over_time(made: _Plan, slots: Slots, ends: tuple[str, ...]) -> str:
    """The change of a share between two periods, in percentage points."""
    rows = _share(made, replace(slots, periods=ends))
    return made.add("growth", of=ref(rows), kind="total", unit="change")


def _share_of_growth(made: _Plan, slots: Slots) -> str:
    """What part of the whole's change between two periods a part made up, in percent of that change."""
    ends = _ends(slots) or (f"{slots.periods[-1]}~-12", slots.periods[-1])
    whole = replace(slots, filters={}, without={}, partner=slots.partner if slots.filters else (WORLD,))
    part, total = (made.add("select", **_selection(each, ends, ["period"])) for each in (slots, whole))
    changes = [made.add("growth", of=ref(rows), kind="total", unit="change") for rows in (part, total)]
    return made.add("share", of=ref(changes[0]), total=ref(changes[1]))


def _contribution(made: _Plan, slots: Slots) -> str:
    """What a part added to the growth of the whole, in percentage points of the whole's earlier value."""
    period = slots.periods[-1]
    ends = _ends(slots) or (f"{period}~-12", period)
    by = [key for key in _by(slots) if key not in TIMES]
    part = made.add("select", **_selection(slots, ends, [*by, "period"]))
    detailed = bool(slots.filters) or any(key not in (*TIMES, "partner") for key in by)
    whole = replace(slots, filters={}, without={}, partner=slots.partner if detailed else (WORLD,))
    total = made.add("select", **_selection(whole, ends, ["period"]))
    return made.add("contribution", of=ref(part), total=ref(total))


def _both(made: _Plan, rows: str, kind: str, unit: str, slots: Slots) -> str:
    """The growth in percent and in the unit of the values; the one that was asked for stands last.

    Of many lines only the one that was asked for, and in percent without the lines that start from almost nothing.
    """
    if any(key not in TIMES for key in _by(slots)):
        floor = _FLOOR if unit == "percent" and not slots.filters.get("product") and len(slots.partner) < 2 else None
        return made.add("growth", of=ref(rows), kind=kind, unit=unit, floor=floor)
    units = ("percent", "change") if unit == "change" else ("change", "percent")
    for each in units:
        name = made.add("growth", of=ref(rows), kind=kind, unit=each)
    return name


def _ends(slots: Slots) -> tuple[str, ...] | None:
    """The first and the last period to compare: two that are listed, the ends of a range of years, since when."""
    periods = slots.periods
    if len(periods) == 2:
        return tuple(sorted(periods, key=_order))
    if len(periods) != 1:
        return None
    if periods[0].endswith("/"):
        first = periods[0][:-1]
        return first, "latest-year" if len(first) == 4 else "latest"
    first, _, last = periods[0].partition("/")
    if first and last and len(first) == len(last) and ("ends" in slots.operations or len(first) == 4):
        return first, last
    return None


def _order(period: str) -> tuple[int, str]:
    base, _, moved = period.partition("~")
    try:
        return Period.parse(base).first + int(moved or 0), period
    except ValueError:
        return 10**6 + int(moved or 0), period


def _years(periods: tuple[str, ...]) -> tuple[str, ...]:
    """The whole range that average growth runs over: two years listed are its ends; one year alone, five years to it."""
    if len(periods) == 2 and all(p.isdigit() for p in periods):
        return (f"{min(periods)}/{max(periods)}",)
    if len(periods) == 1 and periods[0] in ("latest-year",):
        return ("last:6:year",)
    if periods[0].startswith("last:") and periods[0].endswith(":year"):
        return (f"last:{int(periods[0].split(':')[1]) + 1}:year",)  # growth over five years needs six
    return periods


def _shareable(slots: Slots) -> bool:
    return bool(slots.filters or slots.partner not in ((), (WORLD,)) or any(key not in TIMES for key in slots.keys))


def _share(made: _Plan, slots: Slots) -> str:
    """The part and the whole: of a mode or product within the partner's trade, of a partner within the world's."""
    by = [*_by(slots), *(["period"] if len(slots.periods) > 1 else [])]
    part = made.add("select", **_selection(slots, slots.periods, by))
    detailed = bool(slots.filters) or any(key not in (*TIMES, "partner", "period") for key in by)
    partner = slots.partner if detailed else (WORLD,)
    whole = replace(slots, filters={}, without={}, partner=partner)
    shared = [
        key for key in by if key in (*TIMES, "period", "reporter") or key == "partner" and detailed and len(partner) > 1
    ]
    total = made.add("select", **_selection(whole, slots.periods, shared))
    return made.add("share", of=ref(part), total=ref(total))


def _along_time(made: _Plan, slots: Slots) -> str:
    operations = slots.operations
    if "rebase" in operations and len(slots.periods) == 2:
        rows = made.add("select", **_selection(slots, slots.periods, [*_by(replace(slots, keys=())), "period"]))
        return made.add("rebase", of=ref(rows), to=min(slots.periods))
    if "ttm" in operations and not any(key in TIMES for key in slots.keys):
        end = slots.periods[0] if slots.periods[0] not in ("latest-year", "ever", "latest") else ""
        period = f"last:12:month@{end}" if end and not end.startswith("last:") else "last:12:month"
        return made.add("select", **_selection(slots, (period,), _by(slots)))
    back = {"moving_average": (slots.number or 3) - 1, "ttm": 11}
    reach = next((months for name, months in back.items() if name in operations), 0)
    periods = tuple(p if p == "ever" or not reach else f"{p}<{reach}" for p in slots.periods)
    rows = made.add("select", **_selection(slots, periods, _by(slots)))
    if "ttm" in operations:
        return made.add("roll", of=ref(rows), months=12, how="sum")
    if "moving_average" in operations:
        return made.add("roll", of=ref(rows), months=slots.number or 3, how="mean")
    if "cumulate" in operations:
        return made.add("cumulate", of=ref(rows))
    return made.add("rebase" if "rebase" in operations else "volatility", of=ref(rows))


def _after(made: _Plan, slots: Slots, rows: str) -> None:
    """Conditions, superlatives, counts, means and differences over the rows."""
    operations, timed = slots.operations, any(key in TIMES for key in slots.keys)
    rows = _conditioned(made, slots, rows)
    if "count" in operations and made.calls[-1].tool == "where":
        made.add("count", of=ref(rows))
    elif "ordered" in operations and (timed or _by(slots)):
        made.add("rank", of=ref(rows), n=60, order="asc" if operations & {"bottom", "slowest"} else "desc")
    elif operations & {"top", "bottom", "fastest", "slowest"}:
        _superlative(made, slots, rows, timed)
    elif not timed and _broken_down(slots) and not operations & {"mean", "sum", "difference", "ratio"}:
        made.add("rank", of=ref(rows), n=slots.number or 60, order="desc")
    elif "mean" in operations and (timed or len(_by(slots)) > 0):
        made.add("mean", of=ref(rows))
    elif "sum" in operations and (timed or len(slots.periods) > 1):
        made.add("total", of=ref(rows))
    elif _pairs(slots) and made.calls[-1].tool == "select" and "sum" not in operations:
        percent = True if "in_percent" in operations else None
        made.add("ratio", of=ref(rows)) if "ratio" in operations else made.add(
            "difference", of=ref(rows), percent=percent
        )


def _conditioned(made: _Plan, slots: Slots, rows: str) -> str:
    """The rows that meet the condition; a surplus or deficit that is only counted is one above zero."""
    limit = slots.condition
    if limit is None:
        signed = slots.measures[0] in ("surplus", "deficit") and "count" in slots.operations
        return made.add("where", of=ref(rows), test="above", value="0") if signed else rows
    if limit.unit == "growth":
        return rows
    value: Any = limit.value
    if limit.unit == "mean":
        value = ref(made.add("mean", of=ref(rows)))
    return made.add("where", of=ref(rows), test=limit.test, value=value, high=limit.high)


def _superlative(made: _Plan, slots: Slots, rows: str, timed: bool) -> None:
    low = bool(slots.operations & {"bottom", "slowest"})
    by_dimension = [key for key in _by(slots) if key not in TIMES]
    if not timed and not by_dimension:
        return
    if timed and not by_dimension and {"top", "bottom"} <= slots.operations:
        ends = [made.add("extreme", of=ref(rows), kind=kind) for kind in ("max", "min")]
        made.add("difference", of=ref(ends[0]), minus=ref(ends[1]))
        return
    if timed and not by_dimension and (slots.number or 1) == 1:
        best = made.add("extreme", of=ref(rows), kind="min" if low else "max")
        if slots.operations & {"mean", "difference"}:
            average = made.add("mean", of=ref(rows))
            made.add("difference", of=ref(best), minus=ref(average))
        return
    ranked = made.add("rank", of=ref(rows), n=slots.number or 10, order="asc" if low else "desc")
    if "sum" in slots.operations:
        made.add("total", of=ref(ranked))


def _broken_down(slots: Slots) -> bool:
    """Whether the rows are all of a dimension and not a list that the question names."""
    open_ = [key for key in _by(slots) if key not in TIMES and all(c.endswith("-") for c in slots.filters.get(key, ()))]
    return bool(open_) and len(slots.periods) == 1


def _pairs(slots: Slots) -> bool:
    """Whether the selection has exactly two rows to subtract or divide."""
    lists = [len(slots.partner), len(slots.periods), *map(len, slots.filters.values())]
    return sorted(lists)[-1] == 2 and not any(key in TIMES for key in slots.keys)


def selections(calls: tuple[Call, ...]) -> Iterator[Call]:
    """The selections among the calls."""
    return (call for call in calls if call.tool == "select")
