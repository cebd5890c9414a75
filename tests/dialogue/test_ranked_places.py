"""Places of a ranking said in a follow-up, on real tables."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from tests.world.asking import talk

PARTNERS = "top 5 US import partners 2023"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("exports to number 2 that year", "exports to China came to $147.778 billion in 2023"),
        ("exports to the fourth", "exports to Germany came to $76.698 billion in 2023"),
        ("what share does the first hold?", "imports from Mexico made up 15.4"),
        ("how did #1 change from 2022?", "imports from Mexico rose by"),
        ("compare the first two", "Mexico $475.216 billion, China $426.885 billion"),
        ("excluding the first", "China came first in US goods imports, without Mexico"),
        ("who was first in 2008", "Canada came first of"),
        ("how far behind is #2?", "Mexico is ahead by"),
    ],
)
def test_a_place_of_a_ranking_is_what_holds_it(assistant: Assistant, said: str, told: str) -> None:
    assert told in talk(assistant, PARTNERS, said)["text"]
