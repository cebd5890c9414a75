"""What was asked one after the other: chosen from, put in order, told over time, of one year for all."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

RATES = ("effective tariff on Mexico", "China")
STATES = ("exports of Texas to Mexico", "California")
RECORD = "record month for US goods imports from Taiwan"
LARGEST = "largest supplier 2024"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("imports from Brazil", "and Mexico, same thing"), "imports from Mexico in 2024"),
        (
            ("exports to Mexico by month in 2023", "which month was the top one?"),
            "best month for exports to Mexico in 2023",
        ),
        (
            ("US balance with Mexico in 2023", "and with Canada?", "¿cuánto suman los dos déficits?"),
            "US deficit with Mexico and Canada together in 2023",
        ),
        (("exports to Canada by year 2015 to 2023", "the top one?"), "best year for exports to Canada 2015 to 2023"),
        (
            ("exports to Mexico by state in 2023", "which state was the top one?"),
            "which state exported most to Mexico in 2023?",
        ),
        (("imports from China", "Mexico", "Vietnam"), "imports from Vietnam in 2024"),
        (("did imports from Mexico go up in 2024?", "by how much"), "growth of imports from Mexico in 2024"),
        (
            ("did imports from Mexico go up in 2024?", "by how much", "what about exports"),
            "growth of exports to Mexico in 2024",
        ),
        (("¿subieron las importaciones desde México en 2024?", "¿en cuánto?"), "growth of imports from Mexico in 2024"),
        (
            ("compare Mexico and Germany", "and Japan", "rank the three"),
            "rank trade with Mexico, Germany and Japan in 2024",
        ),
        (
            ("US trade with Mexico", "and Germany", "and Japan", "rank them"),
            "rank trade with Mexico, Germany and Japan in 2024",
        ),
        (
            ("imports from China, Mexico, Vietnam 2024", "who's first"),
            "rank imports from China, Mexico and Vietnam in 2024",
        ),
        (("biggest partner 2024", "how far ahead of China now?"), "compare trade with Mexico and China in 2024"),
        ((LARGEST, "how far behind is Canada?"), "how far are imports from Mexico above those from Canada in 2024?"),
        (
            ("Mexico's share of US imports in 2010", "plot it over time"),
            "Mexico's share of US imports by year, 1987-2024",
        ),
        ((*STATES, "¿cuál creció más en 2025?"), "which grew more in 2025, exports of Texas or California to Mexico?"),
        (("imports from Mexico 2024", "by how much", "and in 2023?"), "imports from Mexico in 2023"),
        (("importaciones desde México 2024", "¿por cuánto?", "¿y exportaciones?"), "exports to Mexico in 2024"),
        ((STATES[0], "which grew more", "and Arizona?"), "exports of Arizona to Mexico in 2025"),
        (("imports from Mexico under Obama", "2012 then"), "imports from Mexico in 2012"),
        (
            ("did imports from Mexico go up in 2024?", "so the deficit got bigger?"),
            "growth of the deficit with Mexico in 2024",
        ),
        (("¿se achicó el déficit con México en 2020?",), "growth of the deficit with Mexico in 2020"),
        (("deficit for each of the last ten years",), "deficit by year for the last ten years"),
        (("exports to Mexico, table for the last 5 years",), "exports to Mexico by year for the last 5 years"),
        (
            ("vehicle imports from Mexico 2023", "exports to Mexico?"),
            "exports of vehicles to Mexico 2023",
        ),
        (
            ("vehicle imports from Mexico 2023", "total exports to Mexico?"),
            "exports to Mexico 2023",
        ),
        (("meat exports to Mexico 2023", "how much did we buy back"), "imports of meat from Mexico 2023"),
        (
            ("duty on imports from Mexico 2024", "as a percentage of the value"),
            "effective duty rate on imports from Mexico 2024",
        ),
        (("déficit de cada uno de los últimos diez años",), "deficit by year for the last ten years"),
        (("exports of Michigan to Canada 2023", "now Washington"), "exports of Washington state to Canada 2023"),
        (("¿Cuánto exportó Texas a México en 2024?", "¿y Georgia?"), "exports of Georgia (the state) to Mexico 2024"),
        (("exports to Armenia in 2024", "and Georgia?"), "exports to Georgia (the country) in 2024"),
        (
            ("where does California rank in exports to Canada?", "Washington?"),
            "where does Washington state rank in exports to Canada?",
        ),
        ((RECORD, "and the amount in the same month one year earlier?"), "imports from Taiwan in July 2023"),
        ((RECORD, "how does that compare with a year earlier?"), "growth of imports from Taiwan in July 2024"),
        ((RECORD, "and the following month?"), "imports from Taiwan in August 2024"),
        (
            ("best month for exports to Mexico in 2023", "and the year before?"),
            "best month for exports to Mexico in 2022",
        ),
        (
            ("total trade through Laredo in 2024", "how much of it was southbound, I mean exports?"),
            "share of exports in trade through Laredo in 2024",
        ),
        (
            ("total trade through Laredo in 2024", "and exports?", "so that is what percent of the total?"),
            "share of exports in trade through Laredo in 2024",
        ),
        (
            ("quién le vende más a México, Georgia o Indiana?",),
            "¿qué estado le vende más a México, Georgia o Indiana?",
        ),
    ],
)
def test_the_follow_up_answers_as_the_whole_question(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    follow_up, told = talk(assistant, *turns), talk(assistant, whole)
    assert told["status"] == follow_up["status"] == "answered"
    assert sorted(_values(follow_up)) == sorted(_values(told))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ((*RATES, "is Mexico's lower"), "true"),
        ((*RATES, "is China's higher"), "true"),
        ((*RATES, "is it lower than Mexico's"), "false"),
        ((*RATES, "so Mexico has it easier?"), "true"),
        ((*RATES, "so China pays less?"), "false"),
        (("arancel efectivo de México", "China", "le va mejor a México"), "true"),
        (("imports from Mexico 2024", "is China higher?"), "false"),
        (("exports of Texas to Mexico 2024", "is California's higher?"), "false"),
        (("exports of Texas to Mexico 2024", "was that higher than California's?"), "true"),
    ],
)
def test_who_is_named_is_what_is_said_to_be_higher(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    told = [part["value"] for part in talk(assistant, *turns)["answer"] if part["kind"] == "boolean"]
    assert told == [said]


@pytest.mark.parametrize(
    ("turns", "period"),
    [
        (("imports from Mexico", "and China"), "2024"),
        (("imports from China", "Mexico", "what about in the latest year?"), "2025"),
        (("imports from China", "Mexico in 2023"), "2023"),
    ],
)
def test_the_year_is_that_of_the_data_or_of_the_words(
    assistant: Assistant, turns: tuple[str, ...], period: str
) -> None:
    assert talk(assistant, *turns)["figures"][0]["about"]["period"] == period


@pytest.mark.parametrize(
    "turns",
    [
        ("imports of unobtanium from Mexico", "2012 then"),
        ("imports from Mexico under Zorblax in 2013", "2012 then"),
        ("imports from Mexico under Zorblax", "and by truck then"),
        ("comercio con Freedonia", "2012 entonces"),
    ],
)
def test_what_cannot_be_dropped_is_not(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns)["status"] != "answered"


def _values(reply: dict[str, object]) -> list[str]:
    parts = reply["answer"]
    assert isinstance(parts, list)
    return [str(part["value"]) for part in parts if part["kind"] != "boolean"]
