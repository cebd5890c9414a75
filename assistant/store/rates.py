"""The rows of a table of rates: each rate with the day from which it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Rate:
    """What a partner's goods are charged from a day on: the rate before and the points added, None where unknown."""

    partner: str
    product: str
    day: date
    base: Decimal | None
    added: Decimal | None


def rates(
    connection: sa.Connection,
    table: str,
    partners: Sequence[str] = (),
    products: Sequence[str] = (),
    *,
    without: Sequence[str] = (),
    has_products: bool = False,
) -> list[Rate]:
    """The rates of the partners and products, all where none is named, by partner, product and day.

    Rates are rows as they stand: no statement of this module sums or averages them.
    """
    import sqlalchemy as sa  # slow to load: only where rates are read

    names = ["partner", "period", "rate", "base_rate", *(["product"] if has_products else [])]
    source = sa.table(table, *map(sa.column, names))
    order = [source.c.partner, *([source.c.product] if has_products else []), source.c.period]
    statement = sa.select(source).order_by(*order)
    if partners:
        statement = statement.where(source.c.partner.in_(list(partners)))
    if without:
        statement = statement.where(source.c.partner.not_in(list(without)))
    if products and has_products:
        statement = statement.where(source.c.product.in_(list(products)))
    return [_rate(row._asdict()) for row in connection.execute(statement)]


def _rate(row: dict[str, object]) -> Rate:
    day = row["period"]
    if not isinstance(day, date):
        raise TypeError(f"a rate holds from a day, not from {day!r}")
    return Rate(
        str(row["partner"]), str(row.get("product", "")), day, _decimal(row["base_rate"]), _decimal(row["rate"])
    )


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(repr(value)) if isinstance(value, float) else Decimal(str(value))
