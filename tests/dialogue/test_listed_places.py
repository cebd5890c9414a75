"""Places of a ranking that are listed, asked by number, or told after the first: all that are asked are named."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.languages.language import load
from assistant.lexicon.ranks.listed_places import in_one_span
from tests.world.asking import talk

STATES = "Which state imports most from Mexico? 2024 numbers"
PORTS = "list the top 3 Texas ports by imports in 2025"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Leading buyers in 2024: #1, #2 and #3", "Leading buyers in 2024: top 3"),
        ("who's number two and who's number three by country?", "who's places 2 to 3 by country?"),
        ("which countries came in sixth, seventh and eighth?", "which countries came in places 6 to 8?"),
        ("the second- and third-largest buyers", "places 2 to 3 largest buyers"),
        ("who are number two and number five?", "who are second and fifth?"),
    ],
)
def test_a_list_of_places(text: str, said: str) -> None:
    assert in_one_span(text, load("en"), alone=True) == said


@pytest.mark.parametrize(
    "text",
    [
        "third and fourth quarter of 2024",
        "the gap between the second and third largest buyers",
        "imports of chapters 27 and 28",
        "Were Canada and Mexico first and second?",
        "sales on July 2nd and 3rd",
    ],
)
def test_what_is_no_list_of_places(text: str) -> None:
    assert in_one_span(text, load("en"), alone=True) == text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("Furniture imports (ch. 94) in 2024 - who's number two and who's number three by country?",),
            "Vietnam ($13.259 billion) and Mexico ($12.697 billion)",
        ),
        (("¿Cuáles fueron el segundo y el tercer proveedor de Estados Unidos en 2024?",), "lugares 2 a 3 de 233"),
        ((STATES, "and which were second and third?"), "Michigan ($75.217 billion) and California ($64.297 billion)"),
        ((STATES, "Right, as expected. Who is second?"), "Michigan came second of 51 states"),
        ((PORTS, "drop the first one - how much did the next one bring in?"), "through Ysleta came to $73.770 billion"),
        ((PORTS, "drop Laredo"), "Ysleta came first"),
        (("In 2024 Vietnam was the US's number what source of imported goods?",), "Vietnam is number 6 of 233"),
        (("How did Laredo stack up against other Texas ports by exports to Mexico in 2024?",), "is number 1 of 12"),
        (("US suppliers by imports in 2024: which 5 lead",), "Mexico came first in US goods imports in 2024"),
        (
            ("Rank the top 3 ways (truck, rail, etc) goods came into the US from Canada in 2024 by value",),
            "followed by pipeline ($91.942 billion) and rail",
        ),
        (("Who is second in US imports of chapter 85 in 2024?",), "Mexico came second of 205 partners"),
    ],
)
def test_every_place_is_named(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Who was third among Asian suppliers in 2024?", "Vietnam came third of 42 partners"),
        ("Where does Brazil rank among South American suppliers in 2024?", "Brazil is number 1 of 14"),
        ("Who's the runner-up among South American buyers of US goods in 2024?", "Colombia came second of 14"),
        ("runner-up in US imports 2024", "China came second of 233 partners"),
        ("Was Vietnam a big supplier to the US in 2008?", "Vietnam is number 30 of 231"),
        ("¿Cómo queda Laredo frente a los demás puertos por exportaciones en 2024?", "Laredo ocupa el lugar 1 de 12"),
        ("¿Quién quedó segundo en importaciones del capítulo 85 en 2024?", "México ocupó el segundo lugar de 205"),
    ],
)
def test_a_place_is_among_those_that_are_named(assistant: Assistant, text: str, told: str) -> None:
    assert told in talk(assistant, text)["text"]
