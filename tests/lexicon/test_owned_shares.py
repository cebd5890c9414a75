"""A percentage that somebody has is a share; one that only gives the unit of a move is none."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("US imports 2024: Mexico's percentage?", True),
        ("Of all US exports to Mexico in 2024, Texas's percentage?", True),
        ("US imports from Mexico by mode in 2024: rail's percentage?", True),
        ("imports from Mexico in 2024 vs 2023, in percentage?", False),
        ("What was Mexico's percentage change in imports in 2024?", False),
    ],
)
def test_a_percentage_behind_its_owner_is_a_share(text: str, shared: bool) -> None:
    assert ("share" in understood(text).slots.operations) is shared


def test_headings_by_their_digits_are_products_of_whoever_owns_them() -> None:
    slots = understood("Vietnam's top three four-digit headings in US imports for 2024?").slots
    assert (slots.keys, slots.level, slots.partner) == (("product",), 4, ("VNM",))


def test_who_lifts_a_flow_contributes_to_it_and_sells_no_lifts() -> None:
    slots = understood("by how many percentage points did Mexico lift US import growth in 2024?").slots
    assert "contribution" in slots.operations and not slots.filters


@pytest.mark.parametrize("text", ["cuota de importación de China en 2023", "China's import share in 2023"])
def test_a_share_of_a_kind_of_flow_is_its_owner_s_part_of_ours(text: str) -> None:
    slots = understood(text, "es" if text.startswith("cuota") else "en").slots
    assert (slots.measures, slots.reporter, slots.partner) == (("imports",), ("USA",), ("CHN",))
    assert slots.partner_share and not slots.doubtful
