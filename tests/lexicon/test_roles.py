"""Direction is never blurred: turning the two countries of a question round turns reporter and partner round."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.world.reading import understood

NAMES = {
    "USA": ("the US", "the United States", "the USA"),
    "MEX": ("Mexico",),
    "CAN": ("Canada",),
    "CHN": ("China",),
    "DEU": ("Germany",),
    "KOR": ("South Korea",),
    "NLD": ("the Netherlands",),
}
PAIRED = (
    "exports from {a} to {b} in 2024",
    "exports to {b} from {a} in 2024",
    "{a}'s exports to {b}",
    "exports of {a} to {b}",
    "how much did {a} export to {b} in 2023?",
    "how much did {a} sell to {b} in 2023?",
    "what does {a} ship to {b}?",
    "{a} exported how much to {b}",
    "value of exports by {a} to {b} in Q1 2024",
    "{a}'s imports from {b}",
    "imports of {a} from {b} since 2019",
    "how much did {a} import from {b} in 2023?",
    "how much did {a} buy from {b} in 2023?",
    "{a}'s trade with {b} in 2024",
    "{a}'s deficit with {b}",
    "surplus of {a} with {b} in November 2024",
    "trade balance of {a} with {b}",
)
pairs = st.permutations(sorted(NAMES)).map(lambda codes: codes[:2])


def sides(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    found = understood(text)
    assert not found.unknown and not found.conflict, text
    return found.slots.measures, found.slots.reporter, found.slots.partner


@settings(max_examples=120, deadline=None, derandomize=True)
@given(template=st.sampled_from(PAIRED), pair=pairs, named=st.integers(0, 2))
def test_turning_the_countries_turns_the_sides(template: str, pair: list[str], named: int) -> None:
    a, b = (NAMES[code][named % len(NAMES[code])] for code in pair)
    measures, reporter, partner = sides(template.format(a=a, b=b))
    assert (reporter, partner) == ((pair[0],), (pair[1],))
    assert sides(template.format(a=b, b=a)) == (measures, partner, reporter)


@pytest.mark.parametrize("template", PAIRED)
@pytest.mark.parametrize("pair", [("USA", "MEX"), ("MEX", "USA"), ("CAN", "CHN")])
def test_each_template(template: str, pair: tuple[str, str]) -> None:
    _, reporter, partner = sides(template.format(a=NAMES[pair[0]][0], b=NAMES[pair[1]][0]))
    assert (reporter, partner) == ((pair[0],), (pair[1],))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(pair=pairs)
def test_what_one_sells_the_other_buys(pair: list[str]) -> None:
    a, b = (NAMES[code][0] for code in pair)
    sold = sides(f"how much did {a} sell to {b} in 2023?")
    bought = sides(f"how much did {b} buy from {a} in 2023?")
    assert (sold[0], bought[0]) == (("exports",), ("imports",))
    assert (sold[1], sold[2]) == (bought[2], bought[1])


@pytest.mark.parametrize(
    "text",
    ["exports of Mexico from the US in 2024", "Mexico's exports from the US in 2024", "US imports to Mexico in 2024"],
)
def test_ends_against_the_direction_are_asked_about(text: str) -> None:
    found = understood(text)
    assert found.conflict


@pytest.mark.parametrize(
    ("text", "reporter", "partner"),
    [
        ("Taiwan's best month of 2023 for US imports", "USA", "TWN"),
        ("Canada's highest year of US exports between 2000 and 2024", "USA", "CAN"),
        ("Mexico's best month for imports from the US in 2023", "MEX", "USA"),
        ("Mexico's best month for exports to the US in 2023", "MEX", "USA"),
    ],
)
def test_whose_best_month_it_is_is_the_other_end_of_anothers_flow(text: str, reporter: str, partner: str) -> None:
    assert sides(text)[1:] == ((reporter,), (partner,))
