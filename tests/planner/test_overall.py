"""What is called overall, with nobody named, is the trade of the country with the world; a time ago counts from now."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.dialogue import Dialogue


@pytest.mark.parametrize(
    "text",
    [
        "Overall goods trade balance in 2009",
        "what were total exports in 2023?",
        "by what percent did the total deficit rise in 2021?",
        "déficit total en 2022",
        "exportaciones totales en 2023",
    ],
)
def test_overall_is_with_the_world(assistant: Assistant, text: str) -> None:
    slots = assistant.understand(text, Dialogue()).slots
    assert (slots.reporter, slots.partner) == (("USA",), ("WLD",))


def test_overall_stays_with_the_partner_of_a_conversation(assistant: Assistant) -> None:
    _, dialogue = assistant.ask("exports to Vietnam in 2020", Dialogue())
    reply, _ = assistant.ask("and total imports?", dialogue)
    assert "Vietnam" in reply.text


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("imports from Portugal three years ago", ("latest-year~-36", "latest-year")),
        ("exports to Israel six months ago", ("latest~-6", "latest")),
        ("imports from Japan in the last 3 months vs the 3 months before", ("last:3:month~-3", "last:3:month")),
        ("what did we sell to Brazil this time last year", ("latest~-12",)),
    ],
)
def test_a_time_ago_counts_from_the_newest(assistant: Assistant, text: str, periods: tuple[str, ...]) -> None:
    assert assistant.understand(text, Dialogue()).slots.periods == periods


@pytest.mark.parametrize("text", ["fall 2022 exports to Mexico", "spring 2023 imports from Mexico"])
def test_a_season_has_no_agreed_months(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text, Dialogue())
    assert reply.status == "declined"


@pytest.mark.parametrize(
    "text",
    [
        "imports from Chile since last year",
        "exports to Peru 2022 starting in March",
        "exports to Peru starting Q3 2022",
    ],
)
def test_a_stretch_is_not_answered_by_its_edge(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text, Dialogue())
    assert reply.status == "declined"


def test_a_time_that_something_is_compared_with_is_held_against_the_newest(assistant: Assistant) -> None:
    slots = assistant.understand("exports to Japan compared with 1996", Dialogue()).slots
    assert slots.periods == ("1996", "latest-year")
