"""What meets a limit with each of two: those that are in both lists, with both figures; what is unclear is declined."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


def _entities(reply: dict[str, list[dict[str, str]]]) -> set[str]:
    return {told["value"] for told in reply["answer"] if told["kind"] in ("entity", "period")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Which countries had US exports and US imports both above $100 billion in 2024?",
            ("which countries had US {} above $100 billion in 2024?", "exports", "imports"),
        ),
        (
            "which states sold over $8bn to Mexico and to Canada in 2024",
            ("which states sold over $8bn to {} in 2024", "Mexico", "Canada"),
        ),
        (
            "¿En qué meses de 2024 superan 28 mil millones tanto las exportaciones como las importaciones con México?",
            (
                "¿En qué meses de 2024 superan 28 mil millones las {} con México?",
                "exportaciones",
                "importaciones",
            ),
        ),
        (
            "which states shipped over $1bn to Mexico by truck and by rail in 2024",
            ("which states shipped over $1bn to Mexico by {} in 2024", "truck", "rail"),
        ),
    ],
)
def test_both_are_those_of_each(assistant: Assistant, text: str, sides: tuple[str, str, str]) -> None:
    first, second = (_entities(talk(assistant, sides[0].format(side))) for side in sides[1:])
    both = talk(assistant, text)
    assert _entities(both) == first & second
    assert both["answer"][0]["value"] == str(len(first & second))
    assert sum(told["kind"] == "number" for told in both["answer"]) == 1 + 2 * len(first & second)


@pytest.mark.parametrize(
    "text",
    [
        "count of partners with both imports and exports above 50 billion dollars, 2024, countries only",
        "which countries had both exports to the US and imports from the US above 50 billion in 2024",
        "I want partners that cleared $50bn both ways in 2024, meaning exports to them and US imports from them each. "
        "How many are there?",
        "How many partners topped $50 billion on both sides of the ledger in 2024?",
        "countries where both flows beat $50 billion in 2024",
        "¿Cuántos socios rebasaron los 50.000 millones en ambos sentidos en 2024?",
        "¿Qué socios superan los 50 mil millones de dólares en exportaciones y en importaciones en 2024?",
    ],
)
def test_a_limit_each_way_is_put_to_each_flow(assistant: Assistant, text: str) -> None:
    assert len(_entities(talk(assistant, text))) == 7


def test_a_limit_on_the_sum_of_both_ways_is_put_to_the_sum(assistant: Assistant) -> None:
    told = talk(assistant, "Which countries traded more than $200 billion both ways combined with the US in 2024?")
    assert "(exports plus imports) above $200 billion" in told["text"]


def test_the_flow_that_orders_comes_first(assistant: Assistant) -> None:
    text = "List every country where both US exports and US imports topped $50 billion in 2022, largest imports first"
    told = talk(assistant, text, "how many?")
    assert "US goods imports and US goods exports were both above $50 billion in 7 of" in told["text"]
    assert told["answer"][1]["value"] == "CHN"


def test_none_is_an_answer(assistant: Assistant) -> None:
    told = talk(assistant, "Did any state export over $100bn to both Mexico and Canada in 2024?")
    assert told["status"] == "answered" and "in none of 51 states" in told["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Which states sold over $8bn to Mexico and Canada in 2024",
        "Which states sold over $8bn to Mexico or to Canada in 2024",
        "Which countries did the US have over $100bn in exports and imports with in 2024?",
        "Which top five countries had both exports and imports above 50 billion in 2024?",
        "countries where neither exports nor imports topped $1 million in 2024",
    ],
)
def test_what_is_not_both_is_declined(assistant: Assistant, text: str) -> None:
    assert talk(assistant, text)["status"] == "declined"
