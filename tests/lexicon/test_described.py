"""Words that only repeat the title of a code beside them, and those that ask for something narrower."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Tequila imported from Mexico in containers not over 4 liters (2208905000) in 2024", "2208905000"),
        ("beer in glass containers not over 4 liters (2203000030) imported from Mexico in 2024", "2203000030"),
        ("apparel not knitted (62) imported from Vietnam in 2024", "62"),
        ("imports of edible vegetables and certain roots and tubers (chapter 07) from Mexico in 2024", "07"),
        ("imports of tomatoes fresh or chilled (0702) from Mexico in 2024", "0702"),
        ("imports of beer made from malt from Mexico in 2024", "2203"),
        ("imports of steel (72) from Canada in 2024", "72"),
        ("imports of electronics (HS 85) from China in 2024", "85"),
        ("exports of planes and parts (HS 88) to Mexico in 2023", "88"),
        ("duty on Vietnamese shoes with textile uppers (heading 6404) in 2024", "6404"),
        ("growth of chapter 84 (machinery, computers) in imports from Mexico in 2021", "84"),
    ],
)
def test_a_code_with_the_words_of_its_title(text: str, product: str) -> None:
    question = understood(text)
    assert question.slots.filters["product"] == (product,)
    assert not question.unknown and not question.unsupported and not question.slots.without


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("imports of beer in cans (2203) from Mexico in 2024", "cans"),
        ("imports of furniture made of wood from Vietnam in 2024", "furniture made of wood"),
    ],
)
def test_a_description_that_is_narrower_than_the_code(text: str, unknown: str) -> None:
    assert unknown in understood(text).unknown


@pytest.mark.parametrize(
    "text",
    [
        "what percent of the Mexican vegetables (ch. 07) imported in 2024 was tomatoes (0702)",
        "what percent of the Mexican vegetables (ch 07) imported in 2024 was tomatoes",
    ],
)
def test_a_heading_is_not_named_by_the_chapter_of_another(text: str) -> None:
    assert set(understood(text).slots.filters["product"]) == {"07", "0702"}


@pytest.mark.parametrize(
    "text", ["imports of beer (2203) from Mexico in 2024", "beer from malt (2203) from Mexico in 2024"]
)
def test_what_leads_to_a_place_is_no_word_of_a_title(text: str) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.origin, slots.partner) == (("imports",), ("MEX",), ("MEX",))


def test_a_code_in_brackets_is_of_the_country_that_its_name_is_of() -> None:
    slots = understood("purchases of Canadian aluminium (chapter 76) by the US in 2024").slots
    assert (slots.measures, slots.reporter, slots.partner) == (("imports",), ("USA",), ("CAN",))
