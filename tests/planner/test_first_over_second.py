"""How far the first of a ranking lies ahead of the second, in money, as a multiple and in percent."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "By how much did the largest US supplier beat the second largest in 2023?",
            "Mexico is ahead by $48.331 billion",
        ),
        ("lead of the top US import source over the runner-up, 2023", "Mexico is ahead by $48.331 billion"),
        (
            "Which state exported most to Mexico in 2023 and by how much over the next?",
            "Texas is ahead by $96.242 billion",
        ),
        (
            "gap between the two largest Texas ports by imports from Mexico in 2022",
            "Laredo is ahead by $128.035 billion",
        ),
        (
            "How many times larger than the second largest was the largest state in exports to Mexico 2023?",
            "Texas is 3.893 times California",
        ),
        ("by what percentage did the top mode beat the second in US imports from Mexico 2023", "448.93% above rail"),
    ],
)
def test_the_first_held_against_the_second(assistant: Assistant, text: str, told: str) -> None:
    assert told in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Was Mexico ever second among US import sources?", "Yes: Mexico came second in US goods imports in 10 of 40"),
        ("in which years was Japan number two in US imports?", "Japan came second in US goods imports in 11 of 40"),
        (
            "When did Mexico first become the largest US import source?",
            "came first in US goods imports in 2 of 40 years",
        ),
        ("who was the third biggest US supplier in each year from 2015 to 2023", "those that came third"),
        ("¿En qué años fue México el segundo proveedor de Estados Unidos?", "México ocupó el segundo lugar"),
    ],
)
def test_a_place_held_over_the_years(assistant: Assistant, text: str, told: str) -> None:
    assert told in talk(assistant, text)["text"]
