"""Tariff rates: the rate in force at a moment, or at each date from which a new one holds."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.measures import ROUNDING, TARIFFS
from assistant.periods import Period, month_of
from assistant.store.rates import Rate, rates
from assistant.store.selection import is_closed, resolve
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.types import About, Frame, Json, Note, Row

Codes = str | Sequence[str] | None
DAY = "day"
_KEYS = ("partner", "product", DAY)


@dataclass(frozen=True, slots=True)
class _Span:
    """What a period asks for: its first and last day; `before` where it is the year that the additions start from."""

    first: date
    last: date
    text: str
    before: bool = False


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
    partners, products = _codes(partner), _chapters(_codes(product))
    table = table_of(store, bool(products) or "product" in by, basis)
    _covered(table, partners, products, by)
    span = _span(table, period)
    found = _read(store, table, partners, products, _codes(without))
    chosen = _each(found, span) if DAY in by else _in_force(found, span)
    if not chosen:
        raise NoData(f"{table.title} holds no rate for this", cause="empty", detail={"table": table.title})
    return _frame(table, what, partners, products, tuple(by), span, chosen, found)


def written_out(store: Store, args: Mapping[str, Json]) -> dict[str, Json]:
    """The arguments with their table named, and with the newest day or last month where the period is open."""
    products = args.get("product") or "product" in (args.get("by") or ())
    table = table_of(store, bool(products), args.get("basis"))
    period = str(args.get("period") or "latest")
    if period == "latest":
        period = str(table.last) if is_undated(table) else _newest(store, table).isoformat()
    elif not _is_day(period) and not is_closed(period):
        period = str(resolve(period, table.first.first, table.last.last))
    return {**args, "period": period, "basis": {"table": table.id}}


def table_of(store: Store, chapters: bool, basis: Mapping[str, str] | None = None) -> Table:
    """The table of rates by HS chapter, or the one by date; NoData where there is none."""
    wanted = dict(basis or {})
    for table in store.tables:
        named = wanted.get("table", table.id) == table.id and wanted.get("source", table.source) == table.source
        if table.kind == "rate" and named and ("product" in table.dims) == chapters:
            return table
    raise NoData("no loaded table has these rates", cause="basis")


def base_year(table: Table) -> str:
    """The year whose rate the additions come on top of."""
    return str(table.first.first // 12 - 1)


def is_undated(table: Table) -> bool:
    """Whether the table holds one state of the rates for a whole year, without a date."""
    return table.frequency == "A"


def _codes(given: Codes) -> tuple[str, ...]:
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def _chapters(codes: Sequence[str]) -> tuple[str, ...]:
    """The HS chapters of codes of any length ("8703;8704" is one thing)."""
    return tuple(dict.fromkeys(part[:2] for code in codes for part in code.split(";")))


def _is_day(text: str) -> bool:
    return len(text) == len("2025-04-09") and "/" not in text


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


def _span(table: Table, text: str) -> _Span:
    """The days of a period, within what the table covers."""
    if text == base_year(table):
        return _Span(date(int(text), 1, 1), date(int(text), 12, 31), text, before=True)
    if _is_day(text):
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise BadArguments(f"{text!r} is not a day; write 2025-04-09") from error
        first, last = day, day
    else:
        period = resolve(text, table.first.first, table.last.last)
        first, last = period.start, period.end.replace(day=monthrange(period.end.year, period.end.month)[1])
    months = Period(month_of(first).first, month_of(last).first)
    year_to_date = months.first <= table.last.last < months.last and months.grain in ("year", "quarter")
    if months.last < table.first.first or months.last > table.last.last and not year_to_date:
        ends = {"first": str(table.first), "last": str(table.last)}
        raise NoData(f"no rate for {text}", cause="period", detail={"table": table.title, "period": text, **ends})
    return _Span(first, last, text)


def _newest(store: Store, table: Table) -> date:
    with store.engine.connect() as connection:
        return max(rate.day for rate in rates(connection, table.id, table.members["partner"][:1]))


def _read(
    store: Store, table: Table, partners: Sequence[str], products: Sequence[str], without: Sequence[str]
) -> list[Rate]:
    """The rates of what is named; groups are left out where everyone is asked for, as they hold the others."""
    left_out = [*without, *([] if partners else table.groups.get("partner", ()))]
    with store.engine.connect() as connection:
        found = rates(connection, table.id, partners, products, without=left_out, has_products="product" in table.dims)
    order = {code: at for at, code in enumerate((*partners, *products))}
    return sorted(found, key=lambda r: (order.get(r.partner, 0), order.get(r.product, 0), r.partner, r.product, r.day))


def _each(found: Sequence[Rate], span: _Span) -> list[Rate]:
    """The rates that begin within the span, after the one that is in force when it begins."""
    begun = {(r.partner, r.product): r for r in found if r.day <= span.first}
    return [r for r in found if span.first < r.day <= span.last or begun.get((r.partner, r.product)) is r]


def _in_force(found: Sequence[Rate], span: _Span) -> list[Rate]:
    """The rate of each partner and product that holds on the last day of the span; of the year before, any."""
    latest = {(r.partner, r.product): r for r in found if span.before or r.day <= span.last}
    return list(latest.values())


def _value(rate: Rate, what: str, before: bool) -> Decimal | None:
    """The rate of the year before, what was added to it, or both together."""
    added = Decimal(0) if before else rate.added
    if what == "base_tariff":
        return rate.base
    if what == "added_tariff":
        return added
    return None if rate.base is None or added is None else ROUNDING.add(rate.base, added)


def _frame(
    table: Table,
    what: str,
    partners: Sequence[str],
    products: Sequence[str],
    by: tuple[str, ...],
    span: _Span,
    chosen: Sequence[Rate],
    found: Sequence[Rate],
) -> Frame:
    keys = [tuple(r.day.isoformat() if k == DAY else str(getattr(r, k)) for k in by) for r in chosen]
    rows = tuple(Row(key, _value(r, what, span.before)) for key, r in zip(keys, chosen, strict=True))
    about = About(
        reporter=table.books,
        partner=None if "partner" in by else ",".join(partners) or None,
        flow="import",
        product=None if "product" in by else ",".join(products) or None,
        period=_month(span.text),
    )
    return Frame(
        measure=what,
        unit=TARIFFS[what],
        by=by,
        rows=rows,
        about=about,
        table=table.id,
        basis=table.basis.sentence("import"),
        notes=tuple(_notes(table, what, by, span, partners, products)),
        detail=_detail(table, span, chosen, found),
    )


def _month(text: str) -> str:
    return text[:7] if _is_day(text) else text


def _detail(table: Table, span: _Span, chosen: Sequence[Rate], found: Sequence[Rate]) -> dict[str, Json]:
    """Which day's rate it is; of one rate since when it is unchanged, and the two parts that it is made of."""
    newest = max(rate.day for rate in chosen).isoformat()
    detail: dict[str, Json] = {"asked": span.text, "day": newest, "base_year": base_year(table)}
    detail |= {"undated": is_undated(table), "before": span.before, "newest": max(r.day for r in found).isoformat()}
    if len(chosen) == 1 and not span.before:
        (rate,) = chosen
        detail["since"] = _unchanged_since(rate, found).isoformat()
        parts = {"base": rate.base, "added": rate.added, "total": _value(rate, "tariff", False)}
        detail["terms"] = {name: str(0 if value is None else value) for name, value in parts.items()}
    return detail


def _unchanged_since(rate: Rate, found: Sequence[Rate]) -> date:
    """The first of the dates in a row up to this one with the same rate."""
    since = rate.day
    for earlier in reversed([r for r in found if r.day < rate.day and r.partner == rate.partner]):
        if earlier.added != rate.added:
            break
        since = earlier.day
    return since


def _notes(
    table: Table, what: str, by: Sequence[str], span: _Span, partners: Sequence[str], products: Sequence[str]
) -> list[Note]:
    """That additions are estimates, and of what a ranking of everyone is a part."""
    estimated = what != "base_tariff" and not span.before
    notes = [Note("estimate", table.release), *(Note("gap", gap.reason) for gap in table.gaps)] if estimated else []
    open_keys = [key for key, codes in (("partner", partners), ("product", products)) if key in by and not codes]
    parts = (table.population.get(key, "complete") for key in open_keys)
    return [*notes, *(Note("partial", part) for part in parts if part != "complete")]
