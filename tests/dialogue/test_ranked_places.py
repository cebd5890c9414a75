"""Places of a ranking said in a follow-up, on real tables."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from tests.world.asking import talk

PARTNERS = "top 5 US import partners 2023"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("exports to number 2 that year", "exports to China came to $147.778 billion in 2023"),
        ("exports to the fourth", "exports to Germany came to $76.698 billion in 2023"),
        ("what share does the first hold?", "imports from Mexico made up 15.4"),
        ("how did #1 change from 2022?", "imports from Mexico rose by"),
        ("compare the first two", "Mexico $475.216 billion, China $426.885 billion"),
        ("excluding the first", "China came first in US goods imports, without Mexico"),
        ("who was first in 2008", "Canada came first of"),
        ("how far behind is #2?", "Mexico is ahead by"),
    ],
)
def test_a_place_of_a_ranking_is_what_holds_it(assistant: Assistant, said: str, told: str) -> None:
    assert told in talk(assistant, PARTNERS, said)["text"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((PARTNERS, "total of those?"), "imports from Mexico, China, Canada, Germany and Japan came to $"),
        ((PARTNERS, "how much is that combined?"), "imports from Mexico, China, Canada, Germany and Japan came to $"),
        ((PARTNERS, "which of those fell from 2022?"), "3 of 5 partners had growth of US goods imports below 0%"),
        (
            ("how many countries did the US export more than $10 billion to in 2024?", "and over 50 billion?"),
            "$50 billion",
        ),
        (("which states exported more than $20 billion to Mexico in 2024?", "make it 5 billion"), "above $5 billion"),
        (("when did imports from Vietnam first exceed $10 billion in a month?", "and 5 billion?"), "January 2019"),
        (("tariff on China", "on steel"), "of Iron and steel (HS 72) at 54.13%"),
    ],
)
def test_what_was_listed_is_asked_on(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((PARTNERS, "is Vietnam in there?"), "Vietnam is number 7 of"),
        (
            ("which month of 2024 had the highest imports from France?", "how much was that in December?"),
            "$4.857 billion",
        ),
        (("which month of 2024 had the highest imports from France?", "and how much was it in that month?"), "$5.729"),
        (("when did imports from Vietnam first exceed $10 billion in a month?", "the month after?"), "$10.930 billion"),
        (
            (
                "when did imports from Vietnam first exceed $10 billion in a month?",
                "and the last time it was below that?",
            ),
            "March 2024",
        ),
        (("in which year were US exports to China highest?", "where did China rank then?"), "number 3 of"),
        (("in which year were US exports to China highest?", "which month of that year was best?"), "November 2022"),
    ],
)
def test_what_a_search_found_is_asked_on(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((PARTNERS, "growth of each vs 2022"), "Growth of US goods imports in 2023"),
        ((PARTNERS, "how many of them top 300 billion?"), "in 3 of"),
        ((PARTNERS, "where is Vietnam?"), "Vietnam is number 7 of"),
        (("imports from Canada by mode 2024", "what was the runner-up in 2020?"), "Rail came second of"),
        (("best month ever for US exports to India?", "what share of that year was it?"), "made up 9.26% of 2022"),
        (("when did US imports from Mexico first top $40 billion in a month?", "what were exports then"), "$28.530"),
        (("tariff on China", "how much do we import from there?"), "$438.947 billion in 2024"),
    ],
)
def test_what_follows_keeps_its_time_and_its_limit(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((PARTNERS, "who comes next?"), "came sixth of"),
        ((PARTNERS, "combined share?"), "Mexico, China, Canada, Germany and Japan made up"),
        ((PARTNERS, "which of them are in Asia?"), "among China and Japan in 2023, with $426.885 billion"),
        ((PARTNERS, "which of these are African?"), "None of those that were named is of Africa."),
        (("top 10 US suppliers in 2024", "only the Asian ones"), "Vietnam, South Korea, Taiwan and India in 2024"),
        ((PARTNERS, "exports to the same countries"), "exports among Mexico, China, Canada, Germany and Japan"),
        (("top 5 states by exports to Mexico in 2024", "who leads without Texas?"), "California came first"),
    ],
)
def test_the_same_few_are_asked_of_again(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("quita al primero", "sin contar México en 2024"),
        ("exportaciones al tercero", "exportaciones de bienes de Estados Unidos a Canadá"),
    ],
)
def test_a_place_behind_a_merged_article_is_what_holds_it(assistant: Assistant, said: str, told: str) -> None:
    assert told in talk(assistant, "top 5 proveedores de EEUU en 2024", said)["text"]


def test_a_question_that_ends_with_what_a_country_buys_from_is_whole(assistant: Assistant) -> None:
    asked = "In 2023, what place did India hold among all the countries the US imports from?"
    assert "India is number 9 of" in talk(assistant, asked)["text"]
