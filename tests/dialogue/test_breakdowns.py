"""Breakdowns and rankings talked about: their first few, what grew counted another way, goods named alone."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

PORTS = "Top Texas ports for exports to Mexico in 2024"
GREW = "Which products grew the most in imports from Mexico from 2022 to 2024?"
STATES = "Top three states by exports to Mexico in 2024"
WOOD = "imports of wood from Canada in 2024"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((PORTS, "the third one?", "just the top three"), "Top three Texas ports for exports to Mexico in 2024"),
        ((GREW, "by dollars"), f"{GREW[:-1]} in dollars?"),
        ((GREW, "by dollars", "in percent"), f"{GREW[:-1]} in percent?"),
        ((STATES, "and imports of each?"), "imports from Mexico in 2024 of Texas, California and Michigan"),
        ((STATES, "what share of the total do they have together?"),
         "share of Texas, California and Michigan together in exports to Mexico in 2024"),
        (("top 3 partners for US imports in 2024", "balance with each of the top three", "who has the worst?"),
         "lowest US balance among Mexico, China and Canada in 2024"),
        (("US exports to Mexico by air in 2021", "how much is that of the total?"),
         "share of air in US exports to Mexico in 2021"),
        (("US exports to Mexico by mode in 2021", "how much is truck of the total?"),
         "share of truck in US exports to Mexico in 2021"),
        (("exports to Mexico by rail in 2024", "by truck", "by what percent is truck bigger?"),
         "by what percent were exports to Mexico by truck bigger than by rail in 2024"),
        (("imports from Mexico in 2024", "Canada", "what share of US imports do they have?"),
         "share of Mexico and Canada in US imports in 2024"),
        (("where does Laredo rank among Texas ports in imports in 2024?", "and Pharr?"),
         "where does Pharr rank among Texas ports in imports in 2024?"),
        (("biggest duty payer countries in 2024", "what about Vietnam?", "and overall?"),
         "US duties on all imports in 2024"),
        (("imports from Mexico by state of destination in 2024",), "US imports from Mexico by state in 2024"),
        ((GREW, "by dollars", "and the worst?"),
         "Which products fell the most in dollars in imports from Mexico from 2022 to 2024?"),
        (("hi, I need trade figures", "by truck, I think", "imports from Canada, 2022"),
         "imports from Canada by truck, 2022"),
        ((WOOD, "and paper?"), "imports of paper from Canada in 2024"),
        ((WOOD, "and books?"), "imports of books from Canada in 2024"),
        (("duties on steel", "from Mexico in 2024"), "duties on steel from Mexico in 2024"),
    ],
)  # fmt: skip
def test_a_breakdown_is_talked_on_about(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    follow_up, told = talk(assistant, *turns), talk(assistant, whole)
    assert told["status"] == "answered"
    assert follow_up["answer"] == told["answer"]


@pytest.mark.slow
def test_what_names_nothing_is_not_the_same_once_more(assistant: Assistant) -> None:
    assert talk(assistant, WOOD, "and documents?")["status"] == "clarify"


@pytest.mark.slow
def test_each_of_one_is_asked_back(assistant: Assistant) -> None:
    assert talk(assistant, "exports to Mexico in 2024", "how much did each get?")["status"] == "clarify"


@pytest.mark.slow
def test_a_breakdown_by_mode_names_every_mode(assistant: Assistant) -> None:
    told = talk(assistant, "US trade balance with Canada by mode in 2024")["text"]
    assert all(mode in told for mode in ("Truck", "rail", "pipeline", "vessel", "air"))


@pytest.mark.slow
def test_one_of_three_asked_about_in_turn_grew_most(assistant: Assistant) -> None:
    goods = ("imports of HS 87 from Mexico in 2024", "and HS 85?", "HS 84?")
    assert talk(assistant, *goods, "which of the three grew most since 2020?")["answer"][0]["value"] == "84"


@pytest.mark.slow
@pytest.mark.parametrize("goods", ["avocados", "cars", "steel", "beer"])
def test_the_tariff_on_goods_is_a_rate_and_no_notion(assistant: Assistant, goods: str) -> None:
    reply = talk(assistant, f"What is the tariff on {goods}?")
    assert reply["plan"][0]["args"]["measure"] == "effective_duty"


@pytest.mark.slow
def test_the_last_ten_years_are_told_year_by_year(assistant: Assistant) -> None:
    calls = talk(assistant, "Rail imports from Mexico over the last ten years")["plan"]
    assert [call["args"].get("by") for call in calls] == [None, ["year"]]
