"""Follow-ups that go back to what was ranked, sum up what was asked in turn, or only say again what was spoken of."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from tests.world.asking import talk


def _told(reply: dict[str, Any]) -> Any:
    assert reply["status"] == "answered", reply["text"]
    return reply["text"]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ["In which month of 2022 did US imports from Mexico peak?", "how much was it?", "and the lowest month?"],
            "Which month of 2022 had the lowest US imports from Mexico?",
        ),
        (
            ["US imports from Mexico in 2021", "ok and now the same for exports"],
            "US exports to Mexico in 2021",
        ),
        (
            ["What did Kansas ship to Mexico in 2024?", "Thanks, that's useful. Now the same for Canada."],
            "What did Kansas ship to Canada in 2024?",
        ),
        (
            ["¿Cuánto exportó Kansas a México en 2024?", "Gracias, muy útil. Ahora lo mismo para Canadá."],
            "¿Cuánto exportó Kansas a Canadá en 2024?",
        ),
        (
            ["Did US imports from Mexico grow from 2020 to 2023?", "interesting. do it for Canada too"],
            "Did US imports from Canada grow from 2020 to 2023?",
        ),
        (
            ["US trade balance with Mexico in 2022", "and Canada?", "which of the two was the bigger deficit?"],
            "US trade deficit with Mexico and Canada in 2022: which was bigger?",
        ),
        (
            ["How big a share of US exports did Canada take in 2020?", "by 2023?"],
            "What share of US exports went to Canada in 2023?",
        ),
        (
            ["How much did US imports from Canada grow from 2020 to 2023?", "what was the value in 2023?"],
            "US imports from Canada in 2023",
        ),
        (
            ["US exports to Canada in 2021", "2022", "2023", "what's the growth from first to last?"],
            "How much did US exports to Canada grow from 2021 to 2023?",
        ),
        (
            ["US exports to Canada in 2020", "2023", "did they rise or fall?"],
            "How much did US exports to Canada grow from 2020 to 2023?",
        ),
        (
            ["Where does Mexico rank in US imports in 2022?", "who was right behind it in 2021?"],
            "Which partner was right behind Mexico in US imports in 2021?",
        ),
        (
            ["¿Cuál fue el saldo de EE.UU. con Canadá en 2020?", "¿y en 2023?", "¿mejoró o empeoró?"],
            "¿Cuánto cambió el saldo de EE.UU. con Canadá de 2020 a 2023?",
        ),
    ],
)
def test_what_a_turn_goes_back_to(assistant: Assistant, turns: list[str], whole: str) -> None:
    assert _told(talk(assistant, *turns)) == _told(talk(assistant, whole))


def test_which_of_two_flows_was_higher(assistant: Assistant) -> None:
    told = _told(talk(assistant, "US exports to Canada in 2023", "and imports?", "which was bigger?"))
    assert "imports is ahead" in told or "exports is ahead" in told


def test_one_of_two_growths_over_two_times_is_asked_back(assistant: Assistant) -> None:
    told = talk(assistant, "growth of US exports to Canada in 2022", "in 2023", "which was the stronger one?")
    assert told["status"] == "clarify"


def test_what_the_first_buyer_bought_is_what_was_ranked(assistant: Assistant) -> None:
    ranked = talk(assistant, "¿Quién fue el mayor comprador de EE.UU. en 2020?")
    told = talk(assistant, "¿Quién fue el mayor comprador de EE.UU. en 2020?", "¿cuánto compró?")
    assert _told(told).partition(";")[0] == _told(ranked).partition(";")[0]
