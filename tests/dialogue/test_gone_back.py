"""Follow-ups that go back to what was ranked, sum up what was asked in turn, or only say again what was spoken of."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from tests.world.asking import talk


def _told(reply: dict[str, Any]) -> Any:
    assert reply["status"] == "answered", reply["text"]
    return reply["text"]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ["In which month of 2022 did US imports from Mexico peak?", "how much was it?", "and the lowest month?"],
            "Which month of 2022 had the lowest US imports from Mexico?",
        ),
        (
            ["US imports from Mexico in 2021", "ok and now the same for exports"],
            "US exports to Mexico in 2021",
        ),
        (
            ["Did US imports from Mexico grow from 2020 to 2023?", "interesting. do it for Canada too"],
            "Did US imports from Canada grow from 2020 to 2023?",
        ),
        (
            ["US trade balance with Mexico in 2022", "and Canada?", "which of the two was the bigger deficit?"],
            "US trade deficit with Mexico and Canada in 2022: which was bigger?",
        ),
        (
            ["How big a share of US exports did Canada take in 2020?", "by 2023?"],
            "What share of US exports went to Canada in 2023?",
        ),
        (
            ["How much did US imports from Canada grow from 2020 to 2023?", "what was the value in 2023?"],
            "US imports from Canada in 2023",
        ),
        (
            ["US exports to Canada in 2021", "2022", "2023", "what's the growth from first to last?"],
            "How much did US exports to Canada grow from 2021 to 2023?",
        ),
    ],
)
def test_what_a_turn_goes_back_to(assistant: Assistant, turns: list[str], whole: str) -> None:
    assert _told(talk(assistant, *turns)) == _told(talk(assistant, whole))


def test_which_of_two_flows_was_higher(assistant: Assistant) -> None:
    told = _told(talk(assistant, "US exports to Canada in 2023", "and imports?", "which was bigger?"))
    assert "imports is ahead" in told or "exports is ahead" in told
