"""What is worked out of the figures told in the last turns, that name no figure of their own."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

FASTER = "Was that growth faster than Texas's over the same stretch?"
VESSEL = ("Vessel imports from Mexico 2022?", "2023", "2024")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ("US exports to India in 2020?", "2024?", "so growth in % over those 4 yrs"),
            "growth of US exports to India from 2020 to 2024",
        ),
        ((*VESSEL, "so over those two years, up or down?"), "growth of vessel imports from Mexico from 2022 to 2024"),
        ((*VESSEL, "difference between the first two"), "difference between vessel imports from Mexico 2022 and 2023"),
        (
            ("US imports from Germany in 2023", "France?", "Italy?", "difference between the first and the last"),
            "difference between US imports from Germany and from Italy in 2023",
        ),
        (
            ("imports from Switzerland in December 2024", "and January 2025?", "how many times december's is that?"),
            "how many times were imports from Switzerland in December 2024 in January 2025?",
        ),
        (
            ("share of China in US imports in 2010?", "And in 2020?", "ok, change between the two in points?"),
            "change in China's share of US imports from 2010 to 2020 in percentage points",
        ),
        (
            ("surplus with Australia 2023", "2024", "did it shrink between those?"),
            "did the US surplus with Australia shrink from 2023 to 2024?",
        ),
        (
            (
                "California exports to Mexico 2019",
                "2024?",
                "Was that growth faster than Texas's over the same stretch?",
            ),
            "did California exports to Mexico grow faster than Texas's from 2019 to 2024?",
        ),
        (
            ("US imports from Turkey 2024", "2023?", "And exports in both those years"),
            "US exports to Turkey in 2024 and 2023",
        ),
        (
            ("Exportaciones de EEUU a Brasil en 2019", "¿y en 2024?", "¿cuánto creció en esos cinco años?"),
            "crecimiento de las exportaciones de EEUU a Brasil de 2019 a 2024",
        ),
    ],
)
def test_what_is_worked_out_of_figures_told_is_the_whole_question(
    assistant: Assistant, turns: tuple[str, ...], whole: str
) -> None:
    reply, plain = talk(assistant, *turns), talk(assistant, whole)
    values = [{told["value"] for told in each["answer"]} for each in (reply, plain)]
    assert plain["status"] == "answered"
    assert values[0] == values[1]


@pytest.mark.parametrize(
    "turns",
    [
        ("US imports from India in 2022", "exports to Brazil in 2019", "ratio?"),
        ("US imports from India in 2022", "exports to India in 2019", "how many times is that?"),
    ],
)
def test_figures_that_differ_in_more_than_one_respect_are_not_worked_with(
    assistant: Assistant, turns: tuple[str, ...]
) -> None:
    assert talk(assistant, *turns)["status"] != "answered"
