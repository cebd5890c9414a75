"""Questions over every table, each with figures that were counted from its file."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue

pytestmark = pytest.mark.slow

ANSWERED = {
    "top three destinations of Japan's exports in 1972": ("USA", "CAN", "TWN"),
    "Where did Japan's exports mainly go in 1972?": ("USA", "CAN", "TWN"),
    "¿A dónde fueron las exportaciones de Japón en 1972?": ("USA", "CAN", "TWN"),
    "Name Mexico's four leading supplier countries in 2012": ("USA", "CHN", "DEU", "JPN"),
    "Where did US exports go in 2022?": ("CAN", "MEX", "CHN"),
    "of the G7, who sold most in 2022": ("CAN", "JPN", "DEU"),
    "Which three partners carried the heaviest estimated tariff add-on at 14 October 2025?": ("IND", "CHE", "HKG"),
    "total tariff on China, base and increase, 9 April 2025": ("123.052211984",),
    "Taking every chapter together, what effective duty rate did Italian goods carry in 2024?": ("2.2205494309",),
    "On which chapter of Swedish imports was the most duty calculated in 2024?": ("87", "100128371"),
    "which chapter of imports from Canada saw the largest tariff rise in 2025": ("95",),
    "¿Cuántos puntos estima el Trade War Tracker que subió en 2025 el arancel al cap. 87 de México?": ("0.8874590183",),
    "Among the Texas border ports, what's Laredo's share of 2024 trade by value?": ("59.9005823118",),
    "Of the Texas border ports, what share of 2024 trade did Laredo have?": ("59.9005823118",),
}


@pytest.mark.parametrize("question", ANSWERED)
def test_what_is_answered(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question, Dialogue())[0].to_dict()
    found = [str(item["value"]) for item in reply["answer"]]
    assert reply["status"] == "answered"
    assert not [wanted for wanted in ANSWERED[question] if not any(value.startswith(wanted) for value in found)]


def test_a_ranking_of_a_panel_says_that_it_is_among_what_is_loaded(assistant: Assistant) -> None:
    reply = assistant.ask("Brazil's top suppliers in 2008", Dialogue())[0].to_dict()
    assert "not all there is" in reply["text"]


@pytest.mark.parametrize(
    "question",
    ["Where did the trade deficit go in 2022", "Where did US exports to Mexico go in 2022?"],
)
def test_where_asks_for_no_partner(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question, Dialogue())[0].to_dict()
    assert not any(item["kind"] == "entity" for item in reply["answer"])
