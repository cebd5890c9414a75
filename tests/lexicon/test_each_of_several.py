"""What is asked of each of several, and what is asked of them together: chapters of a range, times in a list, sums."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


def _named(assistant: Assistant, text: str) -> list[str]:
    reply = talk(assistant, text)
    assert reply["status"] == "answered", reply["text"]
    return [told["value"] for told in reply["answer"] if told["kind"] == "entity"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "From chapters 01 to 24, list the ones where the US exported over $2 billion each to Mexico in 2024.",
            ["02", "04", "10", "12", "21", "23"],
        ),
        (
            "De los capítulos 01 al 24, ¿cuáles superaron 2 mil millones de dólares en exportaciones de EE.UU. "
            "a México en 2024?",
            ["02", "04", "10", "12", "21", "23"],
        ),
        (
            "Only food chapters (01 to 24): what are numbers one, two and three in US imports from Mexico 2025?",
            ["22", "08", "07"],
        ),
        (
            "Take the ten largest US suppliers in 2024. From which of them did imports fall in 2023 and in 2024?",
            ["CAN"],
        ),
        (
            "Which of the other G7 countries did the US have a goods deficit with in 2024?",
            ["DEU", "JPN", "CAN", "ITA", "FRA"],
        ),
        ("Top 3 suppliers of the US in 2024 together with the amounts", ["MEX", "CHN", "CAN"]),
    ],
)
def test_each_is_told(assistant: Assistant, text: str, named: list[str]) -> None:
    assert sorted(_named(assistant, text)) == sorted(named)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("If you add chapters 07 and 08, what percent are they of everything imported from Mexico in 2024?", "4.09%"),
        ("If I add the 3 top supplier countries of 2024, what share do they have in total US imports?", "41.55%"),
        (
            "Where did Germany stand among US goods partners in 2022, if exports and imports are taken together?",
            "is 5 ",
        ),
        (
            "taiwan 2024: share of chapter 84 in what the us imports from there",
            "49.29% of US goods imports from Taiwan",
        ),
        ("How many Mexican states received over $10 billion of US exports by land modes in 2024?", "8 of 31 states"),
    ],
)
def test_they_are_taken_together(assistant: Assistant, text: str, told: str) -> None:
    assert told.replace("is 5 ", "is number 5 ") in talk(assistant, text)["text"]


def test_cells_of_two_kinds_are_not_counted(assistant: Assistant) -> None:
    reply = talk(assistant, "How many Mexican states by mode received over $1 billion of US exports in 2024?")
    assert reply["status"] == "declined"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "They say the gap with Mexico exceeds that with Vietnam. Is the 2024 US deficit with Mexico the larger, "
            "and by what amount?",
            "answered",
        ),
        ("Is the US deficit with Mexico the larger one, and by what amount?", "declined"),
    ],
)
def test_the_larger_one_of_two_that_are_named(assistant: Assistant, text: str, status: str) -> None:
    reply = talk(assistant, text)
    assert reply["status"] == status and (status == "declined" or "ahead by $48.346 billion" in reply["text"])
