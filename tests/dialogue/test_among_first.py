"""After a figure of one thing: whether that is among the first of its kind, or the highest of all times."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["US balance with the Netherlands 2023", "is that our biggest surplus?"], "Yes: the Netherlands is number 1"),
        (["US deficit with Mexico 2023", "is that our biggest deficit?"], "No: Mexico is number 2"),
        (["US imports from Vietnam 2023", "is it in the top ten?"], "Yes: Vietnam is number 7"),
        (["US imports from Vietnam 2023", "is it one of the top five suppliers?"], "No: Vietnam is number 7"),
        (["Texas exports to Mexico 2023", "is that in the top 3?"], "Yes: Texas is number 1"),
        (["US imports from Mexico in 2023", "is that the most ever?"], "No: 2023 is number"),
        (["déficit de Estados Unidos con México en 2023", "¿es nuestro mayor déficit?"], "No: México ocupa el lugar 2"),
    ],
)
def test_the_place_of_what_was_told(assistant: Assistant, turns: list[str], told: str) -> None:
    assert talk(assistant, *turns)["text"].startswith(told)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("I'm preparing a slide on US import sources. What was China's share in 2018?", "21.23%"),
        ("I am writing about US exports. What was Canada's share in 2022?", "17.38%"),
        ("Topic: US export markets. Share of Japan in 2020?", "US goods exports to Japan made up 4.48%"),
    ],
)
def test_a_share_of_the_flow_that_the_talk_names(assistant: Assistant, text: str, share: str) -> None:
    assert share in talk(assistant, text)["text"]
