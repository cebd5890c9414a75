"""Periods on the two sides of a comparison, one of which is said as a stretch."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "imports from Ireland in January and February 2025 against the first two months of 2024",
            ("2025-01/2025-02", "2024-01/2024-02"),
        ),
        ("exports to Japan in January, February and March 2024 vs Q1 2023", ("2024-Q1", "2023-Q1")),
        ("imports from Mexico in 2022 and 2023 compared with 2024", ("2022", "2023", "2024")),
    ],
)
def test_sides_of_one_length_are_held_against_each_other(text: str, periods: tuple[str, ...]) -> None:
    assert understood(text).slots.periods == periods
