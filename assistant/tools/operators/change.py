"""Operators over time: growth, cumulative and rolling sums, an index, volatility."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from statistics import stdev

from assistant.errors import BadArguments, NoData
from assistant.measures import ROUNDING, divide
from assistant.periods import GRAINS, Period
from assistant.store.store import Store
from assistant.tools.operators.frames import lines, refuse_rates, retimed, time_index, untimed
from assistant.tools.operators.rates import (
    MEAN_RATES,
    Points,
    above_floor,
    overall,
    refuse_signed,
    span_of,
    stepwise,
    yearly_rate,
)
from assistant.types import Frame, Row


def growth(store: Store, *, of: Frame, kind: str = "yoy", unit: str = "percent", floor: str | None = None) -> Frame:
    """The growth of each line: against a year ("yoy"), month ("mom") or quarter ("qoq") before, "total" from first
    to last, or per year on average: "cagr", "average" (mean of yearly rates), "trend" (least squares on logs).

    In percent, or with unit="change" in the unit of the values. With a `floor` ("0.001"), lines whose first value is
    less than that share of all lines' first values are left out: from a tiny base any growth is large. Growth from
    zero is undefined and a measure that may change sign has no percent change: NoData("not_computable"), as is growth
    across a break in what is counted.
    """
    if broken := next((note for note in of.notes if note.kind == "break"), None):
        raise NoData(broken.text, kind="not_computable", cause="break", detail={"reason": broken.text})
    of = of if floor is None else above_floor(of, Decimal(floor))
    if kind in MEAN_RATES:
        return yearly_rate(of, kind)
    refuse_signed(of, unit)
    result = overall(of, unit) if kind == "total" else stepwise(of, kind, unit)
    if all(row.value is None for row in result.rows):
        raise NoData("no period has the earlier one that growth needs", kind="not_computable", cause="base")
    return result


def per_day(store: Store, *, of: Frame) -> Frame:
    """Each row's value over the days of its period: an average, as trade is published by month and not by day."""
    return _spread(of, "per_day", lambda period: period.days)


def per_month(store: Store, *, of: Frame) -> Frame:
    """Each row's value over the months of its period: an average of what is published for longer periods alone."""
    return _spread(of, "per_month", lambda period: period.months)


def _spread(of: Frame, name: str, length: Callable[[Period], int]) -> Frame:
    refuse_rates(of)
    at = next((index for index, key in enumerate(of.by) if key in GRAINS), None)
    if at is None and of.about.period is None:
        raise BadArguments("this needs a period whose length can be counted")
    periods = [row.key[at] if at is not None else str(of.about.period) for row in of.rows]
    rows = tuple(
        Row(row.key, None if row.value is None else divide(row.value, Decimal(length(Period.parse(period)))))
        for row, period in zip(of.rows, periods, strict=True)
    )
    return replace(of, rows=rows, precision=None, detail={**of.detail, "reduced": name})


def doubling(store: Store, *, of: Frame) -> Frame:
    """The years that it takes to double at a yearly growth rate in percent: ln 2 / ln(1 + g)."""
    rate = of.value
    if of.unit != "percent" or rate is None or rate <= 0:
        raise NoData("only what grows doubles", kind="not_computable", cause="base")
    years = ROUNDING.create_decimal(Decimal(2).ln() / (1 + rate / 100).ln())
    return replace(of, unit="years", rows=(replace(of.rows[0], value=years),), detail={"doubling": True})


def cumulate(store: Store, *, of: Frame) -> Frame:
    """Running sums along time, each line on its own."""
    refuse_rates(of)
    return replace(
        retimed(of, lambda points: dict(zip(points, _running(points), strict=True))), detail={"cumulated": True}
    )


def roll(store: Store, *, of: Frame, months: int = 12, how: str = "sum") -> Frame:
    """Sums ("sum") or means ("mean") over a moving window of that many rows, at each row that ends a full window."""
    refuse_rates(of)
    if how not in ("sum", "mean") or months < 1:
        raise BadArguments('`how` is "sum" or "mean" and `months` at least 1')
    result = retimed(of, lambda points: _windows(points, months, how))
    if not result.rows:
        raise NoData(f"fewer than {months} rows to roll over", kind="not_computable", cause="base")
    return replace(result, detail={"window": months, "how": how})


def rebase(store: Store, *, of: Frame, to: str | None = None) -> Frame:
    """An index with 100 at the period `to` (the first where it is not named)."""

    def index(points: Points) -> Points:
        base = points.get(Period.parse(to)) if to else next(iter(points.values()))
        return {p: None if value is None or not base else divide(100 * value, base) for p, value in points.items()}

    return replace(
        retimed(of, index), unit="index", precision=None, detail={"base": to or of.rows[0].key[time_index(of)]}
    )


def volatility(store: Store, *, of: Frame) -> Frame:
    """The standard deviation (n−1) of each line's values, in their unit; of growth rates, percentage points."""
    spread = {key: _deviation([v for v in points.values() if v is not None]) for key, points in lines(of).items()}
    unit = "percentage points" if of.unit == "percent" else of.unit
    return untimed(of, spread, span_of(of), unit=unit, detail={**of.detail, "volatility": True})


def _running(points: Points) -> list[Decimal | None]:
    return list(accumulate(points.values(), lambda a, b: None if a is None or b is None else a + b))


def _windows(points: Points, size: int, how: str) -> Points:
    values, periods = list(points.values()), list(points)
    rolled: Points = {}
    for end in range(size, len(values) + 1):
        window = [value for value in values[end - size : end] if value is not None]
        if len(window) == size:
            total = sum(window, Decimal(0))
            rolled[periods[end - 1]] = total if how == "sum" else divide(total, Decimal(size))
    return rolled


def _deviation(values: Sequence[Decimal]) -> Decimal | None:
    return ROUNDING.create_decimal(stdev(values)) if len(values) > 1 else None
