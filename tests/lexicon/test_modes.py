"""Modes whose names are verbs too, lists of modes, and the shares of modes."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("rank truck, train, ship, plane and pipeline for imports from Canada in 2023", 5),
        ("US exports to Mexico 2024: truck vs ship", 2),
        ("ship or truck for US imports from Mexico 2024, which is bigger", 2),
        ("do we fly or ship more to Canada in 2023", 2),
        ("which states ship the most to Mexico", 0),
        ("how do we ship goods to Mexico, by truck or rail", 2),
    ],
)
def test_modes_that_are_named(text: str, modes: int) -> None:
    assert len(understood(text).slots.filters.get("mode", ())) == modes


@pytest.mark.parametrize(
    ("text", "keyed"),
    [
        ("rail's modal share of US trade with Canada, 2024", False),
        ("modal split of US imports from Mexico 2024", True),
        ("mode mix of US exports to Mexico 2024", True),
    ],
)
def test_a_modal_share_is_a_share(text: str, keyed: bool) -> None:
    slots = understood(text).slots
    assert ("share" in slots.operations, "mode" in slots.keys) == (True, keyed)


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("what part of the 8708 we brought in from China in 2024 was 8708.70 (wheels)", ("8708", "870870")),
        ("US imports of laptops, 847130, from China 2024", ("847130",)),
        ("within 8708, which subheadings were the largest US imports from Mexico in 2024", ("8708",)),
    ],
)
def test_a_bare_heading_stays_beside_its_part(text: str, products: tuple[str, ...]) -> None:
    assert understood(text).slots.filters["product"] == products


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("which years in 2009-2015 did ships bring in more from Mexico than trains did", ("vessel", "rail")),
        ("did trains carry more than ships in imports from Mexico in 2018", ("rail", "vessel")),
        ("ships brought in how much from Mexico in 2020", ("vessel",)),
        ("what Mexico ships to the US by train", ("rail",)),
        ("Mexico ships more to the US than Canada ships", ()),
    ],
)
def test_what_carries_goods_is_no_verb(text: str, modes: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.filters.get("mode", ()), len(slots.measures)) == (modes, 1)
