"""Trade of places that may be what they bought or what they sold: both are told, in one opening sentence."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pakistan imports 2024", ("sold to Pakistan or what Pakistan sold", "$5.124 billion", "$2.135 billion")),
        (
            "Pakistan vs Bangladesh imports 2024",
            (
                "to Pakistan and Bangladesh or what Pakistan and Bangladesh sold",
                "Bangladesh $8.366",
                "Bangladesh $2.214",
            ),
        ),
    ],
)
def test_both_readings_are_told(assistant: Assistant, text: str, told: tuple[str, ...]) -> None:
    said = talk(assistant, text)["text"]
    assert all(part in said for part in told)


def test_what_countries_own_is_read_one_way(assistant: Assistant) -> None:
    said = talk(assistant, "Mexico's imports 2024 vs Canada's imports")["text"]
    assert "can mean" not in said and "goods imports from the US in 2024" in said
