"""A change in percent, in one message and across turns: never a share, between the two times that were asked about."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

CANADA = ("Imports from Canada by rail, 2024?", "By truck?")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("US imports from Ireland, 2023 and 2024", "tell me what percent it rose"), "rose by 25.45%"),
        (("US exports to Brazil dropped in 2023 against 2022: what percent?",), "fell by 17.71%"),
        (("Tell me what percent US exports to Brazil fell in 2023.",), "fell by 17.71%"),
        (("Las importaciones desde China cayeron en 2023: ¿qué tanto por ciento?",), "cayó 20.40%"),
        (("What percent of US imports came from Vietnam in 2024, and did that rise on 2023?",), "percentage points"),
        (
            ("Exports to South Korea in 2016?", "by what percent had they grown five years later, in 2021?"),
            "rose by 55.71% in 2021 against 2016",
        ),
        (("Exports to South Korea in 2011?", "And ten years later, in 2021?"), "$65.807 billion in 2021"),
        (
            (
                "Comercio total por el puerto de Laredo con México en 2023",
                "¿y en 2025?",
                "¿Cuánto cambió de un año al otro?",
            ),
            "creció 10.12% en 2025 frente a 2023",
        ),
        (("Since 2000, how many times bigger have imports from India become? (2024 over 2000)",), "8.180 times 2000"),
        (("Since 2000, how many times bigger have US imports from India become?",), "times 2000"),
        (("India - US exports there in 2024, growth over 2023?",), "US goods exports to India rose by 3.41%"),
    ],
)
def test_what_moved_is_told_in_percent(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Which of the two fell more in percent in 2025?", "rail had the lower growth with −14.49%"),
        ("Which grew faster from 2020 to 2024?", "truck had the higher growth with 40.01%"),
        ("Which of the two had the bigger percentage gain, 2020 to 2024?", "truck had the higher growth with 40.01%"),
        ("Which of the two increased the most in percent between 2020 and 2024?", "truck had the higher growth"),
    ],
)
def test_one_of_two_is_chosen_by_its_growth_between_the_times_named(
    assistant: Assistant, asked: str, said: str
) -> None:
    text = talk(assistant, *CANADA, asked)["text"]
    assert said in text and "in money" not in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("In how many months of 2024 were exports to Mexico above the same month of 2023?", "in 9 of 12 months"),
        ("Did exports to Mexico in any month of 2024 fall below those of the same month of 2023?", "in 3 of 12 months"),
        ("Exports to Mexico by month in 2024 versus the same month of 2023", "from −7.60% in March 2024 to 18.30%"),
        ("¿En cuántos meses de 2024 las exportaciones a México superaron a las del mismo mes de 2023?", "en 9 de 12"),
        ("In how many months of 2024 were exports to Mexico above the same month of 2022?", "not combined"),
    ],
)
def test_each_month_is_held_to_that_of_the_year_before(assistant: Assistant, asked: str, said: str) -> None:
    assert said in talk(assistant, asked)["text"]
