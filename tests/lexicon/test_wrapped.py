"""Questions that were passed on: what stands around them is left out where it names no figure."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.lexicon.aside.wrapped import unwrapped

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            'Ticket #48213 - "Good morning, did US exports to Brazil rise in 2024? Thx, Joao"',
            "did US exports to Brazil rise in 2024?",
        ),
        (
            'Customer writes: "which three Mexican states got most US goods by rail in 2023? Sent from my iPhone"',
            "which three Mexican states got most US goods by rail in 2023?",
        ),
        (
            'From: Linda P. / Subject: quick one. "How much of it came by rail in 2024?" - can you answer that for her',
            "How much of it came by rail in 2024?",
        ),
        (
            "Callout box: record month for US exports to the Netherlands",
            "record month for US exports to the Netherlands",
        ),
        ("hello, what did the US export to Canada in 2024? thanks, Peter", "what did the US export to Canada in 2024?"),
        (
            "a patron wants the value of US goods exports to Mexico in 2012. What is it?",
            "a patron wants the value of US goods exports to Mexico in 2012",
        ),
        ("And Mexico? What is it?", "And Mexico? What is it?"),
        ("Avocados: US imports from Mexico in 2024", "Avocados: US imports from Mexico in 2024"),
        ("different topic: trade through Laredo in 2024", "different topic: trade through Laredo in 2024"),
        ("By truck: US imports from Mexico in 2024", "By truck: US imports from Mexico in 2024"),
        ("Handmade: US imports from Mexico in 2024", "Handmade: US imports from Mexico in 2024"),
        ('the "trade deficit" with Mexico in 2024', 'the "trade deficit" with Mexico in 2024'),
        ("best month for US exports to Mexico in 2024", "best month for US exports to Mexico in 2024"),
        (
            'In 2023, "how much did the US import from Mexico by truck"?',
            'In 2023, "how much did the US import from Mexico by truck"?',
        ),
    ],
)
def test_what_is_asked_inside(assistant: Assistant, text: str, asked: str) -> None:
    lexicon = assistant.speech("en").lexicon
    assert unwrapped(text, lexicon.language, lexicon.link) == asked


def test_a_mail_in_spanish(assistant: Assistant) -> None:
    lexicon = assistant.speech("es").lexicon
    text = "Hola, ¿cuánto exportó México a EEUU en 2023? Gracias, Ana López"
    assert unwrapped(text, lexicon.language, lexicon.link) == "¿cuánto exportó México a EEUU en 2023?"
