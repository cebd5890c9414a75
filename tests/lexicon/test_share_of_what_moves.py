"""Which end of a share a partner is at, where what moves there is said: "the rail share of exports to Mexico"."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    "text",
    [
        "rail share of US exports headed to Mexico, third quarter 2025",
        "share of truck in US exports bound for Mexico in 2024",
        "share of vehicles among US exports headed to Mexico in 2024",
        "share of rail in everything that came from Mexico in 2024",
        "of everything the US buys from Mexico, what percentage came in by truck in 2024?",
        "De todo lo que Estados Unidos le compra a México, ¿qué porcentaje entró por camión en 2024?",
    ],
)
def test_the_thing_beside_the_share_is_the_part(text: str) -> None:
    assert not understood(text).slots.partner_share


@pytest.mark.parametrize(
    "text",
    ["what share of US rail exports went to Mexico in 2024", "what share of car imports comes from Mexico in 2024"],
)
def test_else_it_is_the_partner(text: str) -> None:
    assert understood(text).slots.partner_share


def test_things_behind_a_flow_make_it_up() -> None:
    slots = understood("Effective number of transport modes behind 2024 imports from Mexico (1 over HHI)").slots
    assert slots.keys == ("mode",)
    assert "trail" not in slots.operations


@pytest.mark.parametrize("text", ["Which Mexican states received the most American freight by rail in 2024?"])
def test_who_receives_freight_imports_it(text: str) -> None:
    assert understood(text).slots.measures == ("exports",)
