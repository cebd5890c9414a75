"""Both flows of one pair held against each other by verbs, in the order in which they are said."""

from __future__ import annotations

import pytest

from tests.world.reading import understood

BUYING, SELLING = ("imports", "exports"), ("exports", "imports")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("How much more did we buy from China than we sold them, 2023?", BUYING),
        ("How much more does the US buy from China than it sells to it in 2023?", BUYING),
        ("How much more did China sell us than we sold them in 2023?", BUYING),
        ("By how much did what we bought from China exceed what we sold them in 2023?", BUYING),
        ("In 2023 we bought how much more from China than we sold there?", BUYING),
        ("How many times more did we buy from China than we sold them in 2023?", BUYING),
        ("Do we buy more from China than they buy from us? 2024", BUYING),
        ("Does China buy more from us than we buy from them? 2023", SELLING),
        ("In which months of 2023 did we sell more to China than we bought from them?", SELLING),
        ("Do we buy more from China than we did in 2019?", ("imports",)),
        ("Did we sell more to China in 2023 than we sold to them in 2019?", ("exports",)),
    ],
)
def test_the_flow_of_each_clause(text: str, measures: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.reporter, slots.partner) == (measures, ("USA",), ("CHN",))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Chapter 27 in 2023: does more go to Mexico or come from Mexico?", SELLING),
        ("HS 27 in 2023: more into the US or more into Mexico?", BUYING),
        ("Does more HS 27 flow into the US from Mexico or into Mexico from the US, 2023?", BUYING),
    ],
)
def test_two_ways_are_told_by_their_ends(text: str, measures: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.reporter, slots.partner) == (measures, ("USA",), ("MEX",))


@pytest.mark.parametrize("text", ["Did more go to Mexico or to Canada in 2023?", "Did more go to Mexico or Canada?"])
def test_two_ends_of_one_flow_are_two_partners(text: str) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.partner) == (("exports",), ("MEX", "CAN"))


@pytest.mark.parametrize(
    "text", ["Did we sell more to Mexico than to Canada in 2023?", "Do we buy more from Mexico than from China? 2024"]
)
def test_two_partners_are_held_against_each_other(text: str) -> None:
    slots = understood(text).slots
    assert (len(slots.measures), len(slots.partner)) == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "¿Cuánto más le compramos a China de lo que le vendimos en 2023?",
        "¿Cuánto más le compramos a China de lo que nos compraron en 2023?",
    ],
)
def test_the_same_in_spanish(text: str) -> None:
    slots = understood(text, "es").slots
    assert (slots.measures, slots.reporter, slots.partner) == (BUYING, ("USA",), ("CHN",))
