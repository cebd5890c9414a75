"""A draft without the kind of figure that was asked for in so many words is declined, and names those words."""

from dataclasses import replace

import pytest

from assistant.answer.draft import Draft
from assistant.answer.unsaid import unsaid
from assistant.ask import Assistant
from assistant.dialogue import Dialogue

pytestmark = pytest.mark.slow

_ASKED = [
    ("How many percentage points has rail lost in trade with Canada?", "percent", "how many percentage points"),
    ("What rank did Michigan have among states importing from Canada in 2024?", "USD", "what rank did"),
    ("Coffee from Colombia in 2024, how many dollars?", "percent", "how many dollars"),
    ("¿Qué porcentaje de las importaciones vino de China en 2023?", "USD", "que porcentaje"),
    ("¿Cuántas toneladas llegaron de México en 2023?", "USD", "cuantas toneladas"),
]


def _draft(assistant: Assistant, unit: str) -> Draft:
    """A sound draft of one figure, its answer told in another unit."""
    speech, question = assistant.speech("en"), assistant.understand("US imports from Mexico in 2023", Dialogue())
    _, evidence = assistant.answer(question)
    draft = speech.templates.compose(question, evidence)
    return replace(draft, answer=tuple({**told, "unit": unit} for told in draft.answer))


@pytest.mark.parametrize(("text", "unit", "words"), _ASKED)
def test_another_kind_of_figure_is_declined(assistant: Assistant, text: str, unit: str, words: str) -> None:
    question = assistant.understand(text, Dialogue())
    gap = unsaid(question, _draft(assistant, unit))
    assert gap is not None and dict(gap.detail)["what"] == words


def test_the_kind_that_was_asked_for_is_said(assistant: Assistant) -> None:
    question = assistant.understand("What percent of US imports came from China in 2023?", Dialogue())
    assert unsaid(question, _draft(assistant, "percent")) is None


def test_a_yes_or_no_is_missed(assistant: Assistant) -> None:
    question = assistant.understand("Did the US have a surplus with Brazil in 2023?", Dialogue())
    assert unsaid(question, _draft(assistant, "USD")) is not None
