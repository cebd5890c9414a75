"""Periods: closed ranges of calendar months, written as the reply contract writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = 12
TIMES = frozenset({"month", "quarter", "year"})
"""What a series may be by in time: keys of rows as much as lengths of a period."""
LENGTHS = {"month": 1, "quarter": 3, "year": 12}
"""How many months each of them has."""
STEPS = {"yoy": 12, "mom": 1, "qoq": 3}
"""How many months lie between a period and the one that its growth is from."""
GRAINS = ("month", "quarter", "year", "period")
"""Keys of rows that are time: calendar grains, or the asked periods themselves."""
_KEPT = 4096
"""Periods whose written form is kept: the months of a long series are read and written for each row."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A closed range of months; `first` and `last` count months since year 0.

    >>> str(Period.parse("2024-Q3")), str(Period.parse("2017/2023")), Period.parse("2024").months
    ('2024-Q3', '2017/2023', 12)
    """

    first: int
    last: int
    fiscal: bool = False

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The calendar month, 1 to 12."""
        index = year * _MONTHS + month - 1
        return cls(index, index)

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(year * _MONTHS, year * _MONTHS + _MONTHS - 1)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """The calendar quarter, 1 to 4."""
        first = year * _MONTHS + (quarter - 1) * 3
        return cls(first, first + 2)

    @classmethod
    def fiscal_year(cls, year: int) -> Period:
        """The U.S. fiscal year: October of the year before to September."""
        return cls(year * _MONTHS - 3, year * _MONTHS + 8, fiscal=True)

    @staticmethod
    @lru_cache(maxsize=_KEPT)
    def parse(text: str) -> Period:
        """A period from its written form: 2024, 2024-Q3, 2024-11, 2017/2023, 2024-01/2024-11, FY2024; ValueError."""
        if "/" in text:
            start, end = text.split("/", 1)
            return Period(Period.parse(start).first, Period.parse(end).last)
        match = re.fullmatch(r"(FY)?(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?", text)
        if not match or (match[1] and (match[3] or match[4])):
            raise ValueError(f"not a period: {text!r}; write 2024, 2024-Q3, 2024-11, 2017/2023 or FY2024")
        year = int(match[2])
        if match[1]:
            return Period.fiscal_year(year)
        if match[3]:
            return Period.quarter(year, int(match[3]))
        return Period.month(year, int(match[4])) if match[4] else Period.year(year)

    def __str__(self) -> str:
        return _written(self)

    @property
    def months(self) -> int:
        """How many months it spans."""
        return self.last - self.first + 1

    @property
    def grain(self) -> str:
        """month, quarter, year (calendar or fiscal) or range."""
        if self.fiscal:
            return "year"
        whole = self.first % self.months == 0
        return {1: "month", 3: "quarter", 12: "year"}.get(self.months, "range") if whole else "range"

    @property
    def days(self) -> int:
        """How many days it spans.

        >>> Period.parse("2024").days, Period.parse("2023-02").days
        (366, 28)
        """
        return (self.shift(self.months).start - self.start).days

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.first // _MONTHS, self.first % _MONTHS + 1, 1)

    @property
    def end(self) -> date:
        """The first day of its last month."""
        return date(self.last // _MONTHS, self.last % _MONTHS + 1, 1)

    def shift(self, months: int) -> Period:
        """The same length, that many months later (earlier where negative)."""
        return Period(self.first + months, self.last + months, self.fiscal and months % _MONTHS == 0)

    def covers(self, other: Period) -> bool:
        """Whether every month of the other lies inside."""
        return self.first <= other.first and other.last <= self.last

    def split(self, grain: str) -> Iterator[Period]:
        """Its whole months, quarters or years, in order; parts that stick out are left out."""
        step = LENGTHS[grain]
        first = -(-self.first // step) * step
        for start in range(first, self.last - step + 2, step):
            yield Period(start, start + step - 1)


@lru_cache(maxsize=_KEPT)
def _written(period: Period) -> str:
    year, month = divmod(period.first, _MONTHS)
    if period.fiscal:
        return f"FY{period.last // _MONTHS}"
    match period.grain:
        case "year":
            return f"{year}"
        case "quarter":
            return f"{year}-Q{month // 3 + 1}"
        case "month":
            return f"{year}-{month + 1:02}"
    if month == 0 and period.last % _MONTHS == _MONTHS - 1:
        return f"{year}/{period.last // _MONTHS}"
    return f"{Period(period.first, period.first)}/{Period(period.last, period.last)}"


def month_of(day: date) -> Period:
    """The month that a day lies in."""
    return Period.month(day.year, day.month)
