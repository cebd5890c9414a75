"""A later place that is asked for behind a first that is told as known, and states that are said to export most."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We all know the biggest US goods deficit in 2022 was with China. Who came second?", "Mexico came second of"),
        ("Everyone knows China had the biggest surplus with the US in 2022. And second?", "Mexico came second of"),
        ("We know China led US imports in 2018. Who was third?", "Canada came third of"),
        ("Mexico tops the list of US suppliers in 2024, who's next?", "China came second of"),
        ("Trucks carry most of the trade with Mexico in 2024. Which mode comes second?", "Rail came second of"),
        ("The top state for imports from Mexico in 2024 is Texas. What's the second?", "Michigan came second of 51"),
        ("Apart from Canada, which leads, who is the next biggest buyer of US goods in 2024?", "Mexico came second of"),
        ("Ya sabemos que Canadá fue el mayor comprador de EE. UU. en 2023. ¿Y el segundo?", "México ocupó el segundo"),
    ],
)
def test_a_first_that_is_known_is_not_asked_for(assistant: Assistant, text: str, said: str) -> None:
    assert said in talk(assistant, text)["text"]


def test_a_place_of_another_kind_is_none_of_partners(assistant: Assistant) -> None:
    asked = "Mexico was our biggest partner in 2023. What's its second largest export to us?"
    assert "second of 98 products" in talk(assistant, asked)["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Which two states were the largest exporters to Canada in 2023?", "Texas came first in US goods exports to"),
        ("¿Qué estado fue el segundo mayor importador desde Canadá en 2024?", "Michigan ocupó el segundo lugar de 51"),
        ("Which two African countries were the biggest buyers of US goods in 2022?", "South Africa came first"),
        ("Dime los tres principales orígenes de las importaciones estadounidenses en 2018", "China ocupó el primer"),
        ("¿Cuáles fueron los dos mayores compradores africanos de EE. UU. en 2022?", "Sudáfrica ocupó el primer"),
        ("By HS chapter, what are the 3 largest product groups in US imports from Japan in 2024?", "Vehicles (HS 87)"),
    ],
)
def test_those_who_are_ranked_are_of_their_kind(assistant: Assistant, text: str, said: str) -> None:
    assert said in talk(assistant, text)["text"]


def test_companies_stay_companies(assistant: Assistant) -> None:
    assert talk(assistant, "Which states have the most exporters?")["status"] == "declined"


def test_two_states_are_named_once(assistant: Assistant) -> None:
    turns = (
        "How much did Texas import from Mexico in 2024?",
        "And California?",
        "The difference between the two states?",
    )
    assert "Texas is ahead by $93.335 billion" in talk(assistant, *turns)["text"]
