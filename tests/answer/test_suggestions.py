"""What an answer proposes to ask next is answered when it is asked."""

from __future__ import annotations

import pytest

from assistant import Assistant

ASKED = [
    "US imports from Mexico in 2024",
    "US exports to Mexico in November 2024",
    "US deficit with Canada in 2023",
    "what was Mexico's surplus in Nov 2024",
    "US exports to Mexico by mode in 2023",
    "US imports from Mexico in 2023 by month",
    "who are the top 5 suppliers of cars to the US in 2024?",
    "top 10 partners for US imports in 2023",
    "Texas exports to Mexico in 2024",
    "trade through Laredo in 2022",
    "how much did imports from Vietnam grow in 2023",
    "Mexico's share of US imports in 2024",
    "US tariff on Mexico in October 2025",
    "Brazil's exports to Argentina in 1996",
    "which month of 2023 was the highest for US imports from Mexico",
    "US imports of avocados from Mexico in 2024",
    "why do the two sides differ?",
    "¿Cuánto exportó Estados Unidos a México en 2024?",
]


@pytest.mark.parametrize("text", ASKED)
def test_each_next_question_is_answered(assistant: Assistant, text: str) -> None:
    reply, dialogue = assistant.ask(text)
    assert reply.status == "answered" and reply.suggestions
    for suggestion in reply.suggestions:
        following, _ = assistant.ask(suggestion, dialogue)
        assert following.status == "answered" and following.text != reply.text, suggestion


def test_what_is_next_depends_on_what_was_asked(assistant: Assistant) -> None:
    value, _ = assistant.ask("US imports from Mexico in 2024")
    months, _ = assistant.ask("US imports from Mexico in 2023 by month")
    assert value.suggestions[:2] == ("And the year before?", "How did it grow on the year before?")
    assert "Which month was the highest?" in months.suggestions
