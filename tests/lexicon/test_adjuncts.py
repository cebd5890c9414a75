"""Clauses that say why, for whom or when a question is asked, with words that nobody knows; what narrows it stays."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.lexicon.aside.adjuncts import without_adjuncts
from assistant.settings import Home
from assistant.speech import Speeches
from assistant.store.store import Store

ASKED = "how much did the US import from Mexico in 2023?"


def read(world: Store, text: str) -> str:
    lexicon = Speeches(world, Home()).of("en").lexicon
    return without_adjuncts(text, lexicon.language, lexicon.link)


@pytest.mark.parametrize(
    "text",
    [
        f"Because our plant is thinking of nearshoring, {ASKED}",
        f"I've got thirty seconds of airtime on this: {ASKED}",
        f"Seeing as our yard is overflowing, {ASKED}",
        f"Before the gavel falls, {ASKED}",
        f"Congress is asking about this: {ASKED}",
        f"One of our member firms asks {ASKED}",
        "how much did the US import from Mexico in 2023, for a hearing in Congress?",
        "how much did the US import from Mexico in 2023, since the plaintiff's counsel insists?",
        "how much did the US, because my zorb is broken, import from Mexico in 2023?",
    ],
)
def test_a_clause_of_talk_is_left_aside(world: Store, text: str) -> None:
    assert read(world, text) == ASKED


@pytest.mark.parametrize(
    "text",
    [
        f"Because we only track certified goods, {ASKED}",
        f"With the EU excluded, {ASKED}",
        f"For organic growers: {ASKED}",
        "how much did the US import from Mexico in 2023 for household consumption?",
        "how much did the US import from Mexico in 2023, by zorb?",
        "how much did the US import from Mexico, because I was born in 1990?",
        "how much of it did we import, because our zorb is broken?",
    ],
)
def test_a_clause_that_may_narrow_the_question_stays(world: Store, text: str) -> None:
    assert read(world, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Our business is zorbs. How much of it did the US import from Mexico in 2023?",
        "As an importer of zorbs, how much did we import from Mexico in 2023?",
        "US exports to Japan since the wedding",
        "US imports of treasury from Mexico in 2023",
    ],
)
def test_what_a_question_leans_on_is_not_passed_over(assistant: Assistant, text: str) -> None:
    assert assistant.ask(text)[0].status == "declined"


@pytest.mark.parametrize("end", ["Our fleet manager is losing sleep.", "Not every balance is red, I know."])
def test_a_sentence_behind_the_question_is_talk(assistant: Assistant, end: str) -> None:
    assert assistant.ask(f"H{ASKED[1:]} {end}")[0].status == "answered"


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("My teacher wants it by rail.", "by rail"),
        ("The boss said by truck.", "by truck"),
        ("Our CFO wants tonnage.", "weight"),
        ("This is about electric vehicles.", "Vehicles"),
    ],
)
def test_what_somebody_wants_of_the_figure_is_obeyed(assistant: Assistant, lead: str, told: str) -> None:
    assert told in assistant.ask(f"{lead} How much did the US export to Mexico in 2022?")[0].text
