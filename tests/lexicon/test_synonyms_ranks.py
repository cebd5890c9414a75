"""Orders, places and shares in other words give the plain figures, and a condition keeps all that meet it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

OVER = "countries with US imports above 50 billion in 2023"
FIFTH = "which country was fifth in US imports in 2023"
THIRD = "third largest partner by US exports in 2023"
SHARE = "China's share of US imports in 2023"
GAINED = "which partner gained the most share of US imports between 2018 and 2023"
SURPLUS = "countries with a US trade surplus of at least 15 billion in 2023"
DEFICIT = "largest US trade deficit by partner in 2023"
CHAPTERS = "top 5 chapters of US imports from Mexico in 2023"

SAME = [
    ("List every country where US imports topped $50bn in 2023, starting with the largest", OVER),
    ("which countries had US imports above 50 billion in 2023, largest first", OVER),
    ("countries with US imports over $50bn in 2023, from the biggest down", OVER),
    ("Countries with which the US had a surplus of at least 15 billion in 2023, largest surplus first", SURPLUS),
    ("Who rounds out the top five US import sources in 2023?", FIFTH),
    ("fifth-placed source of US imports in 2023", FIFTH),
    ("which country got bronze among US export markets in 2023", THIRD),
    ("2023, US imports, percentage held by China", SHARE),
    ("how many cents of every US import dollar came from China in 2023?", SHARE),
    ("The Chinese share of the US import market in 2023?", SHARE),
    ("Whose share of US imports grew the most from 2018 to 2023?", GAINED),
    ("who gave up the most ground in US imports share between 2018 and 2023", GAINED.replace("gained", "lost")),
    ("worst bilateral balance for the US in 2023", "bottom 5 partners by US trade balance in 2023"),
    ("Which partner contributed most to the US goods deficit in 2023?", DEFICIT),
    ("Which five chapters lead US imports from Mexico in 2023?", CHAPTERS),
]


@pytest.mark.parametrize(("said", "plain"), SAME)
def test_the_same_figures(assistant: Assistant, said: str, plain: str) -> None:
    first, second = talk(assistant, said), talk(assistant, plain)
    assert first["status"] == "answered", first["text"]
    assert [item["value"] for item in first["answer"]][:3] == [item["value"] for item in second["answer"]][:3]


def test_a_condition_names_all_that_meet_it_in_any_order(assistant: Assistant) -> None:
    assert "15 of 233" in talk(assistant, OVER + ", largest first")["text"]
    assert "Switzerland" in talk(assistant, OVER + ", smallest first")["text"].split(":")[1].split(",")[0]


@pytest.mark.parametrize(
    "drops", ["drop Texas and California from that list. who leads now?", "take out Texas and California"]
)
def test_a_list_without_some(assistant: Assistant, drops: str) -> None:
    reply = talk(assistant, "top 5 states by exports to Mexico 2023", drops)
    assert "Michigan" in reply["text"].split("came first")[0] and "2023" in reply["text"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("What percentage of US imports came from countries other than China in 2023?", "86.14%"),
        ("percentage of US imports from all other countries than China in 2023", "86.14%"),
        ("what share of US exports in 2023 did not go to Canada or Mexico?", "66.45%"),
    ],
)
def test_the_share_of_all_but_a_few(assistant: Assistant, text: str, share: str) -> None:
    assert share in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Rank the second to fourth largest US import sources in 2023",
        "the 2nd, 3rd and 4th biggest suppliers to the US in 2023",
        "places two to four among US suppliers in 2023",
        "US import sources 2023, spots two through four",
    ],
)
def test_several_places_of_a_ranking(assistant: Assistant, text: str) -> None:
    assert "Partners 2 to 4 of 233" in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Where's El Paso in the order of Texas ports by Mexico trade in 2022", "El Paso is number 5"),
        ("California contributed what percentage of US exports to Mexico in 2022?", "made up 9.49%"),
        ("Who sits atop the list of US import suppliers for 2022?", "China came first"),
    ],
)
def test_ranks_and_shares_in_other_words(assistant: Assistant, text: str, told: str) -> None:
    assert told in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("did US exports to Canada set a record in 2022", "Yes: 2022 is number 1"),
        ("Is it true that 2022 was the all-time best for US exports to Canada?", "Yes: 2022 is number 1"),
        ("Where does 2023 rank among all years for US exports to Mexico?", "No: 2023 is number"),
        ("number of markets with more than one percent of US exports in 2023", "above 1% in 20 of 233"),
        ("Ohio: rank by exports to Canada, 2023?", "Ohio is number 3"),
        ("Excluding Canada and Mexico, which country is the best customer of the US in 2023?", "China came first"),
        ("seven largest bilateral import flows of the US in 2024", "Mexico came first"),
    ],
)
def test_records_and_limits_in_other_words(assistant: Assistant, text: str, told: str) -> None:
    assert told in talk(assistant, text)["text"]
