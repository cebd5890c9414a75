"""Things counted, limited or chosen among the first few by whether they had more or less than in another year."""

from __future__ import annotations

import pytest

from assistant import Assistant

pytestmark = pytest.mark.slow

SAID = {
    "How many states that shipped over $5 billion to Mexico in 2024 sold less there than in 2023?": "5 of 14",
    "How many states that shipped over $5 billion to Mexico in 2024 sold more than the year before?": "9 of 14",
    "How many states sold less to Mexico in 2024 than in 2023?": "16 of 51",
    "Which states sold more to Mexico in 2023 than in 2024?": "Alaska",
    "Take the ten largest import sources of 2023. From which of them did the US import less in 2024?": "Canada (",
    "How many of the ten largest export markets of 2023 bought less in 2024?": "4 of 10",
    "Which 2023 top ten states by exports to Mexico exported less there in 2024?": "10 largest of 2023",
    "¿A cuántos de los diez mayores mercados de 2023 exportó menos EE. UU. en 2024?": "4 de 10",
}
APART = {
    "How many more states exported over $5 billion to Mexico in 2024 than in 2023?": ("14 of 51", "12 of 51"),
    "How many states exported over $5 billion to Mexico in 2023 and in 2024?": ("12 of 51", "14 of 51"),
    "¿Cuántos estados más exportaron más de 5 mil millones a México en 2024 que en 2023?": ("14 de 51", "12 de 51"),
}
MONTHS = {
    "In how many months of 2025 were rail imports from Canada above the same month of 2024?": "0 of 12",
    "Was there any month in 2025 when rail imports from Canada were above the same month of 2024?": "No: ",
    "How many months of 2024 had imports from Mexico higher than the same month in 2023?": "11 of 12",
    "In which months of 2024 were truck exports to Mexico below the same month of 2023?": "2 of 12",
    "Which months of 2024 were truck exports to Mexico below 2023 levels?": "2 of 12",
    "¿En cuántos meses de 2024 las importaciones desde China superaron las del mismo mes de 2023?": "6 de 12",
}


@pytest.mark.parametrize(("question", "said"), SAID.items())
def test_less_than_in_another_year_is_a_fall(assistant: Assistant, question: str, said: str) -> None:
    reply = assistant.ask(question)[0].to_dict()
    assert reply["status"] == "answered" and said in reply["text"]


@pytest.mark.parametrize(("question", "said"), APART.items())
def test_those_above_a_limit_are_counted_at_each_time(
    assistant: Assistant, question: str, said: tuple[str, str]
) -> None:
    text = assistant.ask(question)[0].to_dict()["text"]
    assert -1 < text.find(said[0]) < text.find(said[1])


@pytest.mark.parametrize(("question", "said"), MONTHS.items())
def test_months_are_held_against_the_same_of_the_year_before(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question)[0].to_dict()["text"]
