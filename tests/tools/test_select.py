"""Selections with their figures worked by hand from the small world's files."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from tests.world.asking import millions, picked, plain


@pytest.mark.parametrize(
    ("measure", "partner", "period", "expected"),
    [
        ("imports", "MEX", "2023", 600),
        ("exports", "MEX", "2023", 330),
        ("total", "MEX", "2023", 930),
        ("balance", "MEX", "2023", -270),
        ("surplus", "MEX", "2023", -270),
        ("deficit", "MEX", "2023", 270),
        ("balance", "CAN", "2023", 0),
        ("surplus", "CAN", "2022", 10),
        ("imports", None, "2023", 1380),
        ("deficit", "WLD", "2022", 595),
        ("imports", "ASIA", "2023", 650),
        ("imports", "USMCA", "2023", 930),
        ("imports", "MEX", "2023-Q1", 126),
        ("imports", "MEX", "FY2023", 572),
        ("imports", "MEX", "2023-11/2024-02", 60 + 50 + 55 + 66),
        ("exports", "MEX", "2022/2023", 630),
    ],
)
def test_values(world: Store, measure: str, partner: str | None, period: str, expected: int) -> None:
    assert millions(picked(world, measure, partner, period)) == expected


@pytest.mark.parametrize(
    ("measure", "rest", "expected", "unit"),
    [
        ("coverage_ratio", {}, Decimal("0.55"), "ratio"),
        ("normalised_balance", {}, Decimal("-0.290322580645"), "ratio"),
        ("import_weight", {"product": "87"}, Decimal(25_000_000), "kg"),
        ("import_unit_value", {"product": "87"}, Decimal(12), "USD per kg"),
        ("duty", {"partner": "CHN"}, Decimal(66_000_000), "USD"),
        ("effective_duty", {"partner": "CHN"}, Decimal(15), "percent"),
        ("effective_duty", {"product": "87"}, Decimal(1), "percent"),
    ],
)
def test_ratios_are_ratios_of_sums(
    world: Store, measure: str, rest: dict[str, Any], expected: Decimal, unit: str
) -> None:
    frame = picked(world, measure, **rest)
    assert (frame.value, frame.unit) == (expected, unit)


def test_every_partner_has_its_row_and_totals_groups_and_residuals_have_none(world: Store) -> None:
    assert millions(picked(world, "imports", None, by=["partner"])) == {"CAN": 330, "CHN": 440, "MEX": 600}


def test_the_world_counts_the_residual_that_no_list_shows(world: Store) -> None:
    listed = sum(millions(picked(world, "imports", None, by=["partner"])).values())
    assert millions(picked(world, "imports", None)) - listed == 10


def test_named_groups_stand_beside_countries(world: Store) -> None:
    frame = picked(world, "imports", ["ASIA", "CHN", "USMCA"], by=["partner"])
    assert millions(frame) == {"ASIA": 650, "CHN": 440, "USMCA": 930}


def test_leaving_out_a_partner(world: Store) -> None:
    frame = picked(world, "imports", None, without={"partner": ["CHN"]}, by=["partner"])
    assert millions(frame) == {"CAN": 330, "MEX": 600}


def test_modes_leave_the_residual_out_of_the_list_and_keep_it_in_the_sum(world: Store) -> None:
    assert millions(picked(world, "imports", period="2023", by=["mode"])) == {"truck": 420, "vessel": 142}
    assert millions(picked(world, "imports", basis={"table": "us_modes"})) == 602
    assert millions(picked(world, "imports", mode=["truck", "vessel"])) == 562
    assert millions(picked(world, "imports", without={"mode": ["truck"]}, basis={"table": "us_modes"})) == 182


def test_listed_periods_are_keyed(world: Store) -> None:
    assert millions(picked(world, "imports", period=["2021", "2023"])) == {"2021": 400, "2023": 600}


def test_products_that_are_one_thing(world: Store) -> None:
    assert millions(picked(world, "imports", product="85;87")) == 480
    assert millions(picked(world, "imports", product=["27", "85;87"], by=["product"])) == {"27": 120, "85;87": 480}
    assert millions(picked(world, "imports", product="8")) == 480
    assert millions(picked(world, "imports", without={"product": ["85;87"]})) == 120


def test_own_books_and_the_mirror_are_not_the_same(world: Store) -> None:
    own = picked(world, "exports", "USA", "2022", reporter="MEX")
    mirror = picked(world, "exports", "USA", "2022", reporter="MEX", basis={"table": "us_goods"})
    assert (millions(own), own.mirror, own.table) == (480, False, "mx_goods")
    assert (millions(mirror), mirror.mirror, mirror.table) == (500, True, "us_goods")
    assert own.basis == "exports at f.o.b. value, books of MEX"
    assert mirror.basis == "imports at customs value, books of USA"


def test_a_mirrored_list_of_partners_is_keyed_by_who_trades(world: Store) -> None:
    frame = picked(world, "imports", "USA", "2023", reporter=["MEX", "CAN"], by=["reporter"])
    assert frame.mirror and millions(frame) == {"CAN": 330, "MEX": 330}


def test_notes_say_what_stands_behind_a_figure(world: Store) -> None:
    def kinds(*args: Any, **rest: Any) -> list[str]:
        return [note.kind for note in picked(world, *args, **rest).notes]

    assert kinds("imports", "MEX", "2023") == []
    assert kinds("exports", "USA", "2023", reporter="MEX") == ["books"]
    assert kinds("surplus", "USA", "2024-02", reporter="MEX") == ["extract"]
    assert kinds("imports", "MEX", "2023", by=["port"]) == ["partial"]
    assert kinds("imports", "MEX", "2023", port="2304") == []
    assert kinds("imports", "CHN", ["2022", "2023"]) == ["gap"]
    assert kinds("imports", "CHN", ["2021", "2022"]) == []
    assert kinds("imports", "MEX", ["2022", "2023"]) == []


def test_what_an_extract_states_travels_with_it(world: Store) -> None:
    frame = picked(world, "surplus", "USA", "2024-02", reporter="MEX")
    assert (millions(frame), frame.precision) == (40, Decimal(500_000))
    assert frame.detail["terms"] == {"x": "60000000.00", "m": "20000000.00"}


def test_the_parts_of_a_mirrored_balance_are_the_reporters(world: Store) -> None:
    frame = picked(world, "surplus", "USA", "2023", reporter="MEX")
    assert frame.mirror and millions(frame) == 270
    assert {name: Decimal(value) for name, value in frame.detail["terms"].items()} == {
        "x": 600 * 10**6,
        "m": 330 * 10**6,
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"measure": "profit"},
        {"by": ["colour"]},
        {"period": "next year"},
        {"period": "2024-13"},
        {"period": "quarter:9"},
    ],
)
def test_wrong_arguments_are_told_what_is_right(world: Store, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadArguments):
        picked(world, **{"measure": "imports", **wrong})


def test_a_whole_year_is_needed_for_a_year(world: Store) -> None:
    frame = picked(world, "imports", period="2022/", by=["year"])
    assert millions(frame) == {"2022": 500, "2023": 600}
    with pytest.raises((BadArguments, NoData)):
        picked(world, "imports", period="2023-05/2023-11", by=["year"])


def test_what_is_not_there_is_no_zero(world: Store) -> None:
    with pytest.raises(NoData):
        picked(world, "imports", "BRA")
    with pytest.raises(NoData):
        picked(world, "imports", period="2019")
    assert "27" not in plain(picked(world, "import_unit_value", by=["product"]))  # no weight stands in its rows
