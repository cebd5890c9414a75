"""Two things set against each other and the extremes of a line: whose, for whom, in which of so many years."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        (
            "In chapter 87 in 2023, is Mexico or Canada the larger source for the US?",
            "US imports of chapter 87 in 2023 from Mexico versus Canada",
        ),
        (
            "Is truck trade with Mexico (imports + exports) larger than rail trade with Mexico for 2023?",
            "Is truck trade with Mexico larger than rail trade with Mexico for 2023?",
        ),
        ("Ratio of US imports to US exports with Mexico, 2023", "Ratio of US imports to exports with Mexico, 2023"),
        (
            "California exporters here. Where did our state send more in 2023, Mexico or Canada, and how much more?",
            "Where did California send more goods in 2023, Mexico or Canada, and how much more?",
        ),
        ("We are in Ohio. What did our state export to Canada in 2023?", "exports of Ohio to Canada in 2023"),
        (
            "Members ask if we ship more to Mexico or to Canada. Which was higher in 2023?",
            "Which was higher in 2023, US exports to Mexico or to Canada?",
        ),
        ("When during 2020 were US exports at their lowest, which month?", "lowest month for US exports in 2020"),
        (
            "Which month in 2023 had the heaviest rail import value from Canada?",
            "Which month in 2023 had the highest imports from Canada by rail?",
        ),
        (
            "In the nine years 2015 to 2023, when was the US deficit with China at its maximum?",
            "Which year from 2015 to 2023 had the highest US deficit with China?",
        ),
        (
            "Is it true that the US bought more Mexican products than Canadian products in 2023?",
            "Is it true that the US bought more from Mexico than from Canada in 2023?",
        ),
    ],
)
def test_answered_as_the_plain_question(assistant: Assistant, asked: str, whole: str) -> None:
    reply, told = talk(assistant, asked), talk(assistant, whole)
    assert told["status"] == reply["status"] == "answered"
    assert [each["value"] for each in reply["answer"]] == [each["value"] for each in told["answer"]]


def test_weight_of_what_is_sold_to_a_place_is_never_of_what_it_sells(assistant: Assistant) -> None:
    assert talk(assistant, "truck exports to Mexico by weight in 2023")["status"] == "declined"
