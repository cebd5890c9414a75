"""Since when what was said holds, how many were listed, and what is loaded of another country."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

STATES = "which states export to Mexico"
LARGEST = "who is the largest supplier of the US"
TARIFF = "what is the US tariff on Mexico"


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        ([LARGEST, "since when"], "Mexico came first in US goods imports in 2 of 40 years"),
        ([LARGEST, "since when", "and Canada?"], "Canada came first in US goods imports in 18 of 40 years"),
        (["is Canada the largest buyer of US goods", "since when?"], "Canada came first in US goods exports in 40"),
        (["largest export state to Mexico", "since when"], "was Texas in 31"),
        (["¿quién es el mayor socio de Estados Unidos?", "¿desde cuándo?"], "en 3 de 40 años"),
        ([TARIFF, "since when"], "unchanged since"),
        ([STATES, "how many"], "in 51 of 51 states"),
        ([STATES, "how many are there"], "in 51 of 51 states"),
        (["latest data month you have", "for China?"], "to February 2025. Loaded tables"),
        (["what data do you have", "and Canada?"], "runs from"),
        (["¿qué datos tienes?"], "va de enero de 1985"),
        ([TARIFF, "is that official"], "no official statistic"),
    ],
)
def test_bare_questions_about_what_was_said(assistant: Assistant, turns: list[str], part: str) -> None:
    reply = talk(assistant, *turns)
    assert reply["status"] == "answered" and part in reply["text"], reply["text"]


@pytest.mark.parametrize(
    "turns",
    [
        ["who is the second largest supplier of the US", "since when"],
        ["top 5 suppliers in 2024", "how many"],
        ["latest month you have", "imports from China in that month"],
    ],
)
def test_nothing_is_made_of_what_was_not_said(assistant: Assistant, turns: list[str]) -> None:
    assert talk(assistant, *turns)["status"] != "answered"
