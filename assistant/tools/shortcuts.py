"""Everyday questions as one call each: every shortcut writes itself out as a selection and operators.

Common arguments: `measure` (exports, imports, total, balance, surplus, deficit, …), `reporter` and `partner` as ISO3
codes (no partner: the world), `period` as 2024, 2024-Q3, 2024-11, 2017/2023, latest, latest-year, ever or 2019/, and
`basis` as {"source": "census"}, {"books": "MEX"}, {"release": "revised"}, {"valuation": "general"} or {"table": "…"}.
"""

from __future__ import annotations

from typing import Literal

from assistant.types import Call, Json

Basis = dict[str, str] | None
Grain = Literal["month", "quarter", "year"]
Dimension = Literal["partner", "mode", "product", "region", "port"]
Kind = Literal["yoy", "mom", "qoq", "total", "cagr", "average", "trend"]


def value(
    *,
    measure: str,
    reporter: str,
    partner: str | None = None,
    period: str = "latest-year",
    product: str | None = None,
    mode: str | None = None,
    region: str | None = None,
    port: str | None = None,
    basis: Basis = None,
) -> tuple[Call, ...]:
    """The value of one measure of a country's trade in one period."""
    given = {"product": product, "mode": mode, "region": region, "port": port}
    return (_select("v", measure, reporter, partner, period, basis=basis, **given),)


def balance(
    *, reporter: str, partner: str | None = None, period: str = "latest-year", basis: Basis = None
) -> tuple[Call, ...]:
    """A country's exports less its imports; positive is a surplus."""
    return (_select("v", "balance", reporter, partner, period, basis=basis),)


def total_trade(
    *, reporter: str, partner: str | None = None, period: str = "latest-year", basis: Basis = None
) -> tuple[Call, ...]:
    """A country's exports plus its imports."""
    return (_select("v", "total", reporter, partner, period, basis=basis),)


def series(
    *,
    measure: str,
    reporter: str,
    partner: str | None = None,
    period: str = "ever",
    grain: Grain = "month",
    basis: Basis = None,
) -> tuple[Call, ...]:
    """A measure month by month, quarter by quarter or year by year."""
    return (_select("v", measure, reporter, partner, period, by=[grain], basis=basis),)


def ranking(
    *,
    measure: str,
    reporter: str,
    of: Dimension = "partner",
    partner: str | None = None,
    period: str = "latest-year",
    n: int = 10,
    order: Literal["desc", "asc"] = "desc",
    basis: Basis = None,
) -> tuple[Call, ...]:
    """The partners, modes, products, states or ports with the most (or least) of a measure, in order."""
    rows = _select("s", measure, reporter, partner, period, by=[of], basis=basis)
    return rows, Call("v", "rank", {"of": {"ref": "s"}, "n": n, "order": order})


def share_of(
    *,
    measure: str,
    reporter: str,
    partner: str | None = None,
    mode: str | None = None,
    product: str | None = None,
    period: str = "latest-year",
    basis: Basis = None,
) -> tuple[Call, ...]:
    """A partner's, mode's or product's share of a country's trade, in percent."""
    whole = None if mode is None and product is None else partner
    part = _select("s", measure, reporter, partner, period, mode=mode, product=product, basis=basis)
    total = _select("t", measure, reporter, whole, period, basis=basis)
    return part, total, Call("v", "share", {"of": {"ref": "s"}, "total": {"ref": "t"}})


def growth_of(
    *,
    measure: str,
    reporter: str,
    partner: str | None = None,
    period: str,
    against: str,
    kind: Kind = "total",
    unit: Literal["percent", "change"] = "percent",
    basis: Basis = None,
) -> tuple[Call, ...]:
    """The growth from the period `against` to `period`; for "cagr", "average" and "trend" by year over all between."""
    yearly = kind in ("cagr", "average", "trend")
    span: Json = f"{against}/{period}" if yearly else [against, period]
    rows = _select("s", measure, reporter, partner, span, by=["year" if yearly else "period"], basis=basis)
    return rows, Call("v", "growth", {"of": {"ref": "s"}, "kind": kind, "unit": unit})


def compare(
    *, measure: str, reporter: str, partners: list[str], period: str = "latest-year", basis: Basis = None
) -> tuple[Call, ...]:
    """One measure of a country's trade with each of several partners."""
    rows = _select("s", measure, reporter, None, period, by=["partner"], basis=basis)
    return (Call("v", "select", {**rows.args, "partner": partners}),)


def highest(
    *,
    measure: str,
    reporter: str,
    partner: str | None = None,
    period: str = "ever",
    grain: Grain = "month",
    basis: Basis = None,
) -> tuple[Call, ...]:
    """The month, quarter or year with the highest value."""
    rows = _select("s", measure, reporter, partner, period, by=[grain], basis=basis)
    return rows, Call("v", "extreme", {"of": {"ref": "s"}, "kind": "max"})


def lowest(
    *,
    measure: str,
    reporter: str,
    partner: str | None = None,
    period: str = "ever",
    grain: Grain = "month",
    basis: Basis = None,
) -> tuple[Call, ...]:
    """The month, quarter or year with the lowest value."""
    rows = _select("s", measure, reporter, partner, period, by=[grain], basis=basis)
    return rows, Call("v", "extreme", {"of": {"ref": "s"}, "kind": "min"})


def count_periods(
    *,
    measure: str,
    reporter: str,
    test: Literal["above", "at_least", "below", "at_most"],
    limit: str,
    partner: str | None = None,
    period: str = "latest-year",
    grain: Grain = "month",
    basis: Basis = None,
) -> tuple[Call, ...]:
    """How many months, quarters or years meet a condition on a measure; `limit` in whole units (14000000000)."""
    rows = _select("s", measure, reporter, partner, period, by=[grain], basis=basis)
    kept = Call("w", "where", {"of": {"ref": "s"}, "test": test, "value": limit})
    return rows, kept, Call("v", "count", {"of": {"ref": "w"}})


def _select(
    name: str, measure: str, reporter: str, partner: str | None, period: Json, *, by: Json = None, **rest: Json
) -> Call:
    args = {"measure": measure, "reporter": reporter, "partner": partner, "period": period, "by": by, **rest}
    return Call(name, "select", {key: given for key, given in args.items() if given is not None})
