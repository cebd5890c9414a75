"""Which questions choose between the countries of a group, and which speak of the group as a whole."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("which European country did the US import most from in 2023", "EUROPE"),
        ("which of the EU countries sells us the most, 2023", "EU"),
        ("top 5 Asian suppliers in 2023", "ASIA"),
        ("largest African supplier of US imports in 2021", "AFRICA"),
        ("who is our biggest customer in South America in 2022", "SOUTHAMERICA"),
        ("of the G7, who buys most from us in 2022", "G7"),
        ("of the CAFTA-DR members, who exported the most to the US in 2021", "CAFTADR"),
        ("of the members of ASEAN, who sold us the most in 2022", "ASEAN"),
        ("which member of the EU bought the most from us in 2022", "EU"),
        ("the ASEAN member that sold us the most in 2022", "ASEAN"),
        ("the three South American countries that sell most to the US, 2022", "SOUTHAMERICA"),
        ("two Asian nations selling most to the US in 2022", "ASIA"),
        ("exports to each EU country in 2022", "EU"),
        ("rank the BRICS by US imports in 2022", "BRICS"),
        ("how many EU countries bought more than 20 billion from us in 2023", "EU"),
        ("name the EU members to which US exports exceeded $20 billion in 2024", "EU"),
        ("list ASEAN countries with falling sales to the US in 2024", "ASEAN"),
        ("I'm after the EU countries that bought more than $20 billion from the US in 2024", "EU"),
        ("What are the Asian countries with a US deficit above $50bn in 2024?", "ASIA"),
    ],
)
def test_a_group_that_is_told_apart(text: str, group: str) -> None:
    assert understood(text).slots.among == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("países asiáticos que vendieron más de 100 mil millones a EEUU en 2024", "ASIA"),
        ("dime los países de la ASEAN cuyas ventas a EEUU bajaron en 2024", "ASEAN"),
    ],
)
def test_a_group_that_spanish_tells_apart(text: str, group: str) -> None:
    assert understood(text, "es").slots.among == group


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("exports to ASEAN countries in 2022", ("ASEAN",)),
        ("show US exports to EU countries in 2024", ("EU",)),
        ("imports from EU members in 2022", ("EU",)),
        ("of the EU, which month of 2023 had the highest US imports", ("EU",)),
        ("top 5 exports to EU countries in 2023", ("EU",)),
        ("share of US exports to Asian countries in 2022", ("ASIA",)),
        ("top 5 exports to Asia in 2023", ("ASIA",)),
        ("which month had the highest exports to European countries in 2023", ("EUROPE",)),
    ],
)
def test_a_group_as_a_whole(text: str, partner: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert (slots.among, slots.partner) == ("", partner)
    assert "partner" not in slots.keys


@pytest.mark.parametrize(
    ("text", "partner", "keys", "measures"),
    [
        ("among all partners, who had the largest surplus with the US in 2022", (), ("partner",), ("deficit",)),
        ("of all countries, which one did the US import most from in 2022", (), ("partner",), ("imports",)),
        ("of US imports from the world in 2023, which country had the biggest share", (), ("partner",), ("imports",)),
        ("across all partners, which month of 2023 had the highest US imports", (), None, ("imports",)),
    ],
)
def test_all_countries_are_no_partner_where_one_of_them_is_chosen(
    text: str, partner: tuple[str, ...], keys: tuple[str, ...] | None, measures: tuple[str, ...]
) -> None:
    slots = understood(text).slots
    assert slots.partner == partner and slots.measures == measures
    assert keys is None or slots.keys == keys


@pytest.mark.parametrize(
    ("text", "language", "among"),
    [
        ("How many of the G7 did the US run a deficit with in 2023?", "en", "G7"),
        ("How many of the BRICS sold the US over $20 billion in 2024?", "en", "BRICS"),
        ("¿Cuántos de los BRICS vendieron más de 20 mil millones a EE. UU. en 2024?", "es", "BRICS"),
    ],
)
def test_those_of_a_group_are_counted(text: str, language: str, among: str) -> None:
    slots = understood(text, language).slots
    assert slots.among == among and "partner" in slots.keys
