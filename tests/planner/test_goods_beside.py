"""What a flow is made of is told beside its worth where a question asks what is bought or sold."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.dialogue import Dialogue
from assistant.reply import Reply


@pytest.mark.parametrize(
    ("text", "worth", "first"),
    [
        ("what does the US buy from Mexico in 2024?", "505850598583", "87"),
        ("What did Mexico sell to the US in 2024?", "505850598583", "87"),
        ("so what do we export to Canada in 2024", "3493", "87"),
        ("What goods do we import from Germany in 2024?", "160436547928", "87"),
        ("¿Qué le exporta México a Estados Unidos en 2024?", "505850598583", "87"),
        ("what is imported from Mexico by rail in 2023?", "62329107287", "87"),
    ],
)
def test_the_goods_are_told_beside_the_worth(assistant: Assistant, text: str, worth: str, first: str) -> None:
    reply, _ = assistant.ask(text)
    numbers = [str(each["value"]) for each in reply.answer if each["kind"] == "number"]
    goods = [each["value"] for each in reply.answer if each["kind"] == "entity"]
    assert numbers[0].startswith(worth)
    assert goods[0] == first
    assert reply.chart and reply.table and len(reply.table["rows"]) > 4


@pytest.mark.parametrize(
    "text",
    [
        "what are US imports from Mexico in 2024?",
        "what is the value of US imports from Mexico in 2024?",
        "how much does the US buy from Mexico in 2024?",
        "What month did the US import most from Mexico in 2024?",
        "what did the US import from Mexico of vehicles in 2024",
    ],
)
def test_a_worth_alone_has_no_goods_beside_it(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert not any(call["id"].startswith("g") for call in reply.plan)


def test_where_no_table_has_the_goods_the_worth_is_told_and_that_they_are_missing(assistant: Assistant) -> None:
    reply, _ = assistant.ask("What did the US import from China in 2019?")
    assert reply.status == "answered"
    assert reply.text.endswith("Which goods these were is not loaded for this trade and time.")


@pytest.mark.parametrize(
    ("follow_up", "goods"),
    [("and Canada?", True), ("and in 2023?", True), ("in percent of all exports", False), ("by month", False)],
)
def test_a_place_or_time_alone_asks_for_goods_again(assistant: Assistant, follow_up: str, goods: bool) -> None:
    reply = _after(assistant, "what do we sell to Mexico in 2024?", follow_up)
    assert any(call["id"].startswith("g") for call in reply.plan) is goods


def test_two_flows_whose_goods_were_told_are_held_against_each_other(assistant: Assistant) -> None:
    reply = _after(assistant, "what do we export to Canada", "and Mexico?", "which is more?")
    assert reply.status == "answered"
    assert "Canada" in reply.text


def _after(assistant: Assistant, *turns: str) -> Reply:
    dialogue = Dialogue()
    for text in turns:
        reply, dialogue = assistant.ask(text, dialogue)
    return reply
