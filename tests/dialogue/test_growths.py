"""The growth of two partners, asked about in turn, is held against each other; a difference is told in both units."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

OPENING = ("growth of US imports from Germany in 2023", "and Italy?")


@pytest.mark.slow
@pytest.mark.parametrize(
    "asked", ["which is higher?", "what's the difference?", "which grew faster?", "who grew more?"]
)
def test_the_growth_of_two_is_held_against_each_other(assistant: Assistant, asked: str) -> None:
    text = talk(assistant, *OPENING, asked)["text"]
    assert "Germany had the higher growth with 8.63%" in text and "percentage points" in text


@pytest.mark.slow
def test_the_lower_growth_and_the_next_partner(assistant: Assistant) -> None:
    assert "Italy had the lower growth" in talk(assistant, *OPENING, "which of the two grew less?")["text"]
    assert "France rose by" in talk(assistant, *OPENING, "and France?")["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "turns",
    [
        ("difference between US imports from Japan and from Korea in 2023 in dollars and percent",),
        ("US imports from Japan versus US imports from Korea in 2023, gap in dollars and as a percentage",),
        ("US imports from Japan 2023", "and Korea?", "difference in dollars and percent?"),
    ],
)
def test_a_difference_in_both_units_is_told_in_both(assistant: Assistant, turns: tuple[str, ...]) -> None:
    text = talk(assistant, *turns)["text"]
    assert "$31.084 billion" in text and "26.76%" in text
