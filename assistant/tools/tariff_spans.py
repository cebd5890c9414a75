"""The days that a question about tariffs is of, and the tables of rates."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.errors import BadArguments, NoData
from assistant.periods import Period, month_of
from assistant.store.rates import rates
from assistant.store.selection import is_closed, resolve
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.types import Json


@dataclass(frozen=True, slots=True)
class Span:
    """What a period asks for: its first and last day; `before` where it is the year that the additions start from."""

    first: date
    last: date
    text: str
    before: bool = False


def written_out(store: Store, args: Mapping[str, Json]) -> dict[str, Json]:
    """The arguments with their table named, and with the newest day or last month where the period is open."""
    products = args.get("product") or "product" in (args.get("by") or ())
    table = table_of(store, bool(products), args.get("basis"))
    period = str(args.get("period") or "latest")
    if period == "latest":
        period = newest_day(store, table)
    elif not is_day(period) and not is_closed(period):
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


def is_day(text: str) -> bool:
    """Whether a period is written as a day: "2025-04-09"."""
    return len(text) == len("2025-04-09") and "/" not in text


def span_of(table: Table, text: str) -> Span:
    """The days of a period, within what the table covers."""
    if text == base_year(table):
        return Span(date(int(text), 1, 1), date(int(text), 12, 31), text, before=True)
    if is_day(text):
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
    return Span(first, last, text)


def newest_day(store: Store, table: Table) -> str:
    """The newest day that a table has rates from, or the year that it holds without a date."""
    return str(table.last) if is_undated(table) else _newest(store, table).isoformat()


def _newest(store: Store, table: Table) -> date:
    with store.engine.connect() as connection:
        return max(rate.day for rate in rates(connection, table.id, table.members["partner"][:1]))
