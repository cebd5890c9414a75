"""Who of several does it, any of a kind, what did not go by a mode, and the time that a move starts from."""

from __future__ import annotations

import pytest

from assistant.lexicon.question import Condition
from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "measures", "partner"),
    [
        ("Who buys more American goods, the UK or Japan?", ("exports",), ("GBR", "JPN")),
        ("Which of the two buys more US machinery, Mexico or Canada?", ("exports",), ("MEX", "CAN")),
        ("Which country supplied more goods in 2023, Japan or Korea?", ("imports",), ("JPN", "KOR")),
        ("Between China, Korea and Japan, who supplied the most in 2023?", ("imports",), ("CHN", "KOR", "JPN")),
        ("How much less did the US export to China than it imported in 2023?", ("exports", "imports"), ("CHN",)),
    ],
)
def test_who_does_it(text: str, measures: tuple[str, ...], partner: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.reporter, slots.partner) == (measures, ("USA",), partner)


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("Does the US run a surplus with any Latin American country?", "LATAM"),
        ("Is there no country in Asia that we have a surplus with?", "ASIA"),
        ("Did any Asian country sell us more than 200 billion in 2023?", "ASIA"),
        ("Are there any countries with which the US has a surplus?", ""),
    ],
)
def test_any_of_a_kind_are_those_that_meet_it(text: str, among: str) -> None:
    slots = understood(text).slots
    assert (slots.keys, slots.among, slots.condition is not None) == (("partner",), among, True)
    assert "polar" not in slots.operations and slots.periods != ("ever",)


def test_which_of_two_is_a_choice() -> None:
    slots = understood("Which of truck and rail carried more exports to Canada in 2023?").slots
    assert slots.operations == {"compare"} and slots.filters["mode"] == ("truck", "rail")


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("How much trade with Mexico was not carried by truck in 2023?", ("truck",)),
        ("Imports from Mexico that were not shipped by rail or truck, 2023", ("rail", "truck")),
    ],
)
def test_what_did_not_go_by_a_mode(text: str, modes: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert slots.without == {"mode": modes} and "mode" not in slots.filters


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("By how much did imports from China fall after 2018?", ("2018/",)),
        ("Did imports from China fall after 2018? By how much up to 2024?", ("2018/2024",)),
        ("How much did imports from Mexico rise from December 2023?", ("2023-12/",)),
        ("imports from Mexico after 2020", ("2021/",)),
    ],
)
def test_a_move_starts_from_the_time_named(text: str, periods: tuple[str, ...]) -> None:
    assert understood(text).slots.periods == periods


def test_in_spanish() -> None:
    assert understood("¿Quién vendió más en 2023, Japón o Corea?", "es").slots.measures == ("imports",)
    assert understood("¿Tiene Estados Unidos superávit con algún país de Asia?", "es").slots.among == "ASIA"
    moved = understood("¿Cuánto comercio con México no se transportó por camión en 2023?", "es")
    assert moved.slots.without == {"mode": ("truck",)}
    fallen = understood("¿Cuánto cayeron las importaciones desde China después de 2018?", "es")
    assert fallen.slots.periods == ("2018/",)


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Of the twenty biggest suppliers, with how many does the US run a surplus?", "imports"),
        ("Out of the 20 top US export markets in 2024, with how many was there a surplus for the US?", "exports"),
        ("How many of our ten largest customers do we have a deficit with?", "exports"),
        ("Among our ten largest trading partners in 2023, how many run a surplus with us?", "total"),
    ],
)
def test_balances_with_the_first_few(text: str, flow: str) -> None:
    slots = understood(text).slots
    assert slots.floor is not None and slots.floor.unit == flow and slots.number is None
    assert slots.operations == {"count"} and slots.condition is not None


def test_a_limit_on_the_balances_with_the_first_few_is_kept() -> None:
    slots = understood("Of the top 25 partners in 2023, with how many was there a surplus of over $5 billion?").slots
    assert slots.floor and slots.condition == Condition("above", "5000000000", "amount")
    unread = understood(
        "De los 20 mayores proveedores en 2024, ¿con cuántos pasó el déficit de $20 mil millones?", "es"
    )
    assert unread.slots.floor is None


def test_the_last_of_the_first_few_is_chosen_from_them() -> None:
    slots = understood("Which of the ten largest suppliers in 2024 bought the least from us?").slots
    assert slots.floor == Condition("first", "10", "imports")
    assert (slots.measures, slots.operations, slots.number) == (("exports",), {"bottom"}, None)
    both = understood("Which were the top and bottom five suppliers in 2024?").slots
    assert both.floor is None and both.operations >= {"top", "bottom"}


def test_balances_with_the_first_few_that_are_pointed_at() -> None:
    slots = understood(
        "Looking at the ten largest US export markets in 2024: with which of them was there a surplus?"
    ).slots
    assert slots.floor is not None and (slots.floor.unit, slots.floor.value) == ("exports", "10")


def test_of_a_claim_it_may_be_asked_if_it_is_wrong() -> None:
    claim = understood("I read that imports from Mexico were 322 billion in 2023, is that wrong?").slots
    assert claim.operations == {"polar", "denied"} and claim.condition is not None
    paper = understood("A newspaper says the US bought $505 billion of goods from Mexico in 2023. Correct?").slots
    assert paper.source is None and paper.condition is not None


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("How much less do we import from Japan now than in 1995?", ("latest-year", "1995")),
        ("Have US exports to Mexico become bigger or smaller since 2019?", ("2019/",)),
    ],
)
def test_times_of_one_length(text: str, periods: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert slots.periods == periods and not {"compare", "trail"} <= slots.operations


def test_minus_leaves_out_a_member() -> None:
    slots = understood("Imports from the EU minus Germany in 2023").slots
    assert slots.without == {"partner": ("DEU",)} and not slots.operations


def test_a_claim_with_not_has_no_plain_yes() -> None:
    assert "polar" not in understood("Did imports from China not fall in 2023?").slots.operations
    assert "polar" in understood("Didn't imports from China fall in 2023?").slots.operations


@pytest.mark.parametrize(
    "text", ["Is it right that a quarter of our exports go to Canada?", "15% of imports come from Mexico, true?"]
)
def test_a_percentage_of_a_flow_is_a_share(text: str) -> None:
    slots = understood(text).slots
    assert {"share", "polar"} <= slots.operations and slots.condition is not None


def test_duty_in_percent_of_the_value_is_its_rate() -> None:
    slots = understood("What was duty on imports from Vietnam as a percentage of their value in 2023?").slots
    assert slots.measures == ("effective_duty",) and "share" not in slots.operations
