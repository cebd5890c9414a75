"""Figures asked for in turn, and one of them picked after; what a message puts right in itself."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

_PORTS = ("What did Laredo export to Mexico in 2023?", "Now the same for Eagle Pass")
_YEARS = ("US imports from Germany 2021", "2022?", "2023?")


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ((*_YEARS, "which of those three years was the highest?"), "2023"),
        ((*_YEARS, "which was highest?"), "2023"),
        (("exports to Canada in 2010", "2015?", "2020?", "and the highest of those three?"), "2015 came first"),
        ((*_PORTS, "Which of those two was larger in imports that year?"), "Laredo came first in US goods imports"),
        ((*_PORTS, "Which of the two grew more from 2022?"), "exports"),
        (
            ("US exports to Mexico in 2023", "and Canada?", "Which of the two is bigger in imports?"),
            "Mexico came first",
        ),
        (
            ("US imports from Japan 2020?", "And from Korea?", "Which one suffered the worse drop from 2019?"),
            "Japan had",
        ),
        (
            (
                "What share did rail have in US exports to Canada in 2010?",
                "And in 2024?",
                "How many points lost or gained?",
            ),
            "rose by",
        ),
        (("US exports to Japan in 2023", "and Korea", "how did the first one do in 2024?"), "to Japan came to"),
    ],
)
def test_one_of_those_asked_in_turn(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said.lower() in talk(assistant, *turns)["text"].lower()


def test_a_place_among_several_that_nobody_named_is_asked_back(assistant: Assistant) -> None:
    assert talk(assistant, "US exports to the first one in 2024")["status"] == "clarify"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("US exports to Mexico, sorry, I mean imports from it, in 2023", "US imports from Mexico in 2023"),
        ("US exports to Canada in 2023, no wait, imports", "US imports from Canada in 2023"),
        ("US exports to Canada, I mean Mexico, in 2023", "US exports to Mexico in 2023"),
        ("exports of chapter 27, sorry, 87, to Mexico in 2023", "US exports to Mexico of chapter 87 in 2023"),
        ("US imports from Canada in January 2024, sorry, February", "US imports from Canada in February 2024"),
        (
            "Trabajo sobre California. ¿Cuánto importó de México en 2022?",
            "¿Cuánto importó California de México en 2022?",
        ),
        ("exportaciones a México, perdón, importaciones, en 2023", "importaciones desde México en 2023"),
    ],
)
def test_what_is_put_right_stands_in_its_place(assistant: Assistant, text: str, whole: str) -> None:
    assert talk(assistant, text)["text"] == talk(assistant, whole)["text"]
