"""How growth is computed: step by step, from first to last, per year on average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import mean

from assistant.errors import BadArguments, NoData
from assistant.measures import ROUNDING, divide
from assistant.periods import STEPS, Period
from assistant.tools.operators.frames import lines, retimed, time_index, untimed
from assistant.types import Frame, Json

MEAN_RATES = ("cagr", "average", "trend")
_SIGNED = frozenset({"balance", "surplus", "deficit", "normalised_balance"})
Points = dict[Period, Decimal | None]


def refuse_signed(of: Frame, unit: str) -> None:
    """NoData where a percent change is asked of a measure that may change sign."""
    if unit == "percent" and of.measure in _SIGNED and any(r.value is not None and r.value <= 0 for r in of.rows):
        raise NoData(
            "a balance that changes sign has no percent change",
            kind="not_computable",
            cause="sign",
            nearest="ask for the change in dollars",
        )


def above_floor(of: Frame, floor: Decimal) -> Frame:
    """The lines whose first value is at least that share of all first values."""
    at = time_index(of)
    bases = {key: next(iter(points.values())) or Decimal(0) for key, points in lines(of).items()}
    least = floor * sum(bases.values(), Decimal(0))
    kept = tuple(row for row in of.rows if bases[(*row.key[:at], *row.key[at + 1 :])] >= least)
    return replace(
        of, rows=kept, detail={**of.detail, "floor": str(floor), "left_out": sum(b < least for b in bases.values())}
    )


def stepwise(of: Frame, kind: str, unit: str) -> Frame:
    """The growth of each period against the one a year, quarter or month before."""
    if kind not in STEPS:
        raise BadArguments(f"`kind` is one of {', '.join((*STEPS, 'total', *MEAN_RATES))}, not {kind!r}")

    def changes(points: Points) -> Points:
        earlier = {period: period.shift(-STEPS[kind]) for period in points}
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
    base = str(Period.parse(period).shift(-STEPS[kind]))
    return untimed(result, values, period, detail={**result.detail, "base": base})


def overall(of: Frame, unit: str) -> Frame:
    """The growth of each line from its first to its last period."""
    series = lines(of)
    periods = sorted({period for points in series.values() for period in points})
    if len(periods) < 2:
        raise NoData("growth needs two periods", kind="not_computable", cause="base")
    first, last = periods[0], periods[-1]
    if first.months != last.months:
        raise NoData("growth is between spans of one length", kind="not_computable", cause="lengths")
    values = {key: _change(points.get(last), points.get(first), unit) for key, points in series.items()}
    detail = {**_kept(of), "growth": "total", "unit": unit, "base": str(periods[0])}
    return untimed(of, values, str(periods[-1]), unit=_units(of, unit), precision=None, detail=detail)


def yearly_rate(of: Frame, kind: str) -> Frame:
    """The growth per year of each line."""
    rates = {key: _rate(points, kind) for key, points in lines(of).items()}
    if all(rate is None for rate in rates.values()):
        raise NoData("average growth needs two or more positive values", kind="not_computable", cause="base")
    years = list(next(iter(lines(of).values())))
    detail = {**_kept(of), "growth": kind, "unit": "percent", "base": str(years[0]), "last": str(years[-1])}
    return untimed(of, rates, span_of(of), unit="percent", precision=None, detail=detail)


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


def _change(now: Decimal | None, before: Decimal | None, unit: str) -> Decimal | None:
    if now is None or before is None:
        return None
    return now - before if unit == "change" else divide(100 * (now - before), before)


def _kept(of: Frame) -> dict[str, Json]:
    return {name: of.detail[name] for name in ("floor", "left_out") if name in of.detail}


def _units(of: Frame, unit: str) -> str:
    if unit not in ("percent", "change"):
        raise BadArguments('`unit` is "percent" or "change"')
    if unit == "change":
        return "percentage points" if of.unit == "percent" else of.unit
    return "percent"


def span_of(of: Frame) -> str:
    """The periods from the first to the last row."""
    at = time_index(of)
    periods = sorted(Period.parse(row.key[at]) for row in of.rows)
    return str(Period(periods[0].first, periods[-1].last))
