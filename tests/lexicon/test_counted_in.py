"""Conditions with what is said around them: who counts too, how large a group is, what an amount limits a rate by."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    ("aside", "plain"),
    [
        (
            "How many states exported over $5bn to Mexico in 2024 (plus DC)?",
            "How many states exported over $5bn to Mexico in 2024?",
        ),
        (
            "How many states exported over $5bn to Mexico in 2024? Texas counts too.",
            "How many states exported over $5bn to Mexico in 2024?",
        ),
        (
            "How many countries sold us over $50bn in 2024? (the EU as a bloc doesn't count)",
            "How many countries sold us over $50bn in 2024?",
        ),
        (
            "Of the six CAFTA-DR countries, which had a surplus with the US in 2024?",
            "Which CAFTA-DR countries had a surplus with the US in 2024?",
        ),
    ],
)
def test_what_changes_nothing_is_passed_over(assistant: Assistant, aside: str, plain: str) -> None:
    asked, told = (assistant.ask(question)[0] for question in (aside, plain))
    assert asked.text == told.text
    assert asked.status == told.status == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Among countries with imports over $10bn in 2024, which faced the highest effective duty rate?",
        "Of the ten countries that bought the most American goods in 2024, with how many was there a deficit?",
    ],
)
def test_those_that_are_chosen_from_are_told(assistant: Assistant, question: str) -> None:
    assert "Chosen from are" in assistant.ask(question)[0].text
