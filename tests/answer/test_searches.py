"""Searches over time and comparatives of growth on the small world: the sentence, and the direct answers in order."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant

MILLION = 10**6


def asked(assistant: Assistant, text: str) -> tuple[str, list[str]]:
    """The text of the reply and its direct answers: money in millions, all else as it stands."""
    reply = assistant.ask(text)[0].to_dict()
    assert reply["status"] == "answered", reply["text"]
    return reply["text"], [_small(item) for item in reply["answer"]]


def _small(item: dict[str, Any]) -> str:
    return f"{int(item['value']) // MILLION}m" if item["unit"] == "USD" else str(item["value"])


@pytest.mark.parametrize(
    ("text", "said", "answers"),
    [
        (
            "first month in which the US bought more than $55 million from Mexico",
            "first month in which US goods imports from Mexico stood above $55 million was December 2022",
            ["2022-12", "60m"],
        ),
        (
            "in which years did US imports from Mexico exceed exports by more than 200 million",
            "exceeded US goods exports to Mexico by more than $200 million in 1 of 2 years: 2023",
            ["2023", "1"],
        ),
        (
            "when did annual US imports from Mexico first exceed 500 million",
            "searched: 3 years, 2021 to 2023, the newest in this source",
            ["2023", "600m"],
        ),
        ("last full year with a US surplus with Canada", "was 2022 ($10.0 million)", ["2022", "10m"]),
        (
            "has the US deficit with Mexico ever exceeded 30 million in a month",
            "Yes: US goods trade deficit with Mexico stood above $30 million in 2 of 26 months",
            ["true", "2", "2022-12", "2024-02"],
        ),
        (
            "has the US deficit with Mexico ever exceeded 50 million in a month",
            "No: there is no month in which",
            ["false", "0"],
        ),
        (
            "in which year did Mexico overtake China as a source of US imports",
            "in 2023 ($600.0 million against $440.0 million); before that, 2022 ($500.0 million against $550.0",
            ["2023", "600m", "440m"],
        ),
        (
            "how often in 2023 did US exports to Mexico exceed US imports from Mexico, counting months",
            "There is no month in which US goods exports to Mexico exceeded US goods imports from Mexico",
            ["0"],
        ),
        (
            "how many months in a row did US imports from Mexico grow month on month in 2023",
            "10 months: February 2023 to November 2023; in December 2023 it is not so",
            ["10", "2023-02", "2023-11", "0"],
        ),
        (
            "how long since monthly US imports from Mexico were below $45 million",
            "March 2023 ($44.0 million), 11 months before February 2024",
            ["2023-03", "11", "44m"],
        ),
        (
            "in how many years since 2022 did US imports from Mexico grow faster than US imports overall",
            "from Mexico grew faster than US goods imports from the world in 2 of 2 years: 2022 (25.00% against",
            ["2", "2022", "2023"],
        ),
        ("in which years since 2022 did US imports from China fall by more than 5%", "2023 (−20.00%)", ["1", "2023"]),
        (
            "where did US exports grow faster in 2022: Mexico or Canada",
            "Mexico had the higher growth with 20.00% (from $250.0 million to $300.0 million), Canada had 3.33%",
            ["MEX", "20", "3.33333333333", "16.66666666667"],
        ),
        (
            "US imports from Mexico: faster growth in 2022 or in 2023",
            "2022 had the higher growth with 25.00%",
            ["2022", "25", "20", "5"],
        ),
        (
            "did US exports to Mexico grow more than imports in 2023",
            "in money imports had the higher change with $100.0 million",
            ["false", "imports", "20", "10", "10", "false", "imports", "100m", "30m", "70m"],
        ),
        (
            "whose share of US imports moved more from 2021 to 2023, China's or Mexico's",
            "Mexico moved further with 10.42 percentage points (from 33.06% to 43.48%), China with −9.44",
            ["MEX", "10.4204096299", "-9.4382560786", "0.9821535513"],
        ),
        (
            "did US imports from China fall more than US imports from Canada in 2023",
            "Yes: imports in 2023 against 2022: China had the lower growth with −20.00%",
            ["true", "CHN", "-20", "10", "30", "true", "CHN", "-110m", "30m", "140m"],
        ),
        (
            "¿En qué año superó México a China como proveedor de Estados Unidos?",
            "en 2023 (US$600.0 millones frente a US$440.0 millones); antes, 2022",
            ["2023", "600m", "440m"],
        ),
        (
            "¿Cuál fue el último mes en que bajaron las importaciones de Estados Unidos desde México?",
            "bajó frente al mes anterior fue diciembre de 2023 (US$50.0 millones tras US$60.0 millones)",
            ["2023-12", "50m", "60m", "2023-12", "50m", "60m"],
        ),
        (
            "¿Qué creció más rápido en 2023, las exportaciones o las importaciones de Estados Unidos con México?",
            "el mayor crecimiento fue el de importaciones, con 20.00%",
            ["imports", "20", "10", "10"],
        ),
    ],
)
def test_what_is_found(assistant_world: Assistant, text: str, said: str, answers: list[str]) -> None:
    found = asked(assistant_world, text)
    assert said in found[0]
    assert found[1] == answers


def test_both_readings_of_a_fall_are_answered(assistant_world: Assistant) -> None:
    text, answers = asked(assistant_world, "when did US imports from Mexico last fall")
    assert "fell against the month before was December 2023" in text
    assert "fell against the year before was December 2023" in text
    assert answers == ["2023-12", "50m", "60m", "2023-12", "50m", "60m"]


@pytest.mark.parametrize(
    "text",
    [
        "which country first exceeded $100 million of exports to the US",
        "US imports in consecutive years",
        "did US imports from Mexico grow faster than 5% in 2023",
        "did US imports from Mexico and China grow faster by truck or by rail in 2023",
        "when did the US surplus with Mexico first exceed 5%",
    ],
)
def test_what_does_not_compose_is_declined(assistant_world: Assistant, text: str) -> None:
    reply = assistant_world.ask(text)[0].to_dict()
    assert reply["status"] != "answered", reply["text"]


def test_months_of_a_year_are_counted_in_spanish(assistant_world: Assistant) -> None:
    asked = "número de meses del año 2023 con exportaciones de EEUU a México por debajo de 1 mil millones de dólares"
    assert "de 12 meses" in assistant_world.ask(asked)[0].text
