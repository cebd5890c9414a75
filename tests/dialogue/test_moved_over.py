"""What a follow-up asks of a change: who took it over, how fast a year, the rate that a note told of, which way now."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

SPAN = "imports from China 2018-2024"
GROWN = "how much have imports from Mexico grown since 2017?"
CHAPTER = ("gasoline exports to Mexico", "chapter 27 then")


@pytest.mark.parametrize(
    "turns",
    [
        ("déficit con China 2018–2024", "¿cuánto bajó?", "¿cuánto de eso se fue a México?"),
        ("deficit with China 2018-2024", "how much did it fall?", "how much of that went to Mexico?"),
        (SPAN, "how much did they fall?", "how much of that moved to Mexico?"),
        (SPAN, "¿cuánto cayeron?", "¿qué parte de eso pasó a México?"),
        ("which grew faster since 2019, imports from Mexico or Canada", "and China?", "did Mexico take its place?"),
        ("US exports to Mexico 2023", "how much of that went to Canada?"),
        ("importaciones desde China 2018-2024", "¿México ocupó su lugar?"),
    ],
)
def test_what_went_over_to_another_country_is_declined(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns)["reason"]["cause"] == "diverted"


def test_where_exports_went_is_a_part_of_them(assistant: Assistant) -> None:
    told = talk(assistant, "US exports 2024", "how much of that went to Mexico?")
    assert told["answer"][0]["value"].startswith("16.1")


def test_a_span_of_years_is_no_row_that_a_pronoun_stands_for(assistant: Assistant) -> None:
    assert "fell by 18.49% in 2024 against 2018" in talk(assistant, SPAN, "how much did they fall?")["text"]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((GROWN, "per year on average?"), "average annual growth of imports from Mexico since 2017"),
        ((GROWN, "¿por año en promedio?"), "average annual growth of imports from Mexico since 2017"),
        (
            ("what is a cagr", "calculate it for imports from Mexico 2017 to 2023"),
            "CAGR of imports from Mexico 2017 to 2023",
        ),
        (
            ("¿qué es la tasa de crecimiento anual compuesta?", "calcúlala para importaciones desde México 2017-2023"),
            "CAGR of imports from Mexico 2017 to 2023",
        ),
        (("what is a cagr", "imports from Mexico 2017 to 2023"), "imports from Mexico 2017 to 2023"),
        ((*CHAPTER, "¿sube o baja?"), "growth of exports to Mexico of chapter 27"),
        ((*CHAPTER, "is it rising or falling?"), "growth of exports to Mexico of chapter 27"),
        (
            ("trade with Mexico this year", "which products are dragging it down?"),
            "which products fell most in dollars in trade with Mexico this year",
        ),
    ],
)
def test_the_follow_up_answers_as_the_whole_question(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    told, asked = talk(assistant, *turns)["answer"], talk(assistant, whole)["answer"]
    assert told[0]["value"] in {each["value"] for each in asked}


def test_a_part_that_nothing_names_is_asked_back(assistant: Assistant) -> None:
    assert talk(assistant, "US imports of vehicles", "just parts")["status"] == "clarify"


def test_an_earlier_growth_is_restated_as_one(assistant: Assistant) -> None:
    text = talk(assistant, "how much did exports to Mexico grow in 2023", "and since 2017?")["text"]
    assert "On the same books, US goods exports to Mexico fell by 0.3545% in 2023 against 2022" in text


def test_the_growth_of_another_source_says_that_it_mixes_releases(assistant: Assistant) -> None:
    text = talk(assistant, "imports from Mexico 2024", "by how much did they grow?")["text"]
    assert "$30.244 billion (revised). 2024 is loaded as revised, 2023 as first published" in text
