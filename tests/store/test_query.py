"""The one statement: a grouped sum over one table, with codes as values and never as text of the statement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.periods import Period
from assistant.store.query import aggregate
from assistant.store.store import Store

BOTH = {"x": ("value", "export"), "m": ("value", "import")}
IMPORTS = {"m": ("value", "import")}


def found(store: Store, table: str, terms: dict[str, tuple[str, str]] = IMPORTS, **rest: Any) -> dict[Any, Any]:
    given = {"filters": {}, "excluded": {}, "by": (), "periods": [Period.year(2023)], **rest}
    with store.engine.connect() as connection:
        rows = aggregate(connection, table, terms, **given)
    return {key: tuple(sums.values()) for key, sums in rows}


def m(*values: int | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) * 10**6 for value in values)


def test_each_term_sums_its_own_flow(world: Store) -> None:
    assert found(world, "us_goods", BOTH, filters={"partner": ("MEX",)}) == {(): m(330, 600)}


def test_a_sum_without_rows_is_missing_and_not_zero(world: Store) -> None:
    assert found(world, "us_products", BOTH, filters={"partner": ("CAN",)}) == {(): m(None, 330)}
    assert found(world, "us_goods", filters={"partner": ("BRA",)}) == {(): (None,)}
    assert found(world, "us_goods", filters={"partner": ("BRA",)}, by=("partner",)) == {}


def test_excluded_codes_do_not_count(world: Store) -> None:
    left = found(world, "us_goods", excluded={"partner": ("WLD", "ASIA", "XUN")}, by=("partner",))
    assert left == {("CAN",): m(330), ("CHN",): m(440), ("MEX",): m(600)}
    assert list(left) == sorted(left)


@pytest.mark.parametrize(
    ("grain", "period", "expected"),
    [
        ("month", "2023-11/2024-01", {"2023-11": 60, "2023-12": 50, "2024-01": 55}),
        ("quarter", "2023-07/2023-12", {"2023-Q3": 162, "2023-Q4": 168}),
        ("year", "2022/2023", {"2022": 500, "2023": 600}),
    ],
)
def test_time_keys_are_written_as_the_contract_writes_periods(
    world: Store, grain: str, period: str, expected: dict[str, int]
) -> None:
    rows = found(world, "us_monthly", by=(grain,), periods=[Period.parse(period)])
    assert rows == {(key,): m(value) for key, value in expected.items()}


def test_periods_that_overlap_each_get_all_their_months(world: Store) -> None:
    periods = [Period.parse("2023-01/2023-03"), Period.parse("2023-02"), Period.parse("FY2023")]
    rows = found(world, "us_monthly", by=("period",), periods=periods)
    assert rows == {("2023-Q1",): m(126), ("2023-02",): m(42), ("FY2023",): m(40 + 40 + 60 + 126 + 144 + 162)}


def test_periods_without_a_key_are_summed_together(world: Store) -> None:
    periods = [Period.parse("2023-01"), Period.parse("2023-03")]
    assert found(world, "us_monthly", periods=periods) == {(): m(84)}


def test_products_match_by_their_first_digits(world: Store) -> None:
    assert found(world, "us_products", filters={"product": ("8",)}) == {(): m(180 + 50 + 330 + 300 + 100 + 105)}
    assert found(world, "us_products", filters={"product": ("85", "2")}) == {(): m(560 + 305)}


def test_products_are_keyed_at_a_level(world: Store) -> None:
    rows = found(world, "us_products", by=("product",), filters={"partner": ("MEX",)}, level=1)
    assert rows == {("2",): m(120), ("8",): m(480)}


def test_floating_columns_come_as_decimals(world: Store) -> None:
    weights = found(
        world, "us_products", {"q": ("weight_kg", "import")}, filters={"partner": ("MEX",), "product": ("87",)}
    )
    assert weights == {(): (Decimal(25_000_000),)}
    assert isinstance(weights[()][0], Decimal)


def test_a_code_is_a_value_whatever_it_says(world: Store) -> None:
    assert found(world, "us_goods", filters={"partner": ("MEX'; DROP TABLE us_goods; --",)}) == {(): (None,)}
    assert found(world, "us_goods", filters={"partner": ("MEX",)}) == {(): m(600)}


def test_the_tables_are_open_for_reading_only(world: Store) -> None:
    import sqlalchemy as sa

    with world.engine.connect() as connection, pytest.raises(sa.exc.DBAPIError, match="read-only"):
        connection.execute(sa.text("DELETE FROM us_goods"))
