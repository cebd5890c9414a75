"""Operators that pick rows: a ranking, a condition, a count, the highest or lowest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.periods import GRAINS
from assistant.store.store import Store
from assistant.tools.operators.each_time import first_of_each
from assistant.tools.operators.frames import present
from assistant.types import Frame, Json, Row

_TESTS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "above": lambda value, limit: value > limit,
    "at_least": lambda value, limit: value >= limit,
    "below": lambda value, limit: value < limit,
    "at_most": lambda value, limit: value <= limit,
}
_RATES = frozenset({"percent", "percentage points", "ratio"})
_MONEY = Decimal(1_000_000)
"""From here on a limit is an amount of money: no rate of trade is a million percent."""


def rank(
    store: Store,
    *,
    of: Frame,
    n: int = 10,
    order: str = "desc",
    place: int | None = None,
    to: int | None = None,
    after: str | None = None,
    before: str | None = None,
    following: int | None = None,
    each: bool = False,
    only: str | None = None,
) -> Frame:
    """The `n` largest rows, biggest first, equal ones by code; with order="asc" the smallest, smallest first.

    With a `place`, only the row that stands there: 2 is the second largest, and with `to` those down to that place;
    with `after` or `before` a code, only the row next to it, or after the last of several ("MEX;CAN") the `following`
    ones. With `each`, the first `n` of every time, or the one at
    its `place`, in time order, and with `only` a code, those of them that have it. NoData where there are fewer rows;
    rows of which none met a condition stay none.
    """
    if order not in ("asc", "desc") or n < 1 or (place or 1) < 1:
        raise BadArguments('`order` is "asc" or "desc", `n` and `place` at least 1')
    if each:
        return first_of_each(of, n, order, only, place)
    if not of.rows and "where" in of.detail:
        return of  # that none meets the condition is an answer
    found = _ordered(of, order)
    if beside := after or before:
        places = [_place_of(found, code) for code in beside.split(";")]
        place = max(places) + 1 if after else min(places) - 1
        to = min(place + following - 1, len(found)) if after and following and following > 1 else to
        if place < 1:
            raise NoData("nothing stands before the first place", cause="empty")
    kept = found[place - 1 : max(place, to or 0)] if place else found[:n]
    if not kept:
        raise NoData("there are fewer rows than this place", cause="empty")
    rows = tuple(Row(key, value) for key, value in kept)
    detail: dict[str, Json] = {**of.detail, "rank": order, "n": n, "ranked": of.detail.get("ranked", len(found))}
    detail = {**detail, "place": place} if place else detail
    return replace(of, rows=rows, detail={**detail, "to": to} if place and to else detail)


def _place_of(found: list[tuple[tuple[str, ...], Decimal]], code: str) -> int:
    places = [index for index, (key, _) in enumerate(found, start=1) if code in key]
    if not places:
        raise NoData("this is not among the rows", cause="empty")
    return places[0]


def position(
    store: Store, *, of: Frame, code: str, within: int = 1, at: int | None = None, order: str = "desc"
) -> Frame:
    """The place of one code in the order of the rows, 1 being the largest, and whether it is among the first `within`.

    With `at`, whether it is exactly that place: "is China the second largest"; with order="asc" 1 is the smallest.
    NoData where the code has no row.
    """
    if order not in ("asc", "desc"):
        raise BadArguments('`order` is "asc" or "desc"')
    found = _ordered(of, order)
    place = _place_of(found, code)
    top = [[list(key), str(value)] for key, value in found[:1]]
    asked: dict[str, Json] = {"within": within, "at": at, "order": order}
    detail: dict[str, Json] = {**of.detail, "position": code, "ranked": len(found), "first": top, **asked}
    named = len(of.by) == 1 and of.by[0] not in GRAINS
    about = replace(of.about, **{of.by[0]: code}) if named else of.about
    return replace(of, unit="rank", by=(), rows=(Row((), Decimal(place)),), about=about, precision=None, detail=detail)


def extreme(store: Store, *, of: Frame, kind: str = "max") -> Frame:
    """The row with the highest ("max") or lowest ("min") value."""
    if kind not in ("max", "min"):
        raise BadArguments('`kind` is "max" or "min"')
    found = _ordered(of, "desc" if kind == "max" else "asc")
    return replace(of, rows=(Row(*found[0]),), detail={**of.detail, "extreme": kind, "searched": _searched(of)})


def where(store: Store, *, of: Frame, test: str, value: str | int | Frame, high: str | int | None = None) -> Frame:
    """The rows whose value is "above", "at_least", "below", "at_most" `value`, or "between" it and `high`.

    `value` is in the unit of the rows, or a single figure such as their mean; BadArguments where it can only be money
    and the rows are rates.
    """
    if isinstance(value, Frame):
        value = str(value.value)
    if of.unit in _RATES and abs(Decimal(value)) >= _MONEY:
        raise BadArguments(f"`value` is in {of.unit} here, as the rows are; {value} is an amount of money")
    kept = tuple(Row(key, found) for key, found in present(of.rows) if passes(test, found, value, high))
    holds = bool(kept)
    kept = kept if of.by else of.rows  # a single figure stays, to be said beside the yes or no
    condition: dict[str, Json] = {"test": test, "value": str(value), "high": None if high is None else str(high)}
    return replace(of, rows=kept, detail={**of.detail, "where": condition, "holds": holds, "searched": _searched(of)})


def count(store: Store, *, of: Frame) -> Frame:
    """How many rows there are: after `where`, how many meet the condition."""
    rows = (Row((), Decimal(len(of.rows))),)
    searched = of.detail.get("searched") or _searched(of)
    detail = {**of.detail, "counted": [list(row.key) for row in of.rows], "searched": searched, "of_by": list(of.by)}
    return replace(of, unit="count", by=(), rows=rows, precision=None, detail=detail)


def passes(test: str, found: Decimal, value: str | int, high: str | int | None) -> bool:
    """Whether a value meets a test of `where`."""
    if test == "between" and high is not None:
        return Decimal(value) <= found <= Decimal(high)
    if test not in _TESTS:
        raise BadArguments(f"`test` is one of {', '.join(_TESTS)} or between, not {test!r}")
    return _TESTS[test](found, Decimal(value))


def _ordered(of: Frame, order: str) -> list[tuple[tuple[str, ...], Decimal]]:
    sign = -1 if order == "desc" else 1
    return sorted(present(of.rows), key=lambda row: (sign * row[1], row[0]))


def _searched(of: Frame) -> list[Json]:
    return [len(of.rows), list(of.rows[0].key), list(of.rows[-1].key)] if of.rows else [0, [], []]
