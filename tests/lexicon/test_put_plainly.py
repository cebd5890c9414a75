"""Ordinary wordings that ask just what a plainer one asks: shares of a whole, rates in brackets, times from a year."""

from __future__ import annotations

import pytest

from tests.world.reading import understood

SAME = [
    (
        "Trade with Russia collapsed after the Ukraine war. By what percent did US imports fall from 2021 to 2023?",
        "Trade with Russia collapsed. By what percent did US imports fall from 2021 to 2023?",
    ),
    (
        "Which states are 1st, 2nd, 3rd in exports to Canada in 2024?",
        "Which states are 1st, 2nd and 3rd in exports to Canada in 2024?",
    ),
    (
        "Has the US had a deficit with Malaysia in each year from 2010 to 2024, without exception?",
        "Has the US had a deficit with Malaysia in each year from 2010 to 2024?",
    ),
    (
        "For footnote 14 of my term paper I need US imports from China in calendar 2023",
        "For my report I need US imports from China in 2023",
    ),
    (
        "Did trucks move more than two thirds of US imports from Mexico in 2024?",
        "Did trucks carry more than two thirds of US imports from Mexico in 2024?",
    ),
    (
        "How much crude, gas and other mineral fuels (HS chapter 27) came in from Canada by pipeline in 2024?",
        "How much mineral fuels (HS chapter 27) came in from Canada by pipeline in 2024?",
    ),
    (
        "For a cable I'm drafting: how much did the US export to Colombia in 2022?",
        "For a memo I'm drafting: how much did the US export to Colombia in 2022?",
    ),
    (
        "How many ports on the Texas border took in over $10 billion of Mexican goods in 2024?",
        "How many Texas border ports took in over $10 billion of Mexican goods in 2024?",
    ),
    (
        "Customs duty calculated on footwear from Vietnam in 2024, chapter 64 of the tariff schedule. How much was it?",
        "Customs duty calculated on footwear from Vietnam in 2024, chapter 64. How much was it?",
    ),
    (
        "Where does Ireland stand in the league table of suppliers to the US for 2023? (1st, 2nd...)",
        "Where does Ireland stand in the league table of suppliers to the US for 2023?",
    ),
    (
        "is rail or vessel the bigger channel for imports from mexico in 2025?",
        "is rail or vessel the bigger mode for imports from mexico in 2025?",
    ),
    (
        "what duty was calculated on the 2024 entries of furniture from China?",
        "what duty was calculated on the 2024 imports of furniture from China?",
    ),
    (
        "Put Japan, South Korea and Taiwan in order by how much the US imported from them in 2024, highest to lowest",
        "Put Japan, South Korea and Taiwan in order according to how much the US imported from them in 2024, "
        "highest to lowest",
    ),
    (
        "taken together, Canada and Mexico accounted for what percentage of US exports worldwide in 2016?",
        "taken together, Canada and Mexico accounted for what percentage of US exports in 2016?",
    ),
    (
        "how much did Ohio export to Canada in 2024, all kinds of transport together?",
        "how much did Ohio export to Canada in 2024, all modes of transport together?",
    ),
    (
        "from 2005 to 2023 what was the best year for air exports to Mexico in dollar terms",
        "from 2005 to 2023 what was the best year for air exports to Mexico",
    ),
    (
        "in dollar terms, what was the worst month for imports from China in 2022?",
        "what was the worst month for imports from China in 2022?",
    ),
    (
        "the three most important modes of transport in US trade with Canada during 2024, most valuable first?",
        "the three most important modes of transport in US trade with Canada during 2024, largest first?",
    ),
    (
        "who took more US vehicles (HS 87) in 2024, Canada or Mexico?",
        "who bought more US vehicles (HS 87) in 2024, Canada or Mexico?",
    ),
    (
        "which bought the least US vehicles (HS 87) in 2024: Canada or Mexico?",
        "who bought the least US vehicles (HS 87) in 2024: Canada or Mexico?",
    ),
    (
        "how many different countries sold us over $10 billion in 2024?",
        "how many countries sold us over $10 billion in 2024?",
    ),
    (
        "combined trade with our top 3 partners in 2024",
        "the sum of trade with our top 3 partners in 2024",
    ),
    (
        "top 3 Texas ports for trade with Mexico in 2018, both directions added up",
        "top 3 Texas ports for trade with Mexico in 2018",
    ),
    (
        "of the fifty states, which had the smallest imports from Mexico in 2024?",
        "of the states excluding the District of Columbia, which had the smallest imports from Mexico in 2024?",
    ),
    (
        "which five of the states imported the most from Canada in 2024?",
        "which five US states imported the most from Canada in 2024?",
    ),
    (
        "the deficit with China reached its maximum in what year, if we count from 2010 until 2024?",
        "the deficit with China reached its maximum in what year from 2010 until 2024?",
    ),
    (
        "a figure for a speech today: total trade with Mexico through Laredo in 2023",
        "a figure for a speech: total trade with Mexico through Laredo in 2023",
    ),
    (
        "which year was better for exports to Chile: 2012 or 2022?",
        "which year was bigger for exports to Chile: 2012 or 2022?",
    ),
    (
        "was 2023 a worse year than 2022 for imports from Chile",
        "was 2023 a smaller year than 2022 for imports from Chile",
    ),
    (
        "how many times larger were imports than exports in US trade with China in 2024?",
        "how many times larger were US imports than exports with China in 2024?",
    ),
    (
        "how much more in dollars did Americans buy from Mexico than from China in 2024?",
        "how much more did Americans buy from Mexico than from China in 2024, in dollars?",
    ),
    (
        "in which year were exports to Japan at their highest? going back to 1992",
        "in which year were exports to Japan at their highest since 1992",
    ),
    ("was the deficit with China better in 2020 or 2024?", "was the deficit with China smaller in 2020 or 2024?"),
    ("top 5 states by exports to Canada in 2024, not the unknown bucket", "top 5 states by exports to Canada in 2024"),
    ("duty assessed on imports from China in 2024", "duty paid on imports from China in 2024"),
    ("freight charges paid on imports through Laredo in 2024", "freight charges on imports through Laredo in 2024"),
    ("imports and exports added with Mexico in 2024", "imports and exports added together with Mexico in 2024"),
    ("total exports to Canada and Mexico in 2023", "combined exports to Canada and Mexico in 2023"),
    ("give the 2009 low for exports to Canada", "give the lowest month of 2009 for exports to Canada"),
    ("imports from Chile since the second quarter of 2020", "imports from Chile since Q2 2020"),
    ("imports from Chile since the end of 2019", "imports from Chile after 2019"),
    ("imports from Chile 2021–present", "imports from Chile since 2021"),
    ("imports from Chile 01/2024-06/2024", "imports from Chile January 2024 to June 2024"),
    ("I'm after May 2024 imports from Japan", "May 2024 imports from Japan"),
    ("What were May exports to Mexico?", "What were exports to Mexico in May?"),
    ("total US imports minus those from China, 2024", "total US imports excluding China, 2024"),
    ("exports to Japan compared with their 1996 level", "exports to Japan compared with 1996"),
    ("exports to Iraq until the end of 2003", "exports to Iraq through 2003"),
    ("trade with China since it joined the WTO in 2001", "trade with China since 2001"),
    ("exports to Mexico since NAFTA took effect", "exports to Mexico since 1994"),
    (
        "how much has the deficit with China shrunk since its 2018 peak",
        "how much has the deficit with China shrunk since 2018",
    ),
    ("imports from Vietnam, summer 2024 (June through August)", "imports from Vietnam, June to August 2024"),
    ("federal fiscal year 2024 imports from Japan", "fiscal year 2024 imports from Japan"),
    ("How much did the nation import in 2022?", "How much did the US import in 2022?"),
    ("our spending on Irish imports in 2024", "our spending on imports from Ireland in 2024"),
    ("did the gap with Vietnam widen in 2023?", "did the trade deficit with Vietnam widen in 2023?"),
    (
        "of California's exports to Mexico in 2024, how much moved by air, in percent?",
        "what share of California's exports to Mexico in 2024 moved by air?",
    ),
    (
        "Within US imports from the EU, what per cent came from Ireland in 2024?",
        "what share of US imports from the EU came from Ireland in 2024?",
    ),
    (
        "If you take EU imports into the US as the whole, Ireland is what % in 2024?",
        "what share of EU imports into the US is Ireland in 2024?",
    ),
    (
        "Of the total duty on goods from China in 2024, how much in percent fell on machinery?",
        "what share of the total duty on goods from China in 2024 was on machinery?",
    ),
    (
        "Rail's percentage in US exports to Canada in September 2024",
        "Rail's share in US exports to Canada in September 2024",
    ),
    (
        "Laredo as % of exports to Mexico through Texas ports, 2024",
        "Laredo as a share of exports to Mexico through Texas ports, 2024",
    ),
    (
        "by how many % did imports from Vietnam grow in 2023?",
        "by how many percent did imports from Vietnam grow in 2023?",
    ),
    ("how much has trade with Canada grown from 2015", "how much has trade with Canada grown since 2015"),
    (
        "in how many years from 2000 has the US run a surplus with Brazil",
        "in how many years since 2000 has the US run a surplus with Brazil",
    ),
    (
        "who bought more from the US in 2024: Peru or Colombia?",
        "who bought more from the US in 2024, Peru or Colombia?",
    ),
    (
        "list every country the US had a deficit of over $70 billion with in 2024",
        "countries with which the US had a deficit of over $70 billion in 2024",
    ),
    (
        "goods exports to Brazil in the first half of 2022, January through June",
        "goods exports to Brazil in the first half of 2022",
    ),
    (
        "how much freight was paid on imports through Laredo in 2024",
        "how much freight on imports through Laredo in 2024",
    ),
    ("In 2017, before the tariffs, how much did we import from China?", "In 2017, how much did we import from China?"),
    ("Import-to-export ratio for US trade with Vietnam, 2023", "ratio of imports to exports with Vietnam, 2023"),
    ("the worth of rail imports from Canada in 2019", "the value of rail imports from Canada in 2019"),
    ("what was carried by aircraft from Canada in 2024", "what was carried by plane from Canada in 2024"),
    ("for Thursday's hearing, exports to Canada in 2024", "exports to Canada in 2024"),
    (
        "list US states that exported over $10bn to Canada in 2024, greatest first",
        "list US states that exported over $10bn to Canada in 2024, largest first",
    ),
]
SPANISH = [
    (
        "¿cuánto exportó Ohio a Canadá en 2024, con todos los tipos de transporte combinados?",
        "¿cuánto exportó Ohio a Canadá en 2024, todos los modos de transporte?",
    ),
    (
        "los 3 puertos de Texas con más comercio con México en 2018, sumando ambos sentidos",
        "los 3 puertos de Texas con más comercio con México en 2018",
    ),
    (
        "variación interanual (%) de las importaciones desde Colombia, marzo 2024",
        "variación interanual porcentual de las importaciones desde Colombia, marzo 2024",
    ),
    (
        "¿Cuánto crecieron en proporción las importaciones desde Vietnam entre 2018 y 2023?",
        "¿Cuánto crecieron en porcentaje las importaciones desde Vietnam entre 2018 y 2023?",
    ),
    (
        "¿Quién compró más productos de Estados Unidos en 2024: Perú o Colombia?",
        "¿Quién compró más productos de Estados Unidos en 2024, Perú o Colombia?",
    ),
    (
        "de las exportaciones de Texas a México en 2024, ¿cuánto se movió por camión, en porcentaje?",
        "¿qué porcentaje de las exportaciones de Texas a México en 2024 se movió por camión?",
    ),
    (
        "¿cuál fue el 2do mayor proveedor de Estados Unidos en 2024?",
        "¿cuál fue el segundo mayor proveedor de Estados Unidos en 2024?",
    ),
    (
        "todo lo exportado a México menos lo que fue en camión, 2022",
        "todo lo exportado a México sin contar lo que viajó en camión, 2022",
    ),
    ("antes del lunes necesito las exportaciones a Canadá en 2024", "exportaciones a Canadá en 2024"),
]


def test_one_total_each_adds_up_the_chapters_and_not_the_countries() -> None:
    slots = understood("US imports of HS 61 and 62 together from India and Pakistan in 2024, one total each").slots
    assert slots.partner == ("IND", "PAK")
    assert slots.filters["product"] == ("61;62",)
    assert "sum" not in slots.operations


@pytest.mark.parametrize(("said", "plain"), SAME, ids=[said for said, _ in SAME])
def test_it_asks_what_the_plain_one_asks(said: str, plain: str) -> None:
    assert (understood(said).slots, understood(said).unknown) == (understood(plain).slots, ())


@pytest.mark.parametrize(("said", "plain"), SPANISH, ids=[said for said, _ in SPANISH])
def test_so_it_does_in_spanish(said: str, plain: str) -> None:
    assert (understood(said, "es").slots, understood(said, "es").unknown) == (understood(plain, "es").slots, ())


@pytest.mark.parametrize(
    "text", ["the figures from 2021 for each year", "imports from Mexico from 2020", "the change from 2018 levels"]
)
def test_what_is_of_one_year_stays_of_it(text: str) -> None:
    assert not understood(text).slots.periods[0].endswith("/")


@pytest.mark.parametrize(
    ("text", "first", "year"),
    [
        ("which of our 10 largest suppliers of 2024 sold us less than in 2023?", "10", "2024"),
        ("of our top 10 suppliers in 2023, which ones saw a decline in 2024?", "10", "2023"),
        ("which of the top 5 states exporting to Mexico in 2024 exported less than in 2023?", "5", "2024"),
        ("which of our 10 largest suppliers sold us less in 2024 than in 2023?", "10", "2024"),
    ],
)
def test_the_first_of_a_year_are_what_is_chosen_from(text: str, first: str, year: str) -> None:
    slots = understood(text).slots
    assert slots.floor and (slots.floor.test, slots.floor.value, slots.floor_period) == ("first", first, year)
    assert (slots.periods, slots.operations & {"fall", "top"}) == (("2023", "2024"), {"fall"})


def test_what_counts_back_from_a_year_ends_with_it() -> None:
    assert understood("Counting back from 2024, which year had the lowest exports to the UK?").slots.periods == (
        "/2024",
    )
