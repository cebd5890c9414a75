"""Sums without a verb, parts of a rise, what a verb takes out, windows before windows, whom a writer is."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Canada plus Mexico, US exports 2022", True),
        ("US exports to Canada and Mexico in 2022 as a single figure", True),
        ("total of US imports from Canada and Mexico in 2022", True),
        ("adding 2021 and 2022, US imports from Mexico", True),
        ("US imports from Canada and Mexico in 2022, one figure each", False),
        ("US imports from Mexico in 2022, one figure", False),
        ("compare the total of US imports from Canada and Mexico in 2022", False),
    ],
)
def test_what_is_added_up(text: str, added: bool) -> None:
    assert ("sum" in understood(text).slots.operations) is added


@pytest.mark.parametrize(
    ("text", "periods", "added"),
    [
        ("worst 5 bilateral US deficits, jan+feb 2025 combined", ("2025-01/2025-02",), False),
        ("top 5 suppliers of the US in 2023 and 2024 together", ("2023/2024",), False),
        ("top 3 US export markets, Q1 and Q2 2024 combined", ("2024-01/2024-06",), False),
        ("top 5 US suppliers combined in 2023 and 2024", ("2023/2024",), True),
        ("top 5 US suppliers combined, 2024", ("2024",), True),
        ("top 5 US suppliers in 2020 and 2024 combined", ("2020", "2024"), True),
        ("the 5 biggest US suppliers in H2 2024, all six months together", ("2024-07/2024-12",), False),
        ("top 5 months of US imports from Mexico in 2024 combined", ("2024",), True),
    ],
)
def test_a_sum_beside_times_is_of_them(text: str, periods: tuple[str, ...], added: bool) -> None:
    slots = understood(text).slots
    assert (slots.periods, "sum" in slots.operations) == (periods, added)


@pytest.mark.parametrize(
    ("text", "keyed"),
    [
        ("aggregate calculated duty on imports of Chinese goods for 2024, all chapters", False),
        ("total US imports from China in 2024 across all chapters", False),
        ("duty by chapter on Chinese goods 2024", True),
        ("rank all chapters by US imports from China 2024", True),
        ("US imports from Mexico in 2024 across all chapters, top 5", True),
    ],
)
def test_all_products_are_one_sum(text: str, keyed: bool) -> None:
    slots = understood(text).slots
    assert ("product" in slots.keys, slots.level == 2) == (keyed, keyed)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("if you take Mexico out, US exports to the world in 2022", ("MEX",)),
        ("US imports 2022, setting Canada and Mexico aside", ("CAN", "MEX")),
        ("world minus China: US imports 2021", ("CHN",)),
        ("world less Mexico US exports 2020", ("MEX",)),
        ("US imports from Canada less imports from Mexico in 2022", ()),
    ],
)
def test_what_is_taken_out(text: str, left_out: tuple[str, ...]) -> None:
    assert understood(text).slots.without.get("partner", ()) == left_out


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("of the increase in total US-Mexico trade from 2019 to 2023, what percent came from imports", "total"),
        ("what portion of the 2019-2023 rise in total US-Mexico trade was exports", "total"),
        ("how much of the rise in US imports from 2019 to 2023 was from Mexico", ""),
    ],
)
def test_a_part_of_a_rise_is_of_the_rise(text: str, within: str) -> None:
    slots = understood(text).slots
    assert "share_of_growth" in slots.operations and slots.within == within


def test_a_rise_of_a_share_is_none_of_a_rise() -> None:
    assert "share_of_growth" not in understood("the rise in Mexico's share of US imports 2018 to 2022").slots.operations


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "12 months to sep 2023, US imports from Mexico, growth vs the preceding 12",
            ("2022-10/2023-09", "2021-10/2022-09"),
        ),
        ("how did US exports to Canada grow in 2021 after 2020", ("2020", "2021")),
        ("three-year total of US imports from Mexico 2020-2022", ("2020/2022",)),
        ("mean of the yearly growth of US imports from Mexico in 2020, 2021 and 2022", ("2019/2022",)),
        ("from Q4 2021 to Q4 2022 how did US imports from Mexico move", ("2021-Q4", "2022-Q4")),
    ],
)
def test_periods_that_are_set_beside_each_other(text: str, periods: tuple[str, ...]) -> None:
    assert understood(text).slots.periods == periods


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("Oil and gas guys here. US imports from Canada by pipeline, 2022", {"mode": ("pipeline",)}),
        ("I'm interested in plastics. US imports from Canada in 2022", {"product": ("39",)}),
    ],
)
def test_a_trade_of_the_writer_narrows_nothing(text: str, filters: dict[str, tuple[str, ...]]) -> None:
    assert dict(understood(text).slots.filters) == filters


def test_an_age_is_no_count() -> None:
    asked = understood("I'm 17. US exports to Mexico in 2022")
    assert not [m for m in asked.mentions if m.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("did the US deficit with Mexico get worse from 2021 to 2022", "rise"),
        ("did the US deficit with Mexico improve from 2021 to 2022", "fall"),
        ("did the US trade balance with Mexico worsen from 2021 to 2022", "fall"),
    ],
)
def test_a_deficit_that_gets_worse_rises(text: str, move: str) -> None:
    assert move in understood(text).slots.operations


def test_goods_that_enter_pay_duty_here() -> None:
    slots = understood("customs duty calculated on Chinese goods entering the United States in 2024").slots
    assert (slots.reporter, slots.partner) == (("USA",), ("CHN",))
    assert understood("duty collected by Mexico on US goods in 2024").slots.reporter != ("USA",)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("how much freight did Texas send to Mexico in 2024", "exports"),
        ("what freight did Canada receive from the US by rail in 2024", "imports"),
        ("how much freight did Texas move with Mexico in 2024", "total"),
        ("freight moved by rail with Canada in 2024", "total"),
        ("how much freight moved through Laredo in 2024", "total"),
        ("which states trade most with Mexico in 2024", "total"),
    ],
)
def test_a_verb_says_which_way_freight_goes(text: str, measure: str) -> None:
    assert understood(text).slots.measures == (measure,)


@pytest.mark.parametrize(
    ("text", "reporter", "partner"),
    [
        ("the UK surplus of the US in 2023", "USA", "GBR"),
        ("years in which the Dutch surplus of the US was above $50 billion", "USA", "NLD"),
        ("Mexico's surplus with the US in 2023", "MEX", "USA"),
        ("US trade deficit with China of 2023", "USA", "CHN"),
    ],
)
def test_a_balance_of_a_place_that_follows_is_that_places(text: str, reporter: str, partner: str) -> None:
    slots = understood(text).slots
    assert (slots.reporter, slots.partner) == ((reporter,), (partner,))


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("between 2018 and 2023, what was the dollar change in US imports from China", True),
        ("US imports from China in 2023 in dollars", False),
    ],
)
def test_a_dollar_change_is_a_change(text: str, changed: bool) -> None:
    assert ("change" in understood(text).slots.operations) is changed


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("From 1994 to 2024, how many times bigger did trade with Mexico get?", ("1994", "2024")),
        ("how many times larger did US imports from China become between 2000 and 2018", ("2000", "2018")),
        ("ratio of US exports to imports with Mexico from 2010 to 2020", ("2010/2020",)),
    ],
)
def test_how_many_times_one_flow_became_larger_is_of_two_times(text: str, periods: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert "ratio" in slots.operations and slots.periods == periods
