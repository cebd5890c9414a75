"""Growth, distances and years so far in roundabout words give the figure of the plain question."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue
from tests.world.reading import understood

RUSSIA = "growth of US exports to Russia from 2021 to 2022"
MEXICO = "growth of US imports from Mexico from 2022 to 2023"
CHINA = "growth of the US deficit with China from 2018 to 2023"
WORSE = "growth of the US deficit with Vietnam from 2020 to 2023"
TO_DATE = "growth of US imports from Jan-Feb 2024 to Jan-Feb 2025"
EACH = "how much did US exports to Japan grow each year from 2021 to 2024"
TIMES = "how many times larger were US imports from Mexico than from Brazil in 2023"
AHEAD = "how far was the EU ahead of China in US imports in 2024"
FELL = "US imports from which country fell the most in dollars between 2022 and 2023?"
GAINED = "top 5 countries by dollar increase of US imports from 2019 to 2024"
FLOOR = "Which country with US imports above $30bn in 2024 saw the fastest growth?"
TENFOLD = "how many times larger were US imports from Vietnam in 2024 than in 2010"
HARDER = "which fell more in 2023, US imports from China or US imports from Canada"

SAME = [
    ("What percent of their value did US exports to Russia lose from 2021 to 2022?", RUSSIA),
    ("How much ground did US exports to Russia lose in 2022?", RUSSIA),
    ("From 2022 to 2023, US imports from Mexico rose by how many dollars and what percent?", MEXICO),
    ("the increase in US imports from Mexico between 2022 and 2023, both absolute and relative", MEXICO),
    ("How much of the deficit with China was shaved off between 2018 and 2023?", CHINA),
    ("How much worse did the US deficit with Vietnam get between 2020 and 2023?", WORSE),
    ("so far in 2025 (Jan-Feb), how have US imports moved relative to Jan-Feb 2024, percent?", TO_DATE),
    ("US imports so far in 2025 versus the same period of 2024", TO_DATE),
    ("US imports year to date vs a year earlier", TO_DATE),
    ("year by year, did US exports to Japan rise or fall from 2021 to 2024, and by how much", EACH),
    ("As a multiple of US imports from Brazil, how large were US imports from Mexico in 2023?", TIMES),
    ("How many times over did US imports from Mexico exceed US imports from Brazil in 2023?", TIMES),
    ("How much of a lead did the EU have over China in US imports in 2024", AHEAD),
    ("how much bigger is the EU than China as a supplier of the US in 2024", AHEAD),
    ("Whose exports to the US fell the most in dollars between 2022 and 2023?", FELL),
    ("biggest loser in US imports by dollars 2022 to 2023", FELL),
    ("Which partner saw the sharpest dollar drop in US imports in 2023 against 2022?", FELL),
    ("Five biggest gainers in US imports from 2019 to 2024 in dollar terms", GAINED),
    ("suppliers that shipped over $30bn in 2024, whose shipments rose fastest", FLOOR),
    ("Which country with US imports above $30bn in 2024 saw the quickest growth?", FLOOR),
    ("2022 US exports to Russia were what percent below 2021?", RUSSIA),
    ("From a 2022 base, US imports from Mexico were up how much in 2023?", MEXICO),
    ("US imports from Mexico: did 2023 top 2022?", "were US imports from Mexico in 2023 higher than in 2022?"),
    ("sequential growth in US exports to Mexico, second quarter 2024", "US exports to Mexico, Q2 2024 over Q1 2024"),
    ("how many times 2010's were US imports from Vietnam in 2024?", TENFOLD),
    ("US imports from Vietnam have grown how many times since 2010 (to 2024)?", TENFOLD),
    ("Which fell harder in 2023, US imports from China or US imports from Canada?", HARDER),
]


def _told(assistant: Assistant, question: str) -> list[tuple[str, str]]:
    reply = assistant.ask(question, Dialogue())[0].to_dict()
    return [(item["kind"], str(item["value"])) for item in reply["answer"]][:1]


@pytest.mark.slow
@pytest.mark.parametrize(("told", "plain"), SAME, ids=[told for told, _ in SAME])
def test_other_words_mean_the_plain_question(assistant: Assistant, told: str, plain: str) -> None:
    assert _told(assistant, told) == _told(assistant, plain) != []


@pytest.mark.parametrize(
    ("question", "doers", "other"),
    [
        ("does Mexico export more to Germany than China does?", ("MEX", "CHN"), ("DEU",)),
        ("Does China sell more to Mexico than the US does?", ("CHN", "USA"), ("MEX",)),
        ("which has a bigger deficit with China, Mexico or the US", ("MEX", "USA"), ("CHN",)),
        ("who has the bigger surplus with the US, Mexico or China", ("USA",), ("MEX", "CHN")),
    ],
)
def test_who_of_two_does_more_with_a_third(question: str, doers: tuple[str, ...], other: tuple[str, ...]) -> None:
    slots = understood(question).slots
    assert (slots.reporter, slots.partner) == (doers, other)


def test_who_sells_more_to_a_third_country_is_not_what_we_sell(assistant: Assistant) -> None:
    reply = assistant.ask("which exports more to Germany, Mexico or China", Dialogue())[0]
    assert reply.status == "declined"
