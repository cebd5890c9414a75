"""Values, growth, ranks and shares in everyday words: whose a flow is, how long a stretch is, which years are each."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "reporter", "partner"),
    [
        ("If you lump Mexico and Canada together, US exports for 2018 were...?", "USA", "USMCA"),
        ("Mexico, US exports 2018", "USA", "MEX"),
        ("For Japan, US imports in 2023", "USA", "JPN"),
        ("Mexico's US exports in 2018", "MEX", "USA"),
        ("US-Mexico exports 2018", "USA", "MEX"),
        ("How many dollars of imports come in for each dollar exported to Vietnam (2023)?", "USA", "VNM"),
        ("imports and exports to Vietnam, 2023", "USA", "VNM"),
        ("exports and imports from Vietnam, 2023", "USA", "VNM"),
        ("what Vietnam buys from and sells to the US, 2023", "VNM", "USA"),
    ],
)
def test_whose_flow_it_is(text: str, reporter: str, partner: str) -> None:
    slots = understood(text).slots
    assert (slots.reporter or ("USA",), slots.partner) == ((reporter,), (partner,))


@pytest.mark.parametrize(
    ("text", "keyed"),
    [
        ("Taiwan: change in US imports over five years, 2019 to 2024, in %", False),
        ("US imports from Taiwan, percent change across five years (2019-2024)", False),
        ("growth of imports from Vietnam in each of the five years 2019 to 2023", True),
        ("US imports from Taiwan over five years, 2020 to 2024", True),
        ("yearly growth of imports from Taiwan over five years, 2019 to 2024", True),
    ],
)
def test_the_length_of_a_stretch_is_no_key(text: str, keyed: bool) -> None:
    assert ("year" in understood(text).slots.keys) is keyed


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("How much did exports to the UK grow in 2023, and in 2024?", True),
        ("Has the pace of exports to the UK picked up: growth in 2023, and in 2024?", True),
        ("In how many years since 2018 did imports from China fall?", False),
    ],
)
def test_growth_in_two_years_is_told_for_both(text: str, each: bool) -> None:
    assert ("series" in understood(text).slots.operations) is each


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Everything flown in from Mexico in June, July and August 2025 comes to how much?", True),
        ("What did exports to Canada amount to in Q1, Q2 and Q3 2024?", True),
        ("What did exports to Canada amount to in Q1, Q2 and Q3 2024, each?", False),
        ("exports to Canada in June, July and August 2024", False),
        ("What did exports to Canada amount to in 2022 and 2023 respectively?", False),
    ],
)
def test_months_in_a_row_come_to_one_figure(text: str, added: bool) -> None:
    assert ("sum" in understood(text).slots.operations) is added


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Mexico: what went in and what came out in July 2024, seen from the US side?", {"exports", "imports"}),
        ("What did we send to Korea and what came back in 2024?", {"exports", "imports"}),
        ("What came in from China and what went out to it in 2023?", {"exports", "imports"}),
        ("What came in from China in 2023?", {"imports"}),
    ],
)
def test_what_goes_in_and_out_is_both_flows(text: str, measures: set[str]) -> None:
    assert set(understood(text).slots.measures) == measures


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Looking at Africa only, the country that sold the most goods to the US in 2014?", "AFRICA"),
        ("south america only: top three destinations of us goods in 2024", "SOUTHAMERICA"),
        ("In Asia only: which country bought the most from the US in 2023?", "ASIA"),
        ("Is the EU our top export market in 2023?", ""),
    ],
)
def test_a_group_alone_is_what_is_chosen_from(text: str, group: str) -> None:
    assert understood(text).slots.among == group


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Back in 1994, the first NAFTA year, American sales to Mexico added up to what?", ("1994",)),
        ("trade between the US and the UK in the year of the Brexit vote, 2016", ("2016",)),
        ("Did the US ever buy more than $45 billion from Mexico in a single month before 2025?", ("/2024-12",)),
        ("Is more than a tenth of US exports sold in China these days? Use 2024.", ("2024",)),
    ],
)
def test_what_a_year_is_known_for_names_no_time(text: str, periods: tuple[str, ...]) -> None:
    question = understood(text)
    assert (question.slots.periods, question.unknown) == (periods, ())


@pytest.mark.parametrize(
    ("text", "beside", "pick"),
    [
        ("Place of South Korea among US export markets, 2022", ("at", "partner", "KOR"), None),
        ("Seventh place among buyers of American goods in 2024 goes to whom?", (), 7),
        (
            "Taiwan's rank as an import source: 2017 and 2024, please give both positions.",
            ("at", "partner", "TWN"),
            None,
        ),
    ],
)
def test_which_place_is_asked(text: str, beside: tuple[str, ...], pick: int | None) -> None:
    question = understood(text)
    assert (question.slots.beside, question.slots.pick, question.unknown) == (beside, pick, ())


@pytest.mark.parametrize(
    ("text", "operations"),
    [
        ("By how many dollars did the surplus with the Netherlands move in 2023?", {"growth", "change"}),
        ("How did the goods move from Mexico in 2023?", set()),
    ],
)
def test_the_size_of_a_move_is_a_change(text: str, operations: set[str]) -> None:
    assert understood(text).slots.operations == operations


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How much did US firms export to Brazil in 2021?", False),
        ("How many US firms export to Brazil?", True),
        ("Which companies export most to Brazil?", True),
    ],
)
def test_firms_that_only_do_the_trading_narrow_nothing(text: str, said: bool) -> None:
    assert ("firms" in understood(text).unsupported) is said


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("the vegetable products group, imports from Mexico, December 2023", ()),
        ("imports of the group from Mexico, December 2023", ("group",)),
        ("How big was the calculated customs duty bill on Chinese goods for 2024?", ()),
        ("Chile to Japan, exports, 2012, whatever the old bilateral panel says", ()),
        ("exports of old cars to Mexico in 2024", ("old",)),
    ],
)
def test_words_that_only_name_what_is_named(text: str, unknown: tuple[str, ...]) -> None:
    assert understood(text).unknown == unknown


@pytest.mark.parametrize(
    ("text", "measure", "partner"),
    [
        ("What came across the northern border into the US by rail in 2024?", "imports", "CAN"),
        ("Goods that came over the southern border from Mexico by rail in 2024", "imports", "MEX"),
        ("What went into Canada by pipeline in 2024?", "exports", "CAN"),
        ("How much trade crosses the southern border by truck, 2024?", "total", "MEX"),
        ("Trade across Mexico's northern border in 2024", "total", "MEX"),
    ],
)
def test_which_border_is_crossed(text: str, measure: str, partner: str) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.partner or slots.reporter) == ((measure,), (partner,))


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Who bought more from the US in 2022, Germany, Italy or France?", ("DEU", "ITA", "FRA")),
        ("Of Germany, Italy and France, who bought the most American goods in 2022?", ("DEU", "ITA", "FRA")),
        ("Of Mexico and Canada, which bought more from us in 2023?", ("MEX", "CAN")),
    ],
)
def test_buyers_to_choose_from_buy_and_do_not_sell(text: str, partners: tuple[str, ...]) -> None:
    slots = understood(text).slots
    bought = slots.measures == ("exports",) and slots.partner == partners
    assert bought or slots.measures == ("imports",) and slots.reporter == partners
