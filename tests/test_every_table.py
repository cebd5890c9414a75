"""Questions over every table, each with figures that were counted from its file."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue

pytestmark = pytest.mark.slow

ANSWERED = {
    "top three destinations of Japan's exports in 1972": ("USA", "CAN", "TWN"),
    "Where did Japan's exports mainly go in 1972?": ("USA", "CAN", "TWN"),
    "¿A dónde fueron las exportaciones de Japón en 1972?": ("USA", "CAN", "TWN"),
    "Name Mexico's four leading supplier countries in 2012": ("USA", "CHN", "DEU", "JPN"),
    "Where did US exports go in 2022?": ("CAN", "MEX", "CHN"),
    "of the G7, who sold most in 2022": ("CAN", "JPN", "DEU"),
    "Which three partners carried the heaviest estimated tariff add-on at 14 October 2025?": ("IND", "CHE", "HKG"),
    "total tariff on China, base and increase, 9 April 2025": ("123.052211984",),
    "Taking every chapter together, what effective duty rate did Italian goods carry in 2024?": ("2.2205494309",),
    "On which chapter of Swedish imports was the most duty calculated in 2024?": ("87", "100128371"),
    "which chapter of imports from Canada saw the largest tariff rise in 2025": ("95",),
    "¿Cuántos puntos estima el Trade War Tracker que subió en 2025 el arancel al cap. 87 de México?": ("0.8874590183",),
    "Among the Texas border ports, what's Laredo's share of 2024 trade by value?": ("59.9005823118",),
    "Of the Texas border ports, what share of 2024 trade did Laredo have?": ("59.9005823118",),
    "Colombia coverage ratio (US exports over US imports), 2022": ("1.13196044897",),
    "razón de cobertura de Colombia (exportaciones de EE.UU. entre importaciones de EE.UU.), 2022": ("1.13196044897",),
    "Brazil import/export ratio (US imports / US exports) 2022": ("0.717292222375",),
    "Colombia's coverage ratio with the US 2022": ("0.883423092128",),
    "pharma products HS30 coming in from Mexico, 2018: % moved by truck?": ("85.8337021549",),
    "imports from Mexico in 2023 by mode, in percent": ("truck", "71.9388116155"),
    "top 3 products at four-digit HS level that vietnam sold to the us in 2024": ("8517", "8471", "9403"),
    "How many billions of goods did Africa as a continent supply to the US in 2015?": ("25388206295",),
    "Among the loaded partners, which three sold the most computers (HS 8471) to the US in 2024?": (
        "MEX",
        "CHN",
        "TWN",
    ),
    "turkey vs germany 2016: who exported more to the other, and by how much?": ("DEU", "9282345984"),
    "how many times larger were vegetable product imports from mexico in march 2024 than in september 2024": (
        "1.90683",
    ),
    "Going by Mexico's own side rather than the American one, what did it import from the US in November 2024?": (
        "18100000000",
    ),
    "Using Mexican rather than US data, Mexico's exports to the US, November 2024": ("35000000000",),
    "German exports to France in 2000, please, with whatever agreement governed them": ("55667142656", "EC/EU"),
    "¿cuánto exportó Estados Unidos a Corea del Sur en 2016 y bajo qué tratado?": ("42262186687", "USA-KOR"),
    "Was there a trade agreement listed for exports from South Korea to the US in 2016? Which?": ("USA-KOR",),
    "what deal covered Australian exports to the US in 2012": ("USA-AUS",),
    "Does the free-trade deal between Mexico and Bolivia still apply?": ("false",),
    "ratio of exports to imports for US–Canada trade in 2023": ("0.846",),
    "balance for US–Canada trade in 2023": ("-6426",),
    "how many times larger were imports from mexico in march 2024 than in september 2024": ("0.941295591123",),
    "tracker estimate for chapter 72 from Brazil 2025": ("30.15",),
}


@pytest.mark.parametrize("question", ANSWERED)
def test_what_is_answered(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question, Dialogue())[0].to_dict()
    found = [str(item["value"]) for item in reply["answer"]]
    assert reply["status"] == "answered"
    assert not [wanted for wanted in ANSWERED[question] if not any(value.startswith(wanted) for value in found)]


def test_a_ranking_of_a_panel_says_that_it_is_among_what_is_loaded(assistant: Assistant) -> None:
    reply = assistant.ask("Brazil's top suppliers in 2008", Dialogue())[0].to_dict()
    assert "not all there is" in reply["text"]


def test_two_countries_on_one_side_of_an_agreement_have_none_by_it(assistant: Assistant) -> None:
    reply = assistant.ask("Which agreement did Germany and France have in 2000?", Dialogue())[0].to_dict()
    assert "MEX-EU" not in [item["value"] for item in reply["answer"]]


@pytest.mark.parametrize(
    "question",
    ["Where did the trade deficit go in 2022", "Where did US exports to Mexico go in 2022?"],
)
def test_where_asks_for_no_partner(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question, Dialogue())[0].to_dict()
    assert not any(item["kind"] == "entity" for item in reply["answer"])
