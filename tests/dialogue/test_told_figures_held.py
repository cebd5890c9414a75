"""Figures told in turn are held against each other, added up and called what they are, in the words of a chat."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

EXPORTS = ("US exports to Chile, 2024", "And what Chile sold to the US")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("wood ch 44 from canada, 2021", "that was the boom. 2024?"), "came to $11.118 billion in 2024"),
        (("imports from china 2018", "before the trade war. now 2024"), "came to $438.947 billion in 2024"),
        (("gm team! us exports to korea 2023", "the yr after?", "up how much in pct"), "rose by 0.7466% in 2024"),
        (("imports from Russia 2021", "And after the sanctions, 2024?", "down how much in dollars"), "$26.631 billion"),
        (("exports to mexico by truck jan 2025", "up or down on december?"), "January 2025 against December 2024"),
        (("exports to mexico by truck aug 2025", "up or down on july?", "by what pct"), "fell by"),
        (("us-mexico rail total 2025", "same but ships"), "by vessel came to $67.376 billion"),
        (("us trade with canada 2024", "per day, roughly? divide it by 366"), "per day came to $2.082 billion"),
    ],
)
def test_what_is_said_around_a_time_changes_nothing(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("the two combined?", "with Chile (exports plus imports) came to $34.637 billion"),
        ("so who came out ahead, and by how much?", "surplus with Chile came to $1.698 billion"),
        ("which was bigger and by how much", "exports is ahead by $1.698 billion"),
    ],
)
def test_what_each_sold_the_other_is_one_trade(assistant: Assistant, asked: str, said: str) -> None:
    assert said in talk(assistant, *EXPORTS, asked)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            ("imports from canada 2023", "and exports", "so is that a deficit or surplus"),
            "deficit with Canada came to $64",
        ),
        (("us goods imports 2024", "and exports", "what's the deficit, subtract them please"), "$1.202 trillion"),
        (("¿EEUU tuvo déficit o superávit con China en 2024?",), "El déficit comercial"),
        (("does the US run a surplus or a deficit with Brazil in 2024",), "surplus with Brazil came to $7.351 billion"),
    ],
)
def test_a_balance_is_called_what_it_is(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
def test_the_best_and_the_worst_time_are_two(assistant: Assistant) -> None:
    best = ("imports from India since 2015", "which year was best")
    assert "highest year" in talk(assistant, *best)["text"]
    gap = talk(assistant, *best, "and the worst?", "how big is the gap between those two?")
    assert "2024 against 2015" in gap["text"]
    halves = ("US deficit in goods, H1 2024?", "And H2?", "Which half was heavier, and by how many dollars?")
    assert "($119.783 billion)" in talk(assistant, *halves)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("imports from japan 2023", "and korea", "combined?", "what share of that is japan"), "made up 55.90%"),
        (
            ("exports by air to mexico 2024", "by rail", "add em up", "air's share of that"),
            "26.95% of US goods exports",
        ),
        (("exports by air to mexico 2024", "by rail", "what's rail as a percent of air"), "rail is 271.10% of air"),
        (("imports from thailand 2022", "and malaysia", "thailand ahead by?"), "Thailand is ahead by $4.549 billion"),
        (("imports from germany 2022", "2024?", "so is that a drop or a gain"), "in 2024 against 2022"),
    ],
)
def test_parts_and_leads_of_what_was_told(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]
