"""Totals of several things: the first few of a ranking, all the ports of a state; and what is still told one by one."""

import pytest

from assistant.ask import Assistant

pytestmark = pytest.mark.slow

SUMMED = [
    "Total exports to Mexico through Texas ports in 2023",
    "Total de exportaciones a México por los puertos de Texas en 2022",
    "What was the total for the top 3 Texas ports by truck exports in 2023?",
    "total trade with the top 5 partners, 2023",
    "How much did total exports to the top three partners come to in 2021?",
]
LISTED = [
    "Show total exports of the top 5 partners in 2024",
    "total exports by Texas port 2023",
    "top 5 partners by total trade 2023",
]


@pytest.mark.parametrize("text", SUMMED)
def test_a_total_of_several_is_one_figure(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert [call["tool"] for call in reply.plan][-1] == "total", reply.text


@pytest.mark.parametrize("text", LISTED)
def test_a_list_is_told_one_by_one(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert [call["tool"] for call in reply.plan][-1] == "rank", reply.text


def test_ports_that_are_added_up_are_named(assistant: Assistant) -> None:
    reply, _ = assistant.ask("Total exports to Mexico through Texas ports in 2023")
    assert "Laredo" in reply.text and "together" in reply.text


def test_a_balance_that_is_called_a_deficit_is_ranked_once(assistant: Assistant) -> None:
    reply, _ = assistant.ask("Which month of 2023 had the worst trade balance with China, i.e. the largest deficit?")
    assert len(reply.answer) == 2, reply.text
