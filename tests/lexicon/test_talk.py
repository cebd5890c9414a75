"""Clauses of talk with words that no list holds, known by their grammar; what bounds a figure stays."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.lexicon.aside.talk import without_talk
from assistant.settings import Home
from assistant.speech import Speeches
from assistant.store.store import Store

ASKED = "How much did the US import from Mexico in 2023?"
PLAIN = "US imports from Mexico in 2023"
SPANISH = "¿cuánto importó Estados Unidos de México en 2023?"


def read(world: Store, text: str, code: str = "en") -> str:
    return without_talk(text, Speeches(world, Home()).of(code).lexicon)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"{PLAIN}, it's for a cargo book we're underwriting", PLAIN),
        (f"{PLAIN} for a zoning rebuttal we're ghostwriting", PLAIN),
        (f"Underwriting committee prep: {PLAIN}", PLAIN),
        (f"Refereeing a manuscript and I'd like {PLAIN}", f"I'd like {PLAIN}"),
        (f"Captioning a documentary on monks, {PLAIN}", PLAIN),
        (f"{ASKED} Settling a squabble with my brother-in-law.", ASKED),
        (f"We're mediating a custody dispute. {ASKED}", ASKED),
        (f"Our bureau wants {PLAIN}", PLAIN),
        (f"The consulate in Osaka needs {PLAIN}", PLAIN),
        (f"Our Shanghai desk asked for {PLAIN}", PLAIN),
        (f"Our zorb desk wants {PLAIN}", f"Our zorb desk wants {PLAIN}"),
        (f"I'm polishing a press release and want one number, namely {PLAIN}", f"namely {PLAIN}"),
    ],
)
def test_a_clause_about_its_writers_goes_with_its_unknown_words(world: Store, text: str, rest: str) -> None:
    assert read(world, text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"Evaluamos una planta allá y quisiera saber {SPANISH}", f"quisiera saber {SPANISH}"),
        (f"Para el programa de radio: {SPANISH}", SPANISH),
        (f"Redactamos un dictamen pericial: {SPANISH}", SPANISH),
    ],
)
def test_a_spanish_verb_of_the_first_person_is_its_subject(world: Store, text: str, rest: str) -> None:
    assert read(world, text, "es") == rest


@pytest.mark.parametrize(
    "text",
    [
        f"Widgets: {PLAIN}",
        f"According to USDA, {PLAIN}",
        f"Avocado puree: {PLAIN}",
        f"Zorb report: {PLAIN}",
        f"For kiddie pools: {PLAIN}",
        f"{PLAIN} for kombucha brewing",
        f"{PLAIN}, for doodads",
        f"We distribute nutraceuticals, {PLAIN}",
        f"Our firm deals in gewgaws: {PLAIN}",
        f"Our client needs it in troy ounces: {PLAIN}",
        f"Our model uses customs value plus haulage: {PLAIN}",
        f"{PLAIN} by women-owned zorbers, for our dissertation",
        f"{PLAIN}, we exclude maquiladora goods",
        f"We're weighing zorbs, how much of it came in {PLAIN}?",
    ],
)
def test_an_unknown_word_that_may_bound_the_figure_stays(world: Store, text: str) -> None:
    assert read(world, text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"We distribute nutraceuticals, {PLAIN}",
        f"Our client needs it in troy ounces: {PLAIN}",
        f"{PLAIN}, for smelting purposes",
        f"We're tracking spodumene, {PLAIN}",
        f"We report in furlongs, {PLAIN}",
        f"{PLAIN}, my boss wants it per longshoreman",
        f"Our report is on spodumene: {PLAIN}",
        f"I'm after handmade things: {PLAIN}",
        f"Informe de cachivaches: {SPANISH}",
        f"Vendemos cachivaches, {SPANISH}",
    ],
)
def test_unknown_goods_units_and_uses_in_talk_are_declined(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.status == "declined"


@pytest.mark.parametrize(
    "text",
    [
        "sector exposure check: vehicles (HS chapter 87) imported from Canada during 2024, total usd",
        "Explaining to 10th graders: out of every 100 dollars the US exported in 2020, how many went to the UK?",
    ],
)
def test_a_heading_is_no_part_of_what_is_asked(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.status == "answered"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Deficit explainer: US exports to China in 2024", "US exports to China in 2024"),
        (f"Fact-checking a piece on pharma: {PLAIN}, all goods", f"{PLAIN}, all goods"),
        (f"Teacher edition, unit 5: {PLAIN}", PLAIN),
        (f"Tomorrow's panel: {PLAIN}", PLAIN),
        (f"Brussels desk asking for {PLAIN}", PLAIN),
        (f"Class of 2025 assignment: {PLAIN}", PLAIN),
        (f"Lawyer here, need {PLAIN}", f"need {PLAIN}"),
        (f"With trucks: {PLAIN}", f"With trucks: {PLAIN}"),
        (f"Q3 recap: {PLAIN}", f"Q3 recap: {PLAIN}"),
        (f"Piece on pharma: {PLAIN}", f"Piece on pharma: {PLAIN}"),
        (f"Report on chapter 87: {PLAIN}", f"Report on chapter 87: {PLAIN}"),
        (f"Texas story: {PLAIN}", f"Texas story: {PLAIN}"),
        ("Canada profile: exports to Mexico in 2024", "Canada profile: exports to Mexico in 2024"),
        (f"Rail piece: {PLAIN}", f"Rail piece: {PLAIN}"),
    ],
)
def test_a_head_goes_where_the_question_names_its_own_of_what_it_says(world: Store, text: str, rest: str) -> None:
    assert read(world, text) == rest
