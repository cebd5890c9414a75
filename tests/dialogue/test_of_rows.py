"""Follow-ups about a row that was found, about what was added up, and about what stands right behind."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue
from tests.world.asking import talk
from tests.world.reading import understood

PARTS = "US imports from Mexico and Canada in 2023 combined"
CHAPTER = "Top HS chapter among US imports from Mexico in 2023"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((PARTS, "and what share of all US imports would that be?"), f"{PARTS} as a share of all US imports in 2023"),
        ((PARTS, "what percentage of total US imports is that?"), f"{PARTS} as a share of all US imports in 2023"),
        (("US imports from Mexico in 2023", "Canada?", "sum of both", "what share of US imports is that?"),
         f"{PARTS} as a share of all US imports in 2023"),
    ],
)  # fmt: skip
def test_that_is_what_was_found(assistant_world: Assistant, turns: tuple[str, ...], whole: str) -> None:
    follow_up, told = talk(assistant_world, *turns), talk(assistant_world, whole)
    assert told["status"] == "answered"
    assert follow_up["answer"][0]["value"] == told["answer"][0]["value"]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            (
                "US imports from Mexico by year 2021-2023",
                "which was the best?",
                "how much above the 2021 level is that?",
            ),
            "by how much did US imports from Mexico change from 2021 to 2023?",
        ),
        (
            ("which year since 2021 had the highest US imports from Mexico?", "what was its growth on 2021?"),
            "by how much did US imports from Mexico grow from 2021 to {found}?",
        ),
        (
            ("average monthly US imports from Mexico in 2023", "how many months were above that?"),
            "in how many months of 2023 were US imports from Mexico above average?",
        ),
    ],
)
def test_what_was_found_is_held_against_another(assistant_world: Assistant, turns: tuple[str, ...], whole: str) -> None:
    found = talk(assistant_world, turns[0])["answer"][0]["value"]
    follow_up, told = talk(assistant_world, *turns), talk(assistant_world, whole.format(found=found))
    assert told["status"] == "answered"
    assert {item["value"] for item in follow_up["answer"]} & {item["value"] for item in told["answer"]}


def test_the_first_of_a_ranking_is_held_against_another_time(assistant_world: Assistant) -> None:
    asked = "who was the top US supplier in 2023"
    first = talk(assistant_world, asked)["answer"][0]["value"]
    plan = talk(assistant_world, asked, "how much above 2022 was that?")["plan"]
    assert {call["args"].get("partner") for call in plan if call["tool"] == "select"} == {first}


@pytest.mark.parametrize("ask", ["how much of that came by truck, in %?", "what share of it moved by rail?"])
def test_that_is_the_first_of_a_ranking(assistant_world: Assistant, ask: str) -> None:
    first = talk(assistant_world, CHAPTER)["answer"][0]["value"]
    part, whole, *_ = talk(assistant_world, CHAPTER, ask)["plan"]
    assert part["args"]["mode"] and "mode" not in whole["args"]
    assert part["args"]["measure"] == "imports" and part["args"]["product"] == whole["args"]["product"] == first


def test_its_share_of_the_trade_that_it_is_ranked_in(assistant_world: Assistant) -> None:
    part, whole, *_ = talk(assistant_world, CHAPTER, "what share of US imports from Mexico is it?")["plan"]
    assert part["args"]["product"] and "product" not in whole["args"]
    assert part["args"]["partner"] == whole["args"]["partner"] == "MEX"


def test_what_several_sold_is_told_of_each(assistant_world: Assistant) -> None:
    reply = talk(
        assistant_world, "US exports to Mexico and Canada in 2023", "and what share of all US exports is that?"
    )
    assert {item["value"] for item in reply["answer"] if item["kind"] == "entity"} == {"MEX", "CAN"}


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Who is number 2 among US export markets in 2023, and who sits right behind?", 3),
        ("Who was the third largest US supplier in 2023, and who was just ahead of it?", 2),
        ("Which was the largest US supplier in 2023, and who comes next?", 2),
    ],
)
def test_who_stands_beside_is_told_as_well(assistant_world: Assistant, text: str, second: int) -> None:
    answers = talk(assistant_world, text)["answer"]
    flow = "exports" if "export" in text else "imports"
    ranked = talk(assistant_world, f"top 4 partners by US {flow} in 2023")["answer"]
    places = [item["value"] for item in ranked if item["kind"] == "entity"]
    assert places[second - 1] in [item["value"] for item in answers if item["kind"] == "entity"]


def test_what_is_largest_there_is_a_product(assistant_world: Assistant) -> None:
    _, dialogue = assistant_world.ask("which port handled the most US trade with Mexico in 2023", Dialogue())
    slots = assistant_world.understand("and which commodity group was the largest there?", dialogue).slots
    assert (slots.keys, slots.sections) == (("product",), True)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Which state of Mexico received the most US exports in 2023?", "MX-"),
        ("US exports to each state of Mexico in 2023", "MX-"),
        ("US exports to the State of Mexico in 2023", "MX-MEX"),
    ],
)
def test_a_state_of_mexico_is_any_of_them_where_one_is_asked_for(text: str, region: str) -> None:
    assert understood(text).slots.filters["region"] == (region,)
