"""Totals asked on: both of two, a balance by its sign, a time after the highest one, now against then."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

_APART = "difference between US exports to Canada and Mexico in 2022"
YEARLY = "US exports to Mexico by year from 2019 to 2023"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ("US imports from Mexico in 2022", "exports in 2022?", "and 2023 for both"),
            "US imports and exports with Mexico in 2023",
        ),
        (
            ("US exports to Mexico in 2020", "2022?", "2023?", "put these in a table"),
            "US exports to Mexico in 2020, 2022, 2023",
        ),
        (("did the US run a surplus or a deficit with Mexico in 2023?", "how big?"), "US deficit with Mexico in 2023"),
        (("comercio con Canadá en 2022", "¿cuánto le vendimos en 2021?"), "exportaciones a Canadá en 2021"),
        (("US exports to Mexico in 2022", "to Canada?", "how much more did Canada buy?"), _APART),
        (("exportaciones a México en 2022", "¿y a Canadá?", "¿cuánto más le vendimos a Canadá?"), _APART),
        ((YEARLY, "which was the lowest?", "how much was it in 2022?"), "US exports to Mexico in 2022"),
        (("US exports to Mexico in 2019, 2020, 2021", "highest?"), "highest year of US exports to Mexico 2019 to 2021"),
        (
            ("US exports to Canada and Mexico in 2021", "by how much did Canada lead?"),
            "difference between US exports to Canada and Mexico in 2021",
        ),
        (
            ("US exports to Mexico in 2019 and 2020", "fall in percent", "did imports fall more?"),
            "did US imports from Mexico fall more than exports to Mexico in 2020?",
        ),
        (
            ("US imports from Canada in 2010", "and from Mexico", "when did Mexico overtake Canada?"),
            "when did US imports from Mexico overtake those from Canada?",
        ),
        (("US exports to Mexico 2023 vs 2022", "chart it"), "US exports to Mexico by month from 2022 to 2023"),
        (
            ("US exports to Mexico by year since 2019", "imports too", "add the two up"),
            "total trade of the US with Mexico by year since 2019",
        ),
        (
            ("US imports from Mexico in 2018", "and 2023", "exports for both years"),
            "US exports to Mexico in 2018",
        ),
        (("US exports to Mexico in 2022 and 2023", "which year was better?"), "growth of US exports to Mexico in 2023"),
        (
            (
                "US balance with Mexico 2010 to 2024 by year",
                "the biggest deficit?",
                "in which year was it below 60 billion?",
            ),
            "in which years from 2010 to 2024 was the US deficit with Mexico below 60 billion?",
        ),
        (("US exports to Mexico in 2019", "and 2021", "chart of exports annually"), "US exports to Mexico by year"),
        (
            ("growth of US exports to Mexico since 2015", "which year was the growth fastest?", "and slowest?"),
            "year of the slowest growth of US exports to Mexico since 2015",
        ),
        (("top 3 US export markets in 2023", "add them up", "and in 2022"), "top 3 US export markets in 2022 added up"),
        (
            ("US imports from Canada in 2022", "sorry, I said Canada, meant Mexico", "2023 too", "add both years"),
            "US imports from Mexico in 2022 and 2023 added up",
        ),
        (("last year with a US surplus with Mexico", "how big was it then?"), "US surplus with Mexico in 1994"),
        (
            ("US imports from Mexico 2023", "do those include services?", "ok, carry on: 2022?"),
            "US imports from Mexico 2022",
        ),
    ],
)
def test_totals_asked_on_answer_as_the_whole_question(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    follow_up, told = talk(assistant, *turns), talk(assistant, whole)
    assert (follow_up["status"], told["status"]) == ("answered", "answered")
    assert {fact["value"] for fact in told["answer"]} <= {fact["value"] for fact in follow_up["answer"]}


def test_a_balance_is_asked_on_by_its_sign(assistant: Assistant) -> None:
    always = talk(assistant, "US balance with Mexico in 2023", "has it always been that way?")
    assert always["answer"][0]["value"] in ("true", "false")
    assert "deficit" in talk(assistant, "US balance with Mexico in 2023", "was that a record?")["text"]


@pytest.mark.parametrize(
    "turns",
    [
        ("US exports to Mexico in 2020", "exports to both"),
        ("US exports to Mexico in 2020", "is it really so?"),
        ("US deficit with Mexico in 2020", "in 2022?", "how much bigger is it now?"),
        ("share of Mexico in US imports in 2023", "Canada?", "what's left?"),
        ("top 3 US export markets in 2020", "and 2023", "who dropped out?"),
        ("US exports to Canada and Mexico in 2021", "is Canada fine?"),
        ("US balance with Mexico since 2005 by year", "how big was it that year?"),
        ("US imports from Mexico in 2022", "is that above average?"),
    ],
)
def test_what_is_asked_of_one_thing_alone_is_asked_back(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns)["status"] != "answered"
