"""What a note was asked about is the subject of the figures that are asked for after it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

DEFICIT = "what is a trade deficit"
COVID = "what happened to US exports to Mexico during covid"
LAREDO = "tell me about trucks at Laredo"
NO_FIGURE = [
    ["explain mirror data", "and for Mexico?"],
    ["what is BACI?", "in 2024?"],
]


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        ([DEFICIT, "what was the US one in 2024"], "deficit with the world came to $1.202 trillion in 2024"),
        ([DEFICIT, "and for Mexico in 2023?"], "deficit with Mexico came to"),
        ([DEFICIT, "how is it different from the current account", "the US one in 2024"], "deficit with the world"),
        (["can you explain what effective tariff means", "and for Mexico?"], "US tariff on goods from Mexico"),
        ([COVID, "show me the months"], "to $19.485 billion in December 2020"),
        ([COVID, "which month was worst"], "May 2020"),
        ([LAREDO, "and weight"], "by truck through Laredo"),
        (["US exports to Japan in 2023", DEFICIT, "and in 2022?"], "deficit with Japan came to"),
        (["what do you know about USMCA", "does it cover Canada too"], "Yes: Canada is a member of the USMCA"),
        (["¿qué es el T-MEC?", "¿incluye a Canadá?"], "Sí: Canadá es miembro"),
        (["¿qué es un déficit comercial?", "¿y el de Estados Unidos en 2024?"], "US$1.202 billones"),
    ],
)
def test_a_figure_asked_for_after_a_note(assistant: Assistant, turns: list[str], part: str) -> None:
    reply = talk(assistant, *turns)
    assert reply["status"] == "answered" and part in reply["text"], reply["text"]


def test_a_tariff_by_what_it_was_laid_for_is_no_illegal_trade(assistant: Assistant) -> None:
    assert "Emergency Economic Powers Act" in talk(assistant, "what are the fentanyl tariffs")["text"]
    assert talk(assistant, "how much fentanyl do we import from Mexico")["reason"]["cause"] == "illegal"


@pytest.mark.parametrize("turns", NO_FIGURE)
def test_a_notion_without_a_measure_gives_no_figure(assistant: Assistant, turns: list[str]) -> None:
    assert talk(assistant, *turns)["status"] != "answered"
