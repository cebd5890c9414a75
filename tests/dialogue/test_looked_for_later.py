"""What is looked for after a figure: a record, who took the lead when, another stretch's end, the first asked about."""

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow

_TWO = "Who sold more to the US in 2024, Mexico or China?"
_PAIR = ("US imports from India in 2024", "and from Pakistan?")


@pytest.mark.parametrize(
    ("turns", "start"),
    [
        (
            ("deficit with Vietnam 2024", "in which year did it first top 50 billion?"),
            "The first year in which US goods",
        ),
        (("total US goods deficit 2024", "is that the largest year on record?"), "Yes: 2024 is number 1 of"),
        (
            ("imports from Germany in April 2024", "was it the best month that year?"),
            "Yes: April 2024 is number 1 of 12",
        ),
        (("share of Mexico in US imports in 2024", "and is that the highest ever?"), "Yes: 2024 is number 1 of"),
        ((_TWO, "Since which year has it been ahead?"), "US goods imports from Mexico moved ahead"),
        ((_TWO, "was China ever ahead?"), "Yes: US goods imports from China exceeded"),
        (
            ("US balance with Brazil in 2024", "when was the last year it was a deficit?"),
            "The last year in which US goods",
        ),
        (
            ("weakest month for US exports to China in 2024", "is it below the weakest month of 2023?"),
            "No: lowest month",
        ),
        ((*_PAIR, "ok back to the first country, what was it in 2014?"), "US goods imports from India came to"),
        ((_PAIR[0], "thanks! different thing now: exports to Peru in 2020?"), "US goods exports to Peru came to"),
        ((_PAIR[0], "sorry, what's a trade deficit? i'm new to this"), "The trade balance is exports minus imports"),
        (("¿En qué mes de 2024 se importó más de Alemania?",), "El mes más alto en el valor de las importaciones"),
    ],
)
def test_it_is_looked_for(assistant: Assistant, turns: tuple[str, ...], start: str) -> None:
    text = talk(assistant, *turns)["text"]
    assert text.startswith(start), text
