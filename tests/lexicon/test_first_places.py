"""The first few of a ranking: "first to third", "first three will do"; places of time and moves are no few."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("Name the three biggest buyers of US goods in 2024, first to third", 3, "en"),
        ("Who were the top suppliers to the US in 2022, 1st to 4th?", 4, "en"),
        ("from first to fifth, rank US export markets in 2024", 5, "en"),
        ("Which states export most to Mexico in 2023? First three will do.", 3, "en"),
        ("Which states export most to Mexico in 2023? Two is plenty for my slide.", 2, "en"),
        ("Principales compradores de bienes de EE.UU. en 2024, del primero al tercero", 3, "es"),
        ("¿Qué estados exportan más a México en 2023? Bastan los primeros tres.", 3, "es"),
    ],
)
def test_the_number_of_the_first(text: str, number: int, code: str) -> None:
    found = understood(text, code)
    assert (found.slots.number, "top" in found.slots.operations, found.unknown) == (number, True, ())
    assert "first_time" not in found.slots.operations


@pytest.mark.parametrize(
    "text",
    [
        "Who fell from first to third among US suppliers between 2019 and 2024?",
        "Name the five biggest buyers of US goods in 2024, first to third",
    ],
)
def test_other_places_stay(text: str) -> None:
    assert understood(text).slots.number != 3
