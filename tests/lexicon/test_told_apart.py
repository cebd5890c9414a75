"""Times and figures that a question tells apart: each of two years, a date said twice, a rate beside the duty."""

from __future__ import annotations

import pytest

from assistant.store.store import Store
from tests.world.planning import completed
from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "operations"),
    [
        ("Laredo and Hidalgo as one: combined trade in 2023 and again in 2024", {"sum", "each_time"}),
        ("exports to Mexico and Canada combined, 2019 and 2024", {"sum", "each_time"}),
        ("exports to Mexico and Canada taken together in each of 2019 and 2024", {"sum", "each_time"}),
        ("combined trade with Mexico in 2019 and again in 2024", set()),
        ("combined trade with Mexico in 2019 and 2024 together", {"sum"}),
        ("exports to Mexico and Canada in 2019 and 2024 together", {"sum"}),
        ("exports to Mexico and Canada combined over 2019 and 2024", {"sum"}),
    ],
)
def test_a_sum_leaves_times_apart_that_are_not_put_together(text: str, operations: set[str]) -> None:
    assert understood(text).slots.operations & {"sum", "each_time"} == operations


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("US exports to Mexico in the latest month, December 2024", ("2024-12",)),
        ("US exports to Mexico in 2024, the latest full year", ("2024",)),
        ("US exports to Mexico in the latest month against December 2023", ("latest", "2023-12")),
        ("US exports to Mexico since 2019 and in the latest year", ("2019/", "latest-year")),
    ],
)
def test_a_newest_time_that_is_named_by_its_date_is_one(text: str, periods: tuple[str, ...]) -> None:
    assert understood(text).slots.periods == periods


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("duty on cars from Japan 2024 in dollars and as a rate", ("duty", "effective_duty")),
        ("duty on imports from China in 2024, and what percentage rate that is", ("duty", "effective_duty")),
        ("US imports of cars from Japan in 2024 and the duty on them", ("imports", "duty")),
        ("value of US imports of cars from Japan in 2024, and duty", ("imports", "duty")),
        ("value and duty of US imports of cars from Japan in 2024", ("imports", "duty")),
        ("weight and value of imports from Mexico by vessel in 2023", ("imports", "import_weight")),
        ("US exports to Mexico in 2024 in dollars and in kilos", ("exports", "export_weight")),
        ("the value of and the duty on toys from China in 2024", ("imports", "duty")),
        ("US imports of steel from Canada in 2024: value, weight and duty", ("imports", "import_weight", "duty")),
        ("how many tonnes and how many dollars came from Mexico by rail in 2023", ("imports", "import_weight")),
        ("what did Germany sell the US in 2024 and at what duty", ("imports", "duty")),
        ("goods of which three countries carried the highest duty, in dollars, in 2024", ("duty",)),
        ("the duty on cars from Japan and what percentage of all duty that is, 2024", ("duty",)),
        ("what percentage of US duty came from China in 2024", ("duty",)),
        ("value per kilo of imports from Mexico by vessel in 2023", ("import_unit_value",)),
    ],
)
def test_two_figures_that_are_asked_are_two(text: str, measures: tuple[str, ...]) -> None:
    assert understood(text).slots.measures == measures


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("what share of US furniture imports (94) was Vietnamese in 2024", ("94",)),
        ("US imports of cars (87) from Japan in 2024", ("87",)),
        ("top countries (10) by US imports of cars in 2024", ("8703",)),
        ("duty on 8703 from Japan in 2024", ("8703",)),
    ],
)
def test_a_code_in_brackets_or_behind_on_is_a_product(text: str, product: tuple[str, ...]) -> None:
    assert understood(text).slots.filters["product"] == product


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("average US duty due on shoes from Vietnam, 2024", "effective_duty"),
        ("average monthly duty on imports from China in 2024", "duty"),
        ("US duty on shoes from Vietnam, 2024", "duty"),
    ],
)
def test_an_average_duty_is_a_rate(text: str, measure: str) -> None:
    assert understood(text).slots.measures == (measure,)


@pytest.mark.parametrize(
    ("text", "reporter", "books"),
    [
        ("From the US point of view, what was the balance with Mexico in 2021?", "USA", "USA"),
        ("From Washington's point of view, what was the balance with Mexico in 2021?", "USA", "USA"),
        ("seen from Washington, what was the balance with Mexico in 2021?", "USA", "USA"),
        ("From Mexico's perspective, what was the balance with the US in 2021?", "MEX", "MEX"),
    ],
)
def test_a_side_from_which_it_is_seen_is_no_origin(text: str, reporter: str, books: str) -> None:
    slots = understood(text).slots
    assert ((slots.reporter or ("USA",)), slots.books) == ((reporter,), books)


def test_the_newest_day_said_by_its_date_is_ranked_and_not_compared(world: Store) -> None:
    slots = completed("which country has the highest added tariff at the newest date, 5 March 2024", world).slots
    assert "change" not in slots.operations or len(slots.periods) == 2


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("by how many points does Mexico lead in US imports of 2024", None),
        ("US imports in 2024: does Mexico or Canada lead, and by how much", None),
        ("did they lead China in 2023 imports", None),
        ("how much lead did we import from Canada in 2023", ("78",)),
        ("did we buy lead from Mexico in 2023", ("78",)),
        ("did US lead exports to Mexico rise in 2023", ("78",)),
        ("did lead imports from Mexico rise in 2024", ("78",)),
    ],
)
def test_lead_behind_who_does_it_is_no_metal(text: str, goods: tuple[str, ...] | None) -> None:
    slots = understood(text).slots
    assert slots.filters.get("product") == goods
    assert ("exceed" in slots.operations) == (goods is None)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("how many years after 1995 did imports from Mexico grow over the prior year, through 2024", ("1996/2024",)),
        ("years since 2010 when exports to Canada fell from the year before, until 2020", ("2010/2020",)),
        ("how many years after 1995 did imports from Mexico grow over the prior year", ("1996/",)),
    ],
)
def test_a_start_and_an_end_told_apart_are_one_stretch(text: str, periods: tuple[str, ...]) -> None:
    assert understood(text).slots.periods == periods


@pytest.mark.parametrize(
    ("text", "test", "operation"),
    [
        ("months of 2023 in which the deficit with Mexico was wider than $12 billion", "above", None),
        ("months of 2023 in which the deficit with Mexico was narrower than $12 billion", "below", None),
        ("was the 2023 deficit with Mexico wider than with Canada", None, "exceed"),
        ("was the 2023 deficit with Mexico narrower than with Canada", None, "trail"),
    ],
)
def test_what_is_wider_is_above_a_limit_or_a_rival(text: str, test: str | None, operation: str | None) -> None:
    slots = understood(text).slots
    assert (slots.condition.test if slots.condition else None) == test
    assert slots.operations & {"exceed", "trail"} == ({operation} if operation else set())
