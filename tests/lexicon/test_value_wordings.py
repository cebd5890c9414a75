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
