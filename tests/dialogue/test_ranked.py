"""Places in a ranking that a follow-up asks for, and things that were counted and are then named."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from tests.world.asking import talk

COUNTED = "in how many months of 2023 were US imports from Mexico above $30 billion?"
LISTED = "in which months of 2023 were US imports from Mexico above $30 billion?"


def _values(reply: dict[str, Any]) -> list[Any]:
    assert reply["status"] == "answered", reply["text"]
    return [answer["value"] for answer in reply["answer"]]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (["US imports from Mexico in 2023", "who comes right after it?"], "behind"),
        (["US imports from Mexico in 2023", "which country is next?"], "behind"),
        (["who sold the US the most in 2023", "and right behind them?"], "behind"),
        (["where does Mexico rank in US imports in 2023", "who is just behind?"], "behind"),
        (["importaciones de Estados Unidos desde México en 2023", "¿quién le sigue?"], "behind"),
        (["US imports from China in 2023", "who is ahead of it?"], "ahead"),
        (["US imports from Mexico in 2023", "who is next?", "and who is ahead of them?"], "itself"),
    ],
)
def test_what_stands_next_in_the_ranking(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    asked = {
        "behind": "which partner is right behind Mexico in US imports in 2023",
        "ahead": "which partner is just ahead of China in US imports in 2023",
    }
    reply = talk(assistant_world, *turns)
    if whole == "itself":
        assert reply["status"] == "declined"  # nobody is ahead of the first
    else:
        assert _values(reply) == _values(talk(assistant_world, asked[whole]))


def test_the_next_mexican_state_is_among_those_of_mexico(assistant: Assistant) -> None:
    turns = ("Which Mexican state got the most US goods in 2024?", "and the next one?", "and the one after that?")
    assert "Nuevo León came third" in talk(assistant, *turns)["text"]


def test_the_next_year_is_no_place_in_a_ranking(assistant_world: Assistant) -> None:
    turns = ("US imports from Mexico in 2022", "the next one")
    assert _values(talk(assistant_world, *turns)) == _values(talk(assistant_world, "US imports from Mexico in 2023"))


@pytest.mark.parametrize(
    "turns",
    [
        [COUNTED, "which ones?"],
        [COUNTED, "which months were they?"],
        [COUNTED, "name them"],
        ["¿en cuántos meses de 2023 superaron las importaciones desde México 30 mil millones?", "¿cuáles?"],
    ],
)
def test_what_was_counted_is_named(assistant_world: Assistant, turns: list[str]) -> None:
    assert _values(talk(assistant_world, *turns)) == _values(talk(assistant_world, LISTED))


def test_what_was_named_is_counted(assistant_world: Assistant) -> None:
    assert _values(talk(assistant_world, LISTED, "how many is that?")) == _values(talk(assistant_world, COUNTED))


@pytest.mark.parametrize("turns", [["which ones?"], ["US imports from Mexico in 2023", "which ones?"]])
def test_nothing_was_counted(assistant_world: Assistant, turns: list[str]) -> None:
    assert talk(assistant_world, *turns)["status"] != "answered"


@pytest.mark.parametrize(
    ("turns", "port"),
    [
        (("top ports for trade with Mexico in 2024", "the second one", "its growth", "and the first?"), "Laredo"),
        (("top ports for trade with Mexico in 2024", "the second one", "its growth", "#3"), "Hidalgo"),
        (("top ports for trade with Mexico in 2024", "the second one", "growth?"), "Ysleta"),
        (("principales puertos del comercio con México en 2024", "el segundo", "¿cuánto creció?"), "Ysleta"),
        (("principales puertos del comercio con México en 2024", "el segundo", "su crecimiento"), "Ysleta"),
    ],
)
def test_a_place_is_one_of_the_whole_ranking(assistant: Assistant, turns: tuple[str, ...], port: str) -> None:
    text = talk(assistant, *turns)["text"]
    assert port in text and "2023" in text


def test_another_place_among_partners_after_the_growth_of_one(assistant_world: Assistant) -> None:
    turns = ("top partners of US imports in 2023", "the second", "its growth", "and the third?")
    assert _values(talk(assistant_world, *turns[:-1])) != _values(talk(assistant_world, *turns))


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (("Is Mexico the second largest export market?", "who is the first?"), "Canada"),
        (("Is Mexico the second largest export market?", "and who is number one?"), "Canada"),
        (("Is Mexico the second largest export market?", "so who is the biggest?"), "Canada"),
        (("¿México es el segundo mayor mercado de exportación?", "¿quién es el primero?"), "Canadá"),
        (("¿México es el mayor mercado de EU?", "¿quién es el mayor?"), "Canadá"),
        (("Is China the largest supplier of the US?", "and the third?"), "Canada"),
    ],
)
def test_who_is_first_asks_no_yes_or_no_again(assistant: Assistant, turns: tuple[str, ...], first: str) -> None:
    assert talk(assistant, *turns)["text"].startswith(f"{first} ")


def test_the_claim_stays_one_of_another_country(assistant: Assistant) -> None:
    turns = ("Is China the largest supplier of the US?", "and Mexico?")
    assert talk(assistant, *turns)["text"].startswith("Yes: Mexico is number 1")


@pytest.mark.parametrize(
    ("turns", "told", "other"),
    [
        (("top 5 import partners 2024", "which of those has the biggest deficit?"), "Germany", "Vietnam"),
        (("top 4 socios de importación 2024", "¿cuál de ellos tiene el mayor déficit?"), "Alemania", "Vietnam"),
        (("top 5 exports to Mexico in 2024", "which of those grew the most?"), "HS 84", "HS 88"),
        (("top 5 imports from China", "which of those pay the highest tariff?"), "HS 95", "HS 74"),
        (("top 3 states exporting to Mexico 2024", "which of them exports the most to Canada"), "California", "Ohio"),
        (("top 10 import partners 2024", "only the European ones"), "Germany", "Mexico"),
    ],
)
def test_another_ranking_is_among_those_that_were_named(
    assistant: Assistant, turns: tuple[str, ...], told: str, other: str
) -> None:
    text = talk(assistant, *turns)["text"]
    assert told in text and other not in text


@pytest.mark.parametrize(
    ("turns", "answer"),
    [
        (("Mexico's rank among suppliers in 2024", "is Canada bigger?"), "No: "),
        (("Mexico's rank among suppliers in 2024", "is Canada smaller?"), "Yes: "),
        (("China's rank among suppliers in 2024", "is Mexico bigger?"), "Yes: "),
    ],
)
def test_another_is_held_against_the_one_whose_rank_was_told(
    assistant: Assistant, turns: tuple[str, ...], answer: str
) -> None:
    assert talk(assistant, *turns)["text"].startswith(answer)
