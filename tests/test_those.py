"""Those of several that meet what is asked, on the real tables: only they are named."""

from __future__ import annotations

import pytest

from assistant import Assistant

pytestmark = pytest.mark.slow

THOSE = {
    "Out of Germany, France, Spain and Belgium, with which ones did the US have a goods surplus in 2024?": "BEL ESP",
    "de Alemania, Francia, España y Bélgica, ¿con cuáles tuvo EE. UU. superávit en 2024?": "BEL ESP",
    "Which of Brazil and Germany had a deficit with the US in 2024?": "BRA",
    "which had a deficit with the US in 2024, Japan or the Netherlands?": "NLD",
    "Which of these fell in 2023: US imports from China, India, Vietnam or Mexico?": "CHN VNM IND",
    "which of Mexico, Canada, China saw US exports rise in 2023?": "",
    "of Japan, Korea and Taiwan, which bought less from the US in 2024 than in 2023?": "",
    "Did both Mexico and Canada sell more to the US in 2024 than in 2023?": "MEX",
    "among Italy, Spain, Portugal and Greece, who sold the US more than 10 billion dollars in 2024?": "ITA ESP",
    "which of these sold us over 80 billion in 2024: India, Vietnam, Italy?": "VNM IND",
    "Which G7 members does the US run a deficit with, 2024?": "DEU JPN CAN ITA FRA",
    "who came second and third among the buyers of US goods in 2000?": "MEX JPN",
    "which countries were between 5th and 8th as sellers to the US in 2023": "JPN KOR VNM TWN",
    "who ranks just above India as a source of US imports in 2024?": "IRL",
    "which one is smallest as a supplier: Norway, Sweden, Finland, Denmark (2023)?": "NOR FIN DNK SWE",
    "which of our top partners Mexico, Canada and China did we export less to in 2024 than in 2022?": "CHN CAN",
    "Texas, California, Michigan: which exported less to Mexico in 2024 than in 2023?": "US-TX",
}
"""Questions and the countries that are named, in order."""


@pytest.mark.parametrize(("question", "named"), THOSE.items())
def test_only_those_are_named(assistant: Assistant, question: str, named: str) -> None:
    reply = assistant.ask(question)[0].to_dict()
    assert reply["status"] == "answered", reply["text"]
    said = [item["value"] for item in reply["answer"] if item["kind"] == "entity"]
    assert list(dict.fromkeys(said)) == named.split(), reply["text"]


def test_none_of_them_is_said_of_their_growth(assistant: Assistant) -> None:
    text = assistant.ask("which of Mexico, Canada, China saw US exports rise in 2023?")[0].to_dict()["text"]
    assert text.startswith("None of the 3 partners had growth of US goods exports above 0%")


MEANS = {
    "if you leave out April, what was the average monthly value of goods exports to Japan in 2020": "5.324",
    "Apart from July, monthly mean of imports from Brazil in 2021": "2.562",
    "who was the number one export market for the US in 2024 and by how much did it lead the runner-up?": "15.319",
    "Which ports in Texas handled more than 20 billion dollars in 2024": "331.201",
}


@pytest.mark.parametrize(("question", "value"), MEANS.items())
def test_months_left_out_and_leads_are_said(assistant: Assistant, question: str, value: str) -> None:
    assert f"${value} billion" in assistant.ask(question)[0].to_dict()["text"]
