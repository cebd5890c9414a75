"""Companies that are called like goods or plain words, and the goods."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    "text",
    [
        "what Apple imported from China in 2024",
        "Apple's shipments from India in 2024",
        "Did Gap's imports from Vietnam grow in 2024?",
        "imports by Shell from Canada in 2024",
        "What was the value of Apple's shipments from China to the US in 2024?",
        "imports of Apple products from China 2024",
        "US imports of Apple computers from Mexico in 2024",
        "How much did Best Buy import from China in 2024?",
    ],
)
def test_a_name_that_acts_is_a_company(text: str) -> None:
    assert "firms" in understood(text).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Which three shipping lines carried most of our imports from Mexico in 2024?",
        "Which railroads carried the most US exports to Mexico in 2024?",
        "Which haulers brought the most goods from Mexico in 2024?",
        "Which customs brokers handled the most imports from Canada in 2024?",
    ],
)
def test_those_who_carry_are_companies(text: str) -> None:
    assert "firms" in understood(text).unsupported


@pytest.mark.parametrize("text", ["¿Cuánto importó Apple de China en 2024?", "las importaciones de Gap desde Vietnam"])
def test_so_it_is_in_spanish(text: str) -> None:
    assert "firms" in understood(text, "es").unsupported


@pytest.mark.parametrize(
    "text",
    ["Apple imports from Chile in 2024", "did apple imports from Chile rise in 2024?", "the gap with Mexico 2024"],
)
def test_goods_and_words_of_that_name_are_none(text: str) -> None:
    assert "firms" not in understood(text).unsupported
