"""What is asked of the statistics themselves, and what is a question for a figure of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.lexicon.topics.in_words import asks_in_words
from assistant.store.store import Store
from tests.world.planning import completed


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what makes an export foreign in US statistics", True),
        ("what makes up US exports to Mexico", False),
        ("what makes Mexico the largest partner of the US", False),  # an order: its place is told
        ("where do US figures on exports to Canada come from", True),
        ("where do US import figures for 2023 come from", True),
        ("where do US imports come from", False),
        ("by US figures, where do imports come from", False),
        ("around what time each year are past years of US trade data revised", True),
        ("what time of year do exports to Mexico peak", False),
        ("US exports to Mexico 2023, revised", False),
    ],
)
def test_what_no_figure_answers(world: Store, text: str, asked: bool) -> None:
    assert asks_in_words(replace(completed(text, world), text=text)) is asked
