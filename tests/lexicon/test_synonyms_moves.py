"""Moves, margins, places, shares, peaks, limits and sums in other words give the figure of the plain question."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant, Dialogue
from assistant.languages.language import load
from assistant.lexicon.change.moves import moved
from assistant.lexicon.words.plainly import plainly
from assistant.types import Mention


def asked(assistant: Assistant, question: str) -> dict[str, Any]:
    return assistant.ask(question, Dialogue())[0].to_dict()


def values(reply: dict[str, Any]) -> list[tuple[str, str]]:
    return [(item["kind"], str(item["value"])) for item in reply["answer"]][:2]


ROSE = "By how much did US imports from Mexico grow from 2020 to 2021?"
FELL = "By how much did US imports from China fall from 2022 to 2023?"
GREW = "How big was the growth in US imports from Mexico from 2020 to 2021?"
DROP = "How big was the fall in US imports from China from 2022 to 2023?"
MOST = "which country's exports to the US grew the most in 2022?"
LEAST = "which country's exports to the US fell the most in 2023?"
AHEAD = "What was the difference between US imports from Mexico and US imports from Canada in 2023?"
TIMES = "How many times larger were US imports from Mexico than US imports from Vietnam in 2023?"
FIRST = "Which country was the largest supplier of US imports in 2023?"
THREE = "What were the top 3 suppliers of US imports in 2023?"
LAST = "What were the bottom 5 US states by exports to Mexico in 2023?"
SHARE = "What share of US imports came from Mexico in 2023?"
BOTH = "What were US imports from Mexico and Canada combined in 2023?"
MEAN = "What was the average monthly value of US imports from Mexico in 2023?"
HIGH = "In which month of 2023 were US imports from Mexico highest?"
LOW = "In which month of 2023 were US imports from Mexico lowest?"
OVER = "In how many months of 2023 did US imports from Mexico exceed $40 billion?"
UNDER = "In how many months of 2023 did US imports from Mexico fall below $39 billion?"
FLOOR = "In how many months of 2023 were US imports from Mexico at least $40 billion?"
CAP = "In how many months of 2023 were US imports from Mexico at most $39 billion?"
SUBIO = "¿Cuánto crecieron las importaciones de EE.UU. desde México entre 2020 y 2021?"
CAYO = "¿Cuánto cayeron las importaciones de EE.UU. desde China entre 2022 y 2023?"
PRIMERO = "¿Qué país fue el mayor proveedor de importaciones de EE.UU. en 2023?"
PARTE = "¿Qué porcentaje de las importaciones de EE.UU. vino de México en 2023?"
TOPE = "¿En cuántos meses de 2023 fueron las importaciones de EE.UU. desde México a lo sumo 39 mil millones?"

SAME = [
    ("By how much did US imports from Mexico tick up from 2020 to 2021?", ROSE),
    ("By how much did US imports from Mexico rally from 2020 to 2021?", ROSE),
    ("By how much did US imports from Mexico mushroom from 2020 to 2021?", ROSE),
    ("How big was the upswing in US imports from Mexico from 2020 to 2021?", GREW),
    ("By how much were US imports from Mexico up from 2020 to 2021?", ROSE),
    ("By how much did US imports from China ease from 2022 to 2023?", FELL),
    ("By how much did US imports from China taper off from 2022 to 2023?", FELL),
    ("How big was the pull-back in US imports from China from 2022 to 2023?", DROP),
    ("By how much did the US cut its imports from China from 2022 to 2023?", FELL),
    ("How far down were US imports from China from 2022 to 2023?", DROP),
    ("which country's exports to the US ballooned the most in 2022?", MOST),
    ("which country raised its exports to the US the most in 2022?", MOST),
    ("which country's exports to the US sagged the most in 2023?", LEAST),
    ("which country's exports to the US saw the steepest slump in dollars in 2023?", LEAST),
    ("By what margin did Mexico lead Canada in US imports in 2023?", AHEAD),
    ("By how much did US imports from Mexico top those from Canada in 2023?", AHEAD),
    ("What was Mexico's lead over Canada in US imports in 2023?", AHEAD),
    ("How many dollars separated US imports from Mexico and from Canada in 2023?", AHEAD),
    ("How many times as large as imports from Vietnam were US imports from Mexico in 2023?", TIMES),
    ("What multiple of US imports from Vietnam were US imports from Mexico in 2023?", TIMES),
    ("Which country came first in US imports in 2023?", FIRST),
    ("Which country held the top spot in US imports in 2023?", FIRST),
    ("Which country was the frontrunner in US imports in 2023?", FIRST),
    ("Which country supplied the bulk of US imports in 2023?", FIRST),
    ("Name the top trio of suppliers of US imports in 2023", THREE),
    ("The three heaviest suppliers of US imports in 2023", THREE),
    ("Which five US states came last in exports to Mexico in 2023?", LAST),
    ("The last five US states by exports to Mexico in 2023", LAST),
    ("What percentage of US imports did Mexico constitute in 2023?", SHARE),
    ("What percentage of US imports did Mexico contribute in 2023?", SHARE),
    ("What percentage of US imports fell to Mexico in 2023?", SHARE),
    ("Mexico represented what percentage of US imports in 2023?", SHARE),
    ("What did US imports from Mexico and Canada total in 2023?", BOTH),
    ("What were US imports from Mexico and Canada in total in 2023?", BOTH),
    ("Tally up US imports from Mexico and Canada for 2023", BOTH),
    ("What did US imports from Mexico come to in a normal month of 2023?", MEAN),
    ("In which month of 2023 did US imports from Mexico crest?", HIGH),
    ("Which month of 2023 marked the high of US imports from Mexico?", HIGH),
    ("The nadir of US imports from Mexico in 2023, by month", LOW),
    ("In how many months of 2023 did US imports from Mexico clear $40 billion?", OVER),
    ("How many months in 2023 saw US imports from Mexico sail past $40 billion?", OVER),
    ("In how many months of 2023 did US imports from Mexico sag below $39 billion?", UNDER),
    ("How many months in 2023 did US imports from Mexico fail to reach $39 billion?", UNDER),
    ("In how many months of 2023 were US imports from Mexico no lower than $40 billion?", FLOOR),
    ("In how many months of 2023 were US imports from Mexico equal to or greater than $40 billion?", FLOOR),
    ("In how many months of 2023 were US imports from Mexico no higher than $39 billion?", CAP),
    ("In how many months of 2023 did US imports from Mexico not exceed $39 billion?", CAP),
    ("¿Cuánto repuntaron las importaciones de EE.UU. desde México entre 2020 y 2021?", SUBIO),
    ("¿Cuánto se recuperaron las importaciones de EE.UU. desde México entre 2020 y 2021?", SUBIO),
    ("¿Cuánto mermaron las importaciones de EE.UU. desde China entre 2022 y 2023?", CAYO),
    ("¿Cuánto se vinieron abajo las importaciones de EE.UU. desde China entre 2022 y 2023?", CAYO),
    ("¿Qué país estuvo a la cabeza de las importaciones de EE.UU. en 2023?", PRIMERO),
    ("¿Qué país ocupó el primer puesto en las importaciones de EE.UU. en 2023?", PRIMERO),
    ("¿Qué porcentaje de las importaciones de EE.UU. acaparó México en 2023?", PARTE),
    ("¿Qué porcentaje de las importaciones de EE.UU. correspondió a México en 2023?", PARTE),
    ("¿En cuántos meses de 2023 no rebasaron las importaciones de EE.UU. desde México los 39 mil millones?", TOPE),
    ("¿En cuántos meses de 2023 fueron las importaciones de EE.UU. desde México no mayores a 39 mil millones?", TOPE),
]


@pytest.mark.slow
@pytest.mark.parametrize(("told", "plain"), SAME, ids=[told for told, _ in SAME])
def test_other_words_mean_the_plain_question(assistant: Assistant, told: str, plain: str) -> None:
    one, other = asked(assistant, told), asked(assistant, plain)
    assert one["status"] == other["status"] == "answered", (one["text"], other["text"])
    assert values(one) == values(other)


THINGS = ["US imports of spikes from China in 2024", "US imports of sliding doors from Mexico in 2023"]


@pytest.mark.slow
@pytest.mark.parametrize("question", THINGS)
def test_a_thing_named_like_a_move_is_none(assistant: Assistant, question: str) -> None:
    assert "rose by" not in asked(assistant, question)["text"]
    assert "fell by" not in asked(assistant, question)["text"]


def test_a_move_and_what_stands_behind_it_are_one_thing() -> None:
    fell = Mention("operations", 8, 12, "slid", ("operations:fall", "operations:growth"))
    found, _ = moved("imports slid the most", (fell,), (), load("en"))
    assert [m.candidates for m in found] == [("operations:slowest",)]
    found, _ = moved("imports slid under $5bn", (fell,), (), load("en"))
    assert [m.candidates for m in found] == [("operations:trail", "tests:below")]


def test_what_is_said_the_other_way_round_is_turned() -> None:
    asked = "How many times as big as sales to Japan were sales to Korea in 2020?"
    assert plainly(asked, (), load("en")) == "how many times larger were sales to Korea than sales to Japan in 2020?"
