"""What a word that points at an earlier answer stands for: what came first, left out of it, or said to be beaten."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.dialogue import Dialogue
from assistant.reply import Reply

_STATE = "Which state exported the most to Mexico in 2020?"
_MODES = "rank the modes of transport for US imports from Canada in 2024"
_LEAST = "who sells us the least among Chile, Peru and Colombia in 2024"
_BOUGHT = "which countries bought more than 50 billion in 2024"
_MONTH = "best month for US exports to Mexico in 2024"
_TOPPED = "List months in 2023 when imports from Mexico topped 40 billion"
_COUNT = "how many states sold Mexico over 5 billion in 2024"
_FIVE = "top 5 states by exports to Mexico in 2024"
_OVER = "Which states exported more than 20 billion to Canada in 2024?"
_GREW = "How much did US exports to India change in 2024 vs 2023, in percent"
_TURNS = ("¿Cuánto pasó por Laredo en importaciones en 2024?", "¿y por Eagle Pass?")


def _last(assistant: Assistant, *turns: str) -> Reply:
    dialogue, replies = Dialogue(), []
    for turn in turns:
        reply, dialogue = assistant.ask(turn, dialogue)
        replies.append(reply)
    return replies[-1]


@pytest.mark.parametrize(
    ("turns", "start"),
    [
        ((_STATE, "Apart from that one, who was the leader?"), "California came first"),
        ((_STATE, "leaving it aside, which was the biggest?"), "California came first"),
        ((_STATE, "how much was it in 2014 in that same state?"), "US goods exports to Mexico (Texas) came to"),
        ((_FIVE, "and those states in 2014?"), "US goods exports to Mexico in 2014: Texas $102.635"),
        ((_MONTH, "and the one right after it?"), "US goods exports to Mexico came to $28.330 billion in Sept"),
        ((_COUNT, "and how many to Canada?"), "US goods exports to Canada was above $5 billion in"),
        ((_COUNT, "name the one right behind Texas"), "California came second of 51 states in US goods exports to M"),
        ((_FIVE, "what comes after California?"), "Michigan came third"),
        (("top supplier of fruit to the US in 2024", "besides Mexico who is next?"), "Peru came second"),
        (("top buyer in 2024", "how much is it", "and the runner-up, who's that"), "Mexico came second of 233 part"),
        (("Where does Vietnam rank among US suppliers in 2024?", "and as a customer?"), "Vietnam is number 29 of 233"),
        (("US exports to Chile in 2020", "best year between 2005 and then?"), "The highest year for US goods"),
        ((_LEAST, "and buys the least?"), "Peru came last in US goods exports among Chile, Peru and Colombia"),
        (("who do we buy the most from in 2024", "and sell the most to?"), "Canada came first in US goods exports"),
        (("did exports to Vietnam ever top 15 billion", "and imports above 100?"), "Yes: US goods imports from"),
        ((_BOUGHT, "and how many sold us that much?"), "US goods imports from the world was above $50 billion in"),
        (("when were exports to Brazil highest", "and lowest?"), "The lowest month for US goods exports to Brazil"),
        ((_TOPPED, "how many is that?"), "US goods imports from Mexico was above $40 billion in 5 of 12 months"),
        ((_TOPPED, "and exports to it?"), "There is no month in which US goods exports to Mexico"),
        ((_COUNT, "now raise the bar to 10 bn"), "US goods exports to Mexico was above $10 billion in 4 of 51 states"),
        ((_COUNT, "list not needed. same for imports"), "US goods imports from Mexico was above $5 billion"),
        (("US deficit with Japan in 1990", "when was it deepest, in the whole series?"), "The highest"),
        (("Did we have a deficit with Mexico in 2024?", "by how much?"), "US goods trade deficit with Mexico came to"),
        (("¿Quién nos vendió más en 2024, Brasil o Chile?", "¿por cuánto?"), "El valor de las importaciones de bienes"),
        ((_STATE, "Apart from Texas, who was the leader?"), "California came first"),
        ((_STATE, "And who came right after?", "And third?"), "Michigan came third"),
        ((_MODES, "apart from that mode, which led?"), "Pipeline came first"),
        ((_MODES, "and the number one for exports to Mexico in 2024?"), "Truck came first of 6 modes in US goods exp"),
        ((_MODES, "how much came by the number one in 2023?"), "US goods imports from Canada by truck came to"),
        ((_FIVE, "In which of those states did exports fall from 2023?"), "1 of 5 states had growth"),
        (("US imports from China in 2024", "Does Mexico beat that?"), "Yes: "),
        (("US imports from China in 2024", "is that more than Mexico's?"), "No: "),
        (("How much did Mexico sell to the US in 2024?", "Did Canada sell more than that?"), "No: "),
        (("exports to Mexico by truck in 2024", "Did rail carry more than that?"), "No: "),
        (("vehicle imports from Japan in 2024", "Did South Korea ship more than that?"), "No: "),
        ((_FIVE, "which of them exported more than $19 billion to Canada?"), "4 of 5 states had"),
        (
            ("top 10 suppliers in 2024", "which of those sold more than 150 billion?"),
            "4 of 10 partners had US goods imp",
        ),
        (
            (_OVER, "how much did those states import from Canada?"),
            "US goods imports from Canada in 2024: Texas $38.560",
        ),
        ((_OVER, "and the total of those?"), "US goods exports to Canada (Texas and Michigan) came to"),
        (
            ("US imports from China in 2024", "were imports in 2023 more than that?"),
            "No: US goods imports from China rose",
        ),
        ((_GREW, "do the exports to Turkey too, same years"), "US goods exports to Turkey rose by 4.89%"),
        ((*_TURNS, "¿cuánto más pasó por el primero?"), "El valor de las importaciones de bienes de Estados Unidos"),
        (("top 3 suppliers in 2024", "total without them?"), "US goods imports from the world, without Mexico, China"),
        (("top 5 buyers in 2024", "and the same five in 2019?"), "Canada came first in US goods exports among Can"),
        (("top 5 buyers in 2024", "which of these five is in Asia?"), "China is number 3"),
        (
            ("imports from Japan in 2024", "Germany?", "the former's exports?"),
            "US goods exports to Japan came to $79.741",
        ),
        ((_STATE, "¿Cuál fue el primero sin ese estado?"), "California"),
    ],
)
def test_it_is_what_was_found(assistant: Assistant, turns: tuple[str, ...], start: str) -> None:
    reply = _last(assistant, *turns)
    assert (reply.status, reply.text[: len(start)]) == ("answered", start)


@pytest.mark.parametrize(
    "turns",
    [
        ("US exports in 2024?", "and in that month?"),
        ("US exports in 2024?", "imports of that product?"),
        ("US imports from Mexico in 2024?", "exports from that state?"),
        ("US imports 2018 to 2024", "exports in that year?"),
        (_MONTH, "and the next one?"),
        (_TOPPED, "what share of the year is that?"),
        ("¿Cuánto exportó Estados Unidos en 2024?", "¿y a ese país?"),
        ("¿Cuánto exportó Estados Unidos a México en 2024?", "¿y por esos puertos?"),
    ],
)
def test_what_is_pointed_at_and_not_found_is_asked_back(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert _last(assistant, *turns).status == "clarify"


def test_a_mode_of_what_came_first_is_told_in_dollars(assistant: Assistant) -> None:
    _, dialogue = assistant.ask("Which US state exported the most to Canada in 2023?", Dialogue())
    text = assistant.ask("thanks. how much of that went by truck, in dollars?", dialogue)[0].to_dict()["text"]
    assert text.startswith("US goods exports to Canada by truck (Texas) came to $17.309 billion")


def test_that_country_is_the_one_that_the_message_names(assistant: Assistant) -> None:
    asked = "Hi there, we import goods from Thailand. What was the total value of US imports from that country in 2022?"
    assert "from Thailand came to $58.626 billion" in assistant.ask(asked)[0].to_dict()["text"]
