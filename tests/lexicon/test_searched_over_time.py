"""How long something took to double is counted from its base; whether there was a surplus, of the time named."""

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


@pytest.mark.parametrize(
    "text", ["Was there any surplus with New Zealand in 2024?", "¿Hubo algún superávit con Nueva Zelanda en 2024?"]
)
def test_whether_there_was_one_is_asked_of_the_whole_year(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.answer[0]["value"] == "false", reply.text


def test_a_month_that_is_said_is_searched(assistant: Assistant) -> None:
    reply, _ = assistant.ask("Was there a month in 2024 with a surplus with New Zealand?")
    assert reply.answer[0]["value"] == "true", reply.text
