"""The month with the biggest change on the same month a year before, which is no highest month held against it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    "question",
    [
        "which month of 2023 had the biggest change on the same month a year earlier in US exports to Mexico?",
        "in which month of 2023 was the growth over the same month of 2022 highest for US exports to Mexico?",
        "¿en qué mes de 2023 fue mayor la caída frente al mismo mes del año anterior de las exportaciones a México?",
    ],
)
def test_month_is_found_by_its_change(assistant: Assistant, question: str) -> None:
    assert [call["tool"] for call in talk(assistant, question)["plan"]][:3] == ["select", "growth", "extreme"]


def test_what_drove_a_change_is_ranked_and_months_drive_none(assistant: Assistant) -> None:
    ranked = talk(assistant, "which products drove the change in US imports from Mexico in 2023?")
    assert "rank" in {call["tool"] for call in ranked["plan"]}
    declined = talk(assistant, "which months drove the change in US imports from Mexico in 2023?")
    assert declined["status"] == "declined"
    assert "{" not in declined["text"]
