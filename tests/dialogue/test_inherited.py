"""What a follow-up takes over: each answers as the whole question does that it stands for, and not one beside it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

IMPORTS = "US imports from Mexico in 2023"
SHARE = "Mexico's share of US imports in 2023"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ["is Mexico the largest source of US imports in 2023?", "by how much over Canada?"],
            "difference between US imports from Mexico and from Canada in 2023",
        ),
        (
            ["is Mexico the largest source of US imports in 2023?", "and over Canada"],
            "difference between US imports from Mexico and from Canada in 2023",
        ),
        (
            ["US deficit with Mexico 2023", "Canada?", "which country is the biggest", "and the top 2"],
            "top 2 US deficits 2023",
        ),
        (
            ["US imports from Mexico in 2021", "2022", "2023", "cool. which was the worst year"],
            "lowest year for US imports from Mexico 2021 to 2023",
        ),
        ([SHARE, "vs 2022"], "compare Mexico's share of US imports in 2022 and 2023"),
        ([SHARE, "compared to Canada"], "compare the shares of Mexico and Canada in US imports in 2023"),
        (
            [SHARE, "how did it change vs 2022"],
            "how much did Mexico's share of US imports change from 2022 to 2023",
        ),
        (["Mexico's exports to the US in 2023", "balance for Mexico"], "Mexico's trade balance with the US in 2023"),
        (
            ["¿cuánto vendimos a Estados Unidos en 2023?", "¿y cuánto compramos?"],
            "importaciones de México desde Estados Unidos en 2023",
        ),
        (
            ["which year from 2021 on had the lowest US imports from Mexico", "how much did it change since then"],
            "growth of US imports from Mexico since 2021",
        ),
        (["US imports from Mexico May 2023 vs May 2022", "june?"], "US imports from Mexico June 2023 vs June 2022"),
        (
            ["US imports from Mexico May 2023 vs May 2022", "and march"],
            "US imports from Mexico March 2023 vs March 2022",
        ),
        (
            ["US imports from Mexico in 2023", "exports?", "which is growing faster"],
            "which grew faster in 2023, US imports from Mexico or exports to Mexico",
        ),
        (["US imports from Mexico in 2023", "Canada instead of Mexico"], "US imports from Canada in 2023"),
        (["US imports from Mexico in 2023", "total instead of imports"], "US trade with Mexico in 2023"),
        (["US imports from Mexico in 2023", "and exports", "net"], "US trade balance with Mexico in 2023"),
        (
            ["US imports from Mexico by year since 2021", "Canada?", "both on one chart"],
            "US imports from Mexico and Canada by year since 2021",
        ),
        (
            ["index US imports from Mexico 2021 = 100", "where is it in 2023"],
            "index of US imports from Mexico in 2023, 2021 = 100",
        ),
        (["top 2 partners by US imports in 2023", "show me a pie chart"], "top 2 partners by US imports in 2023"),
        (
            ["US imports from Mexico by truck in 2023", "what share of US imports from Mexico is that"],
            "trucks' share of US imports from Mexico in 2023",
        ),
        (["US deficit with Mexico 2023", "who is highest of all"], "which country had the largest US deficit in 2023"),
        (
            ["US imports from Mexico 2023", "Canada?", "which is the biggest?", "top 3"],
            "top 3 partners by US imports in 2023",
        ),
    ],
)
def test_the_follow_up_answers_as_the_whole_question(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    follow_up, told = talk(assistant_world, *turns), talk(assistant_world, whole)
    assert told["status"] == "answered", told["text"]
    assert [each["value"] for each in follow_up["answer"]] == [each["value"] for each in told["answer"]]
