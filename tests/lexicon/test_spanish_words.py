"""Everyday Spanish words are read as the plain ones they stand for; what means something else stays unread."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.dialogue import Dialogue, recall
from assistant.lexicon.question import Question
from assistant.planner.defaults import complete
from assistant.settings import Home
from assistant.store.store import Store
from tests.world import reading


def understood(text: str) -> Question:
    """A question in Spanish, or in English where it opens so."""
    english = text.startswith(("Mexico's", "US ", "record month"))
    return reading.understood(text, "en" if english else "es")


def told(text: str, store: Store) -> tuple[Any, ...]:
    """What is measured, of whom, when and of what, and the words that name nothing."""
    question = complete(recall(understood(text), Dialogue(), Home().country), store, Home())
    slots = question.slots
    ends = (slots.measures, slots.reporter, slots.partner, slots.periods)
    return (*ends, slots.filters, slots.keys, slots.operations - {"per_key"}, question.unknown)


RAIL = "importaciones de Estados Unidos desde Canadá por tren en 2015"
LAREDO = "importaciones de Estados Unidos desde México por Laredo en 2022"
TRUCK = "importaciones de Estados Unidos desde México por camión en 2022"
SOUTH = "exportaciones de Estados Unidos a México por tren en 2021"
FISCAL = "exportaciones de Estados Unidos a Japón en el año fiscal 2024"
PLASTICS = "exportaciones de Estados Unidos a México del capítulo 39 en 2023"
FIRST = "principales proveedores de Estados Unidos en 2023"
MARKETS = "principales clientes de Estados Unidos en 2023"
SHARE = "¿Qué porcentaje representa China de las importaciones de Estados Unidos en 2015?"
SOLD = "¿Qué parte de las exportaciones de Estados Unidos representa México en 2023?"
TWO_MONTHS = "exportaciones de Estados Unidos a China de julio a agosto de 2023"
OF_STATE = "exportaciones de Estados Unidos a Nuevo León en 2024"
SPENT = "importaciones de Estados Unidos de México en 2023"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("¿Cuánto venía de Canadá por tren en 2015?", RAIL),
        ("lo llegado a Estados Unidos desde Canadá por tren en 2015", RAIL),
        ("¿Cuánto entra por Laredo en 2022?", LAREDO),
        ("¿Cuánto ingresaba por Laredo en 2022?", LAREDO),
        ("valor movido por camión de México hacia EE.UU. en 2022", TRUCK),
        ("mercancía proveniente de México que entró por camión en 2022", TRUCK),
        ("mercancía movida por tren que salió de EU rumbo a México en 2021", SOUTH),
        ("Japón, año fiscal estadounidense 2024: ¿valor de las exportaciones de EE. UU. hacia allá?", FISCAL),
        ("Capítulo 39 del SA: exportaciones de EEUU a México en 2023", PLASTICS),
        ("¿Qué países destacan como proveedores de Estados Unidos en 2023?", FIRST),
        ("mayores mercados de Estados Unidos en 2023", MARKETS),
        ("mercados más importantes para Estados Unidos en 2023", MARKETS),
        ("mayores mercados para los productos de Estados Unidos en 2023", MARKETS),
        ("¿Qué porcentaje concentraba China de las importaciones de Estados Unidos en 2015?", SHARE),
        ("¿Cuánto acaparó China de las importaciones de Estados Unidos en 2015?", SHARE),
        ("¿Qué parte de las exportaciones de Estados Unidos absorbió México en 2023?", SOLD),
        ("exportaciones de Estados Unidos a China en el bimestre julio-agosto de 2023", TWO_MONTHS),
        ("exportaciones estadounidenses a Nuevo León hechas en 2024, destino estatal", OF_STATE),
        ("¿Cuánto gasta Estados Unidos en importaciones de México en 2023?", SPENT),
        ("¿Cuánto le entra a Estados Unidos de Canadá por tren en 2015?", RAIL),
        ("exportaciones a México de Estados Unidos por tren en 2021", SOUTH),
        ("¿cuánto vale lo que Estados Unidos importa de México en 2023?", SPENT),
        ("principales competidores de México en el mercado de Estados Unidos en 2023", FIRST),
        ("¿Cuánto gasta Estados Unidos en bienes de México en 2023?", SPENT),
        ("importaciones de bienes mexicanos de Estados Unidos en 2023", SPENT),
        ("importaciones de Estados Unidos desde México por todos los modos en 2023", SPENT),
        ("¿Cuánto nos importó Estados Unidos a los mexicanos en 2023?", SPENT),
        ("¿Cuánto nos compraron los gabachos en 2023?", SPENT),
        (
            "¿Cuánto le vendimos los mexicanos a Estados Unidos en 2023?",
            "exportaciones de México a Estados Unidos en 2023",
        ),
        ("¿Cuántos mdd le vendió México a Estados Unidos en 2023?", "exportaciones de México a Estados Unidos en 2023"),
        (
            "comercio por riel entre México y Estados Unidos en 2021",
            "comercio de México con Estados Unidos por tren en 2021",
        ),
        ("participación de China en las importaciones de Estados Unidos en 2015", SHARE),
        ("¿Qué tanto por ciento de las importaciones estadounidenses de 2015 correspondió a China?", SHARE),
        (
            "exportaciones de Estados Unidos en los dos primeros meses de 2023",
            "exportaciones de Estados Unidos de enero a febrero de 2023",
        ),
        (
            "¿Qué tan fuerte fue la baja de las importaciones de Estados Unidos desde China en 2023?",
            "caída de las importaciones de Estados Unidos desde China en 2023",
        ),
        (
            "retroceso de China como proveedor de Estados Unidos en 2023",
            "caída de las importaciones de Estados Unidos desde China en 2023",
        ),
        (
            "¿A qué tasa anual crecieron de 2019 a 2023 las importaciones de Estados Unidos desde México?",
            "crecimiento anual compuesto de las importaciones de Estados Unidos desde México de 2019 a 2023",
        ),
    ],
)
def test_another_word_is_read_as_the_plain_one(said: str, plain: str, world: Store) -> None:
    measures, reporter, partner, periods, *_, unknown = told(said, world)
    assert (measures, partner, periods, unknown) == (*told(plain, world)[:1], *told(plain, world)[2:4], ())
    assert reporter == told(plain, world)[1]
    assert told(said, world)[4:6] == told(plain, world)[4:6]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("importaciones desde México en el segundo bimestre de 2023", "2023-03/2023-04"),
        ("importaciones desde México en el tercer cuatrimestre de 2023", "2023-09/2023-12"),
        ("importaciones desde México en el último lustro", "last:5:year"),
        ("importaciones desde México en el año fiscal de EE. UU. 2023", "FY2023"),
    ],
)
def test_a_spell_of_time(text: str, period: str) -> None:
    assert (understood(text).slots.periods, understood(text).unknown) == ((period,), ())


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("superávit de México con su vecino del norte en 2022", "USA"),
        ("exportaciones de Estados Unidos a su vecino del norte en 2022", "CAN"),
        ("exportaciones de Canadá a su vecino del sur en 2023", "USA"),
        ("Mexico's surplus with its northern neighbor in 2022", "USA"),
        ("US exports to its southern neighbor in 2022", "MEX"),
    ],
)
def test_a_neighbour_is_on_a_side_of_whom_it_is_told_of(text: str, partner: str) -> None:
    assert (understood(text).slots.partner, understood(text).ambiguous) == ((partner,), ())


def test_a_neighbour_of_nobody_told_is_asked_back() -> None:
    assert understood("exportaciones al vecino del norte en 2022").ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "¿Quién le compra más a Estados Unidos, México o Canadá? datos de 2022",
        "¿Quién le vende más a EU, Brasil o India? cifras de 2023",
    ],
)
def test_data_of_another_sentence_are_nobody_s(text: str) -> None:
    assert understood(text).slots.books is None


@pytest.mark.parametrize(
    "text",
    [
        "¿Cuál fue el mes récord de 2023 para las compras gringas de productos vietnamitas?",
        "mes con más compras estadounidenses de productos chinos en 2023",
        "record month of 2023 for American purchases of Vietnamese products",
    ],
)
def test_products_that_a_flow_is_of_are_its_goods(text: str) -> None:
    assert understood(text).slots.keys == ("month",)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("alumnos mexicanos internados en Estados Unidos en 2023", "alumnos"),
        ("¿Cuánto subió el ingreso de México en 2023?", "ingreso"),
        ("¿Cuánta gente se trasladó de México a EU en 2023?", "gente"),
        ("pasajeros transportados entre EU y México en 2023", "pasajeros"),
        ("exportaciones del año fiscal mexicano 2023 a EU", "fiscal"),
        ("exportaciones a Canadá en el bimestre de enero a marzo de 2023", "bimestre"),
        ("importaciones por bimestre desde China en 2023", "bimestre"),
        ("¿Cuánto dinero mandado por migrantes llegó a México en 2023?", "dinero"),
        ("importaciones de productos orgánicos traídos de México en 2023", "organicos"),
    ],
)
def test_what_no_table_holds_stays_unread(text: str, word: str) -> None:
    assert word in understood(text).unknown


@pytest.mark.parametrize(
    ("thread", "measure"),
    [("¿cuánto venía siendo el déficit con Vietnam en 2019?", "deficit"), ("¿y cuánto salió en 2019?", None)],
)
def test_what_came_out_at_a_figure_went_nowhere(thread: str, measure: str | None) -> None:
    assert next(iter(understood(thread).slots.measures), None) == measure


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "¿Qué tanto por ciento subieron las compras a Canadá entre 2019 y 2023?",
            "¿En qué porcentaje subieron las importaciones desde Canadá entre 2019 y 2023?",
        ),
        (
            "¿Qué porcentaje fueron mayores las exportaciones a Canadá que a México en 2023?",
            "¿En qué porcentaje superaron las exportaciones a Canadá a las exportaciones a México en 2023?",
        ),
        ("¿Por cuánto exportó Texas a México en 2021?", "¿Cuánto exportó Texas a México en 2021?"),
        ("Quisiera que me dijeras cuánto se exportó a Canadá en 2020", "¿Cuánto se exportó a Canadá en 2020?"),
        ("¿Qué tantas compras hicimos a Canadá en 2022?", "¿Cuánto le compramos a Canadá en 2022?"),
        ("¿Qué estado de la Unión vendió más a Canadá en 2023?", "¿Qué estado vendió más a Canadá en 2023?"),
    ],
)
def test_what_is_asked_in_a_roundabout_way_is_the_plain_question(text: str, plain: str, world: Store) -> None:
    assert told(text, world) == told(plain, world)
