"""What "southbound" means where it can be told, and where it cannot."""

from __future__ import annotations

import pytest

from assistant.lexicon.slots import question
from tests.world.reading import lexicon, understood


@pytest.mark.parametrize(
    "text",
    [
        "southbound trade in 2024",
        "Mexico-US northbound trade in 2024",
        "northbound exports from Mexico in 2024",
        "southbound trade with Mexico and Canada in 2024",
        "southbound trade with China in 2024",
    ],
)
def test_a_way_that_tells_no_flow_is_an_unknown_word(text: str) -> None:
    assert understood(text).unknown


def test_the_way_is_told_on_the_books_of_the_us() -> None:
    english = lexicon()
    found = question(*english.link("southbound trade with Mexico in 2024"), english.language, "CAN")
    assert found.unknown == ("southbound",)


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("and above $44 billion?", "above"),
        ("and below $44 billion?", "below"),
        ("months with US imports from Mexico of $44 billion and above", "at_least"),
        ("which Texas ports moved more than $20 billion of exports to Mexico in 2023", "above"),
    ],
)
def test_a_limit_before_its_amount_is_its_last_word(text: str, test: str) -> None:
    slots = understood(text).slots
    assert slots.condition and slots.condition.test == test
    assert "outgrown" not in slots.operations
