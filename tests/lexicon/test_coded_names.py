"""A code in brackets behind a name is the product, wherever the brackets stand."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("furniture from mexico: 2019 and 2024 side by side (ch. 94)", ("94",)),
        ("furniture imports from Mexico in 2019 (ch. 94)", ("94",)),
        ("cars and furniture from Mexico in 2019 (ch. 94)", ("8703", "94")),
        ("toys from Mexico in 2019 (chapter 94)", ("9503", "94")),
        ("imports of beer, tequila and other drinks (HS chapter 22) during 2023", ("22",)),
        ("imports of tomatoes, peppers and other vegetables (HTS chapter 7) in 2022", ("07",)),
        ("importaciones de cerveza, tequila, etc. (capítulo 22 del SA) en 2023", ("22",)),
        ("imports of beer and cars (HS chapter 87) in 2023", ("2203", "87")),
    ],
)
def test_the_code_in_brackets_wins(text: str, products: tuple[str, ...]) -> None:
    assert understood(text).slots.filters["product"] == products
