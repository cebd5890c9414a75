"""The change of a share that was told, what a port's figure is a part of, and the date of what a note is about."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

TARIFFS = ("Arancel a México desde feb 2025", "¿y a Canadá?")


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (("Share of Texas border trade through Laredo", "how has that changed since 2010"), "from 52.11% to 57.33%"),
        (("Mexico's share of US imports in 2024", "and the change since 2010"), "from 12.02% to 15.48%"),
        (("Mexico's share of US imports in 2018", "how much had it changed by 2024?"), "to 15.48%"),
        (("Texas's share of US exports to Mexico", "¿cómo ha cambiado desde 2010?"), "de 44.41% a 37.03%"),
        (("truck share of imports from Mexico", "and the growth since 2010"), "rose by 176.01%"),
        (
            ("imports through Laredo in 2024", "what percent of the imports of all the Texas border ports is that?"),
            "59.8",
        ),
        (("¿Qué es el T-MEC?", "¿cuándo entró en vigor?"), "desde el 1 de julio de 2020"),
        (("¿Qué es el T-MEC?", "¿desde cuándo está vigente?"), "desde el 1 de julio de 2020"),
        (("¿Qué es el TLCAN?", "¿y cuándo empezó?"), "del 1 de enero de 1994"),
        (("What is the USMCA?", "what is nearshoring?"), "Nearshoring is"),
        ((*TARIFFS, "compare Canada and Vietnam since feb 2025"), "Vietnam"),
    ],
)
def test_what_was_told_goes_on(assistant: Assistant, turns: tuple[str, ...], part: str) -> None:
    assert part in talk(assistant, *turns)["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Laredo's share of Texas border trade with Mexico (2025)",
        "What share of Texas border trade goes through Laredo",
        "¿Qué parte del comercio fronterizo de Texas pasa por Laredo?",
    ],
)
def test_border_trade_of_the_state_is_that_of_its_ports(assistant: Assistant, text: str) -> None:
    assert "57.33%" in talk(assistant, text)["text"]


def test_those_named_before_may_have_no_measure(assistant: Assistant) -> None:
    reply = talk(assistant, "fruit", "vegetables", "which is bigger")
    assert "is ahead by" in reply["text"]
