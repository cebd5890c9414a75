"""Which thing is the part of a share and which the whole, and roundabout wordings of shares, ranks and goods."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant, Dialogue
from tests.world.reading import understood

pytestmark = pytest.mark.slow


def asked(assistant: Assistant, question: str) -> dict[str, Any]:
    return assistant.ask(question, Dialogue())[0].to_dict()


def first(reply: dict[str, Any]) -> float:
    return float(next(item["value"] for item in reply["answer"] if item["kind"] == "number"))


WORKED = [
    ("What share of rail imports from Mexico were vehicles in 2023?", 70.2475),
    ("Of rail imports from Mexico in 2023, what percent were vehicles?", 70.2475),
    ("of the mineral fuels the US imported from Canada in 2023, how much (percent) came by pipeline", 75.4619),
    ("of chapter 87 imports from Mexico, how much came by rail in 2022 (percent)", 35.0713),
    ("of rail imports from Mexico, how much was chapter 87 in 2022 (percent)", 67.0511),
    ("share of truck in what is imported from Mexico, 2024", 74.1343),
    ("share of HS 84 and HS 85 in truck exports to Mexico in 2024", 41.8481),
    (
        "How dependent is Michigan on trucks for what it imports from Canada? Percent of the value in 2024, please.",
        57.1780,
    ),
    ("how heavily does Texas rely on trucks for exports to Mexico? percent 2024", 67.8475),
    ("by truck, what percentage of Michigan's imports from Canada in 2024", 57.1780),
    ("Texas exports to Mexico by rail in 2024, % of total", 8.1141),
    ("how much do US imports from Canada rely on pipelines, 2024, percent", 22.2784),
    ("I'd like the part of footwear imports (HS 64) that was supplied by Vietnam in 2024, as a %", 32.3233),
    ("Vietnam deficit as percent of the overall US goods deficit, year 2024", 10.26865),
    ("share of trucks and rail in exports to Mexico of HS 87 in 2024", 91.9129),
    ("Participación del camión en lo que se importa desde México, 2024", 74.1343),
    ("Laredo's cut of the trade through Texas ports with Mexico in 2023, imports only", 60.7601),
    ("In percentage points, how far is Mexico ahead of Canada in US imports for 2023?", 1.8375),
    ("Laredo's share of trade through the Texas ports, 2024", 59.9006),
    ("what part of the trade over loaded Texas ports goes through Laredo? Imports 2023", 60.7601),
    ("Air cargo: what percentage of US exports to Canada flew in 2022?", 6.5521),
    ("Laredo's share among the Texas-Mexico ports loaded, imports 2023", 60.7601),
    ("Laredo's cut of the trade going over the Texas ports with Mexico in 2023, imports only", 60.7601),
    ("Among the loaded Texas ports, what percent of 2023 imports from Mexico came via Laredo?", 60.7601),
    ("Among Mexican states with a known destination, what share of US exports went to Nuevo León in 2022?", 11.3998),
    ("Laredo's share of the trade handled by the Texas border ports in 2024", 59.9006),
    ("Of the trade passing through the Texas ports, what share did Laredo have in 2024?", 59.9006),
    ("Among the Mexican states that receive US exports, what percent went to Nuevo León in 2023", 11.9252),
    ("Among the Mexican states known as destinations, what share did Nuevo León take in 2023", 11.9252),
    ("Nuevo León's share among Mexican states of US exports in 2023", 11.9252),
    ("What percentage of US imports do the top 5 source countries account for in 2024?", 50.9919),
    ("Ireland as a percentage of EU sales to the US, 2024", 17.0507),
    ("Of every dollar the US spent on foreign goods in 2024, how much went to Mexico?", 15.4815),
    ("What share of US imports of footwear did Vietnam supply in 2024?", 32.3232),
    ("Vietnam supplied what share of US chapter-64 imports for consumption in 2024?", 32.3232),
    ("¿qué parte de las importaciones de calzado de Estados Unidos suministró Vietnam en 2024?", 32.3232),
    ("what share of what Vietnam supplied to the US was footwear in 2024?", 6.2535),
    ("Of Texas's exports to Mexico in 2023, how much went by truck, in %?", 64.3878),
    ("what share of US imports from Mexico through Texas ports in 2024 came through Laredo?", 59.8353),
    ("¿Qué parte de los aranceles sobre bienes de China en 2024 correspondió a maquinaria, capítulo 84?", 16.0026),
]


@pytest.mark.parametrize(("question", "percent"), WORKED, ids=[question for question, _ in WORKED])
def test_a_share_is_of_the_whole_that_is_said(assistant: Assistant, question: str, percent: float) -> None:
    assert first(asked(assistant, question)) == pytest.approx(percent, rel=1e-4)


SAME = [
    ("mineral products to Mexico, exports, May 2024", "US exports of mineral products to Mexico in May 2024"),
    ("bebidas de México importadas por EEUU en 2022", "US imports of beverages from Mexico in 2022"),
    ("duties collected as % of imports from China in 2024", "effective duty rate on US imports from China in 2024"),
    ("trucks sold to Mexico in 2023", "US exports of trucks to Mexico in 2023"),
    ("how much paper did Mexico buy from the US in 2023", "US exports of paper to Mexico in 2023"),
    ("duty on Germany's cars 2024", "duty on imports of cars from Germany in 2024"),
    ("2023 US imports of goods of Chinese origin", "US imports from China in 2023"),
    ("Before covid, in 2019, what were US exports?", "US exports in 2019"),
    ("brazilian sales to argentina 2004, us dollars", "Brazil's exports to Argentina in 2004"),
    ("canada % of us exports 2023", "What share of US exports went to Canada in 2023?"),
    (
        "camión contra ferrocarril en lo importado de México en 2023, diferencia en dólares",
        "truck versus rail in imports from Mexico in 2023, difference in dollars",
    ),
    (
        "Was Mexico the top US trading partner in 2023?",
        "Was Mexico the top trading partner of the US in 2023?",
    ),
    (
        "¿qué lugar ocupaba Corea como comprador de mercancía estadounidense en 2018?",
        "what rank did Korea have as a buyer of US goods in 2018?",
    ),
    (
        "land modes (truck, rail) as % of exports to Mexico, 2023",
        "share of truck plus rail in exports to Mexico in 2023",
    ),
]


@pytest.mark.parametrize(("told", "plain"), SAME, ids=[told for told, _ in SAME])
def test_other_words_mean_the_plain_question(assistant: Assistant, told: str, plain: str) -> None:
    one, other = asked(assistant, told), asked(assistant, plain)
    assert one["status"] == other["status"] == "answered", (one["text"], other["text"])
    assert first(one) == first(other)


RANKED = [
    ("2023: where does Vietnam stand among the countries selling to the US", "number 7 of"),
    ("vietnam 2023 rank us imports", "number 7 of"),
    ("Where did Chile rank among South American buyers of US goods in 2023?", "number 2 of 14"),
    ("No. 2 Asian buyer of US goods, 2024", "Japan came second"),
    ("how do most Canadian goods get into the US? 2023", "Truck came first"),
    ("where does most US coffee come from (2024)", "Brazil came first"),
]


@pytest.mark.parametrize(("question", "said"), RANKED, ids=[question for question, _ in RANKED])
def test_a_rank_is_among_those_that_are_spoken_of(assistant: Assistant, question: str, said: str) -> None:
    assert said in asked(assistant, question)["text"]


DECLINED = [
    "What share of US exports to Mexico went to Nuevo León in 2023",
    "Among Mexican states, what share of US exports to Mexico went to Jalisco in 2022?",
    "How did Nuevo León's share among Mexican states of US exports change from 2019 to 2023?",
    "Which countries did the US import less from than from Mexico but more than from Germany in 2024?",
    "Compare exports from Germany to Poland in 1992 and 2012",
    "average of US exports to Mexico and exports to Canada in 2023",
    "how much of what Europe buys from the US is bought by Germany? 2023",
]


@pytest.mark.parametrize("question", DECLINED)
def test_what_would_need_another_whole_or_limit_is_declined(assistant: Assistant, question: str) -> None:
    assert asked(assistant, question)["status"] == "declined"


@pytest.mark.parametrize(
    "text",
    [
        "Of Arizona's trade with Mexico and Canada in 2024, how much is with Mexico, in %?",
        "Of Texas's exports to Mexico and Canada in 2023, how much went to Mexico, in %?",
        "Of US trade with Mexico and Canada in 2024, what share is with Mexico?",
    ],
)
def test_one_of_two_partners_is_the_part_of_both(text: str) -> None:
    slots = understood(text).slots
    assert "share" in slots.operations
    assert (slots.reporter, slots.partner, slots.whole) == (("USA",), ("MEX",), ("MEX", "CAN"))


@pytest.mark.parametrize(
    "text",
    [
        "Gap between Mexico's and China's shares of US imports in 2023, in points",
        "Mexico's and China's slices of US imports in 2023 - how far apart?",
        "combined weight of Mexico and China in U.S. imports in 2023",
        "combined share of Mexico and China in US imports in 2023",
        "What were Mexico and China's shares of US imports in 2023?",
    ],
)
def test_several_hold_shares_of_one_flow(text: str) -> None:
    slots = understood(text).slots
    assert "share" in slots.operations
    assert (slots.measures, slots.reporter, slots.partner) == (("imports",), ("USA",), ("MEX", "CHN"))


def test_each_of_several_goods_is_the_whole_of_its_own_part(assistant: Assistant) -> None:
    told = asked(assistant, "share of truck in exports to Mexico of HS 84 and HS 85 in 2024")["text"]
    assert "(HS 84) 89.32%" in told
    assert "(HS 85) 92.00%" in told


@pytest.mark.parametrize(
    ("question", "percent"),
    [
        ("What share of US exports to Mexico went by truck from Texas in 2024?", 25.0895),
        ("Of US exports to Canada in 2024, what percent was trucked from Ohio?", 5.0103),
        ("¿Qué porcentaje de las exportaciones de EE. UU. a México en 2024 salió de Texas en camión?", 25.0895),
        ("What share of US exports that went to Mexico by truck came from Texas in 2024?", 35.8157),
        ("What percentage of Texas port imports went by rail through Laredo in 2025?", 6.7060),
        ("What share of trade with Canada goes by truck in Michigan?", 60.4126),
        ("In 2024 trucks from Texas carried what share of US exports to Mexico?", 25.0895),
        ("what share of US exports to Mexico are Texas truck exports? 2024", 25.0895),
        ("Laredo's rail imports as a share of all Texas port imports in 2025", 6.7060),
        ("Texas truck exports as a share of total Texas exports to Mexico in 2024", 67.8484),
    ],
)
def test_a_part_may_be_narrowed_twice(assistant: Assistant, question: str, percent: float) -> None:
    assert first(asked(assistant, question)) == pytest.approx(percent, abs=0.01)
