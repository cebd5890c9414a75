"""Operators that search a series: the first or last period in which something holds, overtaking, unbroken runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments
from assistant.periods import GRAINS, Period
from assistant.store.store import Store
from assistant.tools.operators.frames import present
from assistant.tools.operators.pick import passes
from assistant.types import Frame, Json, Row

_Point = tuple[Period, Decimal]
_PICKS: dict[str, Callable[[list[Row]], list[Row]]] = {
    "first": lambda rows: rows[:1],
    "last": lambda rows: rows[-1:],
    "any": lambda rows: rows,
    "all": lambda rows: rows,
}


def find(
    store: Store, *, of: Frame, which: str = "first", to_newest: bool = False, claimed: str | None = None
) -> Frame:
    """The "first", the "last" or "all" of the periods that `where` has kept, or whether there are "any".

    No row is left where no period was kept: that is an answer, too. `to_newest` says that the search reached to the
    newest period loaded. The detail counts the periods met, those from the one found to the last that was searched, and
    of a multiple those from its base to the one found; it tells of a period `claimed`, where it was searched, whether
    what was found lies in it.
    """
    if which not in _PICKS:
        raise BadArguments(f"`which` is one of {', '.join(_PICKS)}, not {which!r}")
    if "searched" not in of.detail:
        raise BadArguments("this looks among the periods that a condition has kept: `where` comes first")
    _one_line(of)
    rows = _PICKS[which](_in_time(of))
    detail = {**of.detail, "find": which, "met": len(of.rows), "to_newest": to_newest, "since": _since(of, rows)}
    return replace(of, rows=tuple(rows), detail={**detail, **_later(of, rows), **_claim(detail, rows, claimed)})


def crossing(
    store: Store, *, of: Frame, which: str = "all", to_newest: bool = False, claimed: str | None = None
) -> Frame:
    """The periods in which a difference turns from zero or less to more: where the one overtakes the other.

    Of several the "first", the "last" or "all"; `to_newest` says that the search reached to the newest period loaded.
    """
    if which not in _PICKS:
        raise BadArguments(f"`which` is one of {', '.join(_PICKS)}, not {which!r}")
    points = _points(of)
    turned = [
        now for before, now in zip(points, points[1:], strict=False) if before[1] <= 0 < now[1] and _next(before, now)
    ]
    rows = [Row((str(period),), value) for period, value in turned]
    searched: list[Json] = [len(points), [str(points[0][0])], [str(points[-1][0])]]
    led, leads = points[0][1] > 0, points[-1][1] > 0
    detail = {
        **of.detail,
        "searched": searched,
        "find": which,
        "met": len(rows),
        "to_newest": to_newest,
        "crossing": True,
    }
    found = _PICKS[which](rows)
    detail |= {"led": led, "leads": leads, **_claim(detail, found, claimed)}
    return replace(of, rows=tuple(found), detail=detail)


def streak(store: Store, *, of: Frame, test: str = "above", value: str | int = "0", to_newest: bool = False) -> Frame:
    """The length of the longest unbroken run of periods whose value meets a test, 0 where none does.

    The detail names the first and last period of each run of that length, and the run that the series ends with.
    """
    points = _points(of)
    runs = list(_runs(points, lambda found: passes(test, found, value, None)))
    longest = max((len(run) for run in runs), default=0)
    newest = runs[-1] if runs and runs[-1][-1] == points[-1][0] else []
    detail: dict[str, Json] = {
        **of.detail,
        "streak": [_ends(run) for run in runs if len(run) == longest],
        "newest": [len(newest), *_ends(newest)] if newest else [0],
        "where": {"test": test, "value": str(value), "high": None},
        "searched": [len(points), [str(points[0][0])], [str(points[-1][0])]],
        "to_newest": to_newest,
        "of_by": list(of.by),
    }
    rows = (Row((), Decimal(longest)),)
    return replace(of, unit="count", by=(), rows=rows, precision=None, detail=detail)


def is_cut(found: Frame) -> bool:
    """Whether a run begins with the first period that was searched: it may have begun before."""
    runs = [*found.detail.get("streak", ()), found.detail.get("newest", [0])[1:]]
    return any(run and run[0] == found.detail["searched"][1][0] for run in runs)


def _one_line(of: Frame) -> None:
    if len(of.by) != 1 or of.by[0] not in GRAINS:
        raise BadArguments("this searches one series over time: give `by` a month, quarter or year and nothing else")


def _in_time(of: Frame) -> list[Row]:
    return sorted(of.rows, key=lambda row: Period.parse(row.key[0]))


def _later(of: Frame, rows: list[Row]) -> dict[str, Json]:
    """How many periods after the base of a multiple the one found lies; nothing for other values."""
    if "base" not in of.detail or len(rows) != 1:
        return {}
    base, found = Period.parse(str(of.detail["base"])), Period.parse(rows[0].key[0])
    return {"later": (found.first - base.first) // found.months} if base.months == found.months else {}


def _claim(detail: Mapping[str, Json], rows: list[Row], claimed: str | None) -> dict[str, Json]:
    """Whether all that was found lies in the period that was claimed; nothing where that was not searched."""
    _, first, last = detail["searched"]
    if claimed is None or not first:
        return {}
    named, start, end = Period.parse(claimed), Period.parse(str(first[0])), Period.parse(str(last[0]))
    searched = start.first <= named.last and named.first <= end.last
    found = bool(rows) and all(named.covers(Period.parse(row.key[0])) for row in rows)
    return {"claim_holds": found} if searched else {}


def _points(of: Frame) -> list[_Point]:
    """The periods that have a value, in order; NoData where none has."""
    _one_line(of)
    return sorted((Period.parse(key[0]), value) for key, value in present(of.rows))


def _next(before: _Point, now: _Point) -> bool:
    """Whether no period is missing between the two."""
    return now[0].first == before[0].last + 1


def _runs(points: list[_Point], holds: Callable[[Decimal], bool]) -> Iterator[list[Period]]:
    """The unbroken runs of periods that hold; a missing period ends a run."""
    run: list[Period] = []
    for period, value in points:
        if run and (not holds(value) or period.first != run[-1].last + 1):
            yield run
            run = []
        if holds(value):
            run.append(period)
    if run:
        yield run


def _ends(run: list[Period]) -> list[str]:
    return [str(run[0]), str(run[-1])]


def _since(of: Frame, rows: list[Row]) -> int:
    """How many periods lie after the last row up to the end of what was searched."""
    last = of.detail["searched"][2]
    if not rows or not last:
        return 0
    found, end = Period.parse(rows[-1].key[0]), Period.parse(str(last[0]))
    return (end.last - found.last) // found.months
