"""A value per day is that of the period over its days, said as an average; trade of one day is not published."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("how many dollars did we sell to mexico per day in 2024", "$912.7 million"),
        ("average daily imports from China in 2023", "$1.170 billion"),
        ("¿cuánto exportamos a México al día en 2024?", "US$912.7 millones"),
        ("which month of 2024 had the highest imports per day from mexico", "$1.472 billion"),
    ],
)
def test_a_value_per_day_is_an_average(assistant: Assistant, text: str, figure: str) -> None:
    reply, _ = assistant.ask(text)
    assert figure in reply.text
    assert all(assistant.verify(str(row["receipt"])).holds for row in reply.figures)
    assert any("publish" in said or "publica" in said for said in reply.assumptions)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("average monthly vehicle exports to Mexico in 2023", "$2.363 billion"),
        ("average monthly exports through Laredo, 2020 to 2023", "$8.712 billion"),
        ("promedio mensual de importaciones de Texas desde México en 2023", "US$11.893 mil millones"),
    ],
)
def test_a_month_of_what_is_published_by_year_is_a_twelfth(assistant: Assistant, text: str, figure: str) -> None:
    reply, _ = assistant.ask(text)
    assert figure in reply.text
    assert all(assistant.verify(str(row["receipt"])).holds for row in reply.figures)


@pytest.mark.parametrize("text", ["daily US exports to Mexico", "growth of imports per day from mexico in 2024"])
def test_what_is_by_day_is_declined(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.status == "declined"
