"""What stands beside a question and asks nothing: what a figure is for, what is not needed, a year said twice."""

import pytest

from assistant.ask import Assistant

pytestmark = pytest.mark.slow

SAID = {
    "For a chart: pipeline imports from Canada in 2022, total value": "$120.421 billion",
    "growth rate of California's imports from Mexico, 2023 to 2024, for our regional outlook note": "2024 against 2023",
    "What's the increase in dollars, I don't need the percent, of US imports from Malaysia from 2020 to 2022?": "9.979",
    "does michigan import more from mexico or from canada, data for 2025": "Mexico is ahead",
    "Largest US goods surpluses in 2024 by country? Biggest one first please.": "Netherlands",
    "Value of goods crossing at Laredo to and from Mexico in 2023, imports plus exports please": "$312.889 billion",
    "How much more, in dollars, did the US import from Germany than from Japan in 2024?": "Germany is ahead",
    "of everything Laredo handled with mexico in 2022, what pct were imports": "60.28%",
    "Truck versus rail, US exports to Canada, 2024: the truck value is how many times the rail value?": "5.788 times",
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_the_question_is_answered(assistant: Assistant, text: str, said: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.status == "answered" and said in reply.text, reply.text


def test_what_will_be_is_still_declined(assistant: Assistant) -> None:
    reply, _ = assistant.ask("What is the outlook for exports to Mexico?")
    assert reply.status == "declined"
