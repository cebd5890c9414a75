"""Shares and sums of what was told: of the first of a ranking, one in percent of another, two places added up."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

TOYS = "who supplies the most toys, ch 95, 2024"
STATES = ("california exports to mexico 2024", "texas")
PARTNERS = ("imports from canada 2024", "mexico")
FIRST = "Which chapter is the largest in exports to Canada 2024?"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ((TOYS, "their share of it?"), "73.45%"),
        ((TOYS, "what % is that?"), "73.45%"),
        ((TOYS, "how much", "as a percentage?"), "73.45%"),
        (("top 5 suppliers of toys, ch 95, 2024", "their share of it?"), "Vietnam (6.94%)"),
        ((*STATES, "california as pct of texas"), "California is 27.13% of Texas"),
        ((*STATES, "so california is what percent of that"), "California is 27.13% of Texas"),
        ((*PARTNERS, "canada as pct of mexico"), "Canada is 81.58% of Mexico"),
        ((*PARTNERS, "so canada is what percent of that"), "Canada is 81.58% of Mexico"),
        (("laredo exports to mexico 2025", "el paso", "el paso as a percent of laredo"), "El Paso is 11.08% of Laredo"),
        (("Exports to Mexico in 2019 as a percentage of 2024",), "2019 is 76.84% of 2024"),
        (("Fruit and nuts (08) from Mexico 2025", "so what % goes over the road"), "98.87%"),
        (("Iowa's exports to Mexico in 2024?", "How much of that went down there by rail?"), "53.45%"),
        (
            ("imports from germany 2024", "and france", "what's the EU total", "what share of that are the two"),
            "36.37%",
        ),
        ((FIRST, "and second?", "how much do the two add up to?"), "$104.941 billion"),
        (("do we import more from vietnam than the uk, 2024", "more than from the uk and france together?"), "$8.573"),
        (
            ("lowest month of the deficit with China in 2024", "how big was it?", "how much below the average month?"),
            "$7.4",
        ),
        (("Which state grew exports to Mexico fastest from 2019 to 2024?", "by how many dollars"), "$5.733 billion"),
        (("China's share in US imports, 2001?", "Peak year of that share?"), "2017, with 21.59%"),
    ],
)
def test_a_percentage_is_of_what_was_told(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    reply = talk(assistant, *turns)
    assert reply["status"] == "answered" and said in reply["text"], reply["text"]


@pytest.mark.parametrize(
    "turns",
    [
        (*STATES, "arizona", "all three together vs Ohio: what percent of the ohio figure?"),
        ("What percent of Texas exports to Mexico are California, Arizona and New Mexico exports together, 2024?",),
    ],
)
def test_a_sum_in_percent_of_another_one_of_its_kind_is_no_share(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns)["status"] != "answered"
