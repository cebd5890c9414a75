"""Which times are named where it is asked for them: over all there is, without months that a table lacks in part."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In which years did US exports to Canada decline?", "(2005 to 2025): 2009 ("),
        ("Which year saw the fastest growth in exports to Mexico?", "was 1988, with 41.46% (searched: 1986 to 2024)"),
        ("Biggest one-year jump in imports from Mexico?", "was 2010, with 30.19%"),  # air is missing until late 2003
        ("Largest monthly increase in exports to Canada", "was June 2020"),
        (
            "When did imports from China fall the most?",
            "The lowest year for growth of US goods imports from China was 2023",
        ),
        ("What was the lowest year for exports to Mexico?", "was 1986, with $12.392 billion (searched: 1985 to 2024)"),
        ("Were exports to Japan higher in 2022 or in 2023? By how many dollars?", "2022 was the higher one"),
        ("Which year had the biggest jump in Texas exports to Mexico?", "was 2021, with 37.82% (searched: 2005 to"),
    ],
)
def test_times_are_looked_for_over_all_there_is(assistant: Assistant, text: str, said: str) -> None:
    assert said in str(talk(assistant, text)["text"])


def test_those_that_meet_a_condition_are_counted_and_named(assistant: Assistant) -> None:
    text = str(talk(assistant, "Which states import over 10 billion from Canada in 2024?")["text"])
    assert text.startswith("12 of 51 states had US goods imports from Canada above $10 billion (2024): Illinois")
    assert "New Jersey" in text


def test_the_best_month_of_each_year_is_one_for_each(assistant: Assistant) -> None:
    text = str(
        talk(assistant, "Which was the best month in each year from 2021 to 2023 for imports from Canada?")["text"]
    )
    assert all(month in text for month in ("November 2021", "June 2022", "May 2023"))
    assert talk(assistant, "Best month of every year since 2020 for exports to Mexico?")["status"] == "declined"


@pytest.mark.parametrize(
    "text",
    ["Which country paid the most duties on its products in 2024?", "Which country sells the most products to the US?"],
)
def test_the_goods_of_those_that_are_ranked_are_no_kind(assistant: Assistant, text: str) -> None:
    assert "(HS " not in str(talk(assistant, text)["text"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Which states had higher exports to Mexico in 2024 than in 2023?", "30 of 41 states had growth"),
        ("For how many months running have imports from Mexico been over 40 billion?", "since January 2025: 12 months"),
        ("Which country lost the most share of US imports from 2017 to 2024?", "growth of share of US goods imports"),
    ],
)
def test_what_was_higher_how_long_and_by_which_share(assistant: Assistant, text: str, said: str) -> None:
    assert said in str(talk(assistant, text)["text"])


def test_what_was_searched_twice_alike_is_said_once(assistant: Assistant) -> None:
    text = str(talk(assistant, "Was there a year when the US had a surplus with Germany?")["text"])
    assert text.count("there is no year") == 1
    assert str(talk(assistant, "What was the lowest deficit with China since 2010?")["text"]).startswith(
        "The lowest year"
    )
