"""A weight that is not loaded by what is asked is told to be that: the value may be there."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    "text",
    [
        "weight of the top chapters imported from China in 2024",
        "peso de las importaciones desde China por capítulo en 2024",
    ],
)
def test_the_weight_is_what_is_not_loaded(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.status == "declined"
    assert "weight" in reply.text or "peso" in reply.text
