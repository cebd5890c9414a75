"""The first few of a ranking of which something else is asked: they are chosen first, and it is told of each."""

import pytest

from assistant.ask import Assistant

pytestmark = pytest.mark.slow

GROWN = [
    "How much did imports from the top 3 suppliers grow between 2019 and 2024?",
    "¿Cuánto crecieron las importaciones de los tres principales proveedores entre 2019 y 2024?",
]


def _told(assistant: Assistant, text: str) -> list[str]:
    reply, _ = assistant.ask(text)
    assert reply.status == "answered", reply.text
    return [str(told["value"]) for told in reply.answer if told["kind"] == "entity"]


@pytest.mark.parametrize("text", GROWN)
def test_each_of_the_first_few_grew(assistant: Assistant, text: str) -> None:
    assert sorted(_told(assistant, text)) == ["CAN", "CHN", "MEX"]


def test_one_of_them_grew_most(assistant: Assistant) -> None:
    assert _told(assistant, "Which of the five largest suppliers grew most in 2024?")[:5] == [
        "MEX", "CHN", "DEU", "JPN", "CAN",
    ]  # fmt: skip


def test_a_balance_is_that_with_the_first_in_a_flow(assistant: Assistant) -> None:
    reply, _ = assistant.ask("What was our surplus with our largest export market in 2022?")
    assert "Canada" in reply.text and "−$78.193 billion" in reply.text


def test_the_second_one_is_chosen_by_its_place(assistant: Assistant) -> None:
    assert _told(assistant, "how much did the second-largest export market grow in 2023?") == ["MEX"]


@pytest.mark.parametrize(
    "text", ["What were the five largest suppliers in 2023?", "who was our biggest customer in 2023"]
)
def test_who_they_are_is_a_ranking(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert [call["tool"] for call in reply.plan] == ["select", "rank"], reply.text
