"""What a third turn still is about: the goods, port, mode and year of the turns before, and a breakdown's total."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

LIMIT = "Which US states exported more than 10 billion to Mexico in 2024?"
OFFICE = "We're opening a small office in Brownsville so I'm reading up on the port."


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("US imports from Vietnam in 2024", "How about just the last three months of that year?"), "in Q4 2024"),
        (("US exports to Mexico in 2023?", "in its last quarter alone?"), "in Q4 2023"),
        (("US exports to Mexico in 2023?", "the first four months of that year"), "in January 2023 to April 2023"),
        (("US exports to Mexico in the first half of 2023", "its last two months?"), "in May 2023 to June 2023"),
        (("¿Cuánto exportó EE.UU. a México en 2023?", "¿y en los tres primeros meses de ese año?"), "en T1 de 2023"),
        (
            ("US exports to China in 2023", "imports", "which of the two was larger and by how much?"),
            "imports is ahead",
        ),
        (("Exportaciones a Canadá en 2024", "¿Y las importaciones?", "¿Cuál de las dos fue mayor?"), "es el de impo"),
        (
            ("US exports to Canada by truck in 2024", "first half of that year?", "and the second?"),
            "July 2024 to December",
        ),
        (
            ("US exports to Canada by truck in Q1 2024", "and the second?"),
            "by truck came to $60.655 billion in Q2 2024",
        ),
        (("Texas exports to Mexico in 2023", "what were that state's imports?"), "imports from Mexico (Texas)"),
        (("Plastics imports from Canada 2023", "total trade"), "Plastics (HS 39)"),
        ((LIMIT, "how many were above 1 billion?"), "in 34 of 51 states"),
        ((LIMIT, "and how many in 2020?"), "in 2 of 51 states (2020)"),
        (("How much car stuff, chapter 87, did we export to Canada in 2025?", "and the balance there?"), "(HS 87)"),
        (("US exports to Canada by mode in 2024", "total exports there?"), "US goods exports to Canada came to"),
        ((OFFICE, "What was its total trade with Mexico in 2024?", "and how much is that up on 2020?"), "Brownsville"),
    ],
)
def test_the_last_turn_keeps_what_it_is_about(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    "turns",
    [
        (LIMIT, "how many of those were above 1 billion?"),
        ("Air exports to Mexico in 2024", "by vessel?", "and imports?", "which of the two modes had more?"),
        ("Let's talk about Detroit.", "How much did it export to Canada in 2024?"),
    ],
)
def test_what_cannot_be_told_of_those_is_not_told_of_all(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns)["status"] != "answered"
