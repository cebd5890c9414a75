"""The place that a thing is said to have in a ranking, and the last of all."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Does Vietnam rank sixth in US imports?", "Yes: Vietnam is number 6 of"),
        ("Was Mexico number one in US imports in 2023?", "Yes: Mexico is number 1 of"),
        ("Was Canada second in US exports in 2023?", "No: Canada is number 1 of"),
        ("Is Texas first in exports to Canada?", "Yes: Texas is number 1 of 51"),
        ("Was Hawaii last in exports to Mexico in 2024?", "Yes: Hawaii is number 1 of 51, counted from the lowest"),
        ("Is truck the top in imports from Mexico?", "Yes: truck is number 1 of"),
        ("¿Fue México el primero en las importaciones de Estados Unidos en 2023?", "Sí: México ocupa el lugar 1 de"),
        ("¿México es el número uno en importaciones de Estados Unidos en 2023?", "Sí: México ocupa el lugar 1 de"),
        ("¿Texas es el estado que más exporta a México?", "Sí: Texas ocupa el lugar 1 de 51"),
        (
            "México, ¿en qué escalón está entre los que le venden a Estados Unidos en 2024?",
            "México ocupa el lugar 1 de",
        ),
        ("posición de México en las importaciones de Estados Unidos en 2024", "México ocupa el lugar 1 de"),
        ("posición de Nuevo León en exportaciones de Estados Unidos en 2024", "Nuevo León ocupa el lugar 3 de"),
        ("¿Quedó Laredo en tercer lugar en exportaciones a México?", "No: Laredo ocupa el lugar 1 de 12"),
        ("Which is the last of Texas ports by exports in 2023?", "Rio Grande City came last"),
        ("Which state placed third to last in exports to Mexico in 2024?", "Alaska came third from the bottom"),
    ],
)
def test_the_place_that_is_said(assistant: Assistant, text: str, said: str) -> None:
    assert str(talk(assistant, text)["text"]).startswith(said)


def test_the_first_time_is_no_place(assistant: Assistant) -> None:
    told = talk(assistant, "Did imports from Mexico first exceed 40 billion in 2022?")
    assert "first year in which" in str(told["text"])


def test_a_second_sentence_claims_no_place(assistant: Assistant) -> None:
    told = talk(assistant, "Is Singapore a top-10 export market for the US? What position in 2022?")
    assert "Singapore is number 12 of" in str(told["text"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How many EU countries are in the top 20 US import sources in 2024?", "5 of the 20 largest partners"),
        ("How many of the top ten suppliers are Asian?", "6 of the 10 largest partners"),
        ("Which European countries are in the top 20 US export markets?", "and Switzerland ($24.962 billion)"),
        ("Who are the top five suppliers in Asia?", "and Taiwan ($116.264 billion)"),
        ("What percentage of US trade is with the ten largest partners?", "together came to 64.34%"),
        ("One in how many dollars of US exports goes to Mexico?", "made up 16.18%"),
    ],
)
def test_members_and_shares_of_the_first_few(assistant: Assistant, text: str, said: str) -> None:
    assert said in str(talk(assistant, text)["text"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "what product group (2 digit hs) did we sell the most of to mexico in 2025",
            "Machinery and computers (HS 84)",
        ),
        ("which product group did we sell the most of to Mexico in 2025?", "Machinery & Electrical Equipment"),
        ("Can you name the three countries Americans bought the most goods from in 2010?", "and Mexico ($229.986"),
        (
            "Ordering transport modes by value for imports from Mexico in 2025, what are the top three?",
            "Truck came first",
        ),
        ("After Mexico and Canada, who were the next three largest suppliers in 2022?", "Partners 4 to 6"),
        ("Taking all Texas ports together, what % of 2024 trade with Mexico went via Laredo?", "59.90%"),
        ("Después de México y Canadá, ¿cuáles fueron los siguientes tres proveedores en 2022?", "lugares 4 a 6"),
    ],
)
def test_what_is_put_first(assistant: Assistant, text: str, said: str) -> None:
    assert said in str(talk(assistant, text)["text"])
