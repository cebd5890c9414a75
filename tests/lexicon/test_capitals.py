"""Capitals that are said for their country, and the state and the cities that bear such a name."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("US surplus with Ottawa in 2024", ("CAN",)),
        ("How much did Washington import from Beijing in 2024?", ("CHN",)),
        ("What did Washington's goods deficit with Berlin come to in 2023?", ("DEU",)),
        ("trade between Washington and Ottawa in 2024", ("CAN",)),
        ("Mexico's surplus with Washington in 2024", ("USA",)),
    ],
)
def test_a_capital_is_its_country(text: str, partner: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert slots.partner == partner
    assert "region" not in slots.filters


@pytest.mark.parametrize(
    "text",
    [
        "Washington's exports to Canada in 2024 vs Oregon's",
        "Washington state exports to Canada in 2024",
        "Which state exported more to Canada in 2024, Washington or Oregon?",
        "Put Michigan and Washington side by side for me: exports to Canada in 2021.",
        "In our own data, how did Washington and California compare on exports to Canada in 2023?",
    ],
)
def test_washington_is_the_state_where_states_are_spoken_of(text: str) -> None:
    assert "US-WA" in understood(text).slots.filters["region"]


def test_washington_is_left_open_where_both_trade_so() -> None:
    assert understood("exports from Washington to Mexico in 2024").ambiguous == (("washington", ("USA", "US-WA")),)


@pytest.mark.parametrize("text", ["US imports from London in 2024", "How much did we buy from Tokyo in 2024?"])
def test_goods_from_a_city_are_not_its_countrys(text: str) -> None:
    assert "cities" in understood(text).unsupported
