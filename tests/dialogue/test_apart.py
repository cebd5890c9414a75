"""Two figures of the conversation held apart: each follow-up answers as the whole question does that it stands for."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant, Dialogue
from tests.world.asking import talk

IMPORTS = "US imports from Mexico in 2023"
CANADA = "US imports from Canada in 2023"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ["US trade balance with Mexico in 2023", "Canada", "return to Mexico but 2022"],
            "US balance with Mexico in 2022",
        ),
        (
            [IMPORTS, "a year earlier", "% change from then to now?"],
            "growth of US imports from Mexico in 2023 from 2022",
        ),
        (
            ["US deficit with Mexico 2023", "same for Canada", "put the two together for 2022"],
            "US deficit with Mexico and Canada combined in 2022",
        ),
        ([IMPORTS, "is that more than from Canada?"], "were US imports from Mexico in 2023 more than from Canada?"),
        (
            [IMPORTS, "now the same for Canada and tell me the difference"],
            "difference between US imports from Mexico and from Canada in 2023",
        ),
        (
            ["Mexico's share of US imports in 2023", "same for Canada, and the difference?"],
            "difference between the shares of Mexico and Canada in US imports in 2023",
        ),
        ([IMPORTS, "as a ratio to exports there"], "ratio of US imports from Mexico to exports to Mexico in 2023"),
        (
            [IMPORTS, "what share of exports is that?"],
            "US imports from Mexico as a percentage of exports to Mexico in 2023",
        ),
        (
            [IMPORTS, "as a percentage of exports to there"],
            "US imports from Mexico as a percentage of exports to Mexico in 2023",
        ),
        (
            ["I'm writing something on Canada.", "what did we import from there in 2022?"],
            "what did we import from Canada in 2022",
        ),
        (["let's talk about Canada", "deficit 2022"], "US deficit with Canada in 2022"),
        (
            ["growth of US imports from Mexico from 2021 to 2022", "make the end year 2023"],
            "growth of US imports from Mexico from 2021 to 2023",
        ),
        (
            ["growth of US imports from Canada from 2022 to 2023", "from 2021 instead"],
            "growth of US imports from Canada from 2021 to 2023",
        ),
        (["cagr of US imports from Mexico 2021 to 2022", "until 2023"], "cagr of US imports from Mexico 2021 to 2023"),
        ([IMPORTS, "cagr from 2021 to that year"], "cagr of US imports from Mexico 2021 to 2023"),
        ([IMPORTS, "Canada?", "add those two up"], "US imports from Mexico and Canada combined in 2023"),
        (
            [IMPORTS, "Canada?", "how much more did the first get?"],
            "difference between US imports from Mexico and Canada in 2023",
        ),
        ([IMPORTS, "I need it in millions, not billions"], IMPORTS),
        (
            [IMPORTS, "and in 2022?", "which of the two was higher?"],
            "which was higher, US imports from Mexico in 2022 or in 2023?",
        ),
        (
            [IMPORTS, "and in 2022?", "which year was higher?"],
            "which was higher, US imports from Mexico in 2022 or in 2023?",
        ),
        (
            ["US imports from Mexico in 2022", "and in 2023?", "so what percentage rise is that"],
            "growth of US imports from Mexico in 2023 from 2022",
        ),
        (
            ["top 3 partners by US imports in 2023", "leave Mexico out. Who tops it then?"],
            "top 3 partners by US imports without Mexico in 2023",
        ),
    ],
)
def test_two_together(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    assert _values(talk(assistant_world, *turns)) == _values(talk(assistant_world, whole))


def test_a_port_under_another_topic_takes_nothing_over(assistant_world: Assistant) -> None:
    _, dialogue = assistant_world.ask("US deficit with Canada in 2022", Dialogue())
    asked = assistant_world.understand("different topic: how much did Laredo handle in 2023?", dialogue)
    assert not asked.carried and asked.slots.partner == ("MEX",) and asked.slots.measures == ("total",)


def test_shares_lie_apart_in_points(assistant_world: Assistant) -> None:
    turns = ("share of Mexico in US imports in 2023", "China's?", "how far apart are they")
    answers = talk(assistant_world, *turns)["answer"]
    assert {a["unit"] for a in answers if a["kind"] == "number"} >= {"percentage points"}


def test_what_only_repeats_is_asked_back(assistant_world: Assistant) -> None:
    turns = ("share of rail in US imports from Mexico in 2023", "and in 2022?", "so which leans more on rail")
    assert talk(assistant_world, *turns)["status"] == "clarify"


@pytest.mark.parametrize(("text", "source"), [("by port?", None), ("and in 2022?", "census")])
def test_a_source_is_given_up_where_it_breaks_nothing_down(
    assistant_world: Assistant, text: str, source: str | None
) -> None:
    _, dialogue = assistant_world.ask("US imports from Mexico in 2023 by Census", Dialogue())
    reply, _ = assistant_world.ask(text, dialogue)
    asked = assistant_world.understand(text, dialogue)
    assert asked.slots.source == source and any("asked for before" in said for said in reply.assumptions) == (
        not source
    )


@pytest.mark.parametrize(("word", "year"), [("higher", "2023"), ("lower", "2022")])
def test_the_period_that_is_chosen_comes_first(assistant_world: Assistant, word: str, year: str) -> None:
    reply = talk(assistant_world, "US imports from Mexico in 2022", "and in 2023?", f"which of the two was {word}?")
    assert reply["answer"][0]["value"] == year and reply["text"].startswith(year)


def test_what_goes_into_what_is_divided_by(assistant_world: Assistant) -> None:
    inside = _values(talk(assistant_world, IMPORTS, "Canada?", "how many times the second goes into the first?"))
    assert inside == _values(talk(assistant_world, CANADA, "Mexico?", "how many times larger is the second?"))


def test_now_that_may_be_either_is_asked_back(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "US imports from Mexico in 2022", "in 2023", "% change from then to now?")
    assert reply["status"] == "clarify"


def _values(reply: dict[str, Any]) -> list[tuple[str, str]]:
    assert reply["status"] == "answered", reply["text"]
    return [(each["value"], each["unit"]) for each in reply["answer"]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("US imports from Mexico in 2023, and what were they in 2022?", 2),
        ("the US deficit with Mexico in 2023, and how much was it with Canada?", 2),
        ("US imports from Mexico in 2023, and what is that in percent?", 1),
        ("What came in from China and what went out to it in 2023?", 1),
        ("What did we send to Canada and what did we buy from Mexico in 2023?", 2),
    ],
)
def test_another_time_or_place_of_it_is_a_question_of_its_own(
    assistant_world: Assistant, text: str, count: int
) -> None:
    assert len(assistant_world.ask(text)[1].turns) == count


def test_the_widest_difference_is_no_largest_figure(assistant_world: Assistant) -> None:
    held = "difference between US exports to Mexico and to Canada in 2022"
    assert talk(assistant_world, held, "in which month was it widest?")["status"] == "declined"


@pytest.mark.parametrize("text", ["who ranks first", "who is on top?"])
def test_first_of_what_is_asked_back(assistant_world: Assistant, text: str) -> None:
    assert talk(assistant_world, text)["status"] == "clarify"
