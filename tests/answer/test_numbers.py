"""Figures as they are said and as the contract writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer.numbers import plain, write
from assistant.languages.language import load

EN = load("en")


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("16900000000", "USD", "$16.900 billion"),
        ("171809239538", "USD", "$171.809 billion"),
        ("1201500000000", "USD", "$1.202 trillion"),
        ("999999999999", "USD", "$1.000 trillion"),
        ("999400000", "USD", "$999.4 million"),
        ("999950000", "USD", "$1.000 billion"),
        ("1500000", "USD", "$1.5 million"),
        ("12345", "USD", "$12,345"),
        ("0", "USD", "$0"),
        ("-15349000000", "USD", "−$15.349 billion"),
        ("250000000", "EUR", "€250.0 million"),
        ("250000000", "MXN", "MXN 250.0 million"),
        ("6.03544191547", "percent", "6.04%"),
        ("-8.005", "percent", "−8.01%"),
        ("0.0123", "percent", "0.0123%"),
        ("0", "percent", "0.00%"),
        ("1.255", "percentage points", "1.26 percentage points"),
        ("0.5515", "ratio", "0.552"),
        ("116.666666667", "index", "116.7"),
        ("7", "count", "7"),
        ("1234567", "count", "1,234,567"),
        ("62704490090", "kg", "62.704 billion kg"),
        ("12", "USD per kg", "$12.00/kg"),
        ("-0.004", "percentage points", "0.00 percentage points"),
    ],
)
def test_written_in_english(value: str, unit: str, said: str) -> None:
    assert write(Decimal(value), unit, EN) == said


@pytest.mark.parametrize(
    ("value", "precision", "said"),
    [
        ("16900000000", "50000000", "$16.9 billion"),
        ("35000000000", "50000000", "$35.0 billion"),
        ("16900000000", "500000", "$16.900 billion"),
        ("16900000000", "500000000", "$17 billion"),
        ("60000000", "500000", "$60 million"),
        ("60000000", "50000", "$60.0 million"),
        ("1234000000000", "50000000", "$1.234 trillion"),
    ],
)
def test_no_digit_beyond_what_the_source_states(value: str, precision: str, said: str) -> None:
    assert write(Decimal(value), "USD", EN, Decimal(precision)) == said


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("16900000000.00", "16900000000"),
        ("1E+3", "1000"),
        ("0.0", "0"),
        ("-0.0", "0"),
        ("3.50", "3.5"),
        ("-2.10", "-2.1"),
    ],
)
def test_the_contract_writes_plain_decimals(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


@settings(max_examples=200, deadline=None, derandomize=True)
@given(value=st.decimals(-(10**15), 10**15, places=2, allow_nan=False))
def test_plain_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value)) == value and "E" not in plain(value)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(value=st.decimals(-(10**14), 10**14, places=2, allow_nan=False))
def test_what_is_said_is_off_by_half_of_its_last_digit_at_most(value: Decimal) -> None:
    said = write(value, "USD", EN)
    number, _, scale = said.replace("−", "-").replace("$", "").replace(",", "").partition(" ")
    size = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    half = Decimal("0.5").scaleb(Decimal(number).as_tuple().exponent)
    assert abs(Decimal(number) - value / size) <= half
