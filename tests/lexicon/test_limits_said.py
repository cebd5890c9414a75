"""Limits in every wording: from both ends, on two measures, against another of the kind; what is left out of a kind."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


def _named(assistant: Assistant, text: str) -> list[str]:
    reply = talk(assistant, text)
    assert reply["status"] == "answered", reply["text"]
    return [told["value"] for told in reply["answer"] if told["kind"] == "entity"]


@pytest.mark.parametrize(
    "text",
    [
        "which countries bought more than 20 but less than 30 billion of US goods in 2023",
        "US exports under 30bn but over 20bn in 2023, by country",
        "which countries bought over $20bn of US goods in 2023 but under $30bn?",
        "countries that bought from $20bn to $30bn of US goods in 2023",
        "which markets fell in the 20–30bn range for US exports in 2023?",
        "¿qué países compraron más de 20.000 millones pero menos de 30.000 millones a Estados Unidos en 2023?",
    ],
)
def test_from_both_ends(assistant: Assistant, text: str) -> None:
    plain = _named(assistant, "which countries had US exports between $20bn and $30bn in 2023")
    assert _named(assistant, text) == plain and len(plain) == 5


@pytest.mark.parametrize(
    "text",
    [
        "We want partners with US exports above 60bn and US imports above 60bn in 2024. Which countries qualify?",
        "Two tests: US exports above 60bn and US imports above 60bn in 2024. Which countries pass both?",
        "Which countries qualify: US exports over $60 billion and US imports over $60 billion in 2024?",
    ],
)
def test_who_meets_limits_told_before(assistant: Assistant, text: str) -> None:
    assert _named(assistant, text) == ["CAN", "MEX", "CHN", "GBR", "JPN", "DEU", "KOR"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("which countries sold us more than Japan did in 2024?", ["MEX", "CHN", "CAN", "DEU"]),
        ("name the countries that beat Japan in US imports in 2024", ["MEX", "CHN", "CAN", "DEU"]),
        ("did any country sell us more than Canada in 2024?", ["MEX", "CHN"]),
        ("does anyone sell more to the US than Canada in 2024?", ["MEX", "CHN"]),
        (
            "five biggest exporting states to Mexico other than Texas, 2024",
            ["US-CA", "US-MI", "US-IL", "US-OH", "US-AZ"],
        ),
        ("is there a bigger customer than Canada for US goods in 2024?", []),
        ("which modes carried more than rail in imports from Mexico 2024", ["truck"]),
        ("Which countries other than Mexico had US imports above $400bn in 2024?", ["CHN", "CAN"]),
        ("did any mode other than truck carry more than 100bn of imports from Mexico in 2024", []),
        ("which countries had imports over 50bn and exports under 20bn in 2024", ["VNM", "IRL", "THA"]),
        ("countries we bought over 50bn from but sold less than 20bn to in 2024", ["VNM", "IRL", "THA"]),
        (
            "Find countries where 2024 imports topped $50bn while US exports to them stayed below $20bn",
            ["VNM", "IRL", "THA"],
        ),
        (
            "Are there countries that sold us over $50bn in 2024 and yet bought under $20bn from us?",
            ["VNM", "IRL", "THA"],
        ),
        (
            "Which nations exported over $50bn to the US in 2024 and imported under $20bn from it?",
            ["VNM", "IRL", "THA"],
        ),
        ("2024: countries >$50bn imports, <$20bn exports", ["VNM", "IRL", "THA"]),
        ("Countries that took over $50 billion of US exports in 2024 while selling us less than $50 billion", ["NLD"]),
        (
            "¿Qué países vendieron a EE. UU. más de 50.000 millones en 2024 y le compraron menos de 20.000 millones?",
            ["VNM", "IRL", "THA"],
        ),
        (
            "Países de los que EE. UU. importó más de 50 mil millones en 2024 "
            "y a los que vendió menos de 20 mil millones",
            ["VNM", "IRL", "THA"],
        ),
        ("South American countries ranked by US exports to them, 2019, top 3", ["BRA", "CHL", "COL"]),
        ("ASEAN members ranked by US imports 2024, top 3", ["VNM", "THA", "MYS"]),
        (
            "an ordering of transport modes by value for imports from Canada in 2016, first three",
            ["truck", "rail", "pipeline"],
        ),
        ("which origins accounted for more than $150 billion of US imports in 2024?", ["MEX", "CHN", "CAN", "DEU"]),
        ("which suppliers broke the 150-billion barrier in 2024", ["MEX", "CHN", "CAN", "DEU"]),
        ("which suppliers had $400bn+ in 2024", ["MEX", "CHN", "CAN"]),
        ("countries w/ US exports & imports > $50bn in 2024", ["CAN", "MEX", "CHN", "GBR", "JPN", "DEU", "KOR"]),
        ("of the top 20 suppliers in 2024, which grew by more than 20% on 2023", ["TWN", "IRL", "CHE"]),
        ("of the EU members, which does the US run a surplus with of over $1bn, 2024", ["NLD", "BEL", "ESP"]),
        ("list the G7 countries that the US had a deficit with in 2024", ["DEU", "JPN", "CAN", "ITA", "FRA"]),
    ],
)
def test_what_meets_a_limit(assistant: Assistant, text: str, named: list[str]) -> None:
    assert _named(assistant, text) == named


def test_another_measure_of_those_that_meet_it(assistant: Assistant) -> None:
    reply = talk(assistant, "total deficit with countries whose exports to us top 100bn in 2024")
    assert "together came to $1.034 trillion" in reply["text"] and "imports" in reply["text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("For how many years through 2024 has the US goods deficit with China been above $300bn?", "11 of 40 years"),
        ("How many of the 50 states got more goods from Canada than from Mexico in 2024?", "30 of 50 states"),
        ("second largest supplier in 2024, and how much did it grow", "from China rose by 2.83%"),
        ("¿Cuál fue nuestro segundo mayor proveedor en 2024 y en cuánto creció?", "desde China creció 2.83%"),
    ],
)
def test_times_states_and_what_was_found(assistant: Assistant, text: str, told: str) -> None:
    assert told in talk(assistant, text)["text"]


def test_every_second_year_is_declined(assistant: Assistant) -> None:
    assert talk(assistant, "US imports from Mexico every even year from 2010 to 2020")["status"] == "declined"


def test_the_years_of_a_stretch_are_counted(assistant: Assistant) -> None:
    assert (
        "7 of 10 years"
        in talk(assistant, "in how many of the last ten years did exports to Mexico exceed 250bn?")["text"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "in the month with the highest imports from Mexico in 2024, what were the exports?",
        "US exports to Mexico in the peak import month of 2024",
        "exports to Mexico in the best month for imports from Mexico, 2024",
        "how much did we export to Mexico in the month imports from there peaked in 2024",
    ],
)
def test_a_figure_at_the_peak_of_another(assistant: Assistant, text: str) -> None:
    told = talk(assistant, text)["text"]
    assert "imports from Mexico was October 2024" in told and "$29.115 billion in October 2024" in told


_FASTEST = ["TWN", "IRL", "VNM", "KOR", "MEX"]


@pytest.mark.parametrize(
    "text",
    [
        "Among the countries we imported at least $100bn from in 2024, whose sales to us grew the fastest over 2023?",
        "Of the countries we bought at least $100bn from in 2024, which saw its sales to us rise the most in percent?",
        "Only looking at those that sold us at least $100bn in 2024, which supplier grew fastest from the year before?",
        "If we only count partners with at least $100bn of imports in 2024, which one grew the most in percent?",
    ],
)
def test_a_limit_before_the_question_is_kept(assistant: Assistant, text: str) -> None:
    assert _named(assistant, text)[:5] == _FASTEST


def test_a_limit_in_one_flow_on_growth_in_the_other(assistant: Assistant) -> None:
    text = "Among countries we sold more than $20 billion to in 2024, whose sales to us grew the fastest over 2023?"
    assert _named(assistant, text)[:3] == ["HKG", "TWN", "BEL"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What's the first year after 2005 when the US imported more from Mexico than from China?", "was 2023"),
        ("What's the last year before 2020 when the US imported more from China than from Mexico?", "was 2019"),
        ("In what year did US exports to Brazil peak, going by full years to 2024?", "was 2022"),
        ("For a trade mission brief: number of US states with exports to Mexico above 5 billion in 2024", "14 of 51"),
        (
            "We track suppliers above $100 billion. Which country's sales to us grew fastest in 2024?",
            "Taiwan came first",
        ),
        (
            "Of the states with exports to Mexico over $5bn in 2024, which fell most in percent from 2023?",
            "North Carolina",
        ),
    ],
)
def test_times_and_things_within_what_is_said(assistant: Assistant, text: str, said: str) -> None:
    assert said in str(talk(assistant, text)["text"])


@pytest.mark.parametrize(
    "text",
    [
        "Which countries bought over 70 billion dollars of US goods in 2024 and still the US had a deficit with them?",
        "Which countries bought over $70 billion from the US in 2024 while the US ran a deficit with them?",
        "Countries with which the US had a deficit in 2024 even though it exported more than $70 billion to them",
    ],
)
def test_only_those_with_the_deficit_are_told(assistant: Assistant, text: str) -> None:
    assert "5 of 7 partners" in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    "text",
    [
        "How many of the states sold more to Mexico than to Canada in 2024?",
        "In how many of the states did exports to Mexico exceed exports to Canada in 2024?",
    ],
)
def test_of_the_states_those_are_counted(assistant: Assistant, text: str) -> None:
    assert "12 of 51 states" in talk(assistant, text)["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Which country has the US had a deficit with every year since 1990?",
        "Which states always exported more to Mexico than to Canada since 2010?",
    ],
)
def test_what_holds_at_every_time_is_not_told_of_one(assistant: Assistant, text: str) -> None:
    assert talk(assistant, text)["status"] == "declined"


@pytest.mark.parametrize(
    "text",
    [
        "Which Mexican states took over $10 billion in US land shipments in 2024 but less than that in 2010?",
        "Which Mexican states took over $10 billion in US land shipments in 2024 but not in 2010?",
    ],
)
def test_a_limit_met_at_one_time_and_not_at_the_other(assistant: Assistant, text: str) -> None:
    assert set(_named(assistant, text)) == {"MX-JAL", "MX-COA"}


def test_a_limit_met_with_one_and_not_with_another_is_declined(assistant: Assistant) -> None:
    text = "Which states sold over $5 billion to Mexico in 2024 but not to Canada?"
    assert talk(assistant, text)["status"] == "declined"
