"""Breakdowns and rankings talked about: their first few, what grew counted another way, goods named alone."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

PORTS = "Top Texas ports for exports to Mexico in 2024"
GREW = "Which products grew the most in imports from Mexico from 2022 to 2024?"
WOOD = "imports of wood from Canada in 2024"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((PORTS, "the third one?", "just the top three"), "Top three Texas ports for exports to Mexico in 2024"),
        ((GREW, "by dollars"), f"{GREW[:-1]} in dollars?"),
        ((GREW, "by dollars", "in percent"), f"{GREW[:-1]} in percent?"),
        ((WOOD, "and paper?"), "imports of paper from Canada in 2024"),
        ((WOOD, "and books?"), "imports of books from Canada in 2024"),
        (("duties on steel", "from Mexico in 2024"), "duties on steel from Mexico in 2024"),
    ],
)
def test_a_breakdown_is_talked_on_about(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    follow_up, told = talk(assistant, *turns), talk(assistant, whole)
    assert told["status"] == "answered"
    assert follow_up["answer"] == told["answer"]


@pytest.mark.slow
def test_what_names_nothing_is_not_the_same_once_more(assistant: Assistant) -> None:
    assert talk(assistant, WOOD, "and documents?")["status"] == "clarify"
