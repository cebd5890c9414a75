"""Both ends of one ranking are two questions; what lies between the ends is one."""

from __future__ import annotations

import pytest

from assistant.dialogue.heard.top_and_bottom import top_and_bottom
from assistant.languages.language import load


@pytest.mark.parametrize(
    ("text", "code", "ends"),
    [
        (
            "top 3 and bottom 2 chapters of US imports from Mexico in 2023",
            "en",
            ("top 3 chapters of US imports from Mexico in 2023", "bottom 2 chapters of US imports from Mexico in 2023"),
        ),
        (
            "the three largest suppliers and the smallest suppliers of the US in 2023",
            "en",
            ("the three largest suppliers of the US in 2023", "the smallest three suppliers of the US in 2023"),
        ),
        (
            "los 3 principales y los 3 menores estados por exportaciones en 2023",
            "es",
            ("los 3 principales estados por exportaciones en 2023", "los 3 menores estados por exportaciones en 2023"),
        ),
        ("highest and lowest month of US exports to Mexico in 2023", "en", ()),
        ("the difference between the top 3 and the bottom 3 states by exports to Mexico", "en", ()),
        ("top 5 and top 10 suppliers of the US", "en", ()),
    ],
)
def test_two_questions(text: str, code: str, ends: tuple[str, ...]) -> None:
    assert top_and_bottom(text, load(code)) == ends
