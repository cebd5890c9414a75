"""Rivals and shares as Spanish says them: who sells more than who to whom, and who has a share in whose imports."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("¿México le vendió más a EU que Canadá en 2023?", "US imports from Mexico versus Canada in 2023"),
        ("¿Canadá le vende a EE. UU. más que México? Hablo de 2023.", "US imports from Canada versus Mexico in 2023"),
        ("¿México le compró más a EU que Canadá en 2023?", "US exports to Mexico versus Canada in 2023"),
        ("¿EU le vendió más a México que a Canadá en 2023?", "US exports to Mexico versus Canada in 2023"),
        ("¿Qué cuota tuvo México en las importaciones de EE. UU. en 2023?", "Mexico's share of US imports in 2023"),
        (
            "Profe nos pidió las importaciones de EE. UU. desde México en 2023, en dls. ¿Me ayudas?",
            "US imports from Mexico in 2023",
        ),
    ],
)
def test_it_is_read_as_in_plain_words(assistant_world: Assistant, asked: str, whole: str) -> None:
    reply, told = talk(assistant_world, asked), talk(assistant_world, whole)
    assert told["status"] == "answered"
    amounts = {each["value"].lstrip("-") for each in told["answer"] if each["kind"] == "number"}
    assert amounts <= {each["value"].lstrip("-") for each in reply["answer"] if each["kind"] == "number"}


@pytest.mark.parametrize("asked", ["exportaciones a México en 2023 en mdp", "¿cuántas veces México vendió más a EU?"])
def test_pesos_and_times_are_no_amount_in_dollars(assistant_world: Assistant, asked: str) -> None:
    assert talk(assistant_world, asked)["status"] != "answered"
