"""Levels of a figure in other words: who buys and sells in a country, what leaves a port, both flows as one, times."""

from __future__ import annotations

import re

import pytest

from tests.world.reading import understood

_SPANISH = re.compile("importaciones")


@pytest.mark.parametrize(
    ("text", "measure", "partner"),
    [
        ("plastics sourced in Mexico by the US in 2023", "imports", "MEX"),
        ("goods bought in Canada by the US in 2023", "imports", "CAN"),
        ("goods sold in Mexico by the US in 2023", "exports", "MEX"),
        ("las importaciones: bienes comprados en México por Estados Unidos en 2023", "imports", "MEX"),
        ("what left Mexico for the US by rail in 2023", "exports", "USA"),
        ("goods bought in Mexico by American firms in 2023", "imports", "MEX"),
        ("What did the United States furnish Japan with in 2022", "exports", "JPN"),
        ("goods leaving the US through Laredo for Mexico in 2023", "exports", "MEX"),
        ("goods leaving Laredo for Mexico in 2023", "exports", "MEX"),
        ("What left the US via El Paso in 2023?", "exports", ""),
        ("What is the sum of exports to and imports from Canada in 2021?", "total", "CAN"),
        ("exports to and imports from Canada combined, 2021", "total", "CAN"),
        ("How much did exports fall short of imports in US trade with China in 2018?", "deficit", "CHN"),
        ("excess of US exports over imports with the Netherlands in 2023", "surplus", "NLD"),
        ("China came out ahead of the US by how much in 2018?", "surplus", "USA"),
        ("What percentage of imports from Vietnam was duty in 2024?", "effective_duty", "VNM"),
        ("How much duty was collected on China's goods in 2024?", "duty", "CHN"),
        ("goods from Canada bound for Illinois in 2023", "imports", "CAN"),
        ("From Germany, the US brought in what amount during 2022?", "imports", "DEU"),
        ("goods from Mexico bought by the US in 2023", "imports", "MEX"),
        ("net imports from Vietnam in 2024", "deficit", "VNM"),
        ("what was shipped in through Laredo in 2023", "imports", ""),
        ("what trains hauled out through Eagle Pass in 2023", "exports", ""),
        ("goods crossing north at Laredo in 2023", "imports", ""),
        ("what share of German goods went to duty in 2024", "effective_duty", "DEU"),
        ("How much did the US lose on trade with Vietnam in 2024?", "deficit", "VNM"),
        ("How many dollars short was the US with Vietnam in 2024?", "deficit", "VNM"),
        ("How much more goods went to Brazil from the US than came back in 2023?", "surplus", "BRA"),
        ("what was the Brazilian market worth to US exporters in 2021", "imports", "USA"),
    ],
)
def test_what_is_measured_and_with_whom(text: str, measure: str, partner: str) -> None:
    slots = understood(text, "es" if _SPANISH.search(text) else "en").slots
    assert (slots.measures, slots.partner) == ((measure,), (partner,) if partner else slots.partner)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("US imports from Mexico in the second to last month of 2024", "2024-11"),
        ("US imports from Mexico in the third month of 2024", "2024-03"),
        ("US imports from Mexico in the penultimate quarter of 2023", "2023-Q3"),
        ("US imports from Mexico in the year after 2008", "2009"),
        ("the month before December 2024: US imports from Mexico", "2024-11"),
        ("US imports from Mexico in 2024 up to May", "2024-01/2024-05"),
        ("las importaciones de EE.UU. desde México en el año posterior a 2018", "2019"),
        ("las importaciones de EE.UU. desde México en el penúltimo mes de 2024", "2024-11"),
    ],
)
def test_a_time_is_counted_from_what_is_named(text: str, period: str) -> None:
    assert understood(text, "es" if _SPANISH.search(text) else "en").slots.periods == (period,)


@pytest.mark.parametrize(
    "text",
    [
        "US imports from Mexico in December of each year from 2020 to 2022",
        "US imports from Mexico every December, 2020-2022",
        "US imports from Mexico in the Decembers of 2020 to 2022",
        "importaciones de EE.UU. desde México en diciembre de cada año de 2020 a 2022",
    ],
)
def test_a_month_of_each_year_is_each_of_them(text: str) -> None:
    assert understood(text, "es" if _SPANISH.search(text) else "en").slots.periods == ("2020-12", "2021-12", "2022-12")


@pytest.mark.parametrize(
    "text",
    [
        "US imports from Canada: wood, HS chapter Wood, 2023",
        "Wood and wood articles bought from Canada in 2023",
        "importaciones de EE.UU. desde Canadá de artículos de madera en 2023",
    ],
)
def test_what_a_chapter_is_called_is_no_key(text: str) -> None:
    read = understood(text, "es" if _SPANISH.search(text) else "en")
    assert (read.slots.filters["product"], read.slots.keys, read.unknown) == (("44",), (), ())
