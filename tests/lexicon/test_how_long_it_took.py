"""How long something took to double: when it first had, counted from its base."""

import pytest

from assistant.ask import Assistant

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "text",
    [
        "How many years did it take for imports from Mexico to double from 2003?",
        "how many years did imports from Mexico take to double after 2003",
        "¿Cuántos años tardaron en duplicarse las importaciones desde México a partir de 2003?",
    ],
)
def test_it_is_counted_from_the_base(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    said = [(told["kind"], told["value"]) for told in reply.answer]
    assert ("period", "2012") in said and ("number", "9") in said, reply.text
