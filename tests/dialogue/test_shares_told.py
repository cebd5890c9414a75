"""Shares of what was told before, and what moved from the time that was told or found."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

EU = "How much did the EU sell us in 2024?"
PORTS = "Total imports from Mexico through the Texas border ports in 2025?"


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        ((EU, "What's Germany's part of that, in percent?"), "26.49%"),
        ((EU, "What's Germany's part of that, in percent?", "And Ireland's?"), "17.05%"),
        ((EU, "And Germany?", "what share is that?"), "26.49%"),
        (("¿Cuánto nos vendió la UE en 2024?", "¿Cuál fue la parte de eso de Alemania?"), "26.49%"),
        (("Exports to Asia in 2024?", "and what share of them went to Japan"), "13.28%"),
        (("Exports to Asia 2024?", "to Japan?", "what percentage is that?"), "13.28%"),
        (("Exports to Japan 2024?", "what share of our exports to Asia is that?"), "13.28%"),
        (
            ("Imports of cars (HS 87) from the EU in 2024?", "And from Germany?", "what percent of the EU is that?"),
            "57.92%",
        ),
        (("Top supplier of toys (HS 95) in 2024?", "What's its share?"), "73.45%"),
        (
            ("Top supplier of toys (HS 95) in 2024?", "What share of all imports of that chapter does it have?"),
            "73.45%",
        ),
        (("Top 3 suppliers of steel 2024?", "what share do these three make up?"), "49.74%"),
        (("top 3 export destinations for us goods 2024", "what share of all exports do the three make up?"), "40.04%"),
        (("Exports to Japan and Korea in 2024?", "what share of the two is Japan?"), "54.89%"),
        (("Imports from the EU in 2024?", "biggest member?", "what share of the EU total is that?"), "26.49%"),
        (("Exports to Africa 2024?", "what share of it is South Africa?", "and of all US exports?"), "0.2818%"),
        (("Top 5 suppliers 2024?", "their combined share?", "and the top 10's?"), "68.59%"),
        (("How much did Mexico sell us in 2024?", "what share of our imports is that?"), "15.48%"),
        (("Exports to Mexico 2024", "to Canada", "How much more is Canada, in percent?"), "4.59%"),
        ((PORTS, "How much through Laredo?", "So what percentage of it is Laredo?"), "57.18%"),
        (("By rail from Mexico to the US in 2025?", "What percent of all imports from Mexico is that?"), "11.49%"),
    ],
)
def test_a_share_is_of_what_was_told(assistant: Assistant, turns: tuple[str, ...], part: str) -> None:
    reply = talk(assistant, *turns)
    assert reply["status"] == "answered" and part in reply["text"], reply["text"]


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (("Exports to Poland in 2014?", "What was the CAGR from then to 2024?"), "12.59% a year"),
        (("Exports to Chile in 2012?", "How did they change between then and 2022?"), "18.96% in 2022 against 2012"),
        (("¿Exportaciones a Polonia en 2014?", "¿el crecimiento anual medio desde entonces hasta 2024?"), "12.59%"),
        (("Imports from Canada in 2021?", "in 2024?", "the percent change 2021-2024?"), "15.51% in 2024 against 2021"),
        (("In what year did exports to China peak?", "How far below that peak was 2024, in percent?"), "6.86%"),
        (("Lowest year of imports from Mexico since 2005?", "How much have they grown since that low?"), "214.27%"),
        (("Best year for imports from Russia?", "How does 2024 compare with that record?"), "91.31%"),
        (("Best year for exports to Hong Kong?", "where do they stand now against that peak?"), "34.12%"),
        (
            ("Exports to the UK in 2024", "average of the five years before?"),
            "$67.969 billion a year over 2019 to 2023",
        ),
        (("Exports to China in 2024?", "When was their record year?"), "2022, with $154.125 billion"),
        (("Imports from Thailand 2015?", "in 2024?", "so how much growth a year on average?"), "between 2015 and 2024"),
        (("Best year for rail imports from Mexico 2015-2025?", "how much did it come to?"), "$63.932 billion"),
    ],
)
def test_it_moved_from_the_time_that_was_told(assistant: Assistant, turns: tuple[str, ...], part: str) -> None:
    reply = talk(assistant, *turns)
    assert reply["status"] == "answered" and part in reply["text"], reply["text"]


def test_a_share_of_a_group_is_not_of_another_place(assistant: Assistant) -> None:
    reply = talk(assistant, "Exports to the EU in 2024?", "what share of that was Mexico?")
    assert reply["status"] == "declined", reply["text"]
