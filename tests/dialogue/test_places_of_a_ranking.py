"""A place of the ranking before, and the one that it told of, asked on."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from tests.world.asking import talk

SUPPLIERS = "Rank the ten biggest suppliers of goods to the US in 2024"
MARKETS = "top five buyers of american goods in 2024?"
STATES = "Which state exports the most to Mexico, 2025 data?"
MODES = "rank the transport modes for US imports from Canada in 2025"
SIXTH = "US goods imports from Vietnam in 2015"


def _values(reply: dict[str, Any]) -> list[Any]:
    assert reply["status"] == "answered", reply["text"]
    return [answer["value"] for answer in reply["answer"] if answer["kind"] != "boolean"]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((SUPPLIERS, "who is in sixth place?"), "Which country ranked sixth in US goods imports in 2024?"),
        ((MODES, "which one is third?"), "Which mode ranked third in US goods imports from Canada in 2025?"),
        (
            (STATES, "the next one?", "and the one after, with how much"),
            "Which state ranked third in exports to Mexico?",
        ),
        ((STATES, "Who were the next two?"), "Which states ranked second and third in exports to Mexico in 2025?"),
        (
            (MARKETS, "is Brazil in the top ten?", "exactly what position"),
            "What rank was Brazil in US exports in 2024?",
        ),
        (
            (MARKETS, "where is Brazil?", "who came right after it?"),
            "Which country ranked tenth in US exports in 2024?",
        ),
        ((SUPPLIERS, "who is in sixth place?", "and what did that country sell us in 2015"), SIXTH),
        ((SUPPLIERS, "who is in sixth place?", "how much was that in 2015?"), SIXTH),
        (
            ("¿Cuáles fueron los tres mayores proveedores de EE. UU. en 2024?", "¿Y los dos que siguen?"),
            "¿Qué países ocuparon los lugares 4 a 5 en las importaciones de bienes de EE. UU. en 2024?",
        ),
    ],
)
def test_a_place_is_told_as_its_whole_question_is(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    assert _values(talk(assistant, *turns)) == _values(talk(assistant, whole))


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (("US imports of HS 22 from Mexico in 2025", "how does it rank among all the chapters?"), "number 7 of 98"),
        (
            ("imports from France, 2024", "Italy?", "Japan?", "of those european ones which sells more"),
            "Italy came first",
        ),
        (("which Texas port sent most to Mexico in 2025?", "how much came in at that same port?"), "$217.745 billion"),
    ],
)
def test_what_was_told_is_asked_on(assistant: Assistant, turns: tuple[str, ...], part: str) -> None:
    assert part in talk(assistant, *turns)["text"]
