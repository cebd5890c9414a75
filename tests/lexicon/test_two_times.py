"""Which words choose between two times, and which of the same words do not."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.languages.language import load
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.question import Slots
from assistant.lexicon.slots import question
from assistant.settings import CORPUS
from assistant.store.nomenclature import Nomenclature

CHOSEN = {
    "Which brought in more from China: March 2024 or October 2024?": ("exceed", ("2024-03", "2024-10")),
    "Which saw fewer imports from China, March 2020 or April 2020?": ("trail", ("2020-03", "2020-04")),
    "did we import more from Canada in 2022 or in 2023?": ("exceed", ("2022", "2023")),
    "Which of 2021 and 2024 had more truck exports to Mexico?": ("exceed", ("2021", "2024")),
    "Which of May 2024 and August 2024 had the largest deficit with Mexico?": ("exceed", ("2024-05", "2024-08")),
    "May or August 2024: in which of the two months was the deficit with Mexico larger?": (
        "exceed",
        ("2024-05", "2024-08"),
    ),
    "between Q1 2023 and Q1 2024, which quarter had the deeper US goods deficit with Mexico?": (
        "exceed",
        ("2023-Q1", "2024-Q1"),
    ),
    "were exports to Mexico stronger in the third or the fourth quarter of 2024": ("exceed", ("2024-Q3", "2024-Q4")),
    "In which quarter were exports to Mexico higher, the third or the fourth of 2024?": (
        "exceed",
        ("2024-Q3", "2024-Q4"),
    ),
    "first half vs second half of 2022, exports to Mexico: which half was higher?": (
        "exceed",
        ("2022-01/2022-06", "2022-07/2022-12"),
    ),
    "Did the second half of 2022 beat the first half for imports from Mexico?": (
        "exceed",
        ("2022-07/2022-12", "2022-01/2022-06"),
    ),
    "¿Cuándo importó más Estados Unidos desde China: marzo de 2024 u octubre de 2024?": (
        "exceed",
        ("2024-03", "2024-10"),
    ),
}
OTHER = {
    "what were exports to Mexico in March or October 2024?": ("2024-03", "2024-10"),
    "which partner sold us more in 2023 or 2024?": ("2023", "2024"),
    "did we buy more from Mexico or Canada in 2023 or 2024?": ("2023", "2024"),
    "which month of 2023 or 2024 had the highest imports from Mexico?": ("2023", "2024"),
    "between 2015 and 2020, which year had the largest exports to Mexico?": ("2015/2020",),
    "entre 2015 y 2020, ¿qué año tuvo mayores exportaciones a México?": ("2015/2020",),
}


@cache
def slots(text: str) -> Slots:
    """What a question asks, in Spanish where it has its marks or words."""
    language = load("es" if "¿" in text else "en")
    lexicon = Lexicon(language, Nomenclature(CORPUS / "nomenclature"))
    return question(*lexicon.link(text), language, "USA").slots


@pytest.mark.parametrize(("text", "right"), CHOSEN.items())
def test_the_larger_or_smaller_of_two_times_is_chosen(text: str, right: tuple[str, tuple[str, ...]]) -> None:
    found = slots(text)
    assert found.operations & {"exceed", "trail", "top"} == {right[0]} and found.periods == right[1]


@pytest.mark.parametrize(("text", "periods"), OTHER.items())
def test_other_questions_of_two_times_are_no_choice(text: str, periods: tuple[str, ...]) -> None:
    found = slots(text)
    assert not found.operations & {"exceed", "trail"} and found.periods == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("How much have US imports from China grown against 2022?", ("2022", "latest-year")),
        ("How much did US imports from Mexico grow relative to November 2023?", ("2023-11", "month:11")),
        ("¿Cuánto crecieron las importaciones de EE. UU. desde China frente a 2022?", ("2022", "latest-year")),
        ("How much did US imports from China grow in 2022?", ("2022",)),
        ("compare growth of US exports to Mexico and Canada in 2022", ("2022",)),
        ("How much did exports grow compared with November 2023?", ("2023-11",)),  # a follow-up has a time of its own
    ],
)
def test_a_base_that_is_named_alone_is_held_against_the_newest(text: str, periods: tuple[str, ...]) -> None:
    assert slots(text).periods == periods


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("¿Cuánto importó Estados Unidos de ropa no de punto desde Vietnam en 2024?", "62"),
        ("US imports of clothing not knitted from Vietnam in 2024", "62"),
        ("US imports of vegetable products (the commodity group, not the chapter) from Mexico, 2024", "S02"),
    ],
)
def test_what_a_thing_is_not_leaves_no_partner_out(text: str, product: str) -> None:
    found = slots(text)
    assert found.filters == {"product": (product,)} and not found.without


def test_a_mean_that_is_not_compounded_is_a_mean() -> None:
    text = (
        "mean of the yearly growth rates (plain arithmetic, not compound) for imports from Canada by rail, 2020 to 2025"
    )
    assert slots(text).operations == {"average_growth"}


def test_the_newest_year_that_is_named_beside_is_one_time() -> None:
    told = (
        "last full year we have, so 2025",
        "last full year on record, 2025",
        "latest year you've got (2025 I think)",
    )
    for when in told:
        assert slots(f"US exports to Mexico by truck, {when}").periods == ("2025",), when
    both = slots("US exports to Mexico in 2020 and in the last full year we have").periods
    assert both == ("2020", "latest-year")
