"""Periods: written as the contract writes them, read back as themselves, split and moved by whole months."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadArguments
from assistant.periods import Period, month_of
from assistant.store.selection import resolve

FIRST, LAST = Period.month(2019, 3).first, Period.month(2025, 2).first


@pytest.mark.parametrize(
    ("text", "grain", "months", "start", "end"),
    [
        ("2024", "year", 12, date(2024, 1, 1), date(2024, 12, 1)),
        ("2024-Q3", "quarter", 3, date(2024, 7, 1), date(2024, 9, 1)),
        ("2024-11", "month", 1, date(2024, 11, 1), date(2024, 11, 1)),
        ("2017/2023", "range", 84, date(2017, 1, 1), date(2023, 12, 1)),
        ("FY2024", "year", 12, date(2023, 10, 1), date(2024, 9, 1)),
        ("2024-01/2024-11", "range", 11, date(2024, 1, 1), date(2024, 11, 1)),
        ("2023-07/2024-06", "range", 12, date(2023, 7, 1), date(2024, 6, 1)),
    ],
)
def test_written_forms(text: str, grain: str, months: int, start: date, end: date) -> None:
    period = Period.parse(text)
    assert str(period) == text
    assert (period.grain, period.months, period.start, period.end) == (grain, months, start, end)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024-01/2024-12", "2024"),
        ("2024-04/2024-06", "2024-Q2"),
        ("2024-Q1/2024-Q4", "2024"),
        ("2024/2024-06", "2024-01/2024-06"),
    ],
)
def test_the_shortest_form_is_written(text: str, written: str) -> None:
    assert str(Period.parse(text)) == written


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-00", "2024-Q5", "2024-1", "FY2024-Q1", "FY2024-11", "November 2024", "2024-", "2024\n"],
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        Period.parse(text)


months = st.integers(1900 * 12, 2100 * 12)


@given(first=months, length=st.integers(0, 200))
def test_reading_gives_what_was_written(first: int, length: int) -> None:
    period = Period(first, first + length)
    assert Period.parse(str(period)) == period


@given(first=months, length=st.integers(0, 60), grain=st.sampled_from(["month", "quarter", "year"]))
def test_parts_are_whole_in_order_and_inside(first: int, length: int, grain: str) -> None:
    period = Period(first, first + length)
    parts = list(period.split(grain))
    assert all(part.grain == grain and period.covers(part) for part in parts)
    assert all(b.first == a.last + 1 for a, b in zip(parts, parts[1:], strict=False))
    if grain == "month":
        assert len(parts) == period.months


@given(first=months, by=st.integers(-600, 600))
def test_moving_there_and_back(first: int, by: int) -> None:
    period = Period(first, first + 2)
    assert period.shift(by).shift(-by) == period and period.shift(by).months == period.months


def test_a_fiscal_year_moves_by_years() -> None:
    assert str(Period.parse("FY2024").shift(-12)) == "FY2023"
    assert str(Period.parse("FY2024").shift(3)) == "2024"


def test_a_day_lies_in_its_month() -> None:
    assert str(month_of(date(2024, 2, 29))) == "2024-02"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-11", "2024-11"),
        ("latest", "2025-02"),
        ("ever", "2019-03/2025-02"),
        ("latest-year", "2024"),
        ("previous-year", "2023"),
        ("this-year", "2025-01/2025-02"),
        ("latest-quarter", "2024-Q4"),
        ("2023/", "2023-01/2025-02"),
        ("2024-06/", "2024-06/2025-02"),
        ("/2020", "2019-03/2020-12"),
        ("ytd:2024", "2024"),
        ("ytd:2025", "2025-01/2025-02"),
        ("last:6:month", "2024-09/2025-02"),
        ("last:2:quarter", "2024-07/2024-12"),
        ("last:3:year", "2022/2024"),
        ("last:12:month@2024-11", "2023-12/2024-11"),
        ("month:11", "2024-11"),
        ("month:7-11", "2024-07/2024-11"),
        ("month:11-2", "2024-11/2025-02"),
        ("quarter:2-3", "2024-04/2024-09"),
        ("month:1", "2025-01"),
        ("month:3", "2024-03"),
        ("quarter:1", "2024-Q1"),
        ("half:1", "2024-01/2024-06"),
        ("2024-11~-12", "2023-11"),
        ("latest~-1", "2025-01"),
        ("latest-year~12", "2025"),
        ("2024<12", "2023/2024"),
        ("FY2024~-12", "FY2023"),
    ],
)
def test_what_is_open_is_counted_from_the_data(text: str, expected: str) -> None:
    assert str(resolve(text, FIRST, LAST)) == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13", "month:13", "quarter:5", "half:3", "last:x:month", "/soon", "soon/"]
)
def test_what_cannot_be_resolved(text: str) -> None:
    with pytest.raises(BadArguments):
        resolve(text, FIRST, LAST)
