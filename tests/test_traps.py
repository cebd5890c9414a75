"""Questions that are easy to answer wrongly, on the real tables: each is right or declined, never the wrong figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant import Assistant, Dialogue

pytestmark = pytest.mark.slow


def said(assistant: Assistant, question: str) -> tuple[str, list[Decimal], str]:
    """The status, the numbers of the direct answer to three decimals (money in billions), and the text."""
    dialogue = Dialogue()
    for turn in question.split(" | "):
        reply, dialogue = assistant.ask(turn, dialogue)
    found: dict[str, Any] = reply.to_dict()
    numbers = [item for item in found["answer"] if item["kind"] == "number"]
    return found["status"], [_small(item) for item in numbers], found["text"]


def _small(item: dict[str, Any]) -> Decimal:
    scale = 10**9 if item["unit"] == "USD" else 1
    return (Decimal(item["value"]) / scale).quantize(Decimal("0.001"))


RIGHT: list[tuple[str, str | None]] = [
    ("How many countries each took more than 50 billion dollars of US goods in 2024?", "8.000"),
    ("Add up what went down the pipeline to Mexico from 2015 through 2020", "25.524"),
    ("Total up what came down by rail from Canada from 2015 to 2018", "250.297"),
    ("Did pipeline exports to Mexico go down from 2019 to 2020?", "-0.586"),
    ("Transportation equipment made up what percent of US land shipments to Coahuila in 2014?", "24.171"),
    ("Only trucks: how much of what Mexico sent us in 2022 was transportation equipment, as a share?", "16.720"),
    ("Was Arizona in surplus or deficit with Mexico in 2022, and for what amount?", "-2.148"),
    ("Which three ways of moving freight carried the most US–Canada trade in 2025?", "396.779"),
    ("What was a kilo of air cargo from Mexico worth in 2021 (import value divided by weight)?", "99.583"),
    ("What portion of the goods the US sent to Mexico in 2019 sailed by ship?", "12.087"),
    ("Which state in Mexico took in the most American transportation equipment overland in 2022?", "5.024"),
    ("Where did US exports to Mexico stand in 2022?", "324.207"),
    ("Which Mexican state received the largest share of US exports in 2015?", "34.135"),
    ("Which Mexican state received the largest share of US exports in 2015 and what share was it?", None),
    ("How many US states sent over $10bn of goods to Mexico in 2022?", "4.000"),
    ("What did a kilogram of sea imports from Mexico cost in 2020 on average?", "0.467"),
    ("What did US customs calculate in duty on knitted apparel from Bangladesh for 2024?", "0.432"),
    ("which senators voted against NAFTA", None),
    ("how much steel must come from Mexico alone", None),
    ("what does Canada want from the US", None),
    ("what happened to Japan in 2011", None),
    ("what happened to exports to Japan in 2011", "65.800"),
    ("which was lower in 2024, imports from Canada or from Mexico?", "93.155"),
    ("which states export most to Mexico in 2024, on a map", "123.525"),
    ("Texas ports by trade with Mexico in 2024 map", "331.201"),
    ("mapa de los puertos de Texas por comercio con México 2024", "331.201"),
    ("imports from China of maps, 2024", "0.003"),
    ("which countries had exports to the US above 900 billion in 2023", "0.000"),
    ("biggest partner with more than 2 trillion of US imports in 2024", "0.000"),
    ("unit value of US exports to Mexico in 2024", "0.779"),  # of what goes by air and vessel, which the reply says
    ("which three countries bought the most US vehicles in 2024", None),
    ("who buys the most US corn", None),
    ("how much US corn did Mexico buy in 2024", "7.260"),
    ("who sells the most vehicles to the US", "135.382"),
    ("Did Brazil buy more American goods in 2019 than Colombia and Peru put together?", "24.421"),
    ("imports from Mexico vs Canada plus Japan 2023", "565.857"),
    ("Does the sum of imports from Germany and Japan exceed imports from Canada in 2024?", "308.645"),
    ("By how much did combined exports to Mexico and Canada exceed exports to China in 2024?", "539.856"),
    ("Did the US sell more to Mexico in 2024 than it did to Germany, France and Italy all together?", "151.535"),
    ("exports to Mexico and Canada combined in 2024", "683.401"),
    ("¿Importó EE. UU. más de México que de China y Japón juntos en 2024?", "587.156"),
    ("how did imports from China compare with the EU in 2024", None),
    ("State the contribution of trucking, in points, to growth of US imports from Mexico, 2021 to 2022.", "12.617"),
    ("did US imports from Mexico never fall below 30 billion in 2023", "12.000"),
    ("% of exports to mexico going by truck in 2024 #freight", "70.051"),
    ("For a package at six: does the US have a surplus with the UK for 2024, and how big?", "11.857"),
    ("quarter on quarter move in exports to Japan, Q2 to Q3 2024", "1.410"),
    ("growth of exports to the UK in 2023 and in 2024", "-2.535"),
    ("growth of exports to the UK between 2023 and 2024", "7.571"),
    ("Among the Texas border ports, who are the top three for exports to Mexico, 2024?", "128.324"),
    ("What's the lowest that monthly exports to Canada have sunk since 2011? Month and amount.", "14.791"),
    ("Biggest three suppliers of goods to the US in 2024, leaving out its two neighbors?", "438.947"),
    ("What was the last month the US actually had a goods surplus with Mexico?", "0.005"),
    ("years in which the US ran a surplus with Mexico 1990 to 2000", "4.000"),
    ("Did we sell Canada more than it sold us in 2019?", "25.769"),
    ("US exports to Mexico in 2024 minus US exports to Canada in 2024", "15.319"),
    ("US_exports | CAN | 2024-07 | USD", "27.702"),
    ("US imports of avocados from Mexico in 2024 (the organic ones)", None),
    ("US exports to Michoacán 2022 (where our packers are)", "0.319"),
    ("total trade between the two countries in 2020 vs 2019, % change", "-12.530"),
    ("Las importaciones de Estados Unidos desde México por el puerto de Progreso en el año 1997", "0.064"),
    ("In the COVID slump of 2020, which month marked the bottom for total US-Canada trade?", "29.672"),
    ("um what did the us import from ireland in twenty twenty four", "103.286"),
    ("california exports to mexico from twenty twenty to twenty twenty two in percent growth please", "27.825"),
    ("cuánto exportó México a Estados Unidos en dos mil veintitrés", "475.216"),
    ("US imports from Vietnam as a percentage of those from China 2024", "31.111"),
    ("Two-way goods trade with ASEAN in 2024 as a fraction of that with the EU (percent is fine)", "48.865"),
    ("importaciones de Vietnam como porcentaje de las de China 2024", "31.111"),
    ("US exports, Q3 2024: Canada next to Mexico please, both figures", "87.068"),
    ("superávit de México frente a Estados Unidos en 2024, según los datos de Washington", "171.809"),
    ("los tres estados mexicanos q más reciben producto gringo, 2024", "48.862"),
    ("how much more canadian product came in through pipelines in 2022 than in 2021 (usd)", "43.819"),
    ("trailing-12-month growth of exports to Canada as of June 2025", "-2.927"),
    ("trailing twelve month growth of US exports to Canada, June 2025", "-2.927"),
    ("US imports from the EU in 2024, all members taken together", "605.760"),
    ("goods the US brought in from the ASEAN nations during 2024, all members combined", "352.257"),
    ("illinois - what rank among states exporting to canada in 2023", "4"),
    ("combined shipments to mexico of georgia, alabama and south carolina for 2024", "14.176"),
    ("Pandemic shock: how far below April 2019 were US goods exports to the world in April 2020?", "-40.368"),
    ("how much did American farmers sell to Mexico in 2023", None),
    ("Handmade goods are lovely. How much of them did we buy from Mexico in 2023?", None),
    ("rail's slice of southbound trade with Mexico 2024", "10.274"),
    ("what was the weight of Mexico in US imports 2024", "15.481"),
    ("cuánto pesó México en las compras totales de EU en 2010", "12.017"),
    ("Which of our top five suppliers shrank in 2023?", None),
    ("growth of the top 5 suppliers in 2024", None),
    ("How much of the 2023 total of US imports from Mexico arrived in the fourth quarter? percent", "25.116"),
    ("What share of 2023 US imports came from Mexico in December?", "14.799"),
    ("Mexico's Q4 share of US imports in 2023", "15.308"),
    ("what % of full-year 2023 exports to Mexico did December make up?", "7.385"),
    ("December contribution to growth of exports to Mexico 2023", "-0.432"),
    ("Did we get over a quarter of our imports from Canada & Mexico in 2023?", "29.019"),
    ("Do Canada and Mexico together take more than a third of US exports (2003)?", "36.886"),
    ("How many countries each supplied over 5% of US imports in 2024?", "3"),
    ("is mexico's share > 15% of us imports in 2024, yes or no", "15.481"),
    ("Did US exports to Mexico exceed 25% in 2023?", None),
    (
        "Land transport only (truck, rail, pipeline). What percentage of US purchases from Mexico does it carry, 2024?",
        "86.775",
    ),
    ("Land transport combined, share of imports from Mexico, 2023", None),
    ("what number is chapter 90 on the list of hs chapters the us imports from mexico (2022)", "5.000"),
    ("Which partners went up in the ranking of US suppliers between 2019 and 2024?", None),
    ("which 2 modes came right after truck for imports from mexico 2023", None),
    ("EU versus China in US imports 2021: who had what share?", "17.827"),
    ("What share of US imports in 2023 came from the top 5 suppliers?", "52.829"),
    ("Runner-up among US export markets in 2024?", "334.041"),
    ("Which state is right behind Texas in exports to Mexico in 2024?", "33.517"),
    ("After Texas, which state exported most to Mexico in 2024?", "33.517"),
    ("Take German shipments to the US in 2005 as 100. What index does 2023 get?", "187.930"),
    ("Index of US imports from China in 2005 with 2015 = 100", "50.387"),
    ("¿Qué tajada de las importaciones estadounidenses de bebidas (capítulo 22) en 2024 fue italiana?", "10.848"),
    ("What share of US imports from Mexico in 2024 were cars?", "9.883"),
    ("How fast did US imports from Mexico of HS 22 grow per year 2012 to 2022? the mean of the annual rates", "14.874"),
    ("Average of the year-by-year growth rates of US exports to India, 2015 to 2023, NOT the CAGR", "10.245"),
    ("HS 08 from Mexico by truck in 2024: what did a kilogram come to on average?", "2.068"),
    ("Which Texas port is second only to Laredo in trade with Mexico in 2024?", "83.392"),
    ("Which partner had the largest increase in US imports in dollars from 2023 to 2024?", "30.635"),
    ("biggest 3 losers by chapter, US exports to Canada, 2024 over 2023, in dollars", "-4.053"),
    ("Top 3 HS chapters in US imports from the UK in 2024", "12.498"),
    ("Where did Germany place among US import sources in 2024?", "4.000"),
    ("What share of US exports to Mexico moved by vessel in 2017?", "11.650"),
    ("How has Mexico's share of US exports moved between 2010 and 2023?", "3.191"),
    ("By what percent did imports from Taiwan exceed the prior-year level in 2024?", "32.468"),
    ("Compared with October, how did imports from Mexico look in November 2024 (percent)?", "-7.130"),
    ("Q1 2025 imports from Mexico compared with last year", "9.553"),
    ("by how many billions a year did imports from Mexico grow on average from 2015 to 2020?", "5.409"),
    ("number of quarters from 2021 to 2024 with imports from Canada of 105 billion or more", "4"),
    ("what percentage were imports from Switzerland up in January 2025 on January 2024", "464.960"),
    ("US imports from Mexico in the last quarter of 2023", "119.356"),
    ("US imports from Mexico May to July 2024", "128.066"),
    ("US imports from Mexico until 2020", "5659.824"),
    ("US imports from Mexico in November 2024 on Census data", "42.249"),
    ("trailing 12 months of US imports from Mexico to November 2024", "503.241"),
    ("share of Mexico in US trade in 2024", "15.750"),
    ("share of truck in US imports from Mexico in 2024", "74.134"),
    ("US deficit in 2024 excluding China", "906.614"),
    ("US imports from Mexico and Canada together in 2024", "918.546"),
    ("average monthly US deficit with China in 2024", "24.617"),
    ("US exports to Canada minus exports to Mexico in 2024", "15.319"),
    ("US exports to Mexico in December 2027", None),
    ("US deficit with Mexico in 2023 | and in 2024?", "171.809"),
    ("US imports from Mexico between 2023 and 2021", "382.569"),
    ("when did the US last have a surplus with Mexico", "1.350"),
    ("lowest deficit year with Mexico since 2000", "24.577"),
    ("US imports from Mexico by truck in 2024 as a share of US imports by truck", None),
    ("US exports to Mexico in 2022 on US data", "324.207"),
    ("Mexico's share of US imports of cars in 2024", "27.602"),
    ("exports as a percentage of imports with Mexico in 2024", "66.036"),
    ("US imports from Asia in 2024 without China", "917.964"),
    ("months in 2024 when exports to Mexico were below $27bn and imports above $42bn", None),
    ("Mexico's exports to the US in 2022 | and to China?", None),
    ("US deficit with China in 2024 | top 3 partners in 2024", "295.402"),
    ("exportaciones a México que no van por camión, 2024", "100.040"),
    ("menos China, ¿de cuánto fueron las importaciones de Estados Unidos en 2024?", "2828.441"),
    ("¿Cuánto comerciaron México y Brasil en 2023?", None),
    ("¿Cuánto exportó México a Estados Unidos en 2023 según datos mexicanos?", None),
    ("¿qué países no exportan a Estados Unidos? 2024", None),
    ("(hablo desde México) ¿cuánto le compramos a Estados Unidos en 2024?", "334.041"),
    ("¿Cuánta cerveza mexicana importó EU en 2024?", "6.265"),
    ("peso de México en el comercio total de Estados Unidos en 2024", "15.750"),
    ("déficit con México en 2024 | en porcentaje del comercio total", "20.456"),
    ("trimestre más bajo de exportaciones a Canadá en 2020", "49.743"),
    ("crecimiento mes a mes de las importaciones desde México en noviembre de 2024", "-7.130"),
    ("countries where US imports fell in 2020", "40.000"),
    ("top 3 partners of US imports of HS 64 in 2024 with shares", "35.717"),
    ("freight charges declared on rail imports through Eagle Pass in 2024?", "0.184"),
    ("freight charges on exports through Laredo in 2024", None),
    ("what did freight cost per kg on Laredo truck imports 2024", None),
    ("Texas imports from Mexico as a multiple of California's, in 2010 and again in 2025", "2.412"),
    ("US goods surplus with the Netherlands, 2024 | how many times the surplus with Australia is that?", "3.100"),
    ("exports of HS 10 to Mexico by rail in 2024 | what share of all cereal exports to Mexico is that?", "56.242"),
    ("imports from Mexico by truck 2024 | what share of truck imports is that?", None),
    ("which commodity section added the most to export growth to Mexico in 2024", "3.297"),
    (
        "Which 5 chapters of US imports from Mexico grew fastest from 2020 to 2025, among those above $1 billion?",
        "141.979",
    ),
    ("slowest growing of our ten largest export markets 2019-2024", None),
    ("Trade balance relative to total trade, US with Germany, 2024", "-0.359"),
    ("what percent of our imports from Vietnam do our exports cover, 2023?", "0.086"),
    ("China tariff add-on 10 April vs 20 May 2025: the difference", "-85.133"),
    ("Latest tracker date: which country has had the most points added, and how many?", "21.712"),
    ("deficit with Vietnam in 2024 | was it the largest ever?", "1.000"),
    ("Was May 2018 the highest month for US exports to China?", "76.000"),
    ("Top three Mexican states for US mineral products in 2023", "9.356"),
    ("imports coming via Hidalgo 2023", "27.597"),
    ("Total calculated duties 2024 on all imports", "76.160"),
    ("Laredo's share of Texas border port trade, 2024", "59.901"),
    ("Brownsville in 2025: does more go south or come north, and by how many dollars?", "2.330"),
    ("standard deviation of the yearly growth rates of US imports from Japan, 2010 to 2020", "10.877"),
    ("Which countries sold the most in 2024?", "505.851"),
    ("imports of vehicles from Mexico in 2024 excluding auto parts", "100.433"),
    ("4-year moving average of US exports to Japan in 2024", "77.594"),
    ("Share of Laredo in all Texas truck imports from Mexico, 2018 versus 2023", None),
    ("Dollars per barrel paid for Mexican crude last loaded year?", None),
    ("Of what Puebla received from US suppliers in 2022, what percent was transportation equipment?", "10.070"),
    ("kilograms of Mexican freight trucked in through Pharr (Hidalgo), 2023", "6789608260.000"),
    ("Were exports from Brazil to Argentina larger than to the United States in 2012?", "8.185"),
    ("effective duty on apparel from Cambodia, chapters 61 and 62 together, 2024", "17.721"),
    ("share of Mexico in all US imports, 2018 versus 2023", "13.551"),
    ("The Swiss add-on eased late in 2025. From 7 August to 4 December, by how many percentage points?", "-32.002"),
    ("Georgia the state, not the country: exports to Mexico 2023", "4.882"),
    ("¿Cuánto pagó Estados Unidos por las bebidas y licores mexicanos (capítulo 22) en 2025?", "10.959"),
    ("food, drink and tobacco group exports to Mexico 2024", "8.856"),
    ("what percentage of duties collected in 2024 on goods from China came from chapter 85", "18.299"),
    ("Is Japan a bigger supplier than Germany to the US? 2024", "12.228"),
    ("Was Canada a better customer for US goods than Mexico in 2023?", "31.614"),
    ("how many dollars a kilo did US air exports to Canada fetch in 2024", "105.407"),
    ("Base rate 2024 plus estimated addition for Swiss watches chapter 91: total?", "40.784"),
    ("exports to Mexico at the end of June 2024", "27.685"),
    ("12-month running total of exports to Mexico to June 2024", "328.608"),
    ("exports to Mexico in the 12 months at the end of June 2024", None),
    ("Brazil's exports to the US in 2012 in the panel", "26.165"),
    ("What tariff did the tracker assume for Canadian steel in 2025 in all?", "11.828"),
    ("How much duty per dollar of imports did Bangladesh's knitwear pay in 2024?", "17.506"),
    ("which countries bought the most in 2023", "354.356"),
    ("How many months of 2024 had both exports to and imports from Mexico above their level a year earlier?", None),
    ("By how many dollars did the surplus with the Netherlands move in 2023?", "4.580"),
    ("Everything flown in from Mexico in June, July and August 2025 comes to how much?", "2.182"),
    ("What did we send to Canada and what did we buy from Mexico in 2023?", "354.356"),
    ("How much of 2023's trade at Eagle Pass was rail traffic (percent of value)?", "72.022"),
    ("¿Quién le compró más a Estados Unidos en 2022, Alemania, Italia o Francia?", "72.871"),
    ("De Alemania, Italia y Francia, ¿quién le compró más a Estados Unidos en 2022?", "72.871"),
    ("Importaciones y exportaciones a Vietnam, 2023", "124.269"),
    ("México y Canadá juntos, las exportaciones de Estados Unidos en 2018", "565.700"),
    ("What came across the northern border into the US by rail in 2024?", "66.301"),
    ("Of Mexico and Canada, which bought more from us in 2023?", "354.356"),
    ("What is chapter 27 over all imports from Canada, 2022?", "35.906"),
    ("What is busier by trade value, the Otay Mesa crossing or Nogales?", None),
    ("At the end of the first quarter, 2019, what were imports from China?", "105.409"),
    ("Counting only Germany and France, which percentage of U.S. imports came from Germany in 2024?", "72.813"),
    ("HS 8703 units imported from Mexico 2024", None),
    ("biggest 3 gains in US imports by partner in 2024, dollars", "30.635"),
    ("Laredo exports 2024 | compared with El Paso?", "115.090"),
    ("top 5 states exporting to Mexico 2024 | the third one's growth since 2019?", "53.008"),
]


@pytest.mark.parametrize(("question", "right"), RIGHT)
def test_right_or_declined(assistant: Assistant, question: str, right: str | None) -> None:
    status, numbers, text = said(assistant, question)
    assert status != "answered" or right is not None and Decimal(right) in numbers[:3], (numbers[:3], text)


def test_a_percentage_is_never_made_of_dollars(assistant: Assistant) -> None:
    for question in ("Canada's share of US trade in 2024", "growth of US trade with Mexico in 2024"):
        reply = assistant.ask(question)[0].to_dict()
        assert all(abs(Decimal(f["value"])) < 10**6 for f in reply["figures"] if f["unit"] == "percent"), reply["text"]


def test_two_sources_are_put_the_same_way_round(assistant: Assistant) -> None:
    text = said(assistant, "US imports from Mexico in 2023 and 2024")[2]
    assert "$30.635 billion" in text and "−" not in text


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("3-month moving average of US trade with Mexico in 2024", "average"),
        ("US imports from Mexico in 2024 by month indexed to 100", "index"),
        ("What did Chile sell to China in 2016? | Under which agreement?", "chile - china"),
        ("Texas ports of at least $1bn in 2020: which three grew fastest through 2025, trade with Mexico?", "ysleta"),
    ],
)
def test_what_was_computed_is_said(assistant: Assistant, question: str, word: str) -> None:
    status, _, text = said(assistant, question)
    assert status != "answered" or word in text.lower()
