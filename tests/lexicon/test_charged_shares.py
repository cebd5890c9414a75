"""Freight charges held against the value of the goods, and not against all charges."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("freight charges as a percent of import value through Laredo by truck 2024", "imports"),
        (
            "What did freight charges come to on goods trucked in through Laredo, as a percent of their value?",
            "imports",
        ),
        ("what percent of the value of imports through Laredo were freight charges in 2024?", "imports"),
        ("what share of freight charges on imports through Laredo was by truck in 2024?", ""),
        ("truck share of freight charges at Laredo 2024", ""),
    ],
)
def test_what_freight_charges_are_a_share_of(text: str, within: str) -> None:
    assert understood(text).slots.within == within
