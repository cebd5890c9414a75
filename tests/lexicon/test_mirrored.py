"""One flow told by both its ends is computed as the distance of two books, or declined; never as two flows."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue
from tests.world.reading import understood


@pytest.mark.parametrize(
    "text",
    [
        "Nov 2024: how far apart are Mexico's stated exports to the US and what Census booked as imports from Mexico?",
        "By how much do US imports from Mexico (Census) exceed the exports that Mexico reports, November 2024?",
        "compare Mexico's own export figure with US imports from Mexico in November 2024",
        "difference between what Mexico says it exported to the US and what Census says the US imported from Mexico",
    ],
)
def test_what_one_sells_is_set_against_what_the_other_counts(text: str) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.reporter, slots.partner) == (("imports",), ("USA",), ("MEX",))
    assert (slots.books, slots.versus) == ("USA", ("books:MEX",))


def test_the_other_way_the_exporters_books_come_first() -> None:
    slots = understood("difference between US exports to Mexico and the imports from the US that Mexico reports").slots
    assert (slots.measures, slots.reporter, slots.versus) == (("exports",), ("USA",), ("books:MEX",))


@pytest.mark.parametrize(
    "text",
    [
        "how far apart were exports to Mexico and imports from Mexico in 2024?",
        "difference between Mexico's exports to the US and its imports from the US in 2024 per Census",
        "by how much did imports from Mexico exceed exports to Mexico in Nov 2024 according to the Census?",
    ],
)
def test_two_flows_are_no_flow_told_twice(text: str) -> None:
    assert {*understood(text).slots.measures} == {"exports", "imports"}


@pytest.mark.slow
def test_half_of_it_is_no_answer(assistant: Assistant) -> None:
    text = "how far apart are Canada's stated exports to the US and what the US booked as imports from Canada in 2024?"
    assert assistant.ask(text, Dialogue())[0].to_dict()["status"] == "declined"
