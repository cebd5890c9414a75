"""What is said around a question, and how it is spelled, changes nothing in what is computed for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant import Assistant
from assistant.dialogue import Dialogue
from assistant.types import Json

QUESTIONS = (
    "How much did the US import from Vietnam in 2022?",
    "What was the US trade deficit with China in 2018?",
    "How much did exports to Canada grow in 2021?",
    "Which five countries bought the most from the US in 2023?",
    "What share of US imports from Mexico came by rail in 2024?",
    "Who sold more to the US in 2023, Japan or Germany?",
    "Which month of 2024 was the highest for exports to Mexico?",
    "In how many months of 2023 were imports from Mexico above $40 billion?",
    "Is Mexico the largest supplier of the US in 2024?",
    "Which Mexican state received the most US goods in 2024?",
    "Truck vs rail for imports from Canada in 2024?",
    "What was the average monthly deficit with Mexico in 2024?",
    "When did imports from Mexico first exceed those from China?",
    "How much duty was paid on imports from Vietnam in 2024?",
    "What did Texas export to Mexico in 2023?",
)
AROUND = (
    "I'm putting together a slide for my boss. {q}",
    "Working on a memo about trade. {q}",
    "My teacher asked us this: {q}",
    "A client on the phone asks: {q}",
    "For my thesis: {q}",
    "Been arguing with a colleague about this. {q}",
    "Our story is about freight at the border. {q}",
    "Everybody writes about deficits and nobody checks. {q}",
    "I run a small shop in San Antonio and pay too much. {q}",
    "Not sure if you can help, but {q}",
    "Sorry to bother you again - {q}",
    "hey, {q}",
    "ok so {q}",
    "{q} I need it for a report.",
    "{q} (no rush)",
    "{q} We're on deadline.",
    "{q} Any idea?",
    "{q} Cheers, Anna",
)
SPANISH = (
    "¿Cuánto importó Estados Unidos de México en 2023?",
    "¿Cuál fue el déficit de Estados Unidos con China en 2018?",
    "¿Qué mes de 2024 fue el más alto para las exportaciones a México?",
    "¿Qué porcentaje de las importaciones desde México llegó por tren en 2024?",
)
SPANISH_AROUND = (
    "Oye, {q}",
    "Buenas tardes, {q} Gracias.",
    "Estoy armando una clase sobre comercio. {q}",
    "Mi jefe pregunta: {q}",
    "No sé si me puedes ayudar, pero {q}",
    "{q} me urge",
    "{q} Es para un reporte.",
)
SPELLED: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("in small letters", str.lower),
    ("without a mark", lambda text: text.rstrip("?")),
    ("with wide blanks", lambda text: text.replace(" ", "  ")),
    ("with the country's whole name", lambda text: text.replace("the US ", "the United States ")),
    ("with the year called so", lambda text: text.replace(" in 20", " in the year 20")),
    ("with an adverb", lambda text: text.replace("How much ", "Roughly how much ")),
)


def planned(assistant: Assistant, text: str) -> list[tuple[Json, Json]]:
    """The calls that a question is answered with."""
    reply, _ = assistant.ask(text, Dialogue())
    assert reply.status == "answered", reply.text
    return [(call["tool"], call["args"]) for call in reply.to_dict()["plan"]]


@pytest.mark.parametrize("question", QUESTIONS)
def test_talk_around_a_question(assistant: Assistant, question: str) -> None:
    alone = planned(assistant, question)
    for around in AROUND:
        assert planned(assistant, around.format(q=question)) == alone, around


@pytest.mark.parametrize("question", SPANISH)
def test_talk_around_a_question_in_spanish(assistant: Assistant, question: str) -> None:
    alone = planned(assistant, question)
    for around in SPANISH_AROUND:
        assert planned(assistant, around.format(q=question)) == alone, around


@pytest.mark.parametrize(("how", "spelled"), SPELLED)
def test_spelling(assistant: Assistant, how: str, spelled: Callable[[str], str]) -> None:
    for question in QUESTIONS:
        assert planned(assistant, spelled(question)) == planned(assistant, question), how
