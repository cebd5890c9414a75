"""Shares whose part or whole is told before the question: a pronoun as the part, several partners as one, all ports."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

PORTS = "Top three Texas ports by total trade with Mexico in 2024?"
TOLD = [
    (("Of all imports through the Texas border ports in 2024, how large a part did Laredo handle?",), "59.84%"),
    (
        ("Everything that entered from Mexico via Texas border ports in 2024: what part passed through Laredo?",),
        "59.84%",
    ),
    (("Todo lo que entró de México por los puertos de Texas en 2024: ¿qué parte pasó por Laredo?",), "59.84%"),
    ((PORTS, "What share of all the Texas ports does the first one have?"), "59.90%"),
    (("Rail: what percent, by value, of the vehicles (87) imported from Mexico in 2023 moved on it?",), "33.84%"),
    (("Truck: how much of the machinery (84) imported from Mexico in 2024 came by it, in percent?",), "92.44%"),
    (("Mexico: what percent of US vehicle imports in 2024 came from it?",), "34.80%"),
    (("Mexico: what share of US imports were vehicles in 2024?",), "27.00%"),
    (("Mexico + Canada combined: what part of America's 2024 vehicle imports (HS 87) do they supply?",), "47.76%"),
    (("How large a share of US imports of HS 85 in 2024 did China and Vietnam supply?",), "35.09%"),
    (("In chapter 87 trade, how big a slice of US imports for 2024 does Japan have?",), "13.40%"),
    (("México y Canadá juntos: ¿qué parte de las importaciones de vehículos (87) de EE. UU. de 2024 dan?",), "47.76%"),
    (("how important was the EU for us goods trade in 2024? exports+imports as % of the world total",), "18.30%"),
    (("¿Qué participación tuvo la UE en el comercio de EE. UU. en 2024?",), "18.30%"),
    (("China's deficit over the total US goods deficit, 2024, as a percentage",), "24.57%"),
    (("El déficit con China sobre el déficit total de bienes de EE. UU., 2024, en porcentaje",), "24.57%"),
    (("Truck imports from Mexico over all imports from Mexico in 2024, as a percentage",), "74.13%"),
    (("How dependent is the US on Mexican supply: what fraction of its goods imports was Mexican in 2023?",), "15.43%"),
    (("Of the goods Michigan bought from Mexico in 2024, what % moved by rail?",), "46.50%"),
    (("what percentage of Michigan's imports from Canada came by truck last yr i.e. 2025",), "60.09%"),
    (("Total imports through the Texas ports in 2024?", "How large a part did Laredo handle?"), "59.84%"),
    (("EU trade as part of all US trade in 2023, in percent",), "18.52%"),
    (("What part does trade with the EU play in total US trade 2024?",), "18.30%"),
    (("How much did Michigan import from Mexico in 2024?", "Good. How much of that came by truck?"), "43.05%"),
]


@pytest.mark.parametrize(("turns", "part"), TOLD, ids=[turns[-1] for turns, _ in TOLD])
def test_a_share_is_of_what_is_told_before_it(assistant: Assistant, turns: tuple[str, ...], part: str) -> None:
    assert part in talk(assistant, *turns)["text"]


def test_a_share_that_is_pointed_at_among_several_is_asked_back(assistant: Assistant) -> None:
    total = "Total imports through the Texas ports in 2024?"
    reply = talk(assistant, total, "What share of US imports from Mexico is that?")
    assert reply["status"] == "clarify"
