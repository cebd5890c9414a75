"""Who sells to whom, said in many ways: each synonym reads as the plain sentence does, and elsewhere stays itself."""

from __future__ import annotations

import pytest

from tests.lexicon.test_languages import understood

ENGLISH = {
    "How much did Mexico sell to the US in 2023?": (
        "How much did Mexico pump into the US in 2023?",
        "How much did Mexico funnel into the US in 2023?",
        "How much did Mexico offload on the US in 2023?",
        "How much did Mexico ship off to the US in 2023?",
        "How much did Mexico ferry to the US in 2023?",
    ),
    "How much did Canada buy from the US in 2022?": (
        "How much did Canada absorb from the US in 2022?",
        "How much did Canada soak up from the US in 2022?",
        "How much did Canada snap up from the US in 2022?",
        "How much did Canada draw from the US in 2022?",
        "How much did Canada take in from the US in 2022?",
    ),
    "Value of US goods bought by Canada in 2022": (
        "Value of US goods absorbed by Canada in 2022",
        "Value of US goods taken in by Canada in 2022",
        "Value of US-made goods soaked up by Canada in 2022",
        "Value of US-origin goods snapped up by Canada in 2022",
    ),
    "What share of goods to Canada of chapter 87 went by rail in 2023?": (
        "What share of Canada-bound chapter 87 went by rail in 2023?",
        "What share of Canadian-bound chapter 87 went by rail in 2023?",
    ),
    "Biggest section of goods trucked from Mexico in 2023: what was it worth?": (
        "Biggest section of goods trucked up from Mexico in 2023: what was it worth?",
    ),
    "How much cargo went to Canada by rail in 2023?": ("How much cargo went up to Canada by rail in 2023?",),
    "Imports from Mexico to Texas in 2022": ("Texas-bound imports from Mexico in 2022",),
    "Which country bought the most US exports in 2023?": (
        "Which country absorbed the most US exports in 2023?",
        "Which country took in the most US exports in 2023?",
        "Which country imported the most US exports in 2023?",
    ),
    "Value of goods that went to the US from Mexico in 2023": (
        "Value of goods that poured into the US from Mexico in 2023",
        "Value of goods that rolled over the border into the US from Mexico in 2023",
        "Value of goods that wound up in the US from Mexico in 2023",
        "Value of goods that made their way into the US from Mexico in 2023",
        "Value of goods that entered the US from Mexico in 2023",
    ),
    "What share of US imports came from Mexico in 2023?": (
        "What share of US imports originated in Mexico in 2023?",
        "What share of US imports stemmed from Mexico in 2023?",
        "What share of US imports hailed from Mexico in 2023?",
        "What share of US imports was sourced from Mexico in 2023?",
        "What share of US imports were grown in Mexico in 2023?",
    ),
    "What share of US exports went to Canada in 2022?": (
        "What share of US exports was bound for Canada in 2022?",
        "What share of US exports were absorbed by Canada in 2022?",
        "What share of US exports reached Canada in 2022?",
        "What share of US exports ended up in Canada in 2022?",
        "What share of US exports were shipped to Canada in 2022?",
    ),
    "US imports from Mexico in 2023": (
        "US inflow from Mexico in 2023",
        "US incoming shipments from Mexico in 2023",
        "US intake of goods from Mexico in 2023",
        "US inward trade from Mexico in 2023",
    ),
    "US exports to Canada in 2022": (
        "US outflow of goods to Canada in 2022",
        "US outgoing cargo to Canada in 2022",
        "US export earnings from Canada in 2022",
        "Canada-bound US exports in 2022",
    ),
    "Trade between the US and Mexico in 2023": (
        "Commercial exchange between the US and Mexico in 2023",
        "Business between the US and Mexico in 2023",
        "Flow of goods between the US and Mexico in 2023",
    ),
    "Who was the biggest supplier to the US in 2023?": (
        "Who was the biggest provider to the US in 2023?",
        "Who was the biggest exporter to the US in 2023?",
        "Who was the biggest source of supply to the US in 2023?",
    ),
    "Top 5 customers for US goods in 2023": (
        "Top 5 outlets for US goods in 2023",
        "Top 5 takers for US goods in 2023",
        "Top 5 foreign markets for US goods in 2023",
        "Top 5 destinations for US goods in 2023",
    ),
}
SPANISH = {
    "¿Cuánto vendió México a Estados Unidos en 2023?": (
        "¿Cuánto suministró México a Estados Unidos en 2023?",
        "¿Cuánto despachó México a Estados Unidos en 2023?",
        "¿Cuánto canalizó México hacia Estados Unidos en 2023?",
    ),
    "¿Cuánto compró Canadá de Estados Unidos en 2022?": (
        "¿Cuánto absorbió Canadá de Estados Unidos en 2022?",
        "¿Cuánto captó Canadá de Estados Unidos en 2022?",
        "¿Cuánto se llevó Canadá de Estados Unidos en 2022?",
    ),
    "¿Cuál fue el principal proveedor de Estados Unidos en 2023?": (
        "¿Cuál fue el principal abastecedor de Estados Unidos en 2023?",
        "¿Cuál fue el principal mercado de origen de Estados Unidos en 2023?",
    ),
    "Exportaciones de Estados Unidos a Canadá en 2022": (
        "Salida de bienes de Estados Unidos a Canadá en 2022",
        "Despachos de Estados Unidos a Canadá en 2022",
    ),
}
ROWS = [("en", *row) for row in ENGLISH.items()] + [("es", *row) for row in SPANISH.items()]
PAIRS = [(code, plain, said) for code, plain, forms in ROWS for said in forms]


@pytest.mark.parametrize(("code", "plain", "said"), PAIRS)
def test_a_synonym_reads_as_the_plain_sentence(code: str, plain: str, said: str) -> None:
    expected, found = understood(code, plain), understood(code, said)
    assert (found.slots, found.unknown, found.conflict) == (expected.slots, expected.unknown, expected.conflict)


@pytest.mark.parametrize(
    "text",
    [
        "Do importers absorb the tariffs on China?",
        "Capital inflow from Mexico in 2023",
        "Migrant inflow from Mexico in 2023",
        "How did the pandemic hit US exports to Mexico?",
        "Did tariffs push imports from China down in 2025?",
    ],
)
def test_another_sense_stays_itself(text: str) -> None:
    found = understood("en", text)
    assert found.unknown or found.unsupported


@pytest.mark.parametrize(
    ("text", "reporter", "measure"),
    [
        ("Mexico's northbound shipments in 2023", "MEX", "exports"),
        ("US northbound shipments from Mexico in 2023", "USA", "imports"),
        ("How many dollars of US goods did Canada buy in 2022?", "CAN", "imports"),
        ("US goods imported by Canada in 2022", "CAN", "imports"),
        ("Mexico's US-bound exports in 2023", "MEX", "exports"),
    ],
)
def test_who_sells_is_kept(text: str, reporter: str, measure: str) -> None:
    slots = understood("en", text).slots
    assert (slots.reporter, slots.measures) == ((reporter,), (measure,))


@pytest.mark.parametrize(
    "text",
    [
        "How much did the US import from Mexico that originated in China in 2023?",
        "How many dollars of home-grown goods did Canada buy in 2022?",
    ],
)
def test_what_would_be_another_question_is_not_read(text: str) -> None:
    assert understood("en", text).unknown
