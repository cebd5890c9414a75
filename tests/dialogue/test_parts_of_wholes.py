"""A part of a whole however it is asked for, with the whole that the words give it, in one message or after figures."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

SHOES = ("US imports of HS chapter 64 from Vietnam in 2024?", "What duty was calculated on those?")
BY_RAIL = ("total US goods trade with Mexico in 2024?", "How much of that was by rail?")


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (("Looking at everything imported from Mexico in 2024, which percent was vehicles (chapter 87)?",), "27.00%"),
        (("Out of US goods exports worldwide in 2024, how big a percentage did Canada absorb?",), "16.92%"),
        (("what fraction of mexico-us trade are exports from the us, 2024",), "39.77%"),
        (("what share of Mexico-US trade is imports from Mexico, 2024",), "60.23%"),
        (("out of each 100 dollars of US exports in 2023 how much went to Canada",), "17.56%"),
        (("From the total of US imports in 2024, what percent corresponds to Canada?",), "12.63%"),
        (("For Eagle Pass, what percentage of Texas port rail imports from Mexico in 2024?",), "42.69%"),
        (("combined share of Mexico and Canada in total US goods trade (exports + imports) 2024",), "30.04%"),
        (("How much did China contribute to the US trade deficit in 2024?",), "24.57%"),
        (("Mexico's contribution to the growth of US imports in 2024?",), "percentage points"),
        (("Among rail imports from Mexico in 2025, what's vehicles' (HS 87) percentage?",), "70.18%"),
        (("Bangladesh: of all it sold to the US in 2024, how much (percent) was HS 61 and 62 combined?",), "84.37%"),
        (("which percentage of 2024 US toy imports, that is chapter 95, was from China",), "73.45%"),
        (("¿Qué porcentaje de las importaciones de juguetes, o sea el capítulo 95, vino de China en 2024?",), "73.45%"),
        (
            ("I teach a class and need this: the five largest customers together, what share of US exports in 2024?",),
            "48.26%",
        ),
        (("How many percentage points has China lost in US imports, 2017 versus 2024?",), "8.16 percentage points"),
        (("How many points did Mexico lose or gain in US imports from 2017 to 2024?",), "2.12 percentage points"),
        (
            ("Rail's share of US exports to Canada in 2010?", "And in 2025?", "How many points did it lose or gain?"),
            "0.45 percentage points",
        ),
        (("Counting only trucks and rail, what did the US export to Mexico in 2025?",), "$264.268 billion"),
        (("Contando solo camiones y trenes, ¿cuánto exportó EE. UU. a México en 2025?",), "264.268"),
        (
            ("Adding up the two Mexican states (Sonora, Chihuahua), what did US exports to them come to in 2023?",),
            "$49.883 billion",
        ),
        (("Coffee brought in from Colombia in 2024 (tariff heading 0901), how many dollars?",), "$1.481 billion"),
        (("Chemicals from Germany: what part of US imports of chapter 29 in 2024?",), "4.43%"),
        (("Productos químicos de Alemania: ¿qué parte de las importaciones del capítulo 29 en 2024?",), "4.43%"),
        (("What percent of 2022 exports to China was lost by 2024?",), "6.86%"),
        (("What weight does California carry in US exports to Canada in 2024?",), "5.27%"),
        (("De todo lo que EE. UU. importó de México en 2024, ¿qué parte fueron vehículos?",), "27.00%"),
        (("¿Cuál fue la contribución de México a las importaciones de EE. UU. en 2024?",), "15.48%"),
        (("¿Qué tajada de las exportaciones de EE. UU. se llevó Canadá en 2024?",), "16.92%"),
        (
            ("Soy de la cámara de comercio. ¿Qué porcentaje de las importaciones de EE. UU. vino de Brasil en 2024?",),
            "1.30%",
        ),
        ((*BY_RAIL, "Which is what percentage of the total?"), "11.70%"),
        ((*SHOES, "so that works out to an average rate of how many percent"), "13.31%"),
        ((*SHOES, "which comes to what percent?"), "effective duty rate"),
    ],
)
def test_a_part_is_of_the_whole_that_is_told(assistant: Assistant, turns: tuple[str, ...], part: str) -> None:
    assert part in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Laredo's percentage of all the imports from Mexico that crossed at Texas border ports in 2024?",
        "Looking at Mexican goods entering through the Texas border ports in 2024, what percentage came via Laredo?",
        "Texas ports: Laredo's share of imports from Mexico 2024",
    ],
)
def test_ports_where_the_whole_crosses_are_the_whole(assistant: Assistant, text: str) -> None:
    assert "59.84%" in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Mexico's share of Texas exports 2024",
        "Canada's slice of US exports through Michigan in 2024",
        "What share of steel from Mexico paid duty in 2024?",
        "US rail imports from Canada fell in 2024. What percent was rail?",
        "¿Qué participación tiene México en las exportaciones de Texas en 2024?",
    ],
)
def test_a_whole_that_is_not_loaded_is_not_put_aside(assistant: Assistant, text: str) -> None:
    assert talk(assistant, text)["status"] == "declined"


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (("Of the Mexican goods coming in through the Texas border ports in 2024, what share used Laredo?",), "59.84%"),
        (
            ("Out of all the trade with Mexico crossing at the Texas ports in 2023, how much was Laredo's, in %?",),
            "60.26%",
        ),
        (
            ("Looking only at the Texas border ports, how big is Laredo's slice of imports from Mexico of 2024?",),
            "59.84%",
        ),
        (("Of everything the Texas ports handled with Mexico in 2025, what part went through Laredo?",), "57.33%"),
        (("What percent of Texas port rail imports went through Laredo in 2025?",), "45.92%"),
        (("Of US land exports to the Mexican states in 2024, what share went to Chihuahua?",), "18.92%"),
        (("Of all US-Mexico trade in 2024, what percentage did Texas account for?",), "33.48%"),
        (("Of every 10 dollars the US imported in 2024, how many came from China?",), "13.43%"),
        (("How many of every 100 dollars imported through the Texas ports in 2024 came through Laredo?",), "59.84%"),
        (("Per $100 of imports from China in 2024, how much duty was paid?",), "effective duty rate"),
        (("Taking the Texas ports alone, how large is Laredo's slice of exports to Mexico in 2025?",), "57.59%"),
        (("How much weight did Mexico carry in US goods exports in 2024?",), "16.18%"),
        (("How much came on top of the deficit with Vietnam in 2024?",), "rose by 18.05%"),
        (
            ("For sourcing we look at chapter 61: what share of US imports of it came from Bangladesh in 2024?",),
            "5.38%",
        ),
        (
            ("How much duty was paid on imports of chapter 61 from Vietnam in 2024?", "Expressed as a rate, please"),
            "20.30%",
        ),
    ],
)
def test_wholes_and_parts_in_other_words(assistant: Assistant, turns: tuple[str, ...], part: str) -> None:
    assert part in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    "asked", ["And how much of that did Toyota alone bring in?", "How much of that did Honda import?"]
)
def test_no_part_is_a_company_s(assistant: Assistant, asked: str) -> None:
    assert talk(assistant, "US imports from Japan in 2024?", asked)["reason"]["cause"] == "firms"


@pytest.mark.parametrize(
    "text",
    [
        "How much was imported from Mexico through all Texas ports together in 2023?",
        "US imports from Mexico through all ports of entry in Texas in 2023, summed",
        "¿cuánto se importó de México por todos los puertos de Texas juntos en 2023?",
    ],
)
def test_all_ports_together_are_their_sum(assistant: Assistant, text: str) -> None:
    reply = talk(assistant, text)
    assert "311.804" in reply["text"]


def test_a_flow_is_no_share_of_the_trade_of_all(assistant: Assistant) -> None:
    reply = talk(assistant, "US imports from Mexico in 2023", "as a share of all US goods trade?")
    assert reply["status"] == "declined", reply["text"]


@pytest.mark.parametrize(
    ("turns", "share"),
    [
        (("Exports to the EU 2024", "How much of that is Germany?"), "20.43%"),
        (("Trade deficit with the EU 2024", "How much of that is with Germany?"), "36.01%"),
        (("Imports from Asia 2024", "what share of that is China?", "and Japan?"), "10.92%"),
        (("Exports to North America 2024", "Mexico's share of US exports?"), "16.18%"),
    ],
)
def test_a_member_is_a_part_of_the_group_before_it(assistant: Assistant, turns: tuple[str, ...], share: str) -> None:
    assert share in talk(assistant, *turns)["text"]
