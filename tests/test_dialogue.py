"""Follow-ups take from earlier turns what they do not say, and nothing that they do say."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant, Dialogue
from assistant.dialogue import Turn
from assistant.lexicon.question import Slots
from tests.world.asking import talk

IMPORTS = "US imports from Mexico in 2023"
DEFICIT = "US deficit with Mexico in 2023"
MONTH = "US imports from Mexico in November 2023"
MEXICAN = "Mexico's exports to the US in 2022"
RANKING = "top 3 partners in 2023"


def asked(assistant: Assistant, *turns: str) -> tuple[Any, ...]:
    """What the last turn was read as: measure, reporter, partner, period."""
    reply = talk(assistant, *turns)
    assert reply["status"] == "answered", reply["text"]
    args = reply["plan"][0]["args"]
    return tuple(args.get(name) for name in ("measure", "reporter", "partner", "period"))


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([IMPORTS, "and the year before?"], ("imports", "USA", "MEX", "2022")),
        ([IMPORTS, "and the year before?", "and the year before that?"], ("imports", "USA", "MEX", "2021")),
        ([IMPORTS, "and in 2021?"], ("imports", "USA", "MEX", "2021")),
        ([IMPORTS, "2021?"], ("imports", "USA", "MEX", "2021")),
        ([IMPORTS, "what about 2022"], ("imports", "USA", "MEX", "2022")),
        ([MONTH, "and the month before?"], ("imports", "USA", "MEX", "2023-10")),
        ([MONTH, "and the year before?"], ("imports", "USA", "MEX", "2022-11")),
        ([MONTH, "and the month after?"], ("imports", "USA", "MEX", "2023-12")),
        ([MONTH, "and in Q2 2023?"], ("imports", "USA", "MEX", "2023-Q2")),
    ],
)
def test_another_time(assistant_world: Assistant, turns: list[str], expected: tuple[str, ...]) -> None:
    assert asked(assistant_world, *turns) == expected


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([IMPORTS, "and exports?"], ("exports", "USA", "MEX", "2023")),
        ([IMPORTS, "and the balance?"], ("balance", "USA", "MEX", "2023")),
        ([DEFICIT, "and imports?"], ("imports", "USA", "MEX", "2023")),
        ([DEFICIT, "and total trade?"], ("total", "USA", "MEX", "2023")),
        ([DEFICIT, "and the year before?", "and imports?"], ("imports", "USA", "MEX", "2022")),
    ],
)
def test_another_measure(assistant_world: Assistant, turns: list[str], expected: tuple[str, ...]) -> None:
    assert asked(assistant_world, *turns) == expected


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([IMPORTS, "from China?"], ("imports", "USA", "CHN", "2023")),
        ([IMPORTS, "and China?"], ("imports", "USA", "CHN", "2023")),
        ([IMPORTS, "and Canada"], ("imports", "USA", "CAN", "2023")),
        ([DEFICIT, "with China?"], ("deficit", "USA", "CHN", "2023")),
        ([DEFICIT, "and imports?", "from China?"], ("imports", "USA", "CHN", "2023")),
        (["US exports to Mexico in 2023", "to China?"], ("exports", "USA", "CHN", "2023")),
        (["US exports to Mexico in 2023", "from China?"], ("imports", "USA", "CHN", "2023")),
        ([IMPORTS, "to China?"], ("exports", "USA", "CHN", "2023")),
        ([MEXICAN, "and imports?"], ("imports", "MEX", "USA", "2022")),
        ([MEXICAN, "and to China?"], ("exports", "MEX", "CHN", "2022")),
    ],
)
def test_another_place(assistant_world: Assistant, turns: list[str], expected: tuple[str, ...]) -> None:
    assert asked(assistant_world, *turns) == expected


@pytest.mark.parametrize(
    ("turns", "tools"),
    [
        ([IMPORTS, "by month"], ["select"]),
        ([IMPORTS, "by mode?"], ["select", "rank"]),
        ([IMPORTS, "how did it grow on the year before?"], ["select", "growth", "growth"]),
        ([RANKING, "and the bottom 2?"], ["select", "rank"]),
    ],
)
def test_another_operation(assistant_world: Assistant, turns: list[str], tools: list[str]) -> None:
    reply = talk(assistant_world, *turns)
    assert [call["tool"] for call in reply["plan"] if not set("@^") & set(call["id"])] == tools
    assert reply["plan"][0]["args"]["reporter"] == "USA"


def test_a_ranking_of_another_year_keeps_its_length(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, RANKING, "and in 2022?")
    assert reply["plan"][-1]["args"]["n"] == 3 and reply["plan"][0]["args"]["period"] == "2022"


def test_what_was_carried_over_is_said(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, IMPORTS, "and the year before?")
    assert any("Carried over" in said for said in reply["assumptions"])
    assert not any("Carried over" in said for said in talk(assistant_world, IMPORTS)["assumptions"])


@pytest.mark.parametrize(
    "whole",
    [
        "US exports to Canada in 2022",
        "Mexico's surplus with the US in Feb 2024",
        "US trade balance with the world in 2021",
    ],
)
def test_a_whole_question_owes_nothing_to_the_last(assistant_world: Assistant, whole: str) -> None:
    alone, after = talk(assistant_world, whole), talk(assistant_world, MONTH, whole)
    assert (alone["plan"], alone["text"]) == (after["plan"], after["text"])


def test_a_ranking_without_a_flow_keeps_the_last_one_and_says_so(assistant_world: Assistant) -> None:
    after = talk(assistant_world, MONTH, "top 2 partners in 2021")
    assert after["plan"][0]["args"]["measure"] == "imports"
    assert any("Carried over" in said for said in after["assumptions"])


def test_an_and_inside_a_list_leans_on_nothing(assistant_world: Assistant) -> None:
    whole = talk(assistant_world, "imports from Canada in 2021", "exports to Mexico and Canada in 2022")
    assert not any("Carried over" in said for said in whole["assumptions"])


def test_a_decline_in_between_is_not_lost_on_what_follows(assistant_world: Assistant) -> None:
    assert asked(assistant_world, IMPORTS, "asdfgh", "and the year before?") == ("imports", "USA", "MEX", "2022")
    assert asked(assistant_world, IMPORTS, "what is f.a.s. value?", "and exports?") == ("exports", "USA", "MEX", "2023")


def test_without_an_earlier_turn_nothing_is_carried(assistant_world: Assistant) -> None:
    assert talk(assistant_world, "and the year before?")["status"] != "answered"


def test_a_dialogue_goes_in_and_comes_back_new(assistant_world: Assistant) -> None:
    first = Dialogue()
    _, second = assistant_world.ask(IMPORTS, first)
    assert first.turns == () and len(second.turns) == 1
    turn = second.turns[0]
    assert (turn.text, turn.table, turn.period, turn.answered) == (IMPORTS, "us_goods", "2023", True)


def test_two_conversations_do_not_mix(assistant_world: Assistant) -> None:
    _, one = assistant_world.ask(IMPORTS)
    _, other = assistant_world.ask(MEXICAN)
    assert "2022" in assistant_world.ask("and the year before?", one)[0].text
    assert assistant_world.ask("and the year before?", other)[0].to_dict()["plan"][0]["args"]["period"] == "2021"


def test_only_the_last_twenty_turns_are_kept() -> None:
    dialogue = Dialogue()
    for number in range(25):
        dialogue = dialogue.with_turn(Turn(str(number), Slots() if number == 7 else None))
    assert len(dialogue.turns) == 20 and dialogue.turns[0].text == "5"
    assert dialogue.last is not None and dialogue.last.text == "7"
