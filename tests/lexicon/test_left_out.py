"""Ways of leaving things out: behind the thing, "all but", months of a year."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("imports from Mexico in 2023 with trucks left out", {"mode": ("truck",)}),
        ("leaving trucks aside, how much did we import from Mexico in 2023", {"mode": ("truck",)}),
        ("imports from Mexico in 2023, trucks and rail excluded", {"mode": ("truck", "rail")}),
        ("all modes but truck: imports from Mexico in 2023", {"mode": ("truck",)}),
        ("US imports from everywhere but China in 2022", {"partner": ("CHN",)}),
        ("US imports in 2022, China and Mexico aside", {"partner": ("CHN", "MEX")}),
        ("If I strip vehicles (chapter 87) out of US exports to Canada, what was the 2018 sum?", {"product": ("87",)}),
        ("US exports to Mexico in 2024 once trucks are taken out", {"mode": ("truck",)}),
        ("US exports to Mexico in 2024, trucks excepted", {"mode": ("truck",)}),
        ("If you take away vehicles from US exports to Canada in 2018, what remains?", {"product": ("87",)}),
        ("US exports to Canada in 2018 with vehicles knocked off", {"product": ("87",)}),
        ("After removing vehicles from US exports to Canada, what was the 2018 total?", {"product": ("87",)}),
        ("What did our imports from Mexico come to in 2024, less vehicles?", {"product": ("87",)}),
        ("Netting out mineral fuels, what was the US deficit with Canada in 2024?", {"product": ("27",)}),
    ],
)
def test_things_left_out(text: str, left_out: dict[str, tuple[str, ...]]) -> None:
    found = understood(text)
    assert (found.slots.without, found.unknown) == (left_out, ())


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("US exports to Canada in 2020 excluding April and May", ("2020-Q1", "2020-06/2020-12")),
        ("US exports to Canada in 2020 except April", ("2020-Q1", "2020-05/2020-12")),
        ("2020 US exports to Canada skipping April-May", ("2020-Q1", "2020-06/2020-12")),
        ("US exports to Canada in 2021 excluding the first quarter", ("2021-04/2021-12",)),
        ("US exports to Canada from 2018 to 2022 excluding 2020", ("2018/2019", "2021/2022")),
    ],
)
def test_months_left_out(text: str, periods: tuple[str, ...]) -> None:
    slots = understood(text).slots
    assert slots.periods == periods
    assert ("sum" in slots.operations) == (len(periods) > 1)


def test_a_time_is_not_sought_in_a_stretch_with_a_gap() -> None:
    found = understood("From 2015 to 2024, leaving out 2023, which year had the highest US exports to Canada?").slots
    assert "sum" not in found.operations


def test_nothing_to_leave_out_is_an_unknown_word() -> None:
    assert understood("excluded, US exports to Canada in 2020").unknown


def test_but_alone_leaves_nothing_out() -> None:
    assert not understood("but Mexico, what did the US export there in 2020").slots.without
