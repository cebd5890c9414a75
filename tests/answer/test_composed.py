"""Parts that the largest make up, calendar months, multiples of a base, the same month before: what is said of them."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answer.receipts import verify
from tests.answer.test_searches import asked

ROWS = [
    (
        "how many partners make up half of US imports in 2023",
        "2 partners make up 50% of US goods imports in 2023, largest first: Mexico and China; together they reach",
        ["2", "MEX", "CHN", "75.3623188406"],
    ),
    (
        "which partners account for 20% of US imports in 2023",
        "One partner alone makes up 20% of US goods imports in 2023: Mexico, with 43.48%",
        ["1", "MEX", "43.4782608696"],
    ),
    (
        "on average 2022-2023, which quarter was the strongest for US imports from Mexico",
        "On average over 2022 to 2023 (2 whole years), the highest quarter for US goods imports from Mexico was Q4",
        ["quarter:4", "154m"],
    ),
    (
        "typical December imports from Mexico, 2022 to 2023",
        "US goods imports from Mexico averaged $55.0 million in December over 2022 to 2023",
        ["55m", "month:12"],
    ),
    (
        "in which month did US imports from Mexico first stand above 1.2 times their January 2022 level",
        "stood above 120% of their January 2022 level was December 2022 ($60.0 million against $40.0 million)",
        ["2022-12", "60m", "40m", "11"],
    ),
    (
        "when did US imports from Mexico first exceed twice their 2021 level",
        "There is no year in which US goods imports from Mexico stood above 200% of their 2021 level",
        ["0"],
    ),
    (
        "highest month of 2023 for US imports from Mexico, and how far above the same month of 2022",
        "(searched: January 2023 to December 2023); $20.0 million above November 2022, which had $40.0 million",
        ["2023-11", "60m", "20m", "40m"],
    ),
    (
        "¿cuántos socios concentran la mitad de las importaciones de Estados Unidos en 2023?",
        "2 socios suman el 50% en 2023, de mayor a menor: México y China; juntos alcanzan 75.36%",
        ["2", "MEX", "CHN", "75.3623188406"],
    ),
    (
        "en promedio 2022-2023, ¿qué mes del año es el más alto para las importaciones de Estados Unidos desde México?",
        "en promedio de 2022–2023 (2 años completos), el mes más alto fue diciembre",
        ["month:12", "55m"],
    ),
    (
        "¿cuándo se triplicaron las importaciones de Estados Unidos desde México respecto a 2021?",
        "en 300% o más de su nivel de 2021",
        ["0"],
    ),
]


@pytest.mark.parametrize(("text", "said", "answers"), ROWS)
def test_said_with_receipts_that_recompute(
    assistant_world: Assistant, text: str, said: str, answers: list[str]
) -> None:
    reply, found = asked(assistant_world, text)
    assert said in reply and found == answers
    figures = assistant_world.ask(text)[0].to_dict()["figures"]
    assert all(verify(figure["receipt"], assistant_world.store).holds for figure in figures)


@pytest.mark.parametrize(
    "text",
    [
        "which partner accounts for half of US imports in 2023",
        "how many months make up half of US imports from Mexico in 2023",
        "when did US imports from Mexico first double in 2022",
        "when did imports from Mexico exceed twice imports from Canada in 2023",
        "does trade with Mexico usually peak in October?",
        "average imports from Mexico in December 2023",
    ],
)
def test_what_looks_alike_is_not_answered(assistant_world: Assistant, text: str) -> None:
    assert assistant_world.ask(text)[0].to_dict()["status"] != "answered"
