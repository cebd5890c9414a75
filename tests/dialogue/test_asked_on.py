"""Follow-ups that ask on what the last answer was about: when it held, in another kind of year, of the whole nation."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue
from assistant.dialogue import Turn
from assistant.lexicon.question import Slots
from tests.world.asking import talk

TRUCKS = "US imports from Mexico by truck in 2023"
IMPORTED = "US imports from Mexico in 2023"
MONTHS = "how many months of 2023 were US imports from Mexico over 39 billion"
THIRD = "How much did the US import from Canada in 2023?"
THIRD_PLACE = "Which is the number 3 partner by US imports in 2023?"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (["US imports from Mexico in 2022", "new topic: deficit with Canada that year"], "US deficit with Canada 2022"),
        (
            ["US imports from Mexico in May 2022", "new question: imports from Canada that year"],
            "US imports from Canada in 2022",
        ),
        (["US imports from Mexico in 2022", "ok now exports"], "US exports to Mexico in 2022"),
        (["US imports from Mexico in 2022", "and now Canada"], "US imports from Canada in 2022"),
        (["US imports from Mexico in 2022", "and now how much is it?"], "US imports from Mexico in the latest year"),
        (["US imports from Mexico in 2023", "only Jul-Sep"], "US imports from Mexico July to September 2023"),
        (["US imports from Mexico in 2023", "from Q2 to Q3"], "US imports from Mexico from Q2 to Q3 2023"),
        (
            ["US imports from Mexico by month in 2023", "only July to September", "add them up"],
            "US imports from Mexico July to September 2023",
        ),
        (
            ["US imports from Mexico in 2022", "and in 2023?", "by how many percent did it change between those two"],
            "growth of US imports from Mexico between 2022 and 2023",
        ),
        (
            ["which month of 2023 was highest for US imports from Mexico", "and how large was the deficit then?"],
            "US goods deficit with Mexico in November 2023",
        ),
        (["US deficit with Mexico in 2022", "leave that. overall US deficit 2023?"], "US goods deficit 2023"),
        ([MONTHS, "and over 41?"], "how many months of 2023 were US imports from Mexico over 41 billion"),
        ([MONTHS, "and 41?"], "how many months of 2023 were US imports from Mexico over 41 billion"),
        ([MONTHS, "how about more than 38.5"], "how many months of 2023 were US imports from Mexico over 38.5 billion"),
        (["US imports from Mexico in FY2023", "calendar year, I mean"], "US imports from Mexico in 2023"),
        (["US imports from Mexico in 2023", "and for the fiscal year?"], "US imports from Mexico in FY2023"),
        ([TRUCKS, "as a percentage of US imports from Mexico"], "Trucks' share of US imports from Mexico in 2023"),
        (["US imports from Mexico in 2023", "as a share of all US imports"], "Mexico's share of US imports in 2023"),
        (
            [
                "importaciones de EU desde México por camión en 2023",
                "¿qué parte es de todo lo que EU le compra a México?",
            ],
            "Trucks' share of US imports from Mexico in 2023",
        ),
        (
            [
                "importaciones de EU desde México por camión en 2023",
                "¿cuánto representa de lo que EU le compra a México?",
            ],
            "Trucks' share of US imports from Mexico in 2023",
        ),
        (
            ["importaciones de EU desde México en 2023", "¿qué porcentaje es de todas las importaciones de EU?"],
            "Mexico's share of US imports in 2023",
        ),
        (
            ["How much did the US sell to Canada in 2023?", "so exports as a percentage of imports"],
            "US exports to Canada as a percentage of imports in 2023",
        ),
        (["top 3 partners by US imports in 2023", "who's third? and its exports?"], f"{THIRD_PLACE} And its exports?"),
        (
            ["which month of 2023 was highest for US imports from Mexico", "what share of imports in 2023 was that?"],
            "what share of 2023 US imports from Mexico came in November",
        ),
        (
            ["US trade with Mexico in 2023", "what part is imports?"],
            "imports as a share of US trade with Mexico in 2023",
        ),
        (
            ["US imports from Mexico in 2023", "2021?", "annual growth between them"],
            "compound annual growth of US imports from Mexico from 2021 to 2023",
        ),
        ([TRUCKS, "in percent of the national figure?"], "Trucks' share of US imports from Mexico in 2023"),
        (
            ["Mexico's share of US imports in 2023", "Canada's?", "and both together?"],
            "share of US imports in 2023 that came from Mexico and Canada together",
        ),
        (["who sold us the most in 2023?", "how much did they sell us in 2022?"], "US imports from Mexico in 2022"),
        (["who sold us the most in 2023?", "how much did they buy from us?"], "US exports to Mexico in 2023"),
        (
            ["US imports from Mexico in 2023", "Canada?", "which one did better than in 2022?"],
            "which grew faster in 2023, imports from Mexico or Canada?",
        ),
        (
            ["US imports from Mexico in 2023", "Canada?", "which was higher in 2022?"],
            "compare US imports from Mexico and Canada in 2022",
        ),
        (
            ["US imports from Mexico in 2022", "2023?", "by how many dollars do the two years differ?"],
            "difference between US imports from Mexico in 2022 and 2023",
        ),
        (
            ["US imports from Mexico in 2023", "and 2021?", "growth between the two, earlier to later"],
            "growth of US imports from Mexico from 2021 to 2023",
        ),
        (
            ["US imports from Mexico by month in 2023", "only from June on"],
            "US imports from Mexico by month from June to December 2023",
        ),
        (
            ["Mexico's share of US imports in 2023", "in 2021?", "by how much did it rise?"],
            "by how many points did Mexico's share of US imports rise from 2021 to 2023?",
        ),
        (
            ["Mexico's share of US imports in 2023", "Canada's?", "which one is higher?"],
            "which had a higher share of US imports in 2023, Mexico or Canada?",
        ),
        (["US trade with Mexico in 2023", "just what they bought"], "US exports to Mexico in 2023"),
        (["US exports to Mexico in 2023", "and what did they sell?"], "what did the US buy from Mexico in 2023"),
        (["who sold us the most in 2023?", "how much did they buy from us in total?"], "US exports to Mexico in 2023"),
        (
            ["Is Canada a member of the USMCA?", "how much did they sell us in 2023?"],
            "Canada's exports to the US in 2023",
        ),
    ],
)
def test_the_follow_up_answers_as_the_whole_question(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    follow_up, told = talk(assistant_world, *turns), talk(assistant_world, whole)
    assert told["status"] == "answered"
    assert [each["value"] for each in follow_up["answer"]] == [each["value"] for each in told["answer"]]


@pytest.mark.parametrize(
    "turns",
    [
        (TRUCKS, "in percent of the frobnicated figure?"),
        (TRUCKS, "as a share of everything by truck"),
        (TRUCKS, "adjusted for inflation"),
        ("US deficit with Mexico in 2023", "since when has it been growing?"),
        ("US imports from Mexico in 2023", "from the border states only"),
        ("top mode of US imports from Mexico in 2023", "its biggest product"),
        ("How much did Jalisco buy from the US in 2023?", "and how much did it sell there?"),
        ("How much did Jalisco buy from the US in 2023?", "and its exports?"),
    ],
)
def test_words_that_nothing_answers_are_declined(assistant_world: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant_world, *turns)["status"] == "declined"


def test_the_newest_time_is_not_said_to_be_carried(assistant_world: Assistant) -> None:
    said = talk(assistant_world, "US imports from Mexico", "and exports?")["assumptions"]
    assert any("whose trade" in text for text in said) and not any("and the period" in text for text in said)


def test_the_rate_of_one_year_has_a_doubling_time(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "growth of US imports from Mexico in 2023", "doubling time at that rate")
    assert reply["status"] == "answered" and "2022 and 2023" in reply["text"] and "doubles in" in reply["text"]


def test_what_was_narrowed_before_is_said_to_be_kept(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, TRUCKS, "and in 2022?")
    assert any("breakdown" in assumed for assumed in reply["assumptions"])


def test_a_breakdown_without_a_part_is_told_with_its_total(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "US imports from Mexico in 2023", "break it down by mode", "and without the trucks?")
    rest = talk(assistant_world, "US imports from Mexico not by truck in 2023")
    assert rest["answer"][0] in reply["answer"]
    assert len(reply["answer"]) > 1


def test_a_ranking_without_a_partner_has_no_total(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "top 3 partners by US imports in 2023", "without Canada")
    assert len(reply["plan"]) == 2


@pytest.mark.parametrize(
    "turns",
    [
        ("which sold more to the US in 2023?",),
        (TRUCKS, "which sold us more?"),
        ("top 3 partners by US imports in 2023", "and the other two?"),
        ("how much did they sell us last year?",),
        ("how much did they buy from us in 2022?",),
        ("how much did we sell them in 2023?",),
        ("who comes third?",),
        ("and what's its share?",),
        ("US exports to Mexico in 2023", "which one did better vs 2022?"),
        ("US exports to Mexico in 2023", "which of them grew more?"),
        ("¿cuánto nos vendieron ellos en 2022?",),
        ("¿quién queda en tercer lugar?",),
        ("Mexico's share of US imports in 2023", "and in 2022?", "both years together"),
    ],
)
def test_a_choice_among_nothing_named_is_asked_back(assistant_world: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant_world, *turns)["status"] == "clarify"


@pytest.mark.parametrize("said", ["take the second one: just its imports please", "imports of the second?"])
def test_the_imports_of_a_port_are_those_of_its_country(assistant_world: Assistant, said: str) -> None:
    ranking = Slots(measures=("total",), reporter=("MEX",), partner=("USA",), periods=("2023",), keys=("port",))
    turn = Turn("ports", ranking, period="2023", answered=True, ranked=("port", ("2304", "2402")))
    asked = assistant_world.understand(said, Dialogue((turn,))).slots
    assert (asked.reporter, asked.partner, asked.filters["port"]) == (("USA",), ("MEX",), ("2402",))


def test_a_thing_named_again_is_the_whole_of_its_share(assistant_world: Assistant) -> None:
    narrowed = Slots(
        measures=("imports",),
        reporter=("USA",),
        partner=("MEX",),
        periods=("2023",),
        filters={"product": ("87",), "mode": ("truck",)},
    )
    turn = Turn("trucks by truck", narrowed, period="2023", answered=True)
    asked = assistant_world.understand("as a percentage of that chapter", Dialogue((turn,))).slots
    assert (asked.part, asked.keys, asked.filters) == ("mode", (), narrowed.filters)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            ["do you have numbers for Laredo, the port?", "Great, total trade with Mexico there in 2024"],
            "Laredo",
        ),
        (["¿Tienes cifras de Laredo?", "comercio total con México ahí en 2024"], "Laredo"),
        (["exports from Texas to Mexico in 2023", "what are imports from Canada there in 2023?"], "Texas"),
        (["do you have data on trucks?", "imports from Mexico in 2023?"], "truck"),
    ],
)
def test_what_was_said_to_be_held_is_asked_for(assistant: Assistant, turns: list[str], said: str) -> None:
    assert said in talk(assistant, *turns)["text"]
