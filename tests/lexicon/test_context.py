"""What stands around a question gives it places and times that it lacks, and no ranking, limit or unknown word."""

from __future__ import annotations

import pytest

from assistant.lexicon.aside.context import without_context
from assistant.settings import Home
from assistant.speech import Speeches
from assistant.store.store import Store


def read(text: str, world: Store, code: str = "en") -> str:
    lexicon = Speeches(world, Home()).of(code).lexicon
    return without_context(text, lexicon.language, lexicon.link, "USA")


ALONE = {
    "I'm looking at concentration. What are the three largest sources of US imports in 2024?": (
        "What are the three largest sources of US imports in 2024?"
    ),
    "Need imports from Mexico by rail in 2024. We're planning capacity.": "Need imports from Mexico by rail in 2024.",
    "Imports from Mexico by rail in 2024? The zoning hearing is tomorrow.": "Imports from Mexico by rail in 2024?",
    "Imports from Mexico by rail in 2024? It's for a zoning hearing.": "Imports from Mexico by rail in 2024?",
    "Exports to Canada by truck 2024, we're budgeting drayage.": "Exports to Canada by truck 2024.",
    "I'm putting together a slide for my boss. truck vs rail for imports from Canada, 2024": (
        "truck vs rail for imports from Canada, 2024"
    ),
    "For my monthly bulletin I compare quarters. What were imports from Mexico in 2024?": (
        "What were imports from Mexico in 2024?"
    ),
    "A county official says nobody realizes how much comes through Laredo. What was imported through Laredo in 2023?": (
        "What was imported through Laredo in 2023?"
    ),
    "We hear a lot about deficits, but with which country was the largest surplus in 2024?": (
        "with which country was the largest surplus in 2024?"
    ),
    "Not sure if you can help but same for canada please": "same for canada please",
    "we run a trucking company so i'm wondering, total us exports to mexico in 2019": (
        "total us exports to mexico in 2019"
    ),
    "US imports from Mexico in 2023? I need it for a report.": "US imports from Mexico in 2023?",
    "I moderate a podcast about supply chains. What were imports from Mexico in 2024?": (
        "What were imports from Mexico in 2024?"
    ),
    "Reporting from Ottawa for a wire service. What was the deficit with Canada in 2024?": (
        "What was the deficit with Canada in 2024?"
    ),
    "I run a bicycle shop. What were imports from Taiwan in 2024?": "What were imports from Taiwan in 2024?",
    "I teach trade policy and am grading papers. What were imports from China in 2018?": (
        "What were imports from China in 2018?"
    ),
    "Exports to Cuba rose after the thaw. How much were US exports to Cuba in 2023?": (
        "How much were US exports to Cuba in 2023?"
    ),
    "We do air cargo out of Guadalajara. What were US imports from Mexico that travelled by air in 2024?": (
        "What were US imports from Mexico that travelled by air in 2024?"
    ),
    "My wife is from Colombia. How much coffee was imported in 2024?": "How much coffee was imported in 2024?",
}
LACKING = {
    "Purchases from Vietnam have exploded. How much bigger were the goods imports in 2024 than in 2014?": "vietnam:",
    "My cousin keeps talking of 2019. How much did the US export to Mexico that year?": "2019:",
    "I'm calling for a client who buys in Vietnam. How much duty was owed on US imports from there?": "vietnam:",
}
WHOLE = (
    "I only care about trucks. How much did we export to Mexico in 2024?",
    "Exports to Mexico rose in 2021. By how much?",
    "My boss says we import more from China than Mexico. Is that true for 2024?",
    "US exports to Mexico in 2024. By month.",
    "We import zorbic vehicles. How much did the US import from Mexico in 2024?",
    "No, I meant Canada. How much did we export in 2024?",
    "Imports from China in 2023? Zorbs only.",
    "Imports from China in 2023? For zorbs.",
    "Imports from China in 2023. We import zorbs.",
)


@pytest.mark.parametrize(("message", "alone"), ALONE.items())
def test_talk_around_a_question_is_left_out(world: Store, message: str, alone: str) -> None:
    assert read(message, world) == alone


@pytest.mark.parametrize(("message", "label"), LACKING.items())
def test_a_question_takes_what_it_lacks(world: Store, message: str, label: str) -> None:
    assert read(message, world).startswith(label)
    assert read(message, world).endswith(message.split(". ")[1])


@pytest.mark.parametrize("message", WHOLE)
def test_what_bounds_or_carries_the_question_stays(world: Store, message: str) -> None:
    assert read(message, world) == message


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("I'm looking at US exports to Mexico by state. Who led in 2023?", "which"),
        ("I'm studying US imports. Who were the top 3 in 2019?", "Who"),
    ],
)
def test_what_is_ranked_stays_before_the_question(world: Store, message: str, asked: str) -> None:
    told = message.replace("led", "came first")
    assert read(told, world) == told.replace(". Who", f": {asked}")


@pytest.mark.parametrize(
    "lead",
    [
        "Our bakery just lost its flour contract.",
        "I just bought a hangar in Louisville.",
        "I run a machine shop and keep hearing about trucks only.",
        "I ship charter lift, so I care about one thing:",
        "I'm writing a client note on sourcing shifts.",
        "Two of our drivers have a dead battery.",
    ],
)
def test_a_statement_binds_nothing_of_a_whole_question(world: Store, lead: str) -> None:
    asked = "What did the US import from Mexico under chapter 85 by rail in 2024?"
    assert read(f"{lead} {asked}", world) == asked


@pytest.mark.parametrize(
    "message",
    [
        "We distribute florbex. How much did the US import from China in 2023?",
        "My boss wants it in zorbs. What were US imports from Mexico in 2024?",
        "I'm in Zorbtown. What did the US import there in 2024?",
        "Our team tracks nanobots. What did the US import from Mexico in 2024?",
        "I only care about organic. What did the US import from Mexico in 2024?",
    ],
)
def test_unknown_wares_units_and_places_bind_the_question_behind_them(world: Store, message: str) -> None:
    assert read(message, world) == message


def test_context_in_spanish(world: Store) -> None:
    told = "soy maestra y estoy armando una clase sobre el tratado. ¿cuánto vendió México a Estados Unidos en 2004?"
    assert read(told, world, "es") == "¿cuánto vendió México a Estados Unidos en 2004?"
