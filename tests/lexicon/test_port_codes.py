"""Ports by their codes, and modes that are left out of a total."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "goods that entered the US from Mexico by rail through port code 2303 during 2024",
            "through Eagle Pass came to",
        ),
        (
            "Between 2008 and 2024, what was the peak year for imports at port number 2301?",
            "through Brownsville was 2022",
        ),
        ("What position does port 2305 hold among the Texas ports for exports to Mexico in 2024?", "number 3 of 12"),
        ("¿Cuánto se importó de México por el puerto con código 2304 en 2023?", "por Laredo fue de"),
    ],
)
def test_named_by_code(assistant: Assistant, text: str, said: str) -> None:
    assert said in talk(assistant, text)["text"]


def test_a_code_of_no_port_is_declined(assistant: Assistant) -> None:
    assert talk(assistant, "imports through port 9999 in 2024")["status"] == "declined"


def test_partners_that_are_not_told_apart_are_declined(assistant: Assistant) -> None:
    text = "Which partners took more of our goods in 2024 than in 2023 but sold us less?"
    assert talk(assistant, text)["status"] == "declined"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("imports from Canada by every mode of transport other than pipeline, 2024", "without pipeline came to"),
        ("US exports bound for Mexico by modes other than rail and truck, 2023", "$71.689 billion"),
        ("exportaciones a México por modos distintos del camión en 2023", "US$104.724 mil millones"),
    ],
)
def test_modes_left_out_of_one_figure(assistant: Assistant, text: str, said: str) -> None:
    assert said in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Texas ports where exports to Mexico outweighed imports in 2024, leave out any under $10bn of total trade",
            "2 of 6",
        ),
        ("How many of the Texas ports moved over $20 billion both ways in 2024?", "in 5 of 12 ports"),
        (
            "Among partners that sent us at least $50bn in 2024, which had the fastest import growth over 2023?",
            "Taiwan came",
        ),
        ("turkey vs germany 2016: who exported more to the other?", "Germany sold more to Turkey"),
        ("¿Quién le exportó más a quién en 2008: España a México o México a España?", "México vendió más a España"),
        ("Name the fourth-largest buyer of American goods worldwide in 2021.", "Japan came fourth"),
        (
            "who was the second largest supplier in 2024, and how much did its sales grow",
            "imports from China rose by 2.83%",
        ),
        ("places that sold us more than $100bn in 2024", "9 of 233 partners"),
        ("Order Ohio, Indiana and Michigan by imports from Canada in 2023", "Michigan came first"),
        ("How much import duty was assessed in 2024 on everything the US brought in from Indonesia?", "$1.364 billion"),
    ],
)
def test_nothing_asked_is_lost(assistant: Assistant, text: str, said: str) -> None:
    assert said in talk(assistant, text)["text"]
