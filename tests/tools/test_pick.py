"""Rankings, extremes, conditions and counts; equal values stand in the order of their codes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.combine import mean
from assistant.tools.operators.pick import count, extreme, position, rank, where
from tests.world.asking import line, millions, picked, plain


def test_the_largest_come_first(world: Store) -> None:
    result = rank(world, of=picked(world, "imports", None, by=["partner"]), n=2)
    assert [row.key for row in result.rows] == [("MEX",), ("CHN",)]
    assert result.detail["ranked"] == 3


def test_those_that_follow_the_last_of_several(world: Store) -> None:
    imports = picked(world, "imports", None, by=["partner"])
    following = rank(world, of=imports, after="MEX", following=2)
    assert [row.key for row in following.rows] == [("CHN",), ("CAN",)]
    assert (following.detail["place"], following.detail["to"]) == (2, 3)
    assert [row.key for row in rank(world, of=imports, after="CHN;MEX", following=1).rows] == [("CAN",)]


def test_equal_values_stand_in_the_order_of_their_codes(world: Store) -> None:
    exports = picked(world, "exports", None, by=["partner"])
    assert [row.key[0] for row in rank(world, of=exports).rows] == ["CAN", "MEX", "CHN"]
    assert [row.key[0] for row in rank(world, of=exports, order="asc").rows] == ["CHN", "CAN", "MEX"]
    assert [row.key[0] for row in extreme(world, of=exports).rows] == ["CAN"]


def test_a_bottom_is_not_a_top(world: Store) -> None:
    assert millions(rank(world, of=picked(world, "imports", None, by=["partner"]), n=1, order="asc")) == {"CAN": 330}


def test_what_is_missing_is_not_ranked(world: Store) -> None:
    assert plain(rank(world, of=line(3, None, 5))) == {"2022": 5, "2020": 3}
    with pytest.raises(NoData):
        rank(world, of=line(None))


@pytest.mark.parametrize(("kind", "key", "value"), [("max", "2022-12", 60), ("min", "2022-01", 40)])
def test_extremes_take_the_first_of_equals(world: Store, kind: str, key: str, value: int) -> None:
    months = picked(world, "imports", period="2022-01/2023-12", by=["month"])
    result = extreme(world, of=months, kind=kind)
    assert millions(result) == {key: value}
    assert result.detail["searched"] == [24, ["2022-01"], ["2023-12"]]


@pytest.mark.parametrize(
    ("test", "value", "high", "expected"),
    [
        ("above", 58, None, ["2023-11"]),
        ("at_least", 58, None, ["2023-10", "2023-11"]),
        ("below", 42, None, ["2023-01"]),
        ("at_most", 42, None, ["2023-01", "2023-02"]),
        ("between", 50, 52, ["2023-06", "2023-07", "2023-12"]),
        ("above", 100, None, []),
    ],
)
def test_conditions(world: Store, test: str, value: int, high: int | None, expected: list[str]) -> None:
    months = picked(world, "imports", by=["month"])
    limits = {"value": str(value * 10**6), "high": high and str(high * 10**6)}
    kept = where(world, of=months, test=test, **limits)
    assert [row.key[0] for row in kept.rows] == expected
    counted = count(world, of=kept)
    assert (plain(counted), counted.unit, counted.detail["searched"][0]) == (len(expected), "count", 12)


@pytest.mark.parametrize(("code", "place"), [("MEX", 1), ("CHN", 2), ("CAN", 3)])
def test_the_place_in_a_ranking(world: Store, code: str, place: int) -> None:
    result = position(world, of=picked(world, "imports", None, by=["partner"]), code=code)
    assert (plain(result), result.unit, result.detail["ranked"]) == (place, "rank", 3)
    with pytest.raises(NoData):
        position(world, of=picked(world, "imports", None, by=["partner"]), code="BRA")


def test_above_the_mean(world: Store) -> None:
    months = picked(world, "imports", by=["month"])
    kept = where(world, of=months, test="above", value=mean(world, of=months))
    assert [row.key[0] for row in kept.rows] == ["2023-07", "2023-08", "2023-09", "2023-10", "2023-11"]


def test_a_count_without_a_condition(world: Store) -> None:
    assert plain(count(world, of=picked(world, "imports", None, by=["partner"]))) == Decimal(3)


@pytest.mark.parametrize(
    ("operator", "wrong"),
    [
        (rank, {"order": "up"}),
        (rank, {"n": 0}),
        (extreme, {"kind": "best"}),
        (where, {"test": "near", "value": 1}),
        (where, {"test": "between", "value": 1}),
    ],
)
def test_wrong_arguments(world: Store, operator: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadArguments):
        operator(world, of=line(1, 2), **wrong)
