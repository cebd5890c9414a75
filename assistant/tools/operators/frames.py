"""Small helpers that the operators share: time keys, rows by key, one basis for two frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.measures import RATES
from assistant.periods import GRAINS, Period
from assistant.types import Frame, Json, Row

Key = tuple[str, ...]


def time_index(frame: Frame) -> int:
    """Where the time key stands in the frame's keys; BadArguments where it has none."""
    for index, key in enumerate(frame.by):
        if key in GRAINS:
            return index
    raise BadArguments("this needs a selection with several periods: give `by` a month, quarter, year or period")


def lines(frame: Frame) -> dict[Key, dict[Period, Decimal | None]]:
    """The frame as one series for each key without its time part, each in time order."""
    at = time_index(frame)
    series: dict[Key, dict[Period, Decimal | None]] = {}
    for row in frame.rows:
        series.setdefault((*row.key[:at], *row.key[at + 1 :]), {})[Period.parse(row.key[at])] = row.value
    return {key: dict(sorted(points.items())) for key, points in series.items()}


def untimed(frame: Frame, values: dict[Key, Decimal | None], period: str, **changes: Json) -> Frame:
    """The frame with one value a line; its time key becomes `about.period`."""
    at = time_index(frame)
    by = (*frame.by[:at], *frame.by[at + 1 :])
    rows = tuple(Row(key, value) for key, value in sorted(values.items()))
    return replace(frame, by=by, rows=rows, about=replace(frame.about, period=period), **changes)


def retimed(frame: Frame, compute: Callable[[dict[Period, Decimal | None]], dict[Period, Decimal | None]]) -> Frame:
    """The frame with each line's points computed anew."""
    at = time_index(frame)
    rows = [
        Row((*key[:at], str(period), *key[at:]), value)
        for key, points in lines(frame).items()
        for period, value in compute(points).items()
    ]
    return replace(frame, rows=tuple(sorted(rows, key=lambda row: row.key)))


def one_basis(left: Frame, right: Frame) -> None:
    """BadArguments where two frames stand on different tables: they are never put into one figure."""
    if left.table != right.table:
        message = f"{left.table} and {right.table} are different sources and do not go into one figure"
        raise BadArguments(message, cause="sources")


def present(rows: Iterable[Row]) -> list[tuple[Key, Decimal]]:
    """The rows that have a value; NoData where none has."""
    found = [(row.key, row.value) for row in rows if row.value is not None]
    if not found:
        raise NoData("there is no value to work with", cause="empty")
    return found


def refuse_rates(of: Frame) -> None:
    """NoData where rates would be summed or averaged: each weighs as much as the trade behind it."""
    if of.measure in RATES and "growth" not in of.detail:
        raise NoData("rates have no sum and no plain average", kind="not_computable", cause="rates")
