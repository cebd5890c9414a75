"""An amount that one figure is claimed to be is held to it: yes where it rounds to that, else no, with the figure."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    ("text", "holds", "figure"),
    [
        ("is it true that imports from China were $439bn in 2024", "true", "438.947"),
        ("did we really import half a trillion from Mexico in 2024", "true", "505.851"),
        ("US imports from Mexico in 2024: was it 505 billion?", "true", "505.851"),
        ("Is the US deficit with Mexico 150 billion in 2024?", "false", "171.809"),
        ("they say we lost 172 billion to mexico in 2024, true?", "true", "171.809"),
        ("is the deficit with mexico nearly 180 billion in 2024?", "true", "171.809"),
        ("fact check: the US trade deficit with China was 280 billion in 2024", "false", "295.402"),
        ("did imports from china fall by 20% in 2023", "true", "20.40"),
        ("Did imports from Mexico rise by 40 billion in 2024?", "false", "30.635"),
        ("Is it true that Mexico's share of US imports was about 15% in 2024?", "true", "15.48"),
        ("¿es cierto que el déficit con México fue de 172 mil millones en 2024?", "true", "171.809"),
        ("¿Estados Unidos exportó 300 mil millones a México en 2024?", "false", "334.041"),
        ("Did the US and Mexico trade $2 billion a day in 2024?", "false", "2.295"),
    ],
)
def test_a_claimed_amount_is_held_to_the_figure(assistant: Assistant, text: str, holds: str, figure: str) -> None:
    reply, _ = assistant.ask(text)
    booleans = [each["value"] for each in reply.answer if each["kind"] == "boolean"]
    assert (reply.status, booleans) == ("answered", [holds])
    assert figure in reply.text
    assert any(each["kind"] == "number" for each in reply.answer)
    assert all(assistant.verify(str(row["receipt"])).holds for row in reply.figures)


@pytest.mark.parametrize(
    "text", ["which month had imports from Mexico of 44 billion", "was trade with Mexico 840 billion or 900 billion?"]
)
def test_what_asks_for_something_else_is_no_claim(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert not [each for each in reply.answer if each["kind"] == "boolean"]
