"""Tariff rates: the rate in force at a moment, or at each date from which a new one holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.errors import BadArguments, NoData
from assistant.measures import DAY, TARIFFS
from assistant.store.rates import Rate, rates
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.select import codes_of
from assistant.tools.tariff_frames import frame_of
from assistant.tools.tariff_spans import Span, base_year, is_undated, span_of, table_of
from assistant.types import Frame

Codes = str | Sequence[str] | None
_KEYS = ("partner", "product", DAY)


def tariff(
    store: Store,
    *,
    what: str = "tariff",
    partner: Codes = None,
    product: Codes = None,
    period: str = "latest",
    by: Sequence[str] = (),
    without: Codes = None,
    basis: Mapping[str, str] | None = None,
) -> Frame:
    """The tariff on goods from a partner at a moment: "tariff" (all of it), "added_tariff" or "base_tariff".

    A rate holds from its date to the next, so a month or year means the rate at its end; `period` may also be a day
    ("2025-04-09"), "latest", or the year before the additions ("2024"). `by` takes partner, product (HS chapters; a
    longer code is read as its chapter) and day (each date within the period). Additions are estimates, in percentage
    points; all else is in percent. Rates are read as they stand and never summed or averaged. NoData where no table of
    rates covers it.
    """
    if what not in TARIFFS:
        raise BadArguments(f"`what` is one of {', '.join(TARIFFS)}, not {what!r}")
    if unknown := set(by) - set(_KEYS):
        raise BadArguments(f"`by` takes {', '.join(_KEYS)}, not {', '.join(sorted(unknown))}")
    partners, products = codes_of(partner), _chapters(codes_of(product))
    table = table_of(store, bool(products) or "product" in by, basis)
    _covered(table, partners, products, by)
    span = span_of(table, period)
    found = _read(store, table, partners, products, codes_of(without))
    chosen = _each(found, span) if DAY in by else _in_force(found, span)
    if not chosen:
        raise NoData(f"{table.title} holds no rate for this", cause="empty", detail={"table": table.title})
    return frame_of(table, what, partners, products, tuple(by), span, chosen, found)


def _chapters(codes: Sequence[str]) -> tuple[str, ...]:
    """The HS chapters of codes of any length ("8703;8704" is one thing)."""
    return tuple(dict.fromkeys(part[:2] for code in codes for part in code.split(";")))


def _covered(table: Table, partners: Sequence[str], products: Sequence[str], by: Sequence[str]) -> None:
    """NoData where a place or chapter is not in the table; BadArguments where rates would have to be put together."""
    for code in partners:
        if code not in table.codes["partner"]:
            detail = {
                "before": base_year(table),
                "partner": code,
                "population": table.population.get("partner", "").removeprefix("partial: "),
            }
            raise NoData(f"{table.title} does not hold {code}", cause="tariff_partner", detail=detail)
    for code in products:
        if code not in table.codes["product"]:
            detail = {"dimension": "product", "code": code}
            raise NoData(f"{table.title} does not hold chapter {code}", cause="code", detail=detail)
    for name, codes in (("partner", partners), *([("product", products)] if "product" in table.dims else [])):
        if name not in by and len(codes) != 1:
            raise BadArguments(f"rates are not put together: name one {name}, or give `by` the {name}")
    if DAY in by and is_undated(table):
        raise NoData(f"{table.title} has no dates", cause="tariff_undated", detail={"period": str(table.last)})


def _read(
    store: Store, table: Table, partners: Sequence[str], products: Sequence[str], without: Sequence[str]
) -> list[Rate]:
    """The rates of what is named; groups are left out where everyone is asked for, as they hold the others."""
    left_out = [*without, *([] if partners else table.groups.get("partner", ()))]
    with store.engine.connect() as connection:
        found = rates(connection, table.id, partners, products, without=left_out, has_products="product" in table.dims)
    order = {code: at for at, code in enumerate((*partners, *products))}
    return sorted(found, key=lambda r: (order.get(r.partner, 0), order.get(r.product, 0), r.partner, r.product, r.day))


def _each(found: Sequence[Rate], span: Span) -> list[Rate]:
    """The rates that begin within the span, after the one that is in force when it begins."""
    begun = {(r.partner, r.product): r for r in found if r.day <= span.first}
    return [r for r in found if span.first < r.day <= span.last or begun.get((r.partner, r.product)) is r]


def _in_force(found: Sequence[Rate], span: Span) -> list[Rate]:
    """The rate of each partner and product that holds on the last day of the span; of the year before, any."""
    latest = {(r.partner, r.product): r for r in found if span.before or r.day <= span.last}
    return list(latest.values())
