"""Growth, sums along time, an index and volatility, worked by hand; the series 100, 150, 120, 140 has known rates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.change import cumulate, doubling, growth, rebase, roll, volatility
from assistant.types import Row
from tests.world.asking import frame, line, millions, picked, plain

KNOWN = (100, 150, 120, 140)


def d(text: Any) -> Decimal:
    return Decimal(str(text))


@pytest.mark.parametrize(
    ("kind", "expected"), [("cagr", "11.87"), ("average", "15.56"), ("trend", "8.18"), ("total", "40.00")]
)
def test_the_known_series(world: Store, kind: str, expected: str) -> None:
    result = growth(world, of=line(*KNOWN), kind=kind)
    assert round(plain(result), 2) == d(expected)
    assert (result.unit, result.by, result.precision) == ("percent", (), None)


@pytest.mark.parametrize(
    ("kind", "period", "base"),
    [("total", "2023", "2020"), ("cagr", "2020/2023", "2020"), ("average", "2020/2023", "2020")],
)
def test_growth_says_from_when_to_when(world: Store, kind: str, period: str, base: str) -> None:
    result = growth(world, of=line(*KNOWN), kind=kind)
    assert (result.about.period, result.detail["base"]) == (period, base)


def test_on_the_year_before(world: Store) -> None:
    result = growth(world, of=line(*KNOWN))
    assert plain(result) == {"2021": 50, "2022": -20, "2023": d("16.6666666667")}


def test_change_is_in_the_unit_of_the_values(world: Store) -> None:
    result = growth(world, of=line(*KNOWN), unit="change")
    assert (plain(result), result.unit) == ({"2021": 50, "2022": -30, "2023": 20}, "USD")
    assert growth(world, of=line(1, 3, unit="percent"), kind="total", unit="change").unit == "percentage points"


@pytest.mark.parametrize(
    ("kind", "start", "values", "expected"),
    [
        ("mom", "2023-01", (40, 42, 21), {"2023-02": 5, "2023-03": -50}),
        ("qoq", "2023-Q1", (100, 110), 10),
        ("yoy", "2023-01", (*[10] * 12, 11), 10),
        ("yoy", "2023-Q1", (50, 50, 50, 50, 60), 20),
    ],
)
def test_steps_of_each_length(world: Store, kind: str, start: str, values: tuple[int, ...], expected: Any) -> None:
    assert plain(growth(world, of=line(*values, start=start), kind=kind)) == expected


def test_one_step_is_one_figure_with_its_base(world: Store) -> None:
    result = growth(world, of=line(40, 42, start="2023-01"), kind="mom")
    assert (plain(result), result.about.period, result.detail["base"]) == (5, "2023-02", "2023-01")


def test_a_missing_month_is_not_stepped_over(world: Store) -> None:
    rows = (Row(("2023-01",), d(40)), Row(("2023-03",), d(44)))
    with pytest.raises(NoData) as refused:
        growth(world, of=frame(("month",), rows), kind="mom")
    assert (refused.value.kind, refused.value.cause) == ("not_computable", "base")


def test_growth_from_nothing_is_undefined(world: Store) -> None:
    assert plain(growth(world, of=line(0, 5, 10))) == {"2021": None, "2022": 100}
    assert plain(growth(world, of=line(None, 5, 10))) == {"2021": None, "2022": 100}
    for kind in ("yoy", "total", "cagr", "average", "trend"):
        with pytest.raises(NoData):
            growth(world, of=line(0, 5), kind=kind)


def test_a_balance_has_no_percent_change_where_it_is_not_above_zero(world: Store) -> None:
    with pytest.raises(NoData) as refused:
        growth(world, of=line(-5, 10, measure="balance"), kind="total")
    assert refused.value.cause == "sign"
    assert plain(growth(world, of=line(-5, 10, measure="balance"), kind="total", unit="change")) == 15
    assert plain(growth(world, of=line(5, 10, measure="deficit"), kind="total")) == 100


def test_each_line_grows_on_its_own(world: Store) -> None:
    rows = tuple(
        Row((partner, year), d(value))
        for partner, year, value in [
            ("CAN", "2022", 100),
            ("CAN", "2023", 110),
            ("MEX", "2022", 50),
            ("MEX", "2023", 40),
        ]
    )
    assert plain(growth(world, of=frame(("partner", "year"), rows), kind="total")) == {"CAN": 10, "MEX": -20}


LINES = tuple(
    Row((partner, year), d(value))
    for partner, year, value in [
        ("AAA", "2023", 40),
        ("CAN", "2022", 100),
        ("CAN", "2023", 110),
        ("MEX", "2022", 1),
        ("MEX", "2023", 3),
    ]
)


def test_what_has_no_earlier_figure_has_no_growth(world: Store) -> None:
    of = frame(("partner", "year"), LINES)
    for unit, expected in (
        ("percent", {"AAA": None, "CAN": 10, "MEX": 200}),
        ("change", {"AAA": None, "CAN": 10, "MEX": 2}),
    ):
        result = growth(world, of=of, kind="total", unit=unit)
        assert (plain(result), result.detail["base"], result.about.period) == (expected, "2022", "2023")


def test_tiny_beginnings_can_be_left_out(world: Store) -> None:
    result = growth(world, of=frame(("partner", "year"), LINES[1:]), kind="total", floor="0.05")
    assert (plain(result), result.detail["left_out"]) == ({"CAN": 10}, 1)


@pytest.mark.parametrize(("rate", "years"), [(100, "1"), ("7.2", "9.96960210537"), ("1", "69.6607168936")])
def test_doubling(world: Store, rate: Any, years: str) -> None:
    result = doubling(world, of=frame((), (Row((), d(rate)),), unit="percent"))
    assert (plain(result), result.unit) == (d(years), "years")
    with pytest.raises(NoData):
        doubling(world, of=frame((), (Row((), d(-1)),), unit="percent"))


@pytest.mark.parametrize("kind", ["weekly", "", "YOY"])
def test_a_kind_that_does_not_exist(world: Store, kind: str) -> None:
    with pytest.raises(BadArguments, match="yoy"):
        growth(world, of=line(1, 2), kind=kind)


def test_growth_needs_time(world: Store) -> None:
    with pytest.raises(BadArguments):
        growth(world, of=frame(("partner",), (Row(("MEX",), d(1)),)))


def test_running_sums(world: Store) -> None:
    assert plain(cumulate(world, of=line(*KNOWN))) == {"2020": 100, "2021": 250, "2022": 370, "2023": 510}
    assert plain(cumulate(world, of=line(1, None, 3))) == {"2020": 1, "2021": None, "2022": None}


@pytest.mark.parametrize(
    ("how", "expected"),
    [("sum", {"2021": 250, "2022": 270, "2023": 260}), ("mean", {"2021": 125, "2022": 135, "2023": 130})],
)
def test_moving_windows(world: Store, how: str, expected: dict[str, int]) -> None:
    assert plain(roll(world, of=line(*KNOWN), months=2, how=how)) == expected


def test_a_window_with_a_hole_is_no_window(world: Store) -> None:
    assert plain(roll(world, of=line(1, None, 3, 4, 5), months=2)) == {"2023": 7, "2024": 9}
    with pytest.raises(NoData):
        roll(world, of=line(1, 2), months=3)
    with pytest.raises(BadArguments):
        roll(world, of=line(1, 2), months=0)


def test_trailing_twelve_months_of_december_are_the_year(world: Store) -> None:
    months = picked(world, "imports", period="2022-01/2023-12", by=["month"])
    rolled = millions(roll(world, of=months, months=12))
    assert (rolled["2022-12"], rolled["2023-12"], len(rolled)) == (500, 600, 13)


def test_an_index(world: Store) -> None:
    result = rebase(world, of=line(*KNOWN))
    assert (plain(result), result.unit) == ({"2020": 100, "2021": 150, "2022": 120, "2023": 140}, "index")
    assert plain(rebase(world, of=line(*KNOWN), to="2022"))["2023"] == d("116.666666667")


def test_volatility_is_the_sample_standard_deviation(world: Store) -> None:
    assert plain(volatility(world, of=line(2, 4, 4, 4, 5, 5, 7, 9))) == d("2.13808993530")
    assert volatility(world, of=line(1, 2, unit="percent")).unit == "percentage points"
    assert plain(volatility(world, of=line(5))) is None
