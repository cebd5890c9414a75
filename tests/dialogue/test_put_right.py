"""What a declined turn asked for beyond the tables is put right, and what gets better or worse is higher or lower."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (["US exports per head to Mexico in 2023", "ok, just the exports then"], "US exports to Mexico in 2023"),
        (["US exports of services to Mexico in 2023", "ok, goods then"], "US exports to Mexico in 2023"),
        (["US services trade with Mexico in 2023", "goods then"], "US total trade with Mexico in 2023"),
        (["forecast US exports to Mexico for 2031", "just 2023 then"], "US exports to Mexico in 2023"),
        (["US imports from Mexico in pesos, 2023", "dollars is fine"], "US imports from Mexico in 2023"),
        (["US exports to Mexico January to June 2023", "same period 2022"], "US exports to Mexico Jan to Jun 2022"),
        (["US deficit with Mexico 2023", "is it getting worse?"], "did the US deficit with Mexico rise in 2023?"),
        (
            ["US deficit with Mexico 2023", "was it better in 2022?"],
            "was the US deficit with Mexico lower in 2022 than in 2023?",
        ),
        (["Korea's exports to us in 2022", "sorry i meant what we shipped to them"], "US exports to Korea in 2022"),
        (["Japan's exports to the US in 2022", "no wait, what did we ship them?"], "US exports to Japan in 2022"),
        (["US balance with Mexico 2023", "has it improved?"], "did the US balance with Mexico rise in 2023?"),
    ],
)
def test_follow_up_that_puts_right_answers_as_the_whole_question(
    assistant: Assistant, turns: list[str], whole: str
) -> None:
    last = talk(assistant, *turns)
    told = talk(assistant, whole)
    assert last["status"] == told["status"] == "answered"
    assert [figure["value"] for figure in last["figures"]] == [figure["value"] for figure in told["figures"]]


def test_another_measure_of_what_no_table_holds_is_declined_as_well(assistant: Assistant) -> None:
    assert talk(assistant, "exports of Walmart to Mexico in 2023", "and imports?")["status"] == "declined"


def test_word_of_several_meanings_stays_open_until_one_is_chosen(assistant: Assistant) -> None:
    asked, dialogue = assistant.ask("exports of oil to Mexico in 2024")
    again, dialogue = assistant.ask("and imports?", dialogue)
    assert [asked.status, again.status] == ["clarify", "clarify"]
    chosen, _ = assistant.ask(again.options[0], dialogue)
    crude, _ = assistant.ask("US imports of HS 2709 from Mexico in 2024")
    assert chosen.text == crude.text
