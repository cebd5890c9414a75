"""One grouped sum over one table, written in SQLAlchemy Core: the only statement that answers ever run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from assistant.periods import GRAINS, LENGTHS, Period, month_of

Sums = dict[str, Decimal | None]


def aggregate(
    connection: sa.Connection,
    table: str,
    terms: Mapping[str, tuple[str, str]],
    filters: Mapping[str, Sequence[str]],
    excluded: Mapping[str, Sequence[str]],
    by: Sequence[str],
    periods: Sequence[Period],
    level: int | None = None,
) -> list[tuple[tuple[str, ...], Sums]]:
    """The sums of each term, a (column, flow), for every key of `by`, ordered by key.

    Rows count where each filtered column is one of its codes, no excluded column is one of its codes and the
    month lies in one of `periods`; time keys come back as the contract writes periods. A sum without rows is None.
    Terms of one flow and several columns (a unit value) count the rows that have them all. Products match by their
    first digits, and are keyed by their first `level` digits.
    """
    grain = next((key for key in by if key in GRAINS), None)
    source = sa.table(table, *map(sa.column, _columns(terms, filters, excluded, by)))
    spans = _spans(periods) if grain == "period" else None
    paired = {column for column, _ in terms.values()} if len({flow for _, flow in terms.values()}) == 1 else set()
    keys = [_key(source, spans, key, level).label(key) for key in by]
    sums = [_sum(source, *term).label(name) for name, term in terms.items()]
    statement = sa.select(*keys, *sums).where(*_conditions(source, filters, excluded))
    if len(paired) > 1:  # a ratio of two columns counts the rows that have both
        statement = statement.where(*(source.c[column].is_not(None) for column in sorted(paired)))
    if spans is None:
        statement = statement.where(sa.or_(*(_within(source.c.period, period) for period in periods)))
    else:
        inside = source.c.period.between(spans.c.first_day, spans.c.last_day)
        statement = statement.select_from(source.join(spans, inside))
    statement = statement.group_by(*keys).order_by(*keys)
    return [_result(row, by, grain, len(keys), terms) for row in connection.execute(statement).all()]


def _columns(terms: Mapping[str, tuple[str, str]], *named: Iterable[str]) -> list[str]:
    plain = {name for names in named for name in names if name not in GRAINS}
    return sorted(plain | {column for column, _ in terms.values()} | {"flow", "period"})


def _spans(periods: Sequence[Period]) -> sa.Values:
    columns = (sa.column("span", sa.String), sa.column("first_day", sa.Date), sa.column("last_day", sa.Date))
    return sa.values(*columns, name="spans").data([(str(p), p.start, p.end) for p in periods])


def _key(source: sa.TableClause, spans: sa.Values | None, key: str, level: int | None) -> sa.ColumnElement[Any]:
    if key == "period" and spans is not None:
        return spans.c.span
    if key == "product" and level is not None:
        return sa.func.substr(source.c.product, 1, level)
    return sa.func.date_trunc(key, source.c.period) if key in GRAINS else source.c[key]


def _sum(source: sa.TableClause, column: str, flow: str) -> sa.ColumnElement[Any]:
    return sa.func.sum(source.c[column]).filter(source.c.flow == flow)


def _conditions(
    source: sa.TableClause, filters: Mapping[str, Sequence[str]], excluded: Mapping[str, Sequence[str]]
) -> list[sa.ColumnElement[bool]]:
    kept = [_among(source.c[column], codes) for column, codes in filters.items()]
    return kept + [sa.not_(_among(source.c[column], codes)) for column, codes in excluded.items() if codes]


def _among(column: sa.ColumnElement[Any], codes: Sequence[str]) -> sa.ColumnElement[bool]:
    if column.key != "product":
        return column.in_(list(codes))
    lengths = sorted({len(code) for code in codes})
    return sa.or_(*(sa.func.substr(column, 1, n).in_([c for c in codes if len(c) == n]) for n in lengths))


def _within(column: sa.ColumnElement[Any], period: Period) -> sa.ColumnElement[bool]:
    return column.between(period.start, period.end)


def _result(
    row: sa.Row[Any], by: Sequence[str], grain: str | None, width: int, terms: Mapping[str, tuple[str, str]]
) -> tuple[tuple[str, ...], Sums]:
    key = tuple(_written(value, grain) for value in row[:width])
    return key, {name: _decimal(value) for name, value in zip(terms, row[width:], strict=True)}


def _written(value: object, grain: str | None) -> str:
    if not isinstance(value, date):
        return str(value)
    month = month_of(value)
    length = LENGTHS[grain or "month"]
    return str(Period(month.first, month.first + length - 1))


def _decimal(value: Decimal | float | None) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
