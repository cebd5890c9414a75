"""What an answer says of how far it goes: what it ranks among, of what a percentage is, what is to be loaded."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("top agricultural imports from Mexico in 2024", "among HS 01 – 24"),
        ("top 5 farm products the US sells to Mexico", "among HS 01 – 24"),
        ("principales importaciones agrícolas desde México en 2024", "entre HS 01 – 24"),
        ("Rank Canada, Mexico and China by US imports in 2024", "among Canada, Mexico and China"),
        ("pork, dairy, soy ranking", "among HS 02, 04, 12"),
        ("US imports from China vs Mexico in 2024, difference in percent", "China is 13.23% below Mexico"),
        ("US imports from Mexico and China in 2024, difference in percent", "Mexico is 15.24% above China"),
        ("Is Mexico the US's top trading partner?", "the EU as one partner is not among them"),
        ("how much of the drop in the China deficit did mexico absorb", "54 percent of the fall"),
        ("Show chapter 87 by HS6", "Tractors"),
    ],
)
def test_answered(assistant: Assistant, question: str, said: str) -> None:
    reply = talk(assistant, question)
    assert reply["status"] == "answered" and said in reply["text"]


@pytest.mark.parametrize(
    ("question", "kind", "load"),
    [
        ("Mexico's RCA in passenger cars", "not_computable", "BACI"),
        ("which 5 products should Mexico diversify into", "not_computable", "BACI"),
        ("predicted US–Mexico trade from the gravity model vs actual", "not_computable", "Gravity database of CEPII"),
        ("Which US states depend most on Mexico", "not_computable", "state exports of the Census Bureau"),
        ("Refined petroleum vs petroleum gas to Mexico", "no_data", "USA Trade Online"),
        ("US exports of chapter 87 to Mexico by HS6", "no_data", "USA Trade Online"),
        ("imports from Mexico through El Paso in computers", "no_data", "TransBorder"),
        ("RCA de México en automóviles", "not_computable", "BACI"),
        ("Should Mexico impose tariffs?", "out_of_scope", ""),
    ],
)
def test_declined(assistant: Assistant, question: str, kind: str, load: str) -> None:
    reply = talk(assistant, question)
    assert (reply["status"], reply["reason"]["kind"]) == ("declined", kind) and load in reply["text"]


def test_a_series_of_balances_as_a_table_has_both_flows_and_their_sums(assistant: Assistant) -> None:
    table = talk(assistant, "monthly trade balance US-Mexico for all of 2024 as a table")["table"]
    assert table["columns"][1:] == ["Exports (USD)", "Imports (USD)", "Trade balance (USD)"]
    assert len(table["rows"]) == 13 and table["rows"][-1] == ["In all", "334041359045", "505850598583", "-171809239538"]


def test_growth_of_trailing_months_follows_their_sum(assistant: Assistant) -> None:
    reply = talk(assistant, "trailing 12 month exports to mexico, latest", "TTM growth?")
    assert reply["status"] == "answered" and "1.17%" in reply["text"]


@pytest.mark.parametrize(
    ("question", "assumed"),
    [
        ("balanza comercial de México, noviembre 2024", "el comercio de México con el mundo no está cargado"),
        ("Mexico trade in November", "trade of Mexico with the world is not loaded"),
        ("Show chapter 87 by HS6", "Read as imports"),
        ("New Mexico exports", "No partner was named: Mexico is used."),
    ],
)
def test_what_was_assumed_says_why(assistant: Assistant, question: str, assumed: str) -> None:
    assert any(assumed in said for said in talk(assistant, question)["assumptions"])


def test_how_much_monthly_growth_varies_is_told_over_all_whole_months(assistant: Assistant) -> None:
    reply = talk(assistant, "standard deviation of monthly growth of US exports to Mexico")
    assert reply["status"] == "answered" and reply["answer"][0]["unit"] == "percentage points"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which country had the biggest goods deficit with us in 2024?", True),
        ("Which country did the US have the largest deficit with in 2024?", False),
        ("Who has the largest surplus with us in 2024?", False),
    ],
)
def test_whose_deficit_is_ranked_is_said(assistant: Assistant, question: str, said: bool) -> None:
    assert ("each partner's own" in talk(assistant, question)["text"]) is said
