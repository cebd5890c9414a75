"""The other end of a ranking turns no flow round, and the same comparison is that of before."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

HIGHEST = "Which month of 2023 had the highest US imports from Mexico?"
LOWEST = "Which month of 2023 had the lowest US imports from Mexico?"
MAYOR = "¿Cuál fue el mes de 2023 con más importaciones de Estados Unidos desde México?"
MENOR = "¿Cuál fue el mes de 2023 con menos importaciones de Estados Unidos desde México?"
GREW = "How much did US exports to Mexico grow in November 2023 against November 2022?"
BUYER = "Which country bought the most from the US in 2023?"
SELLER = "Which country sold the most to the US in 2023?"
SECOND = "How much did US imports from Canada grow in 2023?"
YEAR = "How much did US exports to Mexico grow in 2023?"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ([HIGHEST, "Now the opposite: which month was the lowest?"], LOWEST),
        ([HIGHEST, "how much came in that month?", "conversely, the lowest month?"], LOWEST),
        ([LOWEST, "and the reverse: the highest?"], HIGHEST),
        ([MAYOR, "ahora lo contrario: ¿cuál fue el mes más bajo?"], MENOR),
        ([BUYER, "conversely, which one bought the least?"], "Which country bought the least from the US in 2023?"),
        ([SELLER, "which one sold least?"], "Which country sold the least to the US in 2023?"),
        ([BUYER, "which exports were lowest?"], "Which country bought the least from the US in 2023?"),
        (["US imports from Mexico in 2023", "and from Canada?", "how much did the second one grow?"], SECOND),
        ([GREW, "And imports, same comparison?"], GREW.replace("exports to", "imports from")),
        ([YEAR, "the same comparison for Canada"], YEAR.replace("Mexico", "Canada")),
        (
            ["compare US exports to Mexico and Canada in 2023", "same comparison for 2022"],
            "compare US exports to Mexico and Canada in 2022",
        ),
    ],
)
def test_the_end_or_the_comparison_is_what_is_asked_again(
    assistant_world: Assistant, turns: list[str], whole: str
) -> None:
    reply, alone = talk(assistant_world, *turns), talk(assistant_world, whole)
    assert reply["status"] == alone["status"] == "answered", reply["text"]
    assert [each["value"] for each in reply["answer"]] == [each["value"] for each in alone["answer"]]
