"""After one figure, when something was first or last so is looked for among all times of that length."""

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("turns", "period"),
    [
        (("Deficit with Vietnam 2024", "When was it last below 100 billion?"), "2021"),
        (("Imports from Mexico 2024", "When did they first exceed 400 billion?"), "2022"),
        (("Exports to Canada in March 2024", "when was it last lower than 25 billion?"), "2022-01"),
        (("Déficit con Vietnam en 2024", "¿cuándo fue la última vez menor que 100 mil millones?"), "2021"),
    ],
)
def test_it_is_looked_for_over_all_there_is(assistant: Assistant, turns: tuple[str, ...], period: str) -> None:
    reply = talk(assistant, *turns)
    assert {"kind": "period", "value": period} in [
        {name: told[name] for name in ("kind", "value")} for told in reply["answer"]
    ], reply["text"]
