"""Home's flow asked of the country that the conversation opened with."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("opening", "asked", "partner"),
    [
        ("Let's talk about Germany.", "What did the US import in 2022?", "Germany"),
        ("I want to know about trade with Canada.", "Goods the US imported, 2023.", "Canada"),
        ("Let's talk about Germany.", "total US imports in 2022?", "the world"),
        ("US trade with Canada in 2020", "US imports in 2022", "the world"),
    ],
)
def test_the_flow_is_with_the_country_that_alone_was_named(
    assistant: Assistant, opening: str, asked: str, partner: str
) -> None:
    assert f"imports from {partner}" in talk(assistant, opening, asked)["text"]
