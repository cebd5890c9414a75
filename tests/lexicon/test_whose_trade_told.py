"""Whose trade is told by a heading, by a kind of partner and by an adjective; what is taken back or kept out."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Mexico trade: US imports by truck in 2025", "US goods imports from Mexico by truck came to $411"),
        ("India as a US supplier in 2023", "US goods imports from India came to $83"),
        ("Vietnam, Thailand, Taiwan as US import sources in 2024", "US goods imports among Vietnam"),
        ("Which Texas port handled most Mexican imports in 2024?", "Laredo came first in US goods imports from Mexico"),
        ("Is Mexico a bigger export market than the EU in 2024?", "No: US goods exports in 2024"),
        ("is japan even a top 5 customer of ours, 2024?", "No: Japan is number 6"),
        ("US exports to Canada in 2023 leaving December out", "$326.487 billion"),
        ("Did US exports to Mexico stay above 25bn in all twelve months of 2024?", "No: "),
        ("Was the fall in US imports in 2020 sharper for China or for Germany?", "Germany had the lower growth"),
        ("How big is trade with Peru? I mean US exports to Peru in 2022", "US goods exports to Peru came to"),
        ("biggest deficit within ASEAN 2024", "Vietnam came first"),
    ],
)
def test_the_flow_and_its_sides(assistant: Assistant, text: str, part: str) -> None:
    assert part in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    "turns",
    [
        ("Are exports to Canada or Mexico more volatile since 2015?",),
        ("Which 2 countries had deficits most alike in 2024",),
        ("US fruit and nut exports to Mexico for 2025", "sorry, I meant to Canada, not Mexico"),
    ],
)
def test_no_figure_of_something_else(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns)["status"] != "answered"
