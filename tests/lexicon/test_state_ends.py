"""Which side of the border "which states" are on."""

from __future__ import annotations

import pytest

from assistant.languages.language import load
from assistant.lexicon.question import Slots
from assistant.lexicon.who.state_ends import ABROAD, ended


@pytest.mark.parametrize(
    ("code", "flow", "text", "abroad"),
    [
        ("en", "exports", "which states do they go to?", True),
        ("en", "exports", "to which states did US exports to Mexico go in 2023?", True),
        ("es", "exports", "¿a qué estados llegan?", True),
        ("en", "imports", "which states do they come from?", True),
        ("en", "imports", "to which states?", False),
        ("en", "exports", "which states' exports went to Mexico in 2023?", False),
        ("en", "exports", "which states sell most to Mexico?", False),
        ("en", "exports", "which states do they come from?", False),
        ("en", "exports", "by state", False),
    ],
)
def test_which_states(code: str, flow: str, text: str, abroad: bool) -> None:
    slots = ended(Slots(measures=(flow,), reporter=("USA",), keys=("region",)), text, load(code))
    assert slots.filters.get("region", ()) == (ABROAD if abroad else ())


def test_a_state_that_is_named_stays() -> None:
    slots = Slots(measures=("exports",), reporter=("USA",), keys=("region",), filters={"region": ("US-TX",)})
    assert ended(slots, "which states do they go to?", load("en")) == slots
