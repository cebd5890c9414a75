"""Who says a thing and what somebody trades narrow no figure; a town is its country where a tariff is asked for."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("Lutnick claims imports from China fell in 2023, true?", "US imports from China fell in 2023, true?"),
        (
            "sheinbaum dice que México exportó más en 2023 que en 2022, ¿es cierto?",
            "México exportó más en 2023 que en 2022, ¿es cierto?",
        ),
        (
            "I import auto parts from Monterrey, what was the effective duty in 2024?",
            "effective duty on auto parts from Mexico in 2024",
        ),
        ("I sell corn to Mexico, how much did the US sell in 2024?", "US corn exports to Mexico in 2024"),
        (
            "exporto aguacate de Michoacán, ¿cuánto compró Estados Unidos en 2024?",
            "importaciones de aguacate de Estados Unidos desde México en 2024",
        ),
    ],
)
def test_answers_as_the_question_alone(assistant: Assistant, asked: str, whole: str) -> None:
    told, alone = talk(assistant, asked), talk(assistant, whole)
    assert alone["status"] == "answered"
    assert [part["value"] for part in told["answer"]] == [part["value"] for part in alone["answer"]]


def test_the_country_of_a_town_is_said(assistant: Assistant) -> None:
    told = talk(assistant, "tariff on auto parts from Monterrey")
    assert any("Mexico" in said for said in told["assumptions"])


@pytest.mark.parametrize(
    "asked", ["US imports from Monterrey in 2024", "imports of unobtanium said to come from Mexico"]
)
def test_what_narrows_stays(assistant: Assistant, asked: str) -> None:
    assert talk(assistant, asked)["status"] != "answered"
