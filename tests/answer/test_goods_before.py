"""Goods that a sentence before the question trades in or is about are those that the question asks for."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We source knitwear (HS chapter 61). Which faced the higher duty rate in 2024, Vietnam or Pakistan?",
            "(HS 61)",
        ),
        ("I'm writing about steel. What did we import from Canada in 2024?", "(HS 72) came to $7.594 billion"),
        ("We import footwear. What did the US buy from Vietnam in 2024?", "Footwear (HS 64)"),
        (
            "I run a bicycle shop. How much did the US import from Taiwan in 2024?",
            "from Taiwan came to $116.264 billion",
        ),
        ("Vendemos calzado. ¿Cuánto importó EEUU de Vietnam en 2024?", "Calzado (HS 64)"),
    ],
)
def test_goods_told_of_are_asked_for_and_a_trade_of_somebody_is_not(assistant: Assistant, text: str, told: str) -> None:
    assert told in talk(assistant, text)["text"]
