"""How people in trade write: codes in brackets, amounts in words, floors, values by weight, a dollar bought, a plus."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant, Dialogue

pytestmark = pytest.mark.slow


def asked(assistant: Assistant, question: str) -> dict[str, Any]:
    return assistant.ask(question, Dialogue())[0].to_dict()


def first(reply: dict[str, Any]) -> float:
    return float(next(item["value"] for item in reply["answer"] if item["kind"] == "number"))


SAME = [
    (
        "Necesito saber a cuántos países EE.UU. les exportó más de 20 mil millones de dólares en bienes durante 2024",
        "how many countries did the US export more than $20 billion of goods to in 2024",
    ),
    (
        "¿Desde cuántos países EE.UU. importó más de 100 mil millones en 2024?",
        "how many countries did the US import more than $100 billion from in 2024",
    ),
    (
        "Necesito el peso del camión, en %, dentro de las importaciones estadounidenses desde México en 2025",
        "share of truck in US imports from Mexico in 2025",
    ),
    (
        "¿Qué valor entró desde México por Hidalgo en 2023?",
        "US imports from Mexico through the port of Hidalgo in 2023",
    ),
    (
        "US imports of machinery & electrical from Mexico in June 2025",
        "US imports of HS section XVI from Mexico in June 2025",
    ),
    ("plastics and rubber to Nuevo León, 2023", "US exports of HS section VII to Nuevo León in 2023"),
    ("Chihuahua as a buyer of US goods in 2022", "US exports to Chihuahua in 2022"),
    (
        "avocados as a share of chapter (08) imports from Mexico, 2024",
        "share of HS 080440 in US imports of HS 08 from Mexico in 2024",
    ),
    ("$/kg of US imports from Mexico by air 2024", "unit value of US imports from Mexico by air in 2024"),
    (
        "what a kilo of US imports from Mexico by air is worth, 2024",
        "unit value of US imports from Mexico by air in 2024",
    ),
    (
        "US imports through Eagle Pass plus Del Rio in 2022",
        "sum of US imports from Mexico through Eagle Pass and Del Rio in 2022",
    ),
    (
        "for each dollar bought from Japan in 2023, how much did the US sell there",
        "coverage ratio of the US with Japan in 2023",
    ),
    (
        "Japan in US imports: share in 1990, share in 2020, change in points",
        "change in the share of Japan in US imports from 1990 to 2020",
    ),
    (
        "US imports of smartphones in 2024, China minus India: the gap",
        "difference between US imports of smartphones from China and India in 2024",
    ),
]


@pytest.mark.parametrize(("told", "plain"), SAME, ids=[told for told, _ in SAME])
def test_trade_words_mean_the_plain_question(assistant: Assistant, told: str, plain: str) -> None:
    one, other = asked(assistant, told), asked(assistant, plain)
    assert one["status"] == other["status"] == "answered", (one["text"], other["text"])
    assert first(one) == first(other)


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        (
            "US exports to Mexico in 2016 minus US exports to Canada in the same twelve months",
            "US exports to Mexico minus US exports to Canada in 2016",
        ),
        (
            "exportaciones a México en 2016 menos exportaciones a Canadá en 2016",
            "diferencia entre exportaciones a México y exportaciones a Canadá en 2016",
        ),
        (
            "US imports from Mexico in 2022 and from Canada in the same 12 months",
            "US imports from Mexico and from Canada in 2022",
        ),
        (
            "How does Mexico stack up against China as a buyer of US goods, 2023? ratio of first to second",
            "Mexico against China as a buyer of US goods in 2023: the ratio",
        ),
        ("where did Mexico stand among America's export markets in 2022?", "Mexico's rank among US customers in 2022"),
    ],
)
def test_the_same_stretch_and_what_is_subtracted(assistant: Assistant, told: str, plain: str) -> None:
    one, other = asked(assistant, told), asked(assistant, plain)
    assert one["status"] == other["status"] == "answered", (one["text"], other["text"])
    assert first(one) == first(other)


RANKED = [
    (
        "Chapters worth 2 billion or more in 2021: which jumped most in percent in US imports from Canada in 2022?",
        "31",
    ),
    (
        "Ignore all under a billion dollars in 2024: which chapter grew fastest in 2025 in US imports from Mexico?",
        "84",
    ),
    ("chapters with at least $2bn of US exports to Mexico in 2019, slowest growth to 2024", "48"),
]


@pytest.mark.parametrize(("question", "chapter"), RANKED)
def test_a_floor_is_put_to_its_own_year(assistant: Assistant, question: str, chapter: str) -> None:
    found = asked(assistant, question)
    assert found["answer"][0]["value"] == chapter, found["text"]


DECLINED = [
    "US exports of HS 39 to Mexico in June 2024",
    "freight charges on US exports through Laredo in 2024",
    "chapters of at least $2bn in 2015, fastest growth in US imports from Canada in 2022",
]


@pytest.mark.parametrize("question", DECLINED)
def test_what_they_must_not_be_read_as(assistant: Assistant, question: str) -> None:
    assert asked(assistant, question)["status"] != "answered"


def test_a_balance_is_made_of_what_each_exported(assistant: Assistant) -> None:
    found = asked(assistant, "Was Mexico in surplus or deficit with Brazil in 2016?")
    values = [item["value"] for item in found["answer"]]
    assert values[0] == "1153722880" and "surplus of" in found["text"] and "for Brazil" in found["text"]


def test_volatility_of_growth_is_in_points(assistant: Assistant) -> None:
    found = asked(assistant, "standard deviation of monthly growth rates of US exports to Canada in 2023")
    assert (round(first(found), 3), found["answer"][0]["unit"]) == (7.740, "percentage points")
