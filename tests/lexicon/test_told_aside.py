"""What is told beside a question: where it was heard, what a time was, whose books are read, what is not wanted."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Somebody on the radio claimed we get over 400 billion dollars of stuff from Mexico. What was it in 2023?",
            False,
        ),
        ("I heard on TV that imports from China fell in 2023. By how much?", False),
        ("My neighbour read in the paper that we sell Canada over 300 billion a year. What was it in 2022?", False),
        ("Somebody said imports of radios from China were over 1 billion in 2024. Is that right?", True),
        ("I heard about the tariff on TV imports from Mexico. What duty was paid in 2024?", True),
        ("How much paper did we import from Canada in 2023?", True),
        ("Over the phone a client asked for US imports from Italy in 2021", False),
        ("A client wants the imports of phones from China in 2024", True),
    ],
)
def test_where_it_was_heard_is_no_goods(text: str, named: bool) -> None:
    assert bool(understood(text).slots.filters) is named


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I cover the Midwest. How fast did Ohio exports to Mexico grow from 2018 to 2023?", False),
        ("I'm based in Chicago. US exports to Mexico in 2023?", False),
        ("I cover the Midwest. How much did it export to Mexico in 2022?", True),
        ("I cover the Midwest. Exports to Mexico in 2022?", True),
        ("How much did the Midwest export to Mexico in 2022?", True),
    ],
)
def test_where_a_writer_is_asks_nothing(text: str, asked: bool) -> None:
    assert ("cities" in understood(text).unsupported) is asked


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("I'm writing about manufacturing. HS 87 imports from Mexico in 2021?", ()),
        ("I'm writing about manufacturing. Imports from Mexico in 2021?", ("manufacturing",)),
    ],
)
def test_what_is_written_about_narrows_no_goods_of_its_own_name(text: str, unknown: tuple[str, ...]) -> None:
    assert understood(text).unknown == unknown


@pytest.mark.parametrize(
    ("text", "periods", "searched"),
    [
        ("the jump in dollars of US imports from Vietnam when you go from 2019 to 2022", ("2019", "2022"), False),
        ("US imports from Vietnam when compared with 2019, percent change in 2023", ("2019", "2023"), False),
        ("April 2020 was when lockdowns hit. How steep was the plunge in imports from Mexico?", ("2020-04",), False),
        ("When did US imports from Vietnam first exceed 10 billion in a month?", (), True),
        ("Tell me when imports from Mexico first rose above 30 billion in a month", (), True),
    ],
)
def test_when_that_asks_nothing(text: str, periods: tuple[str, ...], searched: bool) -> None:
    slots = understood(text).slots
    found = bool(slots.operations & {"first_time", "all_times", "every_time", "polar"})
    assert (tuple(p for p in slots.periods if p != "ever"), found) == (periods, searched)


@pytest.mark.parametrize(
    ("text", "measures", "books"),
    [
        ("Going by US export records, what did Colombia spend on American merchandise in 2022?", "imports", "USA"),
        ("On US export data, what did Colombia buy from the US in 2022?", "imports", "USA"),
        ("US export data for Colombia, 2022", "exports", None),
    ],
)
def test_a_flow_that_says_whose_books(text: str, measures: str, books: str | None) -> None:
    question = understood(text)
    assert (question.slots.measures, question.slots.books, question.conflict) == ((measures,), books, "")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("imports entering at Laredo, 2021. Mexican goods. value, not tonnage", "imports"),
        ("imports from Mexico at Laredo, 2021, tonnage", "import_weight"),
    ],
)
def test_a_weight_that_is_not_wanted(text: str, measure: str) -> None:
    assert understood(text).slots.measures == (measure,)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("transportation equipment coming in from mexico, May 2024, group total", ()),
        ("imports of vegetable products from Mexico in 2023, the whole group", ()),
        ("imports from Mexico in 2023, group total", ("group",)),
    ],
)
def test_a_group_is_its_total(text: str, left: tuple[str, ...]) -> None:
    assert understood(text).unknown == left


@pytest.mark.parametrize(
    ("text", "operations"),
    [
        (
            "US imports grew from 2020 to 2021. How many percentage points of that growth are down to Mexico?",
            {"contribution"},
        ),
        (
            "US imports grew from 2020 to 2021. How many percentage points of that growth came from Mexico?",
            {"contribution"},
        ),
        (
            "By what multiple had imports from Vietnam expanded by 2024, taking 2000 as the base?",
            {"ratio", "growth", "rise"},
        ),
        (
            "After the crash of 2009, how strongly did exports to Mexico bounce back the year after?",
            {"growth", "fall", "rise"},
        ),
        ("2020 was when covid struck. Imports from Mexico, growth against 2019?", {"compare", "growth"}),
    ],
)
def test_what_is_done_with_a_move(text: str, operations: set[str]) -> None:
    question = understood(text)
    assert (question.slots.operations, question.conflict, question.slots.without) == (operations, "", {})


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("TTM imports from Mexico thru Jun 2025, pct chg vs prior TTM", ("2024-07/2025-06",)),
        ("TTM imports from Mexico thru Jun 2025, pct chg vs the year before", ("2024-07/2025-06",)),
        ("Q4 2023 vs the quarter right before it, US imports from Mexico, %", ("2023-Q4", "2023-Q3")),
        ("Newest full-year number for imports from India", ("latest-year",)),
    ],
)
def test_periods_told_by_another(text: str, periods: tuple[str, ...]) -> None:
    question = understood(text)
    assert (question.slots.periods, question.unknown) == (periods, ())


@pytest.mark.parametrize(
    ("text", "operations"),
    [
        ("As of the end of 2024, what had we imported from Canada over the year?", set()),
        ("How did imports from Canada change over the year to 2024?", {"growth", "yoy"}),
        ("From trough (2009) to 2012, how much did exports to Canada recover?", {"growth", "rise"}),
        ("lowest month of 2009 for exports to Canada", {"bottom"}),
        ("After the 2009 slump, how much did imports from China grow in 2010?", {"growth", "rise", "fall"}),
    ],
)
def test_words_that_only_name_a_time(text: str, operations: set[str]) -> None:
    slots = understood(text).slots
    assert (slots.operations, slots.without) == (operations, {})


def test_who_trades_too_is_no_partner() -> None:
    slots = understood("Do we buy more from Mexico than Canada does? 2023").slots
    assert (slots.reporter, slots.partner) == (("USA", "CAN"), ("MEX",))


def test_land_trade_that_is_allowed_is_not_what_is_measured() -> None:
    text = "What was sold to the Mexican state of Chihuahua by US exporters in 2023? Overland trade is fine."
    assert understood(text).slots.measures == ("exports",)


@pytest.mark.parametrize(
    ("text", "measure", "periods", "operations"),
    [
        ("En la radio dijeron que compramos mucho a México. ¿Cuánto fue en 2023?", "imports", ("2023",), set()),
        (
            "el salto de las importaciones de EE. UU. desde Vietnam cuando pasas de 2019 a 2022",
            "imports",
            ("2019", "2022"),
            {"growth", "rise"},
        ),
        ("importaciones desde México por Laredo, 2021, valor, no tonelaje", "imports", ("2021",), set()),
        (
            "¿Cuántos puntos del crecimiento de las importaciones de EE. UU. de 2020 a 2021 se deben a México?",
            "imports",
            ("2020", "2021"),
            {"contribution"},
        ),
    ],
)
def test_the_same_in_spanish(text: str, measure: str, periods: tuple[str, ...], operations: set[str]) -> None:
    slots = understood(text, "es").slots
    assert (slots.measures, slots.periods, slots.operations) == ((measure,), periods, operations)
    assert not slots.filters.get("product") and not slots.destination


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("No need for the quarterly series; just Germany's share of US imports for Q1 2023", ()),
        ("not by month, US exports to Mexico in 2022", ()),
        ("skip the monthly table; US exports to Mexico in 2022", ()),
        ("I don't need months: US exports to Mexico in 2022", ()),
        ("US exports to Mexico by month in 2022, no chart", ("month",)),
        ("US exports to Mexico by month in 2022, not the year", ("month",)),
        ("sin la serie mensual, exportaciones a México en 2022", ()),
    ],
)
def test_times_that_are_not_to_be_told_apart(text: str, keys: tuple[str, ...]) -> None:
    assert understood(text, "es" if text.startswith("sin ") else "en").slots.keys == keys


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("total of imports from Mexico in the 2024 months that were each over 43 bn", True),
        ("total exports to Canada in those months of 2023 when they exceeded 30 billion", True),
        ("the months of 2024 when total trade with Mexico was over 70 billion", False),
        ("total of imports from Mexico in 2024 by month", False),
    ],
)
def test_a_total_of_the_times_that_meet_a_limit(text: str, added: bool) -> None:
    assert ("sum" in understood(text).slots.operations) is added


@pytest.mark.parametrize(
    ("text", "partner", "whole"),
    [
        ("what proportion of North American (Mexico + Canada) imports into the US were Mexican", "MEX", ("MEX+CAN",)),
        ("Mexico's share of imports from USMCA partners (Mexico, Canada) in 2020", "MEX", ("MEX+CAN",)),
        ("US imports from North America (Mexico and Canada) in 2022", "MEX+CAN", ()),
        ("US imports from North America in 2022", "NAMERICA", ()),
    ],
)
def test_a_group_is_the_members_in_brackets_behind_it(text: str, partner: str, whole: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.partner, slots.whole) == ((partner,), whole)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("How dependent was the US on Mexico for its vegetables in 2024, as a % of imports", True),
        ("How dependent was the US on China for toys in 2024, as a share of imports of that chapter", True),
        ("How dependent is the US on trucks for imports from Mexico in 2024, as a share of imports", False),
        ("how dependent are US exports to Mexico on rail as a share of exports in 2023", False),
    ],
)
def test_what_depends_on_a_partner_is_a_share_of_all_partners(text: str, held: bool) -> None:
    assert understood(text).slots.partner_share is held


@pytest.mark.parametrize(
    ("text", "operation", "asked"),
    [
        ("how many $ worth of stuff came in from Vietnam in 2022", "count", False),
        ("how many months of 2023 did Mexico out-ship China to the US", "exceed", True),
    ],
)
def test_what_is_counted_and_compared(text: str, operation: str, asked: bool) -> None:
    assert (operation in understood(text).slots.operations) is asked


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("A hauler told me imports from Canada by truck fell in 2024. What was the real change?", ()),
        ("A dispatcher I know swears exports to Canada by truck grew in 2023. What was the growth?", ()),
        ("One of my drivers says imports from Mexico by rail fell in 2024. What was the change?", ()),
        ("A hauler told me imports of zorbs from Canada fell in 2024. What was the change?", ("zorbs",)),
        ("My zorbs exports to Canada fell, says a broker. What was the change in 2023?", ("zorbs",)),
    ],
)
def test_anybody_may_say_it(text: str, unknown: tuple[str, ...]) -> None:
    question = understood(text)
    assert question.unknown == unknown
    assert "contribution" not in question.slots.operations
