"""Follow-ups that lean on two answers or more: one as a part of the other, one of them chosen, how far one lies."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

IMPORTED = "US imports from Mexico in 2023"
SOLD = ("How much did the US sell to Mexico in 2023?", "and Canada?")
BOUGHT = ("US imports from Mexico in 2023", "Canada?")
PAIR = "compare US {flow} Mexico and Canada in 2023"
MONTHS = "which month of 2023 was the highest for US imports from Mexico?"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("US imports in 2023", "from Mexico?", "as a percentage"), "Mexico's share of US imports in 2023"),
        (
            ("US imports in 2023", "Mexico's part of it", "what percentage is that?"),
            "Mexico's share of US imports in 2023",
        ),
        ((IMPORTED, "and from the world?", "in percent"), "Mexico's share of US imports in 2023"),
        ((IMPORTED, "by truck", "as a percentage"), "Trucks' share of US imports from Mexico in 2023"),
        (("importaciones de EE.UU. en 2023", "¿de México?", "en porcentaje"), "Mexico's share of US imports in 2023"),
        ((IMPORTED, "where does that rank among suppliers?"), "where does Mexico rank in US imports in 2023?"),
        ((IMPORTED, "what position is that among sources?"), "where does Mexico rank in US imports in 2023?"),
        (
            (MONTHS, "and the lowest?", "by what percent did the best beat the worst?"),
            "by what percent was the highest month above the lowest for US imports from Mexico in 2023?",
        ),
        (
            (MONTHS, "how far above the average was it, in percent?"),
            "by what percent was the highest month of 2023 above the average for US imports from Mexico?",
        ),
        (
            ("US imports from Mexico in 2021", "make it 2023 instead", "as an average per month"),
            f"average monthly {IMPORTED}",
        ),
        (
            ("US imports from Mexico by truck in 2022", "and in 2023, same mode?"),
            "US imports from Mexico by truck in 2023",
        ),
        (
            ("US exports to Mexico in November 2023", "how far under the same month of 2022 was that, in percent?"),
            "by what percent did US exports to Mexico change from November 2022 to November 2023?",
        ),
    ],
)
def test_two_answers_make_one_question(assistant_world: Assistant, turns: tuple[str, ...], whole: str) -> None:
    follow_up, told = talk(assistant_world, *turns), talk(assistant_world, whole)
    assert told["status"] == "answered"
    assert follow_up["answer"][0]["value"] == told["answer"][0]["value"]


@pytest.mark.parametrize(
    ("turns", "flow"),
    [
        ((*SOLD, "which of the two bought more?"), "exports"),
        ((*SOLD, "which of them sold us more?"), "imports"),
        ((*SOLD, "which one is the bigger buyer?"), "exports"),
        ((*BOUGHT, "which one sold more?"), "imports"),
        ((*BOUGHT, "which of them bought more from us?"), "exports"),
        (("¿Cuánto exportó EE.UU. a México en 2023?", "¿Y a Canadá?", "¿Cuál de los dos compró más?"), "exports"),
    ],
)
def test_the_verb_says_by_which_flow_one_is_chosen(
    assistant_world: Assistant, turns: tuple[str, ...], flow: str
) -> None:
    reply = talk(assistant_world, *turns)
    assert reply["status"] == "answered", reply["text"]
    selected = reply["plan"][0]["args"]
    assert (selected["measure"], selected["reporter"], sorted(selected["partner"])) == (flow, "USA", ["CAN", "MEX"])


def test_a_mean_of_both_is_over_both(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "US imports from Mexico in 2022", "2023?", "the monthly average of the two years")
    assert reply["plan"][0]["args"]["period"] == "2022/2023"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("When did the USMCA take effect?", "US imports from Mexico that year?"), "US imports from Mexico in 2020"),
        (
            ("When did the USMCA take effect?", "and US exports to Mexico the year after?"),
            "US exports to Mexico in 2021",
        ),
        (
            ("¿Cuándo entró en vigor el T-MEC?", "¿y el déficit de EU con México al año siguiente?"),
            "déficit de EU con México en 2021",
        ),
        (("comercio total EU-México de 2021", "Mejor 2022."), "comercio total EU-México de 2022"),
        (("importaciones desde México en 2023", "mejor desde Canadá"), "importaciones desde Canadá en 2023"),
        (
            ("importaciones de EU desde Taiwán en 2023", "¿en qué lugar queda entre los proveedores?"),
            "¿qué lugar ocupa Taiwán en las importaciones de EU en 2023?",
        ),
        (
            (
                "US exports to Mexico by truck in 2023",
                "by rail",
                "both together",
                "as a share of all US exports to Mexico",
            ),
            "share of US exports to Mexico in 2023 that went by truck and rail together",
        ),
        (("Laredo", "imports in 2023"), "US imports from Mexico through Laredo in 2023"),
        (("Texas", "exports to Mexico", "2022"), "Texas exports to Mexico in 2022"),
        (("Laredo", "total US imports in 2023"), "total US imports in 2023"),
        (
            ("US imports from Mexico by truck in 2023", "different matter: exports to Canada, 2022"),
            "US exports to Canada, 2022",
        ),
    ],
)
def test_what_was_told_or_asked_back_is_kept(assistant: Assistant, turns: tuple[str, ...], whole: str) -> None:
    follow_up, told = talk(assistant, *turns), talk(assistant, whole)
    assert told["status"] == "answered"
    assert follow_up["answer"] == told["answer"]


def test_a_time_after_nothing_is_asked_back(assistant_world: Assistant) -> None:
    assert talk(assistant_world, "US balance with Mexico the year after")["status"] == "clarify"


@pytest.mark.parametrize(
    ("turns", "measure", "partner"),
    [
        (("who bought the most from us in 2023?", "what do they buy most?"), "exports", "CAN"),
        (("¿Quién es el mayor proveedor de EU en 2023?", "¿qué es lo que más nos vende?"), "imports", "MEX"),
        (("US imports from Mexico in 2023", "what do they sell us most?"), "imports", "MEX"),
        (("US imports from Mexico in 2023", "what do we sell them most?"), "exports", "MEX"),
    ],
)
def test_what_is_traded_most(assistant: Assistant, turns: tuple[str, ...], measure: str, partner: str) -> None:
    asked = talk(assistant, *turns)["plan"][0]["args"]
    assert (asked["measure"], asked["reporter"], asked["partner"], asked["by"]) == (
        measure,
        "USA",
        partner,
        ["product"],
    )


@pytest.mark.parametrize(
    "turns",
    [
        ("top 3 suppliers in 2023", "what do they sell us most?"),
        ("US exports to Mexico in 2023", "as a share of total imports from Mexico"),
        ("monthly US imports from Mexico by truck in 2023", "as a share of all imports from Mexico"),
    ],
)
def test_what_it_is_of_is_asked_back(assistant_world: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant_world, *turns)["status"] == "clarify"


def test_both_years_stand_in_one_table(assistant_world: Assistant) -> None:
    turns = ("US imports from Mexico in 2022", "and 2023?", "both in one table")
    whole = talk(assistant_world, "US imports from Mexico by year from 2022 to 2023")["answer"]
    assert talk(assistant_world, *turns)["answer"] == whole


def test_what_came_in_after_a_tariff_is_imports(assistant: Assistant) -> None:
    reply = talk(assistant, "tariff on auto parts from Mexico", "how much auto parts came in last year")
    assert "US goods imports from Mexico" in reply["text"] and "tariff" not in reply["text"].lower()


def test_what_was_collected_is_the_duty_and_in_percent_its_rate(assistant: Assistant) -> None:
    turns = ("what would happen if tariffs go to 30%", "ok what did they collect from Mexico in 2024")
    assert talk(assistant, *turns)["text"].startswith("Calculated duty on US goods imports from Mexico")
    assert "effective duty rate" in talk(assistant, *turns, "as percent of imports")["text"]


@pytest.mark.parametrize(
    ("turns", "named"),
    [
        (("US exports to Mexico in 2023", "compare with Canada and China"), ("Mexico", "Canada", "China")),
        (("exportaciones de EU a México en 2023", "compara con Canadá y China"), ("México", "Canadá", "China")),
        (("imports from Mexico by truck in 2024", "compare to rail and air"), ("truck", "rail", "air")),
        (("exports of Texas to Mexico in 2024", "compare with California and Arizona"), ("Texas", "Arizona")),
    ],
)
def test_what_was_spoken_of_is_compared_with_several(
    assistant: Assistant, turns: tuple[str, ...], named: tuple[str, ...]
) -> None:
    text = talk(assistant, *turns)["text"]
    assert all(f"{name} " in text for name in named)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("was Texas the biggest exporter to Mexico in 2024",), "Yes: Texas is number 1"),
        (("was Texas the biggest exporter to Mexico in 2024", "by how much over California"), "US goods exports"),
        (("is Michigan the largest buyer of goods from Canada",), "No: Michigan is number 2"),
        (("how dependent is Texas on Mexico", "what share of Texas exports"), "Dependence on a partner"),
        (("worst month of imports from Mexico", "how long till it recovered"), "How long trade took"),
        (("exportaciones a México en 2020", "¿cuánto tardaron en recuperarse?"), "Cuánto tardó"),
    ],
)
def test_what_was_said_of_a_state_or_a_low(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert talk(assistant, *turns)["text"].startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what changed on 3 April 2025", "from 5.76% on 2 April 2025 to 8.45% on 3 April 2025"),
        ("how much has it changed since 3 April 2025", "from 8.45% on 3 April 2025 to"),
        ("¿qué cambió el 3 de abril de 2025?", "5.76% el 2 de abril de 2025"),
    ],
)
def test_a_rate_changes_on_a_day_or_since_it(assistant: Assistant, text: str, told: str) -> None:
    first = "tariff on Mexico" if "¿" not in text else "arancel a México"
    assert told in talk(assistant, first, text)["text"]


def test_a_country_that_sells_to_a_state_is_not_the_state(assistant: Assistant) -> None:
    assert talk(assistant, "is Mexico the biggest supplier of Texas")["status"] != "answered"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("US - Germany trade 2022. Imports first.",), "US goods imports from Germany"),
        (
            ("imports from Germany 2022", "ok, exports?", "which leaves a deficit of?"),
            "US goods trade deficit with Germany",
        ),
        (("wine imports by country 2024", "duty on those"), "Italy came first in calculated duty"),
        (("imports by country 2024", "exports to those"), "Canada came first"),
        (("top 5 import partners 2024", "and number 6?", "the next five"), "Partners 7 to 11"),
    ],
)
def test_what_goes_on_is_of_all_that_was_told(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert talk(assistant, *turns)["text"].startswith(told)


@pytest.mark.parametrize(
    ("turns", "status"),
    [
        (("top 5 countries by deficit 2024", "shares"), "declined"),
        (("top 5 states exporting to Mexico", "where does Ohio stand", "the next five"), "clarify"),
    ],
)
def test_what_cannot_go_on_is_told(assistant: Assistant, turns: tuple[str, ...], status: str) -> None:
    assert talk(assistant, *turns)["status"] == status


@pytest.mark.parametrize(
    "text",
    [
        "How much were toys from China worth and what duty was paid in 2024?",
        "How much was imported and how much duty was paid on toys from China in 2024?",
        "¿Cuánto valieron los juguetes de China en 2024 y cuánto arancel se pagó?",
    ],
)
def test_two_measures_of_one_trade_are_both_said(assistant: Assistant, text: str) -> None:
    said = talk(assistant, text)["text"]
    assert "13.454" in said and "736" in said


def test_what_we_bought_is_of_the_partner_named_before_it(assistant: Assistant) -> None:
    text = "What was the US trade deficit with China in 2023 and how much did we import?"
    assert "imports from China came to" in talk(assistant, text)["text"]
