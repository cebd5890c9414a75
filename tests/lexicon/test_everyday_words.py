"""Everyday words mean what the plain word for it means: each question has the slots of its plain wording."""

from __future__ import annotations

import pytest

from assistant.lexicon.question import Question
from tests.world.reading import understood

PASSED = "Did Mexico surpass China in US imports in 2023?"
GOODS = "What was the breakdown by product of US imports from Mexico in 2023?"
NEXT = "Which country came right behind Mexico as a supplier of US imports in 2023?"
VALUE = "What was the value of US imports from Mexico in 2023?"
GREW = "What was the rise in US imports from Mexico in 2023?"
PORTS = "Which port handled the most US imports from Mexico in 2023?"
LOW = "In which month of 2023 were US imports from Mexico lowest?"
SHARE = "How reliant is the US on imports from Mexico in 2023?"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Was China overtaken by Mexico in US imports in 2023?", PASSED),
        ("Was China beaten by Mexico in US imports in 2023?", PASSED),
        ("When was China overtaken by Mexico in US imports?", "When did Mexico surpass China in US imports?"),
        (
            "Were US exports to Mexico dwarfed by imports from Mexico in 2023?",
            "Were US exports to Mexico lower than imports from Mexico in 2023?",
        ),
        ("What was the makeup of US imports from Mexico in 2023?", GOODS),
        ("What was the mix of US imports from Mexico in 2023?", GOODS),
        ("What did US imports from Mexico consist of in 2023?", GOODS),
        ("What were US imports from Mexico mostly made up of in 2023?", GOODS),
        ("What goods made up US imports from Mexico in 2023?", GOODS),
        ("What was the mix of US trade by mode in 2023?", "What was the breakdown of US trade by mode in 2023?"),
        ("Which country came after Mexico as a supplier of US imports in 2023?", NEXT),
        ("Which country ranked behind Mexico as a supplier of US imports in 2023?", NEXT),
        ("Which country trailed Mexico as a supplier of US imports in 2023?", NEXT),
        ("What was the scale of US imports from Mexico in 2023?", VALUE),
        ("What was the declared value of US imports from Mexico in 2023?", VALUE),
        ("What was the pickup in US imports from Mexico in 2023?", GREW),
        ("What was the uplift in US imports from Mexico in 2023?", GREW),
        ("Which harbor handled the most US imports from Mexico in 2023?", PORTS),
        ("Which entry point handled the most US imports from Mexico in 2023?", PORTS),
        ("In which month of 2023 were US imports from Mexico faintest?", LOW),
        ("In which month of 2023 were US imports from Mexico most meagre?", LOW),
        ("How exposed is the US to imports from Mexico in 2023?", SHARE),
        (
            "Which client bought the most US goods in 2023?",
            "Which customer bought the most US goods in 2023?",
        ),
        (
            "In which years since 2015 did US imports from Mexico grow by double digits?",
            "In which years since 2015 did US imports from Mexico grow by at least 10%?",
        ),
        ("US exports to Canada in the Junes of 2021 and 2022", "US exports to Canada in June of 2021 and 2022"),
        ("US imports from Mexico by tanker in 2023", "US imports from Mexico by vessel in 2023"),
        ("What were US trade ties with Mexico in 2023?", "What was US trade with Mexico in 2023?"),
        ("How much did the US earn from exports to Mexico in 2023?", "How much did the US sell to Mexico in 2023?"),
        (
            "Did the US record a trade deficit with Mexico in 2023?",
            "Did the US run a trade deficit with Mexico in 2023?",
        ),
        ("US imports from Mexico in 2023, segmented by mode", "US imports from Mexico in 2023, broken down by mode"),
        ("Could you come up with the value of US imports from Mexico in 2023?", VALUE),
        ("For a cabinet meeting: what was the value of US imports from Mexico in 2023?", VALUE),
        ("What was the jaw-dropping value of US imports from Mexico in 2023?", VALUE),
        ("Double-check this: what was the value of US imports from Mexico in 2023?", VALUE),
        ("US imports from Mexico all through 2023", "US imports from Mexico throughout 2023"),
        ("US imports from Mexico in the closing quarter of 2023", "US imports from Mexico in the last quarter of 2023"),
        ("US imports from Mexico each year dating back to 2015", "US imports from Mexico each year since 2015"),
        ("US imports from Mexico month after month in 2023", "US imports from Mexico every month in 2023"),
    ],
)
def test_an_everyday_word_is_the_plain_one(text: str, plain: str) -> None:
    assert _read(understood(text)) == _read(understood(plain))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "¿Fue China superada por México en importaciones de Estados Unidos en 2023?",
            "¿Superó México a China en importaciones de Estados Unidos en 2023?",
        ),
        (
            "¿De qué se componen las importaciones de Estados Unidos desde México en 2023?",
            "¿Cuál fue el desglose por producto de las importaciones de Estados Unidos desde México en 2023?",
        ),
    ],
)
def test_a_spanish_everyday_word_is_the_plain_one(text: str, plain: str) -> None:
    assert _read(understood(text, "es")) == _read(understood(plain, "es"))


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("US imports of scales from Mexico in 2023", "8423"),
        ("US imports of pickups from Mexico in 2023", "8704"),
        ("US imports of makeup from France in 2023", "3304"),
        ("US exports of tankers to Mexico in 2023", "8901"),
        ("US imports of lead from Mexico in 2023", "78"),
    ],
)
def test_a_product_of_the_same_word_stays_one(text: str, product: str) -> None:
    assert understood(text).slots.filters == {"product": (product,)}


@pytest.mark.parametrize(
    "text",
    [
        "How much did the US make from tariffs in 2024?",
        "How much did the US collect in tariffs in 2024?",
        "How much money from tariffs did the US take in on Chinese imports in 2024?",
    ],
)
def test_what_tariffs_bring_in_is_the_duty(text: str) -> None:
    assert understood(text).slots.measures == ("duty",)


def test_the_share_of_a_partners_own_trade_is_none_of_home() -> None:
    assert "share" not in understood("How dependent is Mexico on the US for its exports in 2023?").slots.operations
    assert "share" in understood("How dependent is the US on Mexico for its imports in 2023?").slots.operations


def _read(question: Question) -> tuple[object, ...]:
    return question.slots, question.unknown
