"""Goods that a note was asked about, traded as "it" in the next question; words that point back to something else."""

from __future__ import annotations

import pytest

from assistant.dialogue import Dialogue, Turn
from assistant.dialogue.after_notes.goods_noted import of_goods_noted
from tests.world.reading import understood

NOTED = Dialogue((Turn("what is HS chapter 84?", goods=("84",)),))


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("imports of it from Mexico in 2024?", ("84",)),
        ("how much of that did we import from Mexico in 2024?", ("84",)),
        ("its imports from Mexico in 2024", ("84",)),
        ("do we sell it to Canada? how much in 2023?", ("84",)),
        ("importaciones de eso desde México en 2024", ("84",)),
        ("imports of HS 87 from Mexico, and how much of it came in 2024", ("87",)),
        ("imports from Mexico under it in 2024", ("84",)),
        ("imports from Mexico in 2024", None),
        ("imports from Mexico in 2024 and its change from 2023", None),
        ("how did that move imports from Mexico in 2024?", None),
    ],
)
def test_goods_of_a_note_are_what_it_is_that_is_traded(text: str, goods: tuple[str, ...] | None) -> None:
    language = "es" if text.startswith("importaciones") else "en"
    assert of_goods_noted(understood(text, language), NOTED).slots.filters.get("product") == goods


def test_how_much_of_goods_is_an_amount() -> None:
    asked = of_goods_noted(understood("how much of that did we import from Mexico in 2024?"), NOTED)
    assert "share" not in asked.slots.operations and asked.carried == ("filters",)
