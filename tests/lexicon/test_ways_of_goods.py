"""Ways that goods take are modes of transport; ways of doing something, and which way goods go, are not."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    "text",
    [
        "Rank the top three ways Canadian goods reached the US in 2025",
        "What are the top ways goods came from Mexico in 2024?",
        "Which way did most Mexican goods enter the US in 2024?",
        "List the ways in which US exports went to Canada in 2024 by value",
    ],
)
def test_ways_of_goods_are_modes(text: str) -> None:
    assert understood(text).slots.keys == ("mode",)


@pytest.mark.parametrize(
    "text",
    [
        "Which way did more goods go in 2024, to Mexico or from Mexico?",
        "trade with Mexico both ways in 2024",
        "Is there a way to see US exports to Mexico in 2024?",
        "what is the best way to look at US imports from Mexico in 2024?",
        "what are the ways trade data are revised?",
    ],
)
def test_other_ways_are_none(text: str) -> None:
    assert not understood(text).slots.keys
