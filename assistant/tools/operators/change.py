"""Operators over time: growth, cumulative and rolling sums, an index, volatility."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from statistics import mean, stdev

from assistant.errors import BadArguments, NoData
from assistant.measures import ROUNDING, divide
from assistant.periods import Period
from assistant.store.store import Store
from assistant.tools.operators.frames import lines, retimed, time_index, untimed
from assistant.types import Frame

_BACK = {"yoy": 12, "mom": 1, "qoq": 3}
_SIGNED = frozenset({"balance", "surplus", "deficit", "normalised_balance"})
_MEAN_RATES = ("cagr", "average", "trend")

Points = dict[Period, Decimal | None]


def growth(store: Store, *, of: Frame, kind: str = "yoy", unit: str = "percent", floor: str | None = None) -> Frame:
    """The growth of each line: against a year ("yoy"), month ("mom") or quarter ("qoq") before, "total" from first
    to last, or per year on average: "cagr", "average" (mean of yearly rates), "trend" (least squares on logs).

    In percent, or with unit="change" in the unit of the values. With a `floor` ("0.001"), lines whose first value is
    less than that share of all lines' first values are left out: from a tiny base any growth is large. Growth from zero is undefined and a measure that
    may change sign has no percent change: NoData("not_computable"), as is growth across a break in what is counted.
    """
    if broken := next((note for note in of.notes if note.kind == "break"), None):
        raise NoData(broken.text, kind="not_computable", cause="break", detail={"reason": broken.text})
    of = of if floor is None else _above_floor(of, Decimal(floor))
    if kind in _MEAN_RATES:
        return _yearly_rate(of, kind)
    _refuse_signed(of, unit)
    result = _overall(of, unit) if kind == "total" else _stepwise(of, kind, unit)
    if all(row.value is None for row in result.rows):
        raise NoData("no period has the earlier one that growth needs", kind="not_computable", cause="base")
    return result


def doubling(store: Store, *, of: Frame) -> Frame:
    """The years that it takes to double at a yearly growth rate in percent: ln 2 / ln(1 + g)."""
    rate = of.value
    if of.unit != "percent" or rate is None or rate <= 0:
        raise NoData("only what grows doubles", kind="not_computable", cause="base")
    years = ROUNDING.create_decimal(Decimal(2).ln() / (1 + rate / 100).ln())
    return replace(of, unit="years", rows=(replace(of.rows[0], value=years),), detail={"doubling": True})


def cumulate(store: Store, *, of: Frame) -> Frame:
    """Running sums along time, each line on its own."""
    return replace(
        retimed(of, lambda points: dict(zip(points, _running(points), strict=True))), detail={"cumulated": True}
    )


def roll(store: Store, *, of: Frame, months: int = 12, how: str = "sum") -> Frame:
    """Sums ("sum") or means ("mean") over a moving window of that many rows, at each row that ends a full window."""
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
    return untimed(of, spread, _span(of), unit=unit, detail={**of.detail, "volatility": True})


def _above_floor(of: Frame, floor: Decimal) -> Frame:
    at = time_index(of)
    bases = {key: next(iter(points.values())) or Decimal(0) for key, points in lines(of).items()}
    least = floor * sum(bases.values(), Decimal(0))
    kept = tuple(row for row in of.rows if bases[(*row.key[:at], *row.key[at + 1 :])] >= least)
    return replace(
        of, rows=kept, detail={**of.detail, "floor": str(floor), "left_out": sum(b < least for b in bases.values())}
    )


def _deviation(values: Sequence[Decimal]) -> Decimal | None:
    return ROUNDING.create_decimal(stdev(values)) if len(values) > 1 else None


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


def _refuse_signed(of: Frame, unit: str) -> None:
    if unit == "percent" and of.measure in _SIGNED and any(r.value is not None and r.value <= 0 for r in of.rows):
        raise NoData(
            "a balance that changes sign has no percent change",
            kind="not_computable",
            cause="sign",
            nearest="ask for the change in dollars",
        )


def _change(now: Decimal | None, before: Decimal | None, unit: str) -> Decimal | None:
    if now is None or before is None:
        return None
    return now - before if unit == "change" else divide(100 * (now - before), before)


def _kept(of: Frame) -> dict[str, object]:
    return {name: of.detail[name] for name in ("floor", "left_out") if name in of.detail}


def _units(of: Frame, unit: str) -> str:
    if unit not in ("percent", "change"):
        raise BadArguments('`unit` is "percent" or "change"')
    if unit == "change":
        return "percentage points" if of.unit == "percent" else of.unit
    return "percent"


def _stepwise(of: Frame, kind: str, unit: str) -> Frame:
    if kind not in _BACK:
        raise BadArguments(f"`kind` is one of {', '.join((*_BACK, 'total', *_MEAN_RATES))}, not {kind!r}")

    def changes(points: Points) -> Points:
        earlier = {period: period.shift(-_BACK[kind]) for period in points}
        return {p: _change(points[p], points[e], unit) for p, e in earlier.items() if e in points}

    result = replace(
        retimed(of, changes), unit=_units(of, unit), precision=None, detail={**_kept(of), "growth": kind, "unit": unit}
    )
    periods = {row.key[time_index(result)] for row in result.rows}
    if len(periods) != 1:
        return result
    (period,) = periods
    at = time_index(result)
    values = {(*row.key[:at], *row.key[at + 1 :]): row.value for row in result.rows}
    base = str(Period.parse(period).shift(-_BACK[kind]))
    return untimed(result, values, period, detail={**result.detail, "base": base})


def _overall(of: Frame, unit: str) -> Frame:
    series = lines(of)
    values = {key: _change(_at(points, -1), _at(points, 0), unit) for key, points in series.items()}
    periods = list(next(iter(series.values())))
    detail = {**_kept(of), "growth": "total", "unit": unit, "base": str(periods[0])}
    return untimed(of, values, str(periods[-1]), unit=_units(of, unit), precision=None, detail=detail)


def _at(points: Points, index: int) -> Decimal | None:
    return list(points.values())[index]


def _span(of: Frame) -> str:
    at = time_index(of)
    periods = sorted(Period.parse(row.key[at]) for row in of.rows)
    return str(Period(periods[0].first, periods[-1].last))


def _yearly_rate(of: Frame, kind: str) -> Frame:
    rates = {key: _rate(points, kind) for key, points in lines(of).items()}
    if all(rate is None for rate in rates.values()):
        raise NoData("average growth needs two or more positive values", kind="not_computable", cause="base")
    years = list(next(iter(lines(of).values())))
    detail = {**_kept(of), "growth": kind, "unit": "percent", "base": str(years[0]), "last": str(years[-1])}
    return untimed(of, rates, _span(of), unit="percent", precision=None, detail=detail)


def _rate(points: Points, kind: str) -> Decimal | None:
    values = [value for value in points.values() if value is not None and value > 0]
    if len(values) < 2 or len(values) < len(points):
        return None
    if kind == "average":
        rates = [100 * (now / before - 1) for before, now in zip(values, values[1:], strict=False)]
        return ROUNDING.create_decimal(mean(rates))
    years = [Decimal(period.first) / 12 for period in points]
    if kind == "cagr":
        return ROUNDING.create_decimal(100 * ((values[-1] / values[0]) ** (1 / (years[-1] - years[0])) - 1))
    return ROUNDING.create_decimal(100 * (_slope(years, [value.ln() for value in values]).exp() - 1))


def _slope(x: Sequence[Decimal], y: Sequence[Decimal]) -> Decimal:
    x_mean, y_mean = mean(x), mean(y)
    cross = sum(((a - x_mean) * (b - y_mean) for a, b in zip(x, y, strict=True)), Decimal(0))
    return cross / sum(((a - x_mean) ** 2 for a in x), Decimal(0))
