"""People that stand for places, windows of months, what writers say of themselves, and whose trade a bare name is."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant, Dialogue

pytestmark = pytest.mark.slow


def asked(assistant: Assistant, question: str) -> dict[str, Any]:
    return assistant.ask(question, Dialogue())[0].to_dict()


def numbers(reply: dict[str, Any]) -> list[tuple[str, str]]:
    return [(item["value"], item["unit"]) for item in reply["answer"] if item["kind"] == "number"]


SAME = [
    ("How much did Georgia export to Mexico in 2025?", "US exports from Georgia (the state) to Mexico in 2025"),
    ("¿Cuánto le vendió Georgia a Canadá en 2023?", "US exports from Georgia (the state) to Canada in 2023"),
    ("How much plastic did American firms export to Canada in 2023?", "US exports of plastics to Canada in 2023"),
    ("In 2024, Mexican buyers took how many dollars' worth of US goods?", "US exports to Mexico in 2024"),
    ("imports from our northern neighbour Canada in March 2024", "US imports from Canada in March 2024"),
    ("total value of goods crossing between the two countries (US and Mexico) in 2024", "US trade with Mexico in 2024"),
    ("Mexico's shipments to the U.S., 2023", "US imports from Mexico in 2023"),
    ("Brazil took in what value of US exports in 2023", "US exports to Brazil in 2023"),
    ("Canadian imports into Illinois in 2023", "Illinois imports from Canada in 2023"),
    ("How much merchandise moved between the US and Mexico in 2023?", "total trade between the US and Mexico in 2023"),
    ("exports + imports with Japan 2022", "total US trade with Japan in 2022"),
    ("the Vietnam deficit in 2023", "US trade deficit with Vietnam in 2023"),
    ("imports, all countries, 2024", "US total imports in 2024"),
    ("12-month trade with Mexico to June 2024", "US trade with Mexico from July 2023 to June 2024"),
    ("rolling 12 months imports from Mexico, Mar-24", "US imports from Mexico from April 2023 to March 2024"),
    ("imports from Mexico for the year to March 2024", "US imports from Mexico from April 2023 to March 2024"),
    ("By September 2024, how much had we imported from Canada?", "US imports from Canada January to September 2024"),
    ("exports to Mexico by August 2024, starting in January", "US exports to Mexico January to August 2024"),
    ("YTD deficit through August 2024 with Mexico", "US deficit with Mexico January to August 2024"),
    (
        "YTD growth, imports from Taiwan, January-August 2024 against the same stretch of the year before",
        "growth of US imports from Taiwan, January-August 2024 against January-August 2023",
    ),
    (
        "How much business in goods did Michigan do with Canada in 2024, both ways",
        "Michigan's total trade with Canada in 2024",
    ),
    ("What was the value of goods passing through Laredo in 2023?", "US trade with Mexico through Laredo in 2023"),
    (
        "Rank Japan, Germany and South Korea by how much they sold to the US in 2024",
        "Rank Japan, Germany and South Korea by US imports in 2024",
    ),
    ("nov 24 balance w mexico?", "US trade balance with Mexico in November 2024"),
    ("imports from China, first six months of '24", "US imports from China in the first half of 2024"),
    ("How much of imports from Mexico came by truck in 2023, in dollars", "US imports from Mexico by truck in 2023"),
    ("In dollar terms, how much did we import from France in 2022", "US imports from France in 2022"),
    ("Where did the US goods balance with China land in 2022?", "US trade balance with China in 2022"),
    (
        "I'm writing a memo on nearshoring. What did the US import from Mexico in 2023?",
        "US imports from Mexico in 2023",
    ),
    (
        "annual growth rates for exports to Mexico, 2019-2024",
        "growth of US exports to Mexico in each year from 2019 to 2024",
    ),
    (
        "YTD growth to August 2024 in imports from Mexico",
        "growth of US imports from Mexico in January to August 2024",
    ),
    (
        "how far have imports from China fallen since 2018, as of 2023",
        "percent change in US imports from China from 2018 to 2023",
    ),
    ("where did US exports grow the most in 2022, in percent", "fastest growing US export partners in 2022"),
    ("Mexico's contribution to US import growth, 2024", "contribution of Mexico to the growth of US imports in 2024"),
]

SAME += [
    ("goods sold by American businesses to Brazil in 2023", "US exports to Brazil in 2023"),
    ("How much did Mexico earn from the US in 2023?", "Mexico's exports to the US in 2023"),
    ("How much did the US earn from exports to Mexico in 2023?", "US exports to Mexico in 2023"),
    ("What share of what US firms sold in 2023 went to Mexico?", "Mexico's share of US exports in 2023"),
    ("¿Cuánto vendieron las empresas estadounidenses a México en 2023?", "US exports to Mexico in 2023"),
]

SAME += [
    (
        "What number is Michigan among states importing from Canada in 2024?",
        "Michigan's rank in imports from Canada, 2024",
    ),
    ("Which number is Laredo among Texas ports for exports to Mexico in 2024?", "Laredo's rank in exports, 2024"),
    (
        "US surplus in 2023, seen from America's side: with which country was it largest?",
        "With which country was the US surplus largest in 2023?",
    ),
    (
        "In the ten years 2015 to 2024, which three had the largest imports from Japan?",
        "top 3 years of imports from Japan",
    ),
    (
        "the three largest buyers of US goods in 2022, largest first",
        "los tres mayores compradores, del mayor al menor, 2022",
    ),
]

BOTH_WAYS = ["Mexico imports 2024", "compound growth of China imports, 2018 to 2023", "Japan, exports, 2023"]

DECLINED = [
    "how many American firms export to Mexico",
    "number of Mexican companies exporting to the US",
    "What share of US firms sell to Mexico?",
    "Rank US companies by exports to Mexico 2023",
    "¿Qué empresas estadounidenses venden más a México?",
    "US companies in Mexico exported how much in 2023",
    "exports to Mexico on Jun 24",
    "I only care about widgets. What did the US import from Mexico in 2023?",
]


@pytest.mark.parametrize(("question", "plain"), SAME)
def test_it_is_the_plain_question(assistant: Assistant, question: str, plain: str) -> None:
    found, expected = asked(assistant, question), asked(assistant, plain)
    assert expected["status"] == found["status"] == "answered"
    assert numbers(found)[:1] == numbers(expected)[:1] != []


@pytest.mark.parametrize("question", BOTH_WAYS)
def test_a_bare_name_before_the_flow_is_read_both_ways(assistant: Assistant, question: str) -> None:
    reply = asked(assistant, question)
    assert reply["status"] == "answered"
    assert "can mean" in reply["text"] and len(set(numbers(reply))) > 1


@pytest.mark.parametrize("question", DECLINED)
def test_what_they_must_not_be_read_as(assistant: Assistant, question: str) -> None:
    assert asked(assistant, question)["status"] != "answered"
