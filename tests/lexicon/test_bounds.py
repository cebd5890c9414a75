"""What "southbound" means where it can be told, and where it cannot."""

from __future__ import annotations

import pytest

from assistant.lexicon.slots import question
from tests.world.reading import lexicon, understood


@pytest.mark.parametrize(
    "text",
    [
        "southbound trade in 2024",
        "Mexico-US northbound trade in 2024",
        "northbound exports from Mexico in 2024",
        "southbound trade with Mexico and Canada in 2024",
        "southbound trade with China in 2024",
    ],
)
def test_a_way_that_tells_no_flow_is_an_unknown_word(text: str) -> None:
    assert understood(text).unknown


def test_the_way_is_told_on_the_books_of_the_us() -> None:
    english = lexicon()
    found = question(*english.link("southbound trade with Mexico in 2024"), english.language, "CAN")
    assert found.unknown == ("southbound",)
