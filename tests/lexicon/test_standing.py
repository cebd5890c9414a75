"""Places in a ranking: which words ask for one, and which similar words do not."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("who came second among US export destinations in 2024", 2),
        ("the third-largest supplier of US imports in 2024", 3),
        ("runner-up among US export markets in 2024", 2),
        ("which country ranks #12 in US imports in 2024", 12),
        ("which partner was 12th in US imports in 2024", 12),
        ("the no. 3 state for imports from Mexico in 2024", 3),
        ("US imports from Mexico in the second quarter of 2024", None),
        ("the second and the fifth largest partner in 2024", None),
        ("top 5 partners in 2024", None),
    ],
)
def test_the_place_that_is_asked_for(text: str, place: int | None) -> None:
    assert understood(text).slots.pick == place


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("which partner is right behind Mexico in US imports in 2024", ("after", "partner", "MEX")),
        ("who is just ahead of China among US suppliers in 2024", ("before", "partner", "CHN")),
        ("what was the rank of Germany in US imports in 2024", ("at", "partner", "DEU")),
        ("where does rail rank among the modes for US imports from Mexico in 2024", ("at", "mode", "rail")),
        ("is truck the main mode for US exports to Mexico in 2024", ("at", "mode", "truck")),
        ("After Mexico and Canada, who were the next three largest buyers in 2022?", ("after", "partner", "MEX;CAN")),
        ("After Canada, which country was the next biggest supplier in 2022?", ("after", "partner", "CAN")),
        ("rank the modes by US exports to Mexico in 2024", ()),
        ("where do US imports come from in 2024", ()),
        ("US imports from Mexico just after 2020", ()),
    ],
)
def test_the_thing_that_it_stands_beside(text: str, beside: tuple[str, ...]) -> None:
    assert understood(text).slots.beside == beside


def test_among_all_countries_is_among_those_that_there_are() -> None:
    slots = understood("Where does Taiwan stand among all countries as a source of US imports in 2024?").slots
    assert slots.beside == ("at", "partner", "TWN") and slots.partner == ()


@pytest.mark.parametrize(
    ("text", "sized", "change"),
    [
        ("which partner had the biggest increase in US imports in 2024", True, False),
        ("the biggest gains in dollars by partner in US imports in 2024", False, True),
        ("fastest growing partners in US imports in 2024", False, False),
        ("biggest percentage drop by partner in US imports in 2024", False, False),
    ],
)
def test_growth_in_money_or_in_percent(text: str, sized: bool, change: bool) -> None:
    operations = understood(text).slots.operations
    assert ("sized" in operations, "change" in operations) == (sized, change)


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("US imports of vehicles (HS 87) from Mexico in 2024", ("87",)),
        ("US imports of cars and trucks from Mexico in 2024", ("8703", "8704")),
        ("US imports of HS 2009 from Brazil in 2024", ("2009",)),
        ("US imports of women's trousers from Mexico in 2024", ("620461;620462;620463;620469",)),
    ],
)
def test_products_by_name_code_and_list(text: str, products: tuple[str, ...]) -> None:
    found = understood(text)
    assert found.slots.filters["product"] == products and found.slots.periods == ("2024",)


@pytest.mark.parametrize("name", ["wheat corn", "stools made of leather"])
def test_two_names_side_by_side_are_not_two_products(name: str) -> None:
    assert name in understood(f"US imports of {name} from Mexico in 2024").unknown


def test_a_year_after_codes_is_a_year() -> None:
    assert understood("top HS codes 2005 in US exports to Mexico").slots.periods == ("2005",)


@pytest.mark.parametrize(
    ("text", "pick"),
    [
        ("Lowest-ranked of the ten biggest suppliers in 2023: which country is number 10?", 10),
        ("Of the eight biggest suppliers in 2019, which one ranks lowest?", 8),
        ("Which of the top 5 states exported least to Mexico in 2023", 5),
        ("top 5 and bottom 5 states by exports to Mexico 2023", None),
        ("Of the five biggest suppliers in 2023, who had the smallest deficit with us?", None),
        ("of the ten biggest suppliers in 2023, which was smallest in 2010", None),
        ("Of the top ten suppliers in 2023, which grew least?", None),
    ],
)
def test_the_least_of_the_first_few_has_their_last_place(text: str, pick: int | None) -> None:
    assert understood(text).slots.pick == pick


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("which Texas port handled the most trade with Mexico in 2022, and which came second", (None, 2)),
        ("which country bought the most US goods in 2022 and which was third", (None, 3)),
        ("the biggest and second biggest suppliers of the US in 2021", (None, 2)),
        ("top state by exports to Mexico in 2023 and the runner up", (None, 2)),
        ("¿qué puerto de Texas movió más comercio con México en 2022 y cuál quedó en segundo lugar?", (None, 2)),
        ("which state exported the most to Mexico by truck and came second by rail in 2022", (2, None)),
        ("who came second among US import partners in 2022", (2, None)),
    ],
)
def test_a_place_beside_the_first_is_of_the_first_few(text: str, told: tuple[int | None, int | None]) -> None:
    slots = understood(text, "es" if text.startswith("¿") else "en").slots
    assert (slots.pick, slots.number) == told
