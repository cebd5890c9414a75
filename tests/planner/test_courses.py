"""A course over time is over all that is loaded, and of goods whose own table has one time over their chapter."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    "text",
    ["US imports from Mexico by year", "imports from Mexico each year", "annual US exports to Canada"],
)
def test_a_breakdown_by_year_alone_is_over_all_years(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.table is not None
    assert len(reply.table["rows"]) > 20


@pytest.mark.parametrize(
    ("text", "wider"),
    [
        ("what's the trend in US imports of cars from Mexico", "HS 87"),
        ("history of avocado imports from Mexico", "HS 08"),
    ],
)
def test_one_year_is_no_trend(assistant: Assistant, text: str, wider: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.table is not None
    assert len(reply.table["rows"]) > 5
    assert wider in reply.text
    assert "wider than was asked" in reply.text
