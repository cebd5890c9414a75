"""Whose buyers and sellers are ranked, where one country is said to be the first of another's."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.dialogue import Dialogue


@pytest.mark.parametrize(
    ("text", "measure", "reporter", "partner"),
    [
        ("was the US Mexico's biggest supplier in 2023?", "imports", "MEX", "USA"),
        ("is the United States the top supplier of Mexico?", "imports", "MEX", "USA"),
        ("is Mexico America's biggest supplier?", "imports", "USA", "MEX"),
        ("is Canada the biggest customer of the US?", "exports", "USA", "CAN"),
        ("is the US Mexico's largest trading partner?", "total", "MEX", "USA"),
        ("what was the top trading partner of Canada in 2022?", "total", "CAN", ""),
        ("¿cuál es el mayor proveedor de China en 2023?", "imports", "CHN", ""),
        ("principal socio comercial de México en 2022", "total", "MEX", ""),
        ("¿a quién le vende más China?", "exports", "CHN", ""),
        ("¿a quién se le compró más en 2021, a China o a Canadá?", "imports", "USA", "CHN CAN"),
    ],
)
def test_the_owner_of_a_ranking_is_whose_trade_it_is(
    assistant: Assistant, text: str, measure: str, reporter: str, partner: str
) -> None:
    slots = assistant.understand(text, Dialogue()).slots
    assert (slots.measures, slots.reporter, slots.partner) == ((measure,), (reporter,), tuple(partner.split()))
