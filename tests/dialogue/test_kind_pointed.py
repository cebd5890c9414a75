"""The thing spoken of, pointed at by the word for its kind, and names of its kind: "total trade through that port"."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ("Laredo imports from Mexico 2024?", "what about Eagle Pass", "total trade through that port?"),
            "US trade with Mexico through Eagle Pass in 2024",
        ),
        (
            ("Imports through Laredo 2022", "its total trade"),
            "US trade with Mexico through Laredo in 2022",
        ),
        (
            ("Exports from Michigan to Canada 2022", "And imports of that state?"),
            "US imports of Michigan from Canada in 2022",
        ),
        (
            ("Which mode carried most imports from Canada in 2022?", "exports by that mode"),
            "US exports to Canada by truck in 2022",
        ),
        (
            ("Imports of HS 87 from Mexico in 2022?", "total trade in that chapter?"),
            "US trade with Mexico in HS 87 in 2022",
        ),
        (
            ("Exportaciones de Texas a México en 2022", "¿y las importaciones de ese estado?"),
            "importaciones de Texas desde México en 2022",
        ),
        (("US deficit with India in 2023", "the same but only May of that year"), "US deficit with India in May 2023"),
        (("US deficit with India in 2023", "just for May of the same year"), "US deficit with India in May 2023"),
        (("Laredo imports 2021?", "Hidalgo?"), "US imports through Hidalgo in 2021"),
    ],
)
def test_the_kind_points_at_the_one_spoken_of(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    """No ranking of its kind is told, and nothing that narrowed it is dropped."""
    told, plain = talk(assistant, *turns), talk(assistant, whole)
    assert plain["status"] == "answered"
    assert told["answer"] == plain["answer"]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            (
                "US deficit with Vietnam in 2020",
                "What about 2024?",
                "by what % did it change from the first to the second?",
            ),
            "growth of the US deficit with Vietnam from 2020 to 2024",
        ),
        (
            (
                "US imports from Taiwan in January 2025",
                "and the same month one year earlier?",
                "growth between the two, percent",
            ),
            "growth of US imports from Taiwan in January 2025 against January 2024",
        ),
        (
            ("US exports to Canada in April 2023", "growth on the month before"),
            "growth of US exports to Canada in April 2023 against March 2023",
        ),
        (
            ("US exports to Japan 2020", "2021", "2022", "growth from the first to the second?"),
            "growth of US exports to Japan from 2020 to 2021",
        ),
        (
            ("Déficit de EU con Vietnam en 2020", "¿y en 2024?", "¿de un año al otro, cuánto aumentó en %?"),
            "crecimiento del déficit de EU con Vietnam de 2020 a 2024",
        ),
        (
            ("US imports from China fell after 2018. By how much had they shrunk by 2023, in percent?",),
            "growth of US imports from China from 2018 to 2023",
        ),
        (
            ("Our sales to Russia dropped after 2021. By how much did they shrink in 2022 against 2021?",),
            "By how much did US exports to Russia shrink from 2021 to 2022?",
        ),
    ],
)
def test_growth_is_from_the_one_to_the_other(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    told, plain = talk(assistant, *turns), talk(assistant, whole)
    assert plain["status"] == "answered"
    assert told["answer"] == plain["answer"]


@pytest.mark.parametrize(
    "turns",
    [
        ("US imports from Japan 2023", "exports", "difference", "and in percent?"),
        ("US imports from Japan 2023", "exports", "difference in percent"),
        ("US imports from Japan 2023", "exports", "how much higher are the imports in percent?"),
        ("By what percent do US imports from Japan exceed US exports to Japan in 2023?",),
    ],
)
def test_two_flows_lie_apart_in_percent(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert "94.55% above exports" in talk(assistant, *turns)["text"]


def test_another_measure_gone_back_to_is_its_value(assistant: Assistant) -> None:
    told = talk(assistant, "US imports from India 2020", "2023", "growth", "back to 2020: what was the deficit?")
    assert told["answer"] == talk(assistant, "US deficit with India in 2020")["answer"]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            (
                "what was Michigan selling to Canada in 2024?",
                "now the other way round, what did the state import from there?",
            ),
            "Michigan's imports from Canada in 2024",
        ),
        (
            ("exports from Michigan to Canada in 2024", "and the state's imports from there?"),
            "Michigan's imports from Canada in 2024",
        ),
        (("I live in Ohio. What were the state's exports to Canada in 2023?",), "Ohio's exports to Canada in 2023"),
        (
            ("exports from Michigan to Canada in 2024", "which is the state with the highest exports?"),
            "top state by exports to Canada in 2024",
        ),
    ],
)
def test_the_state_is_the_one_spoken_of(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    told, plain = talk(assistant, *turns), talk(assistant, whole)
    assert plain["status"] == "answered"
    assert told["answer"][0] == plain["answer"][0]
