"""Two places of a ranking that are held against each other are the two that hold them."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

MARKETS = "which are the top 3 US export markets in 2023?"


@pytest.mark.parametrize(
    ("turns", "places"),
    [
        (["difference between the first and the third"], (0, 2)),
        (["gap between first and second"], (0, 1)),
        (["how far behind is the second?"], (0, 1)),
        (["by how much does it lead?"], (0, 1)),
        (["the third trails the first by how much?"], (0, 2)),
        (["difference between the first and the third", "and the gap between the first and second?"], (0, 1)),
    ],
)
def test_places_are_those_of_the_ranking(assistant: Assistant, turns: list[str], places: tuple[int, int]) -> None:
    markets = [item["value"] for item in talk(assistant, MARKETS)["answer"] if item["kind"] == "entity"]
    first, second = (markets[place] for place in places)
    held = talk(assistant, MARKETS, *turns)
    told = talk(assistant, f"difference between US exports to {first} and to {second} in 2023")
    assert held["status"] == "answered"
    assert held["text"] == told["text"]
