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
        (
            "los dos países que más compraron a EEUU en 2023 (México, Canadá, China)",
            "which two countries bought the most from the US in 2023 (Mexico, Canada, China)?",
        ),
        (
            "¿Es cierto que en 2023 México compró más productos estadounidenses que Canadá?",
            "US exports to Mexico versus Canada in 2023",
        ),
        (
            "¿Qué fue mayor en 2023, lo que EE. UU. exportó a Canadá o lo que importó? Dame los dos montos.",
            "Which was larger in 2023, US exports to Canada or US imports from Canada?",
        ),
        ("¿EU le vendió más a México que a Canadá en 2023?", "US exports to Mexico versus Canada in 2023"),
        ("¿Qué cuota tuvo México en las importaciones de EE. UU. en 2023?", "Mexico's share of US imports in 2023"),
        (
            "¿Desde qué año México le vende más a EU que Canadá?",
            "Since what year has the US imported more from Mexico than from Canada?",
        ),
        (
            "¿Desde qué año México le vende a EU, sin interrupción hasta 2023, más que Canadá?",
            "¿Desde qué año EU le compra a México, sin interrupción hasta 2023, más que a Canadá?",
        ),
        (
            "¿En cuántos años México le vendió más que Canadá a EU?",
            "in how many years were US imports from Mexico above those from Canada?",
        ),
        (
            "¿quién fue mejor proveedor de EU en 2023, Canadá o nosotros los mexicanos?",
            "¿quién fue mejor proveedor de EU en 2023, Canadá o México?",
        ),
        (
            "¿Qué mes de 2023 fue el más flojo para las importaciones desde México?",
            "which month of 2023 was the lowest for US imports from Mexico?",
        ),
        ("Che, decime las importaciones de EU desde México en 2023", "US imports from Mexico in 2023"),
        (
            "tasa media anual de las importaciones de EU desde México de 2021 a 2023",
            "compound annual growth of US imports from Mexico from 2021 to 2023",
        ),
        ("¿cuánta mercancía de México recibió Estados Unidos en 2023?", "US imports from Mexico in 2023"),
        ("¿cuánta mercancía le vendió Estados Unidos a México en 2023?", "US exports to Mexico in 2023"),
        ("¿Quién nos vendió más mercancía en 2023?", "which country sold the US the most in 2023?"),
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


def test_yes_or_no_is_said_where_it_is_asked_for(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "¿Canadá le vendió más a EU que México en 2023? Responda sí o no")
    assert [each["value"] for each in reply["answer"] if each["kind"] == "boolean"] == ["false"]


def test_land_is_not_understood_where_no_table_adds_its_modes_up(assistant_world: Assistant) -> None:
    assert talk(assistant_world, "exportaciones de EU a México por tierra en 2023")["status"] == "declined"


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("Jalisco: ¿cuánta mercancía de EU recibió en 2023?", "US exports to Jalisco in 2023"),
        ("exportaciones de EU a Jalisco por tierra en 2023", "US exports to Jalisco in 2023"),
        ("¿A qué estado de México le vendió más EU en 2023?", "which Mexican state got the most US exports in 2023?"),
        ("Texas: ¿cuánta mercancía de México recibió en 2023?", "Texas imports from Mexico in 2023"),
        ("importaciones mexicanas que entraron por Laredo en 2023", "US imports from Mexico through Laredo in 2023"),
        ("Hidalgo pipeline exports in 2023", "pipeline exports through the port of Hidalgo in 2023"),
    ],
)
def test_goods_of_a_place_come_from_there(assistant: Assistant, asked: str, whole: str) -> None:
    reply, told = talk(assistant, asked), talk(assistant, whole)
    assert told["status"] == "answered"
    assert [each["value"] for each in reply["answer"]] == [each["value"] for each in told["answer"]]
