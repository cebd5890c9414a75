"""Short messages and what they turn the last question into: each answers as the whole question that it stands for."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from assistant.dialogue.heard.short import short
from assistant.languages.language import languages
from assistant.lexicon.question import Question, Slots
from tests.world.asking import talk

IMPORTS = "US imports from Mexico in 2023"
EXPORTS = "US exports to Mexico in 2023"


@pytest.mark.parametrize(
    ("code", "text", "meant"),
    [
        ("en", "ok, and the total?", ("total", 0)),
        ("en", "the twelve before that", ("back", 12)),
        ("en", "and the rest of the world?", ("rest", 0)),
        ("en", "#3?", ("place", 3)),
        ("en", "the 4th one", ("place", 4)),
        ("en", "and the second?", ("place", 2)),
        ("en", "actually just March", ("month", 3)),
        ("en", "the next five years", ("next_n_years", 5)),
        ("es", "¿y el siguiente trimestre?", ("next_quarter", 0)),
        ("es", "los demás", ("rest", 0)),
        ("en", "total imports from Mexico", ("", 0)),
        ("en", "the rest of the machinery", ("", 0)),
        ("en", "how much did France sell", ("", 0)),
        ("en", "next to Mexico", ("", 0)),
        ("en", "3", ("", 0)),
        ("en", "not in all", ("", 0)),
        ("es", "¿y las importaciones?", ("", 0)),
        ("es", "más importaciones", ("plus", 0)),
    ],
)
def test_what_a_short_message_says(code: str, text: str, meant: tuple[str, int]) -> None:
    assert code in languages()
    assert short(Question(text=text, language=code, mentions=(), slots=Slots())) == meant


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (["US imports from Mexico by month in 2023", "the total"], IMPORTS),
        (["US imports from Mexico by truck in 2023", "back to the whole thing"], IMPORTS),
        (["US imports from Mexico in 2022", "the next one"], IMPORTS),
        (["US imports from Mexico in February 2023", "whole quarter"], "US imports from Mexico in Q1 2023"),
        (["US imports from Mexico in Q1 2023", "next quarter"], "US imports from Mexico in Q2 2023"),
        (
            ["US imports from Mexico in May 2023", "the twelve before"],
            "US imports from Mexico from May 2022 to April 2023",
        ),
        ([IMPORTS, "actually just March"], "US imports from Mexico in March 2023"),
        (["was there a surplus with Mexico in 2023", "how big?"], "US trade surplus with Mexico in 2023"),
        (["top 2 partners by US imports in 2023", "#2"], "number 2 partner by US imports in 2023"),
        (["top 2 partners by US imports in 2023", "and the rest?"], "US imports in 2023 without Mexico and China"),
        ([IMPORTS, "and from everyone else?"], "US imports in 2023 without Mexico"),
        ([IMPORTS, "and exports?", "the sum"], "total US trade with Mexico in 2023"),
        ([EXPORTS, "plus imports"], "total US trade with Mexico in 2023"),
        ([EXPORTS, "was it more than in 2022?"], "were US exports to Mexico in 2023 more than in 2022?"),
        (
            ["US imports from Mexico in 2021", "2022", "2023", "average of the three"],
            "average annual US imports from Mexico from 2021 to 2023",
        ),
        (
            ["year on year growth of US imports from Mexico in March 2023", "I meant monthly"],
            "month on month growth of US imports from Mexico in March 2023",
        ),
        (
            ["US imports from Mexico by mode in 2023", "in percent"],
            "share of each mode in US imports from Mexico in 2023",
        ),
        ([IMPORTS, "where does that rank?"], "rank of Mexico in US imports in 2023"),
        (["top 2 partners by US imports in 2023", "the last one"], "US imports from China in 2023"),
        (["share of China in US imports in 2023", "in dollars"], "US imports from China in 2023"),
        (
            ["growth of US imports from Mexico between 2021 and 2023", "per year?"],
            "average annual growth of US imports from Mexico between 2021 and 2023",
        ),
        (
            ["US imports from Mexico in 2021", "had they risen by 2023?"],
            "did US imports from Mexico rise between 2021 and 2023?",
        ),
        (
            ["US imports from Mexico in 2021", "by what percent had they changed by 2023?"],
            "by what percent did US imports from Mexico change between 2021 and 2023?",
        ),
        (["US imports from Mexico in 2021", "growth for 2023?"], "growth of US imports from Mexico in 2023"),
        ([IMPORTS, "different question: exports to Canada in 2022"], "US exports to Canada in 2022"),
    ],
)
def test_short_messages(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    assert _values(talk(assistant_world, *turns)) == _values(talk(assistant_world, whole))


@pytest.mark.parametrize(
    "turns",
    [
        ["the total"],
        ["the rest"],
        ["#3"],
        [IMPORTS, "the total"],
        [IMPORTS, "#3"],
    ],
)
def test_nothing_to_turn(assistant_world: Assistant, turns: list[str]) -> None:
    assert talk(assistant_world, *turns)["status"] != "answered"


def _values(reply: dict[str, Any]) -> list[tuple[str, str]]:
    assert reply["status"] == "answered", reply["text"]
    return [(each["value"], each["unit"]) for each in reply["answer"]]


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (["US exports to Japan in 2022", "and overall?"], "US exports in 2022"),
        (["US imports from China growth 2022 to 2023", "and overall?"], "US imports growth 2022 to 2023"),
        (["US imports of vehicles from Mexico in 2024", "from everywhere"], "US imports of vehicles in 2024"),
        (["Japan's share of US exports in 2022", "how much is that in money"], "US exports to Japan in 2022"),
        (["US exports to Japan in 2022", "in percent?"], "Japan's share of US exports in 2022"),
        (["did US imports from China fall in 2023?", "to what level"], "US imports from China in 2023"),
        (["did US imports from China fall in 2023?", "from what to what"], "US imports from China in 2022 and 2023"),
        (
            ["US trade balance with China in 2023", "what are the two components"],
            "US exports to and imports from China in 2023",
        ),
        (["US exports to Japan in 2022", "and from there?"], "US imports from Japan in 2022"),
        (["US imports from Japan in 2022", "what about to them in 2020"], "US exports to Japan in 2020"),
        (["US imports from Mexico in 2023", "how much moved on trucks"], "US imports from Mexico by truck in 2023"),
        (["US imports from Mexico in 2023", "into Texas"], "Texas imports from Mexico in 2023"),
        (["US imports from Vietnam in 2021", "what did we send the other way"], "US exports to Vietnam in 2021"),
        (
            ["US imports from Vietnam in 2021", "did we buy more from Thailand"],
            "compare US imports from Thailand and Vietnam in 2021",
        ),
        (
            ["US imports from Vietnam in 2021", "who sold us more"],
            "which countries sold more to the US than Vietnam in 2021",
        ),
        (
            ["US imports from Mexico in 2023", "is it the biggest"],
            "is Mexico the largest supplier of US imports in 2023",
        ),
        (
            ["compare US imports from China and Vietnam in 2022", "India instead of China"],
            "compare US imports from India and Vietnam in 2022",
        ),
        (["did our deficit with Vietnam grow in 2022?", "how much is it now"], "US trade deficit with Vietnam in 2024"),
        (
            ["US exports to Canada by truck in 2021", "up from 2020?"],
            "US exports to Canada by truck growth 2020 to 2021",
        ),
        (
            ["US exports of machinery to Mexico in 2022", "never mind the product, total"],
            "US exports to Mexico in 2022",
        ),
        (["US exports to Japan in 2022", "swap 2022 for 2021"], "US exports to Japan in 2021"),
        (["US exports to Japan in 2022", "go back a year"], "US exports to Japan in 2021"),
        (["US exports to Germany in 2022", "widen it to the EU"], "US exports to the EU in 2022"),
        (["US imports from Mexico by truck in 2023", "not just truck"], "US imports from Mexico in 2023"),
        (["US exports to Japan in 2022", "forget Japan, total exports that year"], "US exports in 2022"),
        (["US imports from Mexico in 2023", "ok cool. now the same for 2024"], "US imports from Mexico in 2024"),
        (
            ["US exports to Japan in 2015", "how much has it risen since"],
            "US exports to Japan growth from 2015 to 2024",
        ),
        (
            ["US imports from Mexico in 2023", "how many times as much as in 2003"],
            "ratio of US imports from Mexico in 2023 to 2003",
        ),
    ],
)
def test_a_turn_keeps_what_it_does_not_name(turns: list[str], whole: str, assistant: Assistant) -> None:
    followed, asked = talk(assistant, *turns), talk(assistant, whole)
    assert asked["status"] == "answered"
    assert [fact["value"] for fact in followed["figures"]][:1] == [fact["value"] for fact in asked["figures"]][:1]
