"""A claim put up to be judged is a yes or no, whatever it is asked for."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("True or false for my quiz: the US has had a goods deficit with Mexico every year from 1995 to 2024.", "Yes"),
        ("Right or wrong for my class - the US had a surplus with Canada in every month of 2023.", "No"),
        ("The US never ran a deficit with the Netherlands between 2010 and 2024 - true or false for my quiz?", "Yes"),
        ("My teacher says the US has had a deficit with Mexico every year since 1995. True?", "Yes"),
        ("Yes or no for a bet: did imports from Mexico top those from China in every year from 2019 to 2024?", "No"),
        ("¿Cierto o falso, para mi clase? EE. UU. tuvo superávit con Canadá en todos los meses de 2023.", "No"),
    ],
)
def test_judged(assistant: Assistant, text: str, said: str) -> None:
    assert talk(assistant, text)["text"].startswith(f"{said}: ")


def test_months_are_not_counted_where_things_are(assistant: Assistant) -> None:
    text = "How many of Mexico, Canada and China bought over $150 billion of US goods in 2024?"
    assert talk(assistant, text)["status"] == "declined"


def test_years_of_the_last_ten_are_counted(assistant: Assistant) -> None:
    text = "In how many of the last ten years did the US have a surplus with the UK?"
    assert "9 of 10 years" in talk(assistant, text)["text"]
