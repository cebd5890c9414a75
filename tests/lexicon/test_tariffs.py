"""Which rate a question about tariffs means, who charges it and on whose goods, and what is not about tariffs."""

from __future__ import annotations

import pytest

from assistant.languages.language import load
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.slots import question
from assistant.lexicon.when.days import days
from assistant.store.store import Store
from tests.world.planning import completed
from tests.world.reading import lexicon, understood


@pytest.mark.parametrize(
    ("text", "reporter", "partner"),
    [
        ("tariff on Mexico", "USA", "MEX"),
        ("what tariff does the US charge on Mexican goods", "USA", "MEX"),
        ("US tariff on imports from China", "USA", "CHN"),
        ("tariff on US imports from China", "USA", "CHN"),
        ("tariff on goods from Mexico into the US", "USA", "MEX"),
        ("tariff on Mexican exports to the US", "USA", "MEX"),
        ("what tariff does Mexico pay", "USA", "MEX"),
        ("is Mexico charged a higher tariff than Canada", "USA", "MEX,CAN"),
        ("tariffs charged on Mexico and Canada", "USA", "MEX,CAN"),
        ("the tariff the US imposed on Brazil", "USA", "BRA"),
        ("what tariff does Mexico charge on US goods", "MEX", "USA"),
        ("tariffs imposed by Canada on American goods", "CAN", "USA"),
        ("Mexican tariffs on US goods", "MEX", "USA"),
        ("tariffs on American exports to Mexico", "MEX", "USA"),
        ("tariffs on US goods", "WLD", "USA"),
        ("the effective duty rate of Canada on US goods", "CAN", "USA"),
        ("effective tariff of China on American products", "CHN", "USA"),
        ("effective tariff of China on US imports", "USA", "CHN"),
        ("tariff of the US on Mexican goods", "USA", "MEX"),
        ("what tariffs did China put on US goods", "CHN", "USA"),
    ],
)
def test_who_charges_whom(text: str, reporter: str, partner: str) -> None:
    slots = understood(text).slots
    assert (",".join(slots.reporter), ",".join(slots.partner)) == (reporter, partner)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("tariff on imports from Mexico", ("tariff",)),
        ("import tariff on goods from Mexico", ("tariff",)),
        ("added tariff on China", ("added_tariff",)),
        ("how far was the tariff on China raised", ("added_tariff",)),
        ("base tariff on China", ("base_tariff",)),
        ("imports from Mexico after the tariffs", ("tariff", "imports")),
        ("tariff on Mexico and imports from Mexico", ("tariff", "imports")),
        ("how have tariffs changed trade with Mexico", ("tariff", "total")),
        ("tariff revenue from China", ("duty",)),
        ("effective duty rate on imports from China", ("effective_duty",)),
        ("imports from China", ("imports",)),
        ("duty actually calculated over import value, 2024: Vietnam or India", ("effective_duty",)),
        ("duties collected divided by the value of imports, Mexico in 2024", ("effective_duty",)),
        ("effective duty on goods from China, in percent of value", ("effective_duty",)),
        ("duty calculated on goods from Vietnam over 2024", ("duty",)),
    ],
)
def test_what_is_measured(text: str, measures: tuple[str, ...]) -> None:
    assert understood(text).slots.measures == measures


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("average effective tariff on Chinese products in 2024", ()),
        ("what tariff did products of China pay on average in 2024", ()),
        ("duty on products from China in 2024", ()),
        ("tariff by product on China in 2024", ("product",)),
        ("tariff for each product from China in 2024", ("product",)),
        ("which Chinese products paid the highest tariff in 2024", ("product",)),
    ],
)
def test_products_of_a_country_are_its_goods_unless_they_are_told_apart(text: str, keys: tuple[str, ...]) -> None:
    assert understood(text).slots.keys == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("arancel efectivo que pagaron en promedio los productos de China en 2024", ()),
        ("arancel promedio a productos chinos en 2024", ()),
        ("aranceles calculados sobre el valor en aduana, productos de China en 2024", ()),
        ("arancel por producto a China en 2024", ("product",)),
    ],
)
def test_products_of_a_country_are_its_goods_in_spanish_too(text: str, keys: tuple[str, ...]) -> None:
    spanish = load("es")
    slots = question(*Lexicon(spanish, lexicon().names).link(text), spanish, "USA").slots
    assert slots.keys == keys
    assert set(slots.measures) <= {"tariff", "effective_duty"}


@pytest.mark.parametrize("text", ["did Mexico pay exports in 2023", "charge of imports from Mexico in 2023"])
def test_without_a_tariff_its_verbs_are_unknown_words(text: str) -> None:
    assert set(understood(text).unknown) & {"pay", "charge"}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("on 9 April 2025", "en", ["2025-04-09"]),
        ("on April 9th, 2025 and on March 6, 2025", "en", ["2025-04-09", "2025-03-06"]),
        ("as of 2025-04-09", "en", ["2025-04-09"]),
        ("el 9 de abril de 2025", "es", ["2025-04-09"]),
        ("le 1er août 2025", "fr", ["2025-08-01"]),
        ("31 February 2025", "en", []),
        ("in April 2025", "en", []),
        ("top 9 in April 2025", "en", []),
        ("from 9 to 12 in 2025", "en", []),
    ],
)
def test_days(text: str, language: str, found: list[str]) -> None:
    assert [day for _, _, day in days(text, load(language))] == found


@pytest.mark.parametrize(
    ("text", "measure", "periods"),
    [
        ("tariff on Mexico in 2023", "effective_duty", ("2023",)),
        ("tariff on Mexico before 2024", "effective_duty", ("/2023-12",)),
        ("tariff on Mexico in March 2024", "tariff", ("2024-03",)),
        ("tariff on Mexico", "tariff", ("latest",)),
        ("effective duty rate on Mexico", "effective_duty", ("latest-year",)),
        ("effective duty rate on Mexico in March 2024", "tariff", ("2024-03",)),
        ("tariff on China on 6 March 2024", "tariff", ("2024-03-06",)),
        ("change in the tariff on China from 2023 to March 2024", "tariff", ("2023", "2024-03")),
        ("average US tariff", "effective_duty", ("latest-year",)),
        ("added tariff on Mexico", "added_tariff", ("latest",)),
    ],
)
def test_which_figure_answers_by_period(world: Store, text: str, measure: str, periods: tuple[str, ...]) -> None:
    slots = completed(text, world).slots
    assert (slots.measures[0], slots.periods) == (measure, periods)


@pytest.mark.parametrize(
    ("text", "measures", "reporter", "partner"),
    [
        ("¿a México le cobran más arancel que a Canadá?", "tariff", "USA", "MEX,CAN"),
        ("¿Qué tarifa le puso Estados Unidos a China?", "tariff", "USA", "CHN"),
        ("cuánto arancel cobró México a Estados Unidos en 2024", "duty", "MEX", "USA"),
        ("aranceles recaudados por México a Estados Unidos en 2024", "duty", "MEX", "USA"),
        ("¿cuánto se recaudó por aranceles a productos chinos en 2024?", "duty", "", "CHN"),
        ("cuánto dinero de aranceles se cobró a China en 2024", "duty", "", "CHN"),
        ("importaciones desde Vietnam, valor y arancel, 2024", "imports,duty", "", "VNM"),
    ],
)
def test_who_charges_whom_in_spanish(text: str, measures: str, reporter: str, partner: str) -> None:
    slots = understood(text, "es").slots
    assert (",".join(slots.measures), ",".join(slots.reporter)) == (measures, reporter)
    assert ",".join(slots.partner) == partner


@pytest.mark.parametrize(
    "text",
    [
        "average duty rate in 2024 on footwear from Indonesia, as a percent of their value",
        "effective duty rate on footwear from Indonesia in 2024, expressed as a percentage of customs value",
    ],
)
def test_a_rate_that_is_said_to_be_of_the_value_is_no_share(text: str) -> None:
    slots = understood(text).slots
    assert (slots.measures, slots.operations) == (("effective_duty",), frozenset())
