"""Follow-ups that turn, widen, take back or pick: each answers as the whole question does that it stands for."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from assistant.dialogue import Dialogue
from tests.world.asking import talk

TRUCKS = "US imports from Mexico by truck in 2023"
IMPORTS = "US imports from Mexico in 2023"
MONTH = "US imports from Mexico in November 2023"
MONTHS = "US imports from Mexico in January and February 2023"
ES_IMPORTS = "importaciones de Estados Unidos desde México en 2023"
MESES = "importaciones de Estados Unidos desde México en enero y febrero de 2023"
TWO = "What were US exports to Mexico in 2023, and what were imports from Canada?"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ([TRUCKS, "all modes"], IMPORTS),
        ([TRUCKS, "regardless of mode"], IMPORTS),
        ([TRUCKS, "and total US exports to Mexico?"], "US exports to Mexico in 2023"),
        (
            ["What share of US imports from Mexico came by truck in 2023?", "and total exports?"],
            "US exports to Mexico in 2023",
        ),
        ([TRUCKS, "how much did vessels carry?"], "US imports from Mexico by vessel in 2023"),
        ([TRUCKS, "not by truck"], "US imports from Mexico not by truck in 2023"),
        ([IMPORTS, "drop the trucks"], "US imports from Mexico not by truck in 2023"),
        ([TRUCKS, "by mode"], "US imports from Mexico by mode in 2023"),
        ([MONTH, "the other direction"], "US exports to Mexico in November 2023"),
        ([IMPORTS, "and the other way round?"], "US exports to Mexico in 2023"),
        (
            [IMPORTS, "by truck", "by vessel", "both together"],
            "US imports from Mexico by truck and vessel combined in 2023",
        ),
        (["US imports from Mexico and Canada in 2023", "drop Canada"], IMPORTS),
        (["US imports from Canada in 2023", "not Canada, Mexico"], IMPORTS),
        (
            ["top 2 partners by US imports in 2023", "leave Mexico out", "put it back"],
            "top 2 partners by US imports in 2023",
        ),
        (
            ["US imports from Mexico by truck in 2023", "by vessel", "so how much more by truck"],
            "difference between US imports from Mexico by truck and by vessel in 2023",
        ),
        ([IMPORTS, "how does Canada compare?"], "compare US imports from Mexico and Canada in 2023"),
        (["US exports to Mexico in 2023", "imports", "so who came out ahead?"], "US trade surplus with Mexico in 2023"),
        (["top 3 partners by US imports in 2023", "second?", "third?"], "number 3 partner by US imports in 2023"),
        (
            ["Did the US trade more with Mexico or Canada in 2023?", "by how many dollars?"],
            "difference between US trade with Mexico and with Canada in 2023",
        ),
        (
            ["How many months of 2023 had US imports from Mexico above $30 billion?", "and above $40 billion?"],
            "How many months of 2023 had US imports from Mexico above $40 billion?",
        ),
        (
            ["how much did Mexico sell to the US in 2023?", "and Canada?", "both together?"],
            "US imports from Mexico and Canada together in 2023",
        ),
        (
            ["¿cuánto le vendió México a Estados Unidos en 2023?", "¿y Canadá?", "¿cuánto suman los dos?"],
            "US imports from Mexico and Canada together in 2023",
        ),
        (
            ["importaciones de Estados Unidos desde México en 2022", "dame 2023 mejor"],
            "importaciones de Estados Unidos desde México en 2023",
        ),
        (
            ["¿cuánto le compró Estados Unidos a Canadá en 2023?", "¿y a México?"],
            "importaciones de Estados Unidos desde México en 2023",
        ),
        (
            ["¿cuánto le vendió Estados Unidos a Canadá en 2023?", "¿y a México?"],
            "exportaciones de Estados Unidos a México en 2023",
        ),
        ([ES_IMPORTS, "bueno, en dólares"], ES_IMPORTS),
        (
            ["importaciones de Estados Unidos en 2023", "¿de quiénes?"],
            "principales países de las importaciones de Estados Unidos en 2023",
        ),
        ([IMPORTS, "only the first half of the year"], "US imports from Mexico in the first half of 2023"),
        (
            [IMPORTS, "only the first half of the year", "and the second half?"],
            "US imports from Mexico in the second half of 2023",
        ),
    ],
)
def test_filters_and_directions(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    assert _values(talk(assistant_world, *turns)) == _values(talk(assistant_world, whole))


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ([MONTH, "and for the whole year?"], IMPORTS),
        (
            ["US imports from Mexico by month in 2023", "only the last quarter"],
            "US imports from Mexico in Q4 2023 by month",
        ),
        ([IMPORTS, "and in 2022", "undo"], IMPORTS),
        ([IMPORTS, "and in 2022", "forget that", "exports"], "US exports to Mexico in 2023"),
        ([IMPORTS, "and in 2022", "and in 2021", "undo", "undo"], IMPORTS),
        ([IMPORTS, "thanks", "and in 2022?"], "US imports from Mexico in 2022"),
        ([IMPORTS, "US imports from Canada in 2022", "back to Mexico, for 2021"], "US imports from Mexico in 2021"),
        (
            [IMPORTS, "US exports to Canada in 2022", "same as the first question but 2021"],
            "US imports from Mexico in 2021",
        ),
        (["US exports to Mexico in 2022", "exports to Canada?"], "US exports to Canada in 2022"),
        (["growth of US imports from Mexico in 2023", "the value itself?"], IMPORTS),
        ([MONTHS, "and the year before?"], "US imports from Mexico in January and February 2022"),
        ([MONTHS, "and the same dates in 2022?"], "US imports from Mexico in January and February 2022"),
        ([MONTHS, "those months of 2022?"], "US imports from Mexico in January and February 2022"),
        ([MESES, "¿y el año anterior?"], "US imports from Mexico in January and February 2022"),
        ([MESES, "¿y las mismas fechas de 2022?"], "US imports from Mexico in January and February 2022"),
        (
            [MONTHS, "compared with the year before?"],
            "US imports from Mexico in January to February 2023 compared with the year before",
        ),
        (["US imports from Mexico in 2022 and 2023", "and the year before?"], "US imports from Mexico in 2021"),
    ],
)
def test_times_and_undoing(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    assert _values(talk(assistant_world, *turns)) == _values(talk(assistant_world, whole))


def test_a_time_alone_is_asked_of_all_questions_of_the_message(assistant_world: Assistant) -> None:
    expected = ("US exports to Mexico in 2022", "US imports from Canada in 2022")
    values = [value for whole in expected for value in _values(talk(assistant_world, whole))]
    assert _values(talk(assistant_world, TWO, "and in 2022?")) == values


@pytest.mark.parametrize(
    "said", ["the second", "2", "option 2", "second one please", "Congo Brazzaville", "brazzaville"]
)
def test_an_option_is_picked(assistant_world: Assistant, said: str) -> None:
    options = talk(assistant_world, "US exports to Congo in 2023")["options"]
    assert (
        talk(assistant_world, "US exports to Congo in 2023", said)["text"] == talk(assistant_world, options[1])["text"]
    )


@pytest.mark.parametrize(
    "turns",
    [
        [IMPORTS, "both together"],
        [IMPORTS, "the second one"],
        ["top 2 partners in 2023", "the fifth one"],
        [IMPORTS, "no"],
        ["US imports of flurbs from Mexico in 2023", "and exports?"],
        ["US services exports to Mexico in 2023", "and imports?"],
        ["thanks", "and in 2022?"],
        ["undo"],
        ["how many months was it over $30 billion?"],
        ["which month was it highest?"],
    ],
)
def test_nothing_is_answered_that_points_at_nothing(assistant_world: Assistant, turns: list[str]) -> None:
    assert talk(assistant_world, *turns)["status"] != "answered"


@pytest.mark.parametrize("whole", ["US exports to Canada in 2022", "US trade balance with Canada in 2022"])
def test_a_new_question_keeps_no_filter(assistant_world: Assistant, whole: str) -> None:
    for before in (
        TRUCKS,
        "US imports from Mexico not by truck in 2023",
        "top 2 partners in 2023",
        "US imports by month in 2023",
    ):
        assert _values(talk(assistant_world, before, whole)) == _values(talk(assistant_world, whole))


def _values(reply: dict[str, Any]) -> list[tuple[str, str]]:
    assert reply["status"] == "answered", reply["text"]
    return [(each["value"], each["unit"]) for each in reply["answer"]]


@pytest.mark.parametrize(
    ("turns", "reporter"),
    [
        (["Mexico's exports to the US in 2022", "and to Canada in 2023?"], "MEX"),
        (["exportaciones de México a EU en 2022", "¿y a Canadá en 2023?"], "MEX"),
        (["Mexico's exports to the US in 2022", "US exports to Canada in 2023"], "USA"),
    ],
)
def test_another_end_and_year_leave_whose_trade_it_is(
    assistant_world: Assistant, turns: list[str], reporter: str
) -> None:
    dialogue = Dialogue()
    _, dialogue = assistant_world.ask(turns[0], dialogue)
    assert assistant_world.understand(turns[1], dialogue).slots.reporter == (reporter,)
