"""Words whose meaning their neighbours decide, and who "we" are; what is written alike must not be read so."""

from __future__ import annotations

import pytest

from assistant.lexicon.question import Question, Slots
from tests.lexicon.test_languages import understood


def es(text: str) -> Slots:
    return understood("es", text).slots


def ends(slots: Slots) -> tuple[str, str, str]:
    return ",".join(slots.measures), ",".join(slots.reporter), ",".join(slots.partner)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¿cuánto exportamos a Estados Unidos en 2023?", ("exports", "MEX", "USA")),
        ("nuestras importaciones desde Estados Unidos en 2023", ("imports", "MEX", "USA")),
        ("¿cuánto importamos de Vietnam en 2023?", ("imports", "USA", "VNM")),
        ("¿cuánto exportamos a México en 2023?", ("exports", "USA", "MEX")),
        ("Soy de la Secretaría de Economía en México: ¿cuánto exportamos a Estados Unidos?", ("exports", "MEX", "USA")),
        ("(hablo desde México) ¿cuánto le compramos a Estados Unidos en 2024?", ("imports", "MEX", "USA")),
        ("Como empresa mexicana, ¿cuánto le vendimos a EEUU en 2022?", ("exports", "MEX", "USA")),
        ("Estoy en México, ¿cuánto importamos de China en 2023?", ("imports", "MEX", "CHN")),
        ("¿cuánto nos compraron los gringos a los mexicanos en 2023?", ("imports", "USA", "MEX")),
        ("cerveza mexicana que importó Estados Unidos en 2024", ("imports", "USA", "MEX")),
        ("De México, ¿cuánto se importó en julio de 2024?", ("imports", "", "MEX")),
        ("¿Por cuánto superó México a Canadá en importaciones de EU en 2023?", ("imports", "USA", "MEX,CAN")),
        ("¿Quién le vende más a Estados Unidos, Canadá o China? 2023", ("imports", "USA", "CAN,CHN")),
        ("¿Cuánto comerciaron México y Brasil en 2023?", ("total", "MEX", "BRA")),
        ("diferencia entre lo que EE.UU. le compra y lo que le vende a China", ("imports,exports", "USA", "CHN")),
    ],
)
def test_whose_trade_it_is(text: str, expected: tuple[str, str, str]) -> None:
    assert ends(es(text)) == expected


def test_an_english_writer_says_where_from() -> None:
    found = understood("en", "I am based in Mexico. How much did we export to the US in 2023?").slots
    assert ends(found) == ("exports", "MEX", "USA")


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("exportaciones a México que no van por camión, 2024", {"mode": ("truck",)}),
        ("menos China, ¿cuáles fueron los mayores proveedores de EE.UU. en 2023?", {"partner": ("CHN",)}),
        ("todos menos Canadá: importaciones de Estados Unidos 2024", {"partner": ("CAN",)}),
        ("¿a qué país le exporta menos Estados Unidos?", {}),
        ("¿quién vende menos, China o Canadá?", {}),
        ("no, con México", {}),
    ],
)
def test_what_is_left_out(text: str, without: dict[str, tuple[str, ...]]) -> None:
    assert dict(es(text).without) == without


@pytest.mark.parametrize(
    ("text", "operation", "other"),
    [
        ("trimestre más bajo de exportaciones a Canadá en 2020", "bottom", "slowest"),
        ("el país que más bajó en 2020 en importaciones", "slowest", "bottom"),
        ("crecimiento mes a mes de las importaciones desde México en noviembre de 2024", "mom", "yoy"),
        ("peso de México en el comercio total de Estados Unidos en 2024", "share", "mean"),
        ("segundo proveedor de EE UU en 2024", "top", "bottom"),
        ("¿México exportó más a EU en 2023 que en 2022?", "exceed", "top"),
    ],
)
def test_what_is_done(text: str, operation: str, other: str) -> None:
    found = es(text).operations
    assert operation in found and other not in found


def test_kilograms_stay_kilograms() -> None:
    assert es("peso de las importaciones desde México en 2023").measures == ("import_weight",)
    assert es("peso de México en las importaciones de Estados Unidos en 2023").measures == ("imports",)


def test_a_country_that_denies_is_not_answered_as_if_it_did() -> None:
    found: Question = understood("es", "¿qué países no exportan a Estados Unidos? 2024")
    assert any("exclusion:not" in mention.candidates for mention in found.mentions) and not found.slots.without


def test_what_fell_most_is_the_slowest() -> None:
    found = understood("en", "in which countries did US exports fall most in 2020?").slots.operations
    assert "slowest" in found and "top" not in found
