"""Duties, their rates and their goods across turns: the goods stay those that were said, a rate is that of the duty."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

GERMANY = ("What did the US import from Germany under HS 87 in 2024?", "And duty on that?")
CAMBODIA = ("How much duty did Cambodia's goods pay in 2024?",)
PARTS = ("Auto parts, heading 8708, from Mexico in 2024 - how much?", "and from China?")
KNITS = ("Importaciones del capítulo 61 desde Vietnam en 2024", "¿y de China?")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("Imports of toys, chapter 95, from China in 2024?", "and the duty on those toys?"), "(HS 95) came to $410.8"),
        (("Imports of HS 95 from China in 2024", "duty on those toys?"), "(HS 95) came to $410.8"),
        (("Imports of HS 95 from China in 2024", "and of dolls?"), "(HS 9503)"),
        (
            ("Importaciones de juguetes (capítulo 95) de China en 2024", "¿y los aranceles que pagaron esos juguetes?"),
            "(HS 95)",
        ),
        (("toys: chinese share of US imports of HS 95 in 2024?",), "73.45%"),
    ],
)
def test_goods_stay_those_of_the_code_that_was_said(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ((*GERMANY, "Which makes the average rate what, in percent?"), "came to 2.35%"),
        ((*GERMANY, "and the rate for Italy?"), "Italy of Vehicles (HS 87)"),
        ((*CAMBODIA, "What is that as a rate on the imports?"), "came to 7.05%"),
        ((*CAMBODIA, "And Vietnam?", "Whose rate is higher?"), "Cambodia 7.05%, Vietnam 3.77%"),
        (("¿Cuánto pagaron de aranceles los bienes de Camboya en 2024?", "¿Qué tasa da eso?"), "7.05%"),
    ],
)
def test_a_rate_after_a_duty_is_its_rate(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            (*PARTS, "Thank you. Which of those two paid more duty on that heading?"),
            "China came first in calculated duty",
        ),
        ((*PARTS, "Which of the two had the higher average duty?"), "with 26.70%"),
        ((*KNITS, "¿Cuál de los dos pagó más aranceles en ese capítulo?"), "US$2.316 mil millones"),
        (("How much did Canada sell us in 2024?", "and Mexico?", "which one paid more duty?"), "Mexico came first"),
    ],
)
def test_which_of_two_paid_more(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Set the 2024 average duty on apparel (chapters 61 and 62 together) from China beside that from Vietnam.",
            "China 21.69%, Vietnam 18.39%",
        ),
        ("Duty paid on chapters 61 and 62 together, China vs Vietnam, 2024", "China $3.763 billion, Vietnam $2.779"),
    ],
)
def test_goods_together_leave_the_places_apart(assistant: Assistant, asked: str, said: str) -> None:
    assert said in talk(assistant, asked)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "As a coffee buyer I track origins: dollars of HS 09 imported from Colombia in 2024?",
            "(HS 09) came to $1.492",
        ),
        ("As a toy importer, how much duty did chapter 95 from China pay in 2024?", "$410.8 million"),
        ("Imports from China of HS 9503 and HS 95 in 2024", "(HS 95) $30.069 billion"),
        (
            "Which chapter had the steepest average tariff in 2024, all countries?",
            "Knitted clothing (HS 61) came first",
        ),
    ],
)
def test_goods_of_the_question_alone_count(assistant: Assistant, asked: str, said: str) -> None:
    assert said in talk(assistant, asked)["text"]
