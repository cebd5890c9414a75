"""Telegrams, and English as people write it whose own language puts things otherwise, as the plain questions."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("Swiss tariff addition estimated as of 7 August 2025", "Swiss added tariff estimated as of 7 August 2025"),
        (
            "on 1 September 2025, what increase over its 2024 rate was estimated for EU goods",
            "on 1 September 2025, what added tariff was estimated for EU goods",
        ),
        (
            "how many points had been piled on top of the 2024 US tariff for China as of 11 April 2025",
            "what added tariff was there for China as of 11 April 2025",
        ),
        (
            "how many percentage points were added to the tariff on India as of 7 August 2025, on top of the 2024 rate",
            "what added tariff was there for India as of 7 August 2025",
        ),
        (
            "what increase does the tracker estimate for Canadian steel in 2025",
            "what added tariff does the tracker estimate for Canadian steel in 2025",
        ),
        ("overall effective US tariff on India on 1 November 2025", "effective US tariff on India on 1 November 2025"),
        ("what rate of duty did Japanese cars bear in 2024", "what duty rate did Japanese cars bear in 2024"),
        (
            "duty divided by value, as percent, shoes from Vietnam in 2024",
            "effective duty rate, shoes from Vietnam in 2024",
        ),
        (
            "which chapter had the largest duty across all suppliers together in 2024",
            "which chapter had the largest duty from the world in 2024",
        ),
        ("base metals comin in frm mexico in 2024", "base metals coming in from mexico in 2024"),
        (
            "3-mo moving avg of US exports to Canada in December 2024",
            "3-month moving average of US exports to Canada in December 2024",
        ),
        (
            "who earned more from selling coffee to US buyers in 2024, Colombia or Brazil",
            "who sold more coffee to the US in 2024, Colombia or Brazil",
        ),
        ("Korean exporters' five best destinations in 2008", "Korean export five best destinations in 2008"),
        (
            "what did a kilo of vegetables from Mexico work out at, on average, in 2024",
            "what was the value per kilo of vegetables from Mexico in 2024",
        ),
        (
            "Rank Taiwan by size of the US goods deficit in 2024 (1 = largest)",
            "what rank does Taiwan have in the US goods deficit in 2024",
        ),
        (
            "twelve months of American imports from Vietnam, through February 2025",
            "American imports from Vietnam from March 2024 to February 2025",
        ),
        ("six months of our exports to Japan ending June 2024", "our exports to Japan from January 2024 to June 2024"),
        (
            "was Argentina a bigger market for Brazil than the US was in 2012",
            "did Brazil export more to Argentina than to the US in 2012",
        ),
        (
            "was Germany a larger supplier of France than Italy in 2008",
            "did France import more from Germany than from Italy in 2008",
        ),
        (
            "by how much did Mexican supply to the US exceed Canadian in 2024",
            "by how much did US imports from Mexico exceed imports from Canada in 2024",
        ),
        (
            "Chips, I mean integrated circuits: US imports from Taiwan in 2024",
            "Integrated circuits: US imports from Taiwan in 2024",
        ),
        ("on what day was the US tariff on China highest", "on which date was the US tariff on China highest"),
        ("US tariff on Canada on Christmas Day 2025", "US tariff on Canada on 25 December 2025"),
        ("which partners face an added tariff above 15 points", "which partners face an added tariff above 15%"),
        ("how many partners face more than 15 added points", "how many partners face an added tariff of more than 15%"),
        ("top heading in US imports from Ireland in 2024", "top hs heading in US imports from Ireland in 2024"),
        ("effective US rate on India in July 2025", "US effective tariff rate on India in July 2025"),
        (
            "vehicles made up what percent of US imports from Japan in 2024",
            "what percent of US imports from Japan did vehicles make up in 2024",
        ),
        ("Canada-bound vehicles from the US in 2023", "exports of vehicles to Canada from the US in 2023"),
        (
            "biggest exporter to India in 2016 in the world trade panel",
            "biggest exporter to India in 2016 in the panel",
        ),
        (
            "share of US imports from Taiwan in 2024 that fell under heading 8471",
            "share of US imports from Taiwan in 2024 that was in heading 8471",
        ),
        ("mthly US deficit with Mexico 2024", "monthly US deficit with Mexico 2024"),
        ("qtrly US exports to Japan 2024", "quarterly US exports to Japan 2024"),
        ("pipeline % of US imports, Cdn goods, 2022", "pipeline % of US imports, Canadian goods, 2022"),
        ("US imports from TW 3y cagr thru 2024", "US imports from Taiwan 3-year cagr through 2024"),
        ("top 10 mkts for US exports 2024", "top 10 markets for US exports 2024"),
        ("US exports to Mexico Nov 24 vs prior yr", "US exports to Mexico Nov 24 vs prior year"),
        (
            "how much percent did US imports from Vietnam grow in 2024",
            "how many percent did US imports from Vietnam grow in 2024",
        ),
        (
            "How much percent of the US exports goes to Canada in 2024",
            "what percent of the US exports goes to Canada in 2024",
        ),
        (
            "on which place stands Germany under the US export markets in 2024",
            "what rank does Germany have among the US export markets in 2024",
        ),
        (
            "middle yearly growth rate of US exports to Austria 2015-2024",
            "average yearly growth rate of US exports to Austria 2015-2024",
        ),
        (
            "US duties on vehicles (Kapitel 87) from Germany 2024",
            "US duties on vehicles (chapter 87) from Germany 2024",
        ),
        (
            "US imports from Germany under 13 billion (Milliarden), how many months of 2023",
            "US imports from Germany under 13 billion, how many months of 2023",
        ),
        (
            "US imports from India for FY 2023 (US fiscal year, October to September)",
            "US imports from India for FY 2023",
        ),
        ("please do the needful: US imports from India 2024", "US imports from India 2024"),
        ("how many is the US deficit with Ireland in 2024", "how much is the US deficit with Ireland in 2024"),
        (
            "since how many months are US imports from Switzerland over 5 billion",
            "for how many months in a row now are US imports from Switzerland over 5 billion",
        ),
        (
            "of everything the US imported, how much was from China in 2017",
            "what share of everything the US imported was from China in 2017",
        ),
        ("the Yanks' exports to Canada 2024", "the Americans' exports to Canada 2024"),
        ("rank the states by exports to Mexico in 2024", "rank states by exports to Mexico in 2024"),
        ("which of the states sold most to Mexico in 2024", "which of states sold most to Mexico in 2024"),
        ("US tariff on Canada on Christmas Day 2025", "US tariff on Canada on 25 December 2025"),
        ("what went out and what came in, Mexico, July 2024", "what were exports and imports, Mexico, July 2024"),
        (
            "did US firms export more to Brazil than to Chile in 2021",
            "did the US export more to Brazil than to Chile in 2021",
        ),
    ],
)
def test_is_read_as_the_plain_question(told: str, plain: str) -> None:
    one, other = understood(told), understood(plain)
    assert one.slots == other.slots
    assert one.unknown == other.unknown == ()


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("US imports of percentual widgets 2024", True),
        ("US imports from DE in 2024", True),
        ("US imports 2 pts in 2024", True),
    ],
)
def test_what_stays_unknown(text: str, unknown: bool) -> None:
    assert bool(understood(text).unknown) is unknown


@pytest.mark.parametrize(
    ("text", "keys", "regions"),
    [
        ("top 5 states of destination for US imports from Mexico 2024", ("region",), ()),
        ("destination states of US exports to Mexico 2024", ("region",), ("MX-",)),
        ("states of origin of US exports to Canada 2024", ("region",), ()),
        ("which state was the biggest destination for Canadian goods in 2025", ("region",), ()),
        ("for the state of Texas, which were the biggest export destinations in 2024", ("partner",), ("US-TX",)),
    ],
)
def test_which_states_are_meant(text: str, keys: tuple[str, ...], regions: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.keys, slots.filters.get("region", ())) == (keys, regions)
