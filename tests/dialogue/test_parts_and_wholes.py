"""Parts and wholes in turn: a share of what is named, all of it again, and what is no longer asked for."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from tests.world.asking import talk

TRUCKS, TURKEY = "Exports to Canada by truck in 2024?", "Total US goods trade with Turkey in 2024?"
LAREDO = ("Laredo imports from Mexico in 2025", "And exports?")
ALIKE = [
    ((TRUCKS, "ok forget about the trucks, how much was it in total that year?"), "US exports to Canada in 2024"),
    ((TRUCKS, "in total, regardless of mode?"), "US exports to Canada in 2024"),
    (
        ("Laredo exports by truck in 2024", "forget about ports. Total US goods imports, same year"),
        "US imports in 2024",
    ),
    ((TURKEY, "Just the exports part", "Back to the total, in 2023"), "total US trade with Turkey in 2023"),
    ((TURKEY, "what part of it is US exports, in percent?"), "share of exports in total US trade with Turkey in 2024"),
    (
        ("US imports of pharmaceuticals in 2024", "what share came from Ireland?"),
        "What share of US pharmaceutical imports came from Ireland in 2024?",
    ),
    (
        (
            "How much medicine (pharma products) did we import from Ireland in 2024?",
            "what share of all pharma is that?",
        ),
        "What share of US pharmaceutical imports came from Ireland in 2024?",
    ),
    (
        (
            "US goods deficit with the EU in 2024?",
            "And with just Ireland?",
            "So Ireland is what share of the EU deficit?",
        ),
        "Ireland's share of the US deficit with the EU in 2024",
    ),
    (
        (*LAREDO, "the two together, what share of all Texas ports' trade?"),
        "Laredo's share of trade with Mexico through all Texas ports in 2025",
    ),
    (
        (
            "¿Qué estado de EE. UU. importa más de México? Datos de 2025",
            "¿Qué porcentaje es de todo lo que EE. UU. importó de México ese año?",
        ),
        "Texas' share of US imports from Mexico in 2025",
    ),
    (("Air imports from Mexico in 2025, value?", "And the weight?"), "weight of imports from Mexico by air in 2025"),
]


def _told(reply: dict[str, Any]) -> list[tuple[object, object]]:
    """The kinds and values of what is answered."""
    return [(part["kind"], part["value"]) for part in reply["answer"]]


@pytest.mark.parametrize(("turns", "plain"), ALIKE, ids=[turns[-1] for turns, _ in ALIKE])
def test_the_last_turn_is_answered_as_the_plain_question(
    assistant: Assistant, turns: tuple[str, ...], plain: str
) -> None:
    told, asked = talk(assistant, *turns), talk(assistant, plain)
    assert asked["status"] == "answered" and {*_told(asked)} <= {*_told(told)}


def test_a_share_by_mode_of_exports_to_a_mexican_state_is_among_land_modes(assistant: Assistant) -> None:
    text = talk(assistant, "US exports to Nuevo Leon in 2024", "How much of that moved by rail?")["text"]
    assert "12.07%" in text and "land modes" in text
