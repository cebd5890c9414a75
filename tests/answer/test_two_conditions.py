"""What has to hold of two flows or at two times, on the real tables: only those that meet both are named."""

from __future__ import annotations

import pytest

from assistant import Assistant

pytestmark = pytest.mark.slow

NAMED = {
    "Among the UK, France and Spain, where did the US go from a deficit in 2019 to a surplus in 2024?": "ESP",
    "Of Germany, Italy and Spain, with which did the US have a deficit in 2019 but a surplus in 2024?": "ESP",
    "Among the UK, Brazil and Spain, which balances turned from deficit to surplus between 2019 and 2024?": "ESP",
    "Which of Germany, Spain and Brazil went from a surplus with the US in 2019 to a deficit in 2024?": "ESP",
    "De España, Brasil y Francia, ¿con cuáles tuvo EE. UU. déficit en 2019 y superávit en 2024?": "ESP",
    "Of Germany, France, Italy and Spain, which ones bought more from the US than they sold to it in 2024?": "ESP",
    "Which of Japan and Spain imported more from the US in 2024 than they exported to the US?": "ESP",
    "From which of Germany, Spain and Brazil did we buy less than we sold to them in 2024?": "BRA ESP",
    "De Alemania, Italia y España, ¿cuáles le compraron a EE. UU. más de lo que le vendieron en 2024?": "ESP",
    "who has 2024 imports over $40 billion but buys even more from us?": "GBR BRA SGP",
    "Which suppliers of over $40 billion in 2024 buy more from us than they sell us?": "GBR BRA SGP",
    "Which countries did the US import more than $40 billion from in 2024 and still export more to?": "GBR BRA SGP",
    "¿Qué países nos vendieron más de 40 mil millones en 2024 pero nos compraron aún más?": "GBR BRA SGP",
    "Of the suppliers with 2024 US imports above $50 billion, whose sales to us shrank from 2023?": "CAN",
}
"""Questions and the countries that are named, in order."""

SAID = {
    "Was the US in surplus with Singapore in both 2014 and 2024?": "Yes: ",
    "Of Texas, Louisiana and Ohio, which exported more to Mexico than they imported in 2024?": "1 of 3 states",
    "Which of truck, rail and vessel carried more exports than imports with Mexico in 2024?": "None of the 3 modes",
    "How many times did the US run a surplus with Brazil from 2000 to 2024?": "19 of 25 years",
    "¿Cuántas veces fue mayor el comercio con Canadá que con México desde 2015?": "6 de 11 años",
    "Did the US run a deficit with Brazil in each of 2009, 2014 and 2024?": "No: there is no year in which",
    "Did the US import more from Mexico than from China in both 2022 and 2024?": "No: ",
    "Has the US had a goods deficit with Malaysia in each year from 2010 to 2024, without exception?": "Yes: ",
    "Going back to 2005, which was the first year when we imported more from Mexico than from China?": "2023",
    "Without exception, did the US have a deficit with Italy in every year from 2000 to 2024?": "Yes: ",
    "¿Tuvo EE. UU. déficit con Malasia cada año de 2010 a 2024, sin excepción?": "Sí: ",
    "Did the US go from a deficit with Spain in 2019 to a surplus in 2024?": "Yes: ",
    "Did Germany go from a surplus with the US in 2019 to a deficit in 2024?": "No: ",
    "Did the US have goods deficits with both Japan and Korea in 2024?": "Yes: 2 of 2 partners",
    "Did US exports to each of Japan, Korea and the UK top $70 billion in 2024?": "No: 2 of 3 partners",
    "Did both Mexico and Canada buy more than $300 billion from the US in 2024?": "Yes: 2 of 2 partners",
    "Did US imports from Mexico and Canada combined exceed $900 billion in 2024?": "Yes: US goods imports from Mexico",
    "¿Tuvo EE. UU. superávit con Singapur tanto en 2014 como en 2024?": "Sí: ",
}


@pytest.mark.parametrize(("question", "named"), NAMED.items())
def test_only_those_that_meet_both_are_named(assistant: Assistant, question: str, named: str) -> None:
    reply = assistant.ask(question)[0].to_dict()
    assert reply["status"] == "answered", reply["text"]
    said = [item["value"] for item in reply["answer"] if item["kind"] == "entity"]
    assert list(dict.fromkeys(said)) == named.split(), reply["text"]


@pytest.mark.parametrize(("question", "said"), SAID.items())
def test_both_times_are_held_to_it(assistant: Assistant, question: str, said: str) -> None:
    text = assistant.ask(question)[0].to_dict()["text"]
    assert said in text, text
