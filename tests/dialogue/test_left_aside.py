"""A declined turn leaves to later ones what was understood of it, and nothing that narrowed no figure."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

CORRELATION = "correlation of US exports to Mexico and imports from Mexico in 2023"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((CORRELATION, "just the imports"), "US imports from Mexico in 2023"),
        (("US imports from Mexico in 2023", "forecast?", "ok then growth"), "growth of US imports from Mexico in 2023"),
        (
            ("do we have a surplus with anyone at all", "surplus with somebody, who", "how much with the netherlands"),
            "Do we have a surplus with the Netherlands?",
        ),
        (
            ("US soybean exports to Mexico in 2024", "what share went by rail"),
            "share by rail of US exports of HS 12 to Mexico in 2024",
        ),
        (
            ("US imports of avocados through Laredo by truck in 2024", "which Texas port is the biggest?"),
            "which Texas port had the most US imports from Mexico in 2024?",
        ),
    ],
)
def test_what_can_be_answered_is(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    told, asked = talk(assistant, *turns), talk(assistant, whole)
    assert asked["status"] == "answered"
    assert [part["value"] for part in told["answer"]] == [part["value"] for part in asked["answer"]]


def test_what_is_left_aside_is_said(assistant: Assistant) -> None:
    told = talk(assistant, CORRELATION, "just the imports")
    assert any("correlation" in said for said in told["assumptions"])
