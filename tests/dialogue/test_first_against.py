"""After a ranking, "that" is what came first; two that were asked about are chosen from by how they grew."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.dialogue import Dialogue
from assistant.reply import Reply

_PORTS = "which border port handles most trade with Mexico in 2024"
_PARTNERS = "top trading partner of the US in 2024"
_STATES = "which state exports most to Mexico in 2024"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            (_PORTS, "how does that compare to El Paso?"),
            "trade with Mexico through Laredo and El Paso compared in 2024",
        ),
        ((_PARTNERS, "how does that compare to Germany?"), "compare US total trade with Mexico and Germany in 2024"),
        ((_PARTNERS, "is that more than Canada?"), "is US total trade with Mexico more than with Canada in 2024?"),
        (
            (_STATES, "and how does that compare with California?"),
            "compare Texas and California exports to Mexico in 2024",
        ),
        (("top 5 US suppliers in 2024", "how does that compare with 2019?"), "top 5 US suppliers in 2019"),
        (
            ("US exports to Mexico in 2024", "and to Japan", "which grew faster in the last ten years?"),
            "which grew faster from 2014 to 2024, US exports to Mexico or US exports to Japan?",
        ),
    ],
)
def test_the_follow_up_answers_as_the_whole_question(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    reply, told = _last(assistant, turns), _last(assistant, (whole,))
    assert reply.status == told.status == "answered"
    assert reply.text == told.text


@pytest.mark.parametrize("opening", ["Mexico's exports to the US in 2024", "what did Mexico sell to the US in 2024?"])
def test_what_another_country_sold_is_held_against_anothers(assistant: Assistant, opening: str) -> None:
    reply = _last(assistant, (opening, "how does that compare to Canada?"))
    values = {str(each["value"]) for each in reply.answer if each["kind"] == "number"}
    assert {"505850598583", "412695719877"} <= values


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("How much beer did the US import from Mexico in 2024? What duty was paid?", 2),
        ("Who is our biggest supplier in 2024? What do they sell us?", 2),
        ("What was the effective tariff on Chinese goods in 2024? And how much duty was collected?", 2),
        ("How much trade crosses at Laredo in 2024? What share is by truck?", 1),
        ("What is the deficit with China in 2024? And with Vietnam? Which one is larger?", 1),
    ],
)
def test_another_measure_of_the_same_is_a_question_of_its_own(assistant: Assistant, text: str, count: int) -> None:
    assert len(assistant.ask(text)[1].turns) == count


@pytest.mark.parametrize(
    "text", ["Compare Mexico and China as suppliers to the US in 2024", "Mexico vs China as sellers to the US in 2024"]
)
def test_suppliers_to_home_are_its_partners(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    values = [str(each["value"]) for each in reply.answer if each["kind"] == "number"]
    assert {"505850598583"} <= {*values}
    assert "Mexico is ahead" in reply.text


def _last(assistant: Assistant, turns: tuple[str, ...]) -> Reply:
    dialogue = Dialogue()
    for text in turns:
        reply, dialogue = assistant.ask(text, dialogue)
    return reply
