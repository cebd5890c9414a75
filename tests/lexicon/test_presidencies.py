"""Presidents are the calendar years of their terms, said as an assumption; two terms apart are not guessed at."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    ("text", "years", "figure"),
    [
        ("imports from Mexico during Obama's second term", "2013–2016", "$1.166 trillion"),
        ("average monthly imports from China in Trump's first term", "2017–2020", "$40.111 billion"),
        ("US exports to Mexico during the Clinton administration", "1993–2000", "$543.927 billion"),
        ("¿cuánto importó EU de México durante el gobierno de Obama?", "2009–2016", "US$2.113 billones"),
        ("US imports from Mexico under AMLO", "2019–2024", "$2.495 trillion"),
    ],
)
def test_a_president_is_the_years_in_office(assistant: Assistant, text: str, years: str, figure: str) -> None:
    reply, _ = assistant.ask(text)
    assert figure in reply.text
    assert any(years in said for said in reply.assumptions)


@pytest.mark.parametrize("text", ["imports from Mexico in the Trump years", "imports from Obama in 2015"])
def test_no_term_is_guessed(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.status == "declined"
