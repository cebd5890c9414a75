"""Which words ask for a search over time, and which of the same words do not."""

from __future__ import annotations

import pytest

from assistant.lexicon.compare.outgrowing import COMPARED
from assistant.lexicon.searching import SEARCHES
from tests.world.reading import understood

FOUND = {
    "when did US imports from China last exceed 40bn": {"last_time"},
    "the last month in which US imports from China exceeded 40bn": {"last_time"},
    "most recent year with a US surplus with Mexico": {"last_time"},
    "which was the last year the US ran a surplus with Mexico": {"last_time"},
    "what was the first year in which US exports to Canada topped $300 billion": {"first_time"},
    "the first month of 2024 in which US imports from Mexico topped $45 billion": {"first_time"},
    "for the first time, when did US exports to Mexico beat US exports to Canada": {"first_time"},
    "has the US deficit with Mexico ever gone over 15 billion in any month of 2023": {"any_time"},
    "was there a month in 2023 when US imports from Mexico fell below 35 billion": {"any_time"},
    "did US imports from Mexico exceed imports from Canada in every month of 2024": {"every_time"},
    "has the US always had a deficit with Mexico since 1995": {"every_time"},
    "is it true that the US has never had a surplus with Japan since 1990": {"every_time"},
    "how many times did the US deficit with Mexico exceed 15 billion in 2024": {"all_times"},
    "how many times did US exports to Brazil exceed US imports from Brazil since 2000": {"all_times"},
    "in which months of 2024 did US imports from China exceed those from Mexico": {"all_times"},
    "list every year from 1990 through 2000 in which the US sold more to Mexico than it bought there": {"all_times"},
    "months of 2024 with US exports to Mexico above US exports to Canada": {"all_times"},
    "list quarters since 2019 where US imports from Mexico topped US imports from China": {"all_times"},
    "by year from 1990 to 2000, were US exports to Mexico larger than US imports from Mexico": {"every_time"},
    "months of 2024 in which US exports to Canada fell below the US exports to Mexico": {"all_times"},
    "when did Mexico overtake China as a supplier to the US": {"overtake"},
    "since when have US imports from Mexico been above those from China": {"overtake", "last_time"},
    "how long ago did US exports to Mexico last exceed 30 billion": {"elapsed"},
    "longest run of rising US exports to Mexico": {"streak"},
    "how many months in a row have US imports from Mexico grown": {"streak", "now_running"},
    "which grew faster in 2024, US exports to Mexico or US exports to Canada": {"faster"},
    "did US imports from Canada fall more than US imports from Mexico in 2020": {"slower"},
    "did China's share of US imports change more than Mexico's from 2018 to 2024": {"moved_more"},
}

NOT = [
    "in the first quarter of 2023, how much did US imports from China rise or fall in percent",
    "in the first quarter of 2023 how much did the US import from China against a year before",
    "in full year 2024, were US exports to Mexico larger than US exports to Canada",
    "which country topped the list of US suppliers in each year since 2020",
    "US imports from Mexico last year",
    "US deficit with Mexico last month",
    "US trade deficit last year with Mexico",
    "US imports from Mexico in the last six months",
    "US exports to Mexico in the first half of 2023",
    "US imports from Mexico in the first quarter of 2024",
    "US imports from Mexico in the first nine months of 2023 and 2024",
    "first 3 partners by imports in 2024",
    "best month ever for US imports from Mexico",
    "how many months of 2024 had US imports from Mexico above $42bn",
    "in which years did US imports from Mexico fall",
    "fastest growing partners in 2024",
    "did US imports from Mexico grow by more than 5% in 2024",
    "US imports from Mexico more than doubled since when",
    "which month of 2024 had the highest US imports from Mexico",
    "last available month of US imports from Mexico",
]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_what_is_searched(text: str, expected: set[str]) -> None:
    found = understood(text)
    assert (SEARCHES | COMPARED) & found.slots.operations == expected
    assert not found.unknown


@pytest.mark.parametrize("text", NOT)
def test_what_is_no_search(text: str) -> None:
    assert not (SEARCHES | COMPARED) & understood(text).slots.operations


@pytest.mark.parametrize(
    ("text", "reporter", "partner"),
    [
        ("in which year did Mexico overtake China as a source of US imports", ("USA",), ("MEX", "CHN")),
        ("how often in 2024 did Mexico outsell China to the US, counting months", ("USA",), ("MEX", "CHN")),
        ("when did Germany overtake Japan as a supplier of Canada", ("CAN",), ("DEU", "JPN")),
        ("did US imports from Mexico outgrow US imports overall in 2024", ("USA",), ("MEX", "WLD")),
        ("whose share of US imports moved more from 2018 to 2024, China's or Mexico's", ("USA",), ("CHN", "MEX")),
    ],
)
def test_who_is_set_against_whom(text: str, reporter: tuple[str, ...], partner: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.reporter, slots.partner) == (reporter, partner)


def test_last_and_ever_are_no_periods_beside_a_search() -> None:
    assert understood("since 1985, last full year with a US goods surplus with Mexico").slots.periods == ("1985/",)
    found = understood("has the US deficit with Mexico ever gone over 15 billion in any month of 2023").slots
    assert (found.periods, found.keys) == (("2023",), ("month",))
