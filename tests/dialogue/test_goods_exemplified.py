"""Goods told by examples in brackets, and those of before named by what holds them."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

KNITS = ("Tariff rate in 2024 on knitted clothes from Bangladesh (t-shirts, sweaters)?",)
CERAMICS = ("cuánto entró de china de productos cerámicos (azulejos, platos) en 2024?",)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("how much in drinks (beer, tequila, all that) came from Mexico in 2024?", "and from Canada?"), "$1.595 b"),
        ((*KNITS, "what about the same clothes but from Cambodia"), "(HS 61) came to 18.58%"),
        (("US imports of vehicles (cars) from Mexico in 2024",), "(HS 8703)"),
        ((*CERAMICS, "y en promedio qué arancel pagaron, en porcentaje?"), "(HS 69) fue de 9.68%"),
        (("importaciones de ropa de punto de Bangladesh 2024", "la misma ropa pero de Camboya"), "(HS 61) fue de"),
    ],
)
def test_goods_are_those_that_hold_the_examples(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            ("What average tariff did Brazilian goods pay in 2024?", "How many points were added to it by 7 Aug 2025?"),
            "27.19 percentage points had been added",
        ),
        (
            (
                "how many extra points of tariff were there on chinese goods by April 11 2025, compared with 2024?",
                "and on june 3rd 2025?",
            ),
            "28.54 percentage points had been added",
        ),
        (("added tariff on Brazil as of August 7, 2025", "and the rate in 2024?"), "came to 1.28%"),
    ],
)
def test_points_are_added_to_the_tariff_of_before(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("imports of wood from Canada in 2024", "and duty rate?"), "The effective duty rate on"),
        (("did exports to China rise or fall in 2024?", "by how much?"), "fell by 2.86%"),
        (("¿cuánto importó EE. UU. de España en 2024?", "¿y qué porcentaje es del total de la UE?"), "3.51%"),
        (("A firm wants US exports by land to Jalisco in 2025. Do you have it?",), "$12.197 billion"),
    ],
)
def test_what_a_short_message_asks_of_the_figure(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]
