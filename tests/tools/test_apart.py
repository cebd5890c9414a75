"""Two growth rates or changes side by side, worked by hand: 10 % and 25 % are 15 percentage points apart."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.apart import apart
from assistant.tools.operators.change import growth
from assistant.types import Frame, Row
from tests.world.asking import frame, line, picked


def rate(value: str | None, unit: str = "percent", table: str = "made_up") -> Frame:
    rows = (Row((), None if value is None else Decimal(value)),)
    return frame((), rows, unit=unit, table=table)


@pytest.mark.parametrize(
    ("left", "right", "order", "value", "ahead"),
    [
        ("10", "25", "most", "-15", "second"),
        ("10", "25", "least", "-15", "first"),
        ("-8", "2", "most", "-10", "second"),
        ("-8", "2", "size", "6", "first"),
        ("3", "3", "most", "0", "none"),
    ],
)
def test_which_is_ahead(world: Store, left: str, right: str, order: str, value: str, ahead: str) -> None:
    found = apart(world, of=rate(left), minus=rate(right), order=order)
    assert (found.value, found.unit, found.detail["ahead"]) == (Decimal(value), "percentage points", ahead)


def test_shares_are_apart_in_points_and_money_in_money(world: Store) -> None:
    assert apart(world, of=rate("2", "percentage points"), minus=rate("1", "percentage points")).unit == (
        "percentage points"
    )
    assert apart(world, of=rate("2", "USD"), minus=rate("1", "USD")).unit == "USD"


def test_the_small_world(world: Store) -> None:
    """Imports from Mexico grew from 500 to 600 (20 %), from Canada from 300 to 330 (10 %)."""
    periods = ["2022", "2023"]
    mexico, canada = (
        growth(world, of=picked(world, "imports", code, periods, by=["period"]), kind="total")
        for code in ("MEX", "CAN")
    )
    assert apart(world, of=mexico, minus=canada).value == 10


def test_what_cannot_be_set_apart(world: Store) -> None:
    with pytest.raises(BadArguments, match="single"):
        apart(world, of=line(1, 2), minus=line(1, 2))
    with pytest.raises(BadArguments, match="unit"):
        apart(world, of=rate("1"), minus=rate("1", "USD"))
    with pytest.raises(BadArguments, match="sources"):
        apart(world, of=rate("1"), minus=rate("1", table="other"))
    with pytest.raises(BadArguments, match="order"):
        apart(world, of=rate("1"), minus=rate("1"), order="more")
    with pytest.raises(NoData):
        apart(world, of=rate(None), minus=rate("1"))
