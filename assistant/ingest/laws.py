"""The identities that tables declare, held against their rows: parts against their total, table against table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from assistant.errors import CorpusError
from assistant.ingest.mapping import literal
from assistant.periods import Period
from assistant.store.tables import Law, Table

_PER = {"period": "period", "month": "date_trunc('month', period)", "quarter": "date_trunc('quarter', period)"} | {
    "year": "date_trunc('year', period)"
}


@dataclass(frozen=True, slots=True)
class Deviation:
    """How far the two sides of a law are apart at its widest, and where."""

    table: str
    law: str
    where: str
    low: Decimal
    high: Decimal
    compared: int


def check_laws(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table]) -> tuple[Deviation, ...]:
    """The measured extremes of every declared law; CorpusError where one lies outside its bounds.

    A law against a table that is not loaded is passed over.
    """
    known = {table.id: table for table in tables}
    return tuple(
        _held(connection, table, law, flow)
        for table in tables
        for law in table.laws
        for flow in law.flows
        if law.kind == "parts" or law.other in known
    )


def _held(connection: duckdb.DuckDBPyConnection, table: Table, law: Law, flow: str) -> Deviation:
    apart = _apart(table, law, flow)
    extremes = "min(apart), max(apart), count(*), any_value(bucket ORDER BY abs(apart) DESC)"
    low, high, compared, where = connection.execute(f"SELECT {extremes} FROM ({apart})").fetchall()[0]
    if not compared:
        raise CorpusError(f"table {table.id}: law {law.name!r} ({flow}) compares no rows")
    found = Deviation(table.id, law.name, f"{flow} {where}", Decimal(str(low)), Decimal(str(high)), compared)
    if found.low < law.low or found.high > law.high:
        widest = connection.execute(f"SELECT * FROM ({apart}) ORDER BY abs(apart) DESC LIMIT 3").fetchall()
        raise CorpusError(
            f"table {table.id}: law {law.name!r} ({flow}) does not hold: {low} to {high}, "
            f"declared {law.low} to {law.high}:\n  " + "\n  ".join(", ".join(map(str, row)) for row in widest)
        )
    return found


def _apart(table: Table, law: Law, flow: str) -> str:
    """The query of both sides of a law side by side, with their difference."""
    members = "role IN ('member', 'residual')"
    keys = "reporter, partner" if law.kind == "agrees" else _other_keys(table, law.dimension)
    left = _sum(table.id, law, flow, keys, members)
    if law.kind == "agrees":
        right = _sum(law.other, law, flow, keys, members)
    else:
        total = f"{law.dimension} = {literal(table.totals[law.dimension])}"
        right = _sum(table.id, law, flow, keys, total)
    difference = "100 * (a.total / b.total - 1)" if law.percent else "a.total - b.total"
    return f"SELECT *, {difference} AS apart FROM ({left}) a JOIN ({right}) b USING (bucket, {keys})"


def _sum(table: str, law: Law, flow: str, keys: str, rows: str) -> str:
    months = f"period BETWEEN {_day(law.first)} AND {_day(law.last)}"
    tests = " AND ".join([rows, f"flow = {literal(flow)}", months, *_where(law.where)])
    return f"SELECT {_PER[law.per]} AS bucket, {keys}, sum(value) AS total FROM {table} WHERE {tests} GROUP BY ALL"


def _day(month: int) -> str:
    return literal(Period(month, month).start)


def _where(where: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [f"{name} IN ({', '.join(map(literal, codes))})" for name, codes in where.items()]


def _other_keys(table: Table, dimension: str) -> str:
    return ", ".join(["reporter", *(name for name in table.dims if name != dimension)])
