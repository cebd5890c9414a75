"""A selection: what is asked of the tables, before one of them is chosen to answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.errors import BadArguments
from assistant.measures import Measure
from assistant.periods import LENGTHS, Period

DIMENSIONS = ("product", "mode", "region", "port")
"""Dimensions beside the two places; a table that lacks one holds all of it together."""

WORLD = "WLD"


@dataclass(frozen=True, slots=True)
class Basis:
    """What the question demands of the basis: a table, a publisher's tables, a country's books, a release, a valuation.

    `release` is "revised" or "first published", `valuation` a name of `demands.VALUATIONS` ("general", "consumption").
    `population` is "partial" where an answer among the partners that a table of unstated books holds will do, "loaded"
    where one among those of any table will; either says so.
    """

    table: str | None = None
    source: str | None = None
    books: str | None = None
    population: str | None = None
    release: str | None = None
    valuation: str | None = None

    @property
    def demands(self) -> tuple[tuple[str, str], ...]:
        """What a person may have demanded, by name."""
        names = ("source", "books", "table", "release", "valuation")
        return tuple((name, value) for name in names if (value := getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Selection:
    """A measure of a reporter with a partner, its filters, the periods as asked, and the keys of the result.

    An empty `partner` is the world where the result is not keyed by partner, and every partner where it is.
    A product is an HS code of any length, or several joined by ";" that are one thing ("8703;8704"); `level` is the
    number of digits that products are keyed at. `periods` may be open: "latest", "latest-year", "ever", "2019/",
    "/2020", "last:6:month", "month:11".
    """

    measure: Measure
    reporter: tuple[str, ...]
    partner: tuple[str, ...]
    periods: tuple[str, ...]
    by: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    basis: Basis = Basis()
    level: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether a period reaches as far as the data does."""
        return any(not is_closed(period) for period in self.periods)


def digits(code: str) -> tuple[str, ...]:
    """The HS codes that a product code stands for.

    >>> digits("8703;8704")
    ('8703', '8704')
    """
    return tuple(code.split(";"))


_LAST = re.compile(r"last:(\d{1,3}):(month|quarter|year)(?:@(.+))?")
_RECURRING = re.compile(r"(month|quarter|half):(\d{1,2})(?:-(\d{1,2}))?")
_MOVED = re.compile(r"(.+)([~<])(-?\d{1,3})")
_LENGTH = {**LENGTHS, "half": 6}


def is_closed(text: str) -> bool:
    """Whether a period is written out, not open or relative."""
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def resolve(text: str, first: int, last: int) -> Period:
    """The months that a period means in a table covering `first` to `last` (months since year 0).

    "latest" is the newest month, "latest-year" the newest whole calendar year, "ytd" that of the newest month,
    "2019/" reaches to the newest month, "month:11" is the newest November, "month:7-12" the newest July to
    December, "last:6:month" the newest six; "ever" is all there is of the table that reaches furthest, "whole" of the
    one that begins first, "sound" the newest stretch in which nothing is missing. "X~-12" is X a year earlier and
    "X<12" is X with the twelve months before it.
    BadArguments where it is no period.
    """
    if match := _MOVED.fullmatch(text):
        period, months = resolve(match[1], first, last), int(match[3])
        return period.shift(months) if match[2] == "~" else Period(period.first - months, period.last)
    if is_closed(text):
        return Period.parse(text)
    if text.startswith("ytd:"):
        year = Period.parse(text[4:])
        return Period(year.first, min(year.last, last))
    if text in ("latest", "ever", "whole", "sound", "latest-year", "previous-year", "this-year", "latest-quarter"):
        return _named(text, first, last)
    if text.endswith("/"):
        return Period(_parse(text[:-1]).first, last)
    if text.startswith("/"):
        return Period(first, _parse(text[1:]).last)
    if match := _LAST.fullmatch(text):
        end = _parse(match[3]).last if match[3] else _whole(last, match[2])
        return Period(end - int(match[1]) * _LENGTH[match[2]] + 1, end)
    if match := _RECURRING.fullmatch(text):
        return _recurring(_LENGTH[match[1]], int(match[2]), int(match[3] or match[2]), last)
    raise BadArguments(f"{text!r} is not a period; write 2024, 2024-Q3, 2024-11, 2017/2023, latest or ever")


def _named(text: str, first: int, last: int) -> Period:
    year = _whole(last, "year") // 12
    quarter = _whole(last, "quarter")
    return {
        "latest": Period(last, last),
        "ever": Period(first, last),
        "whole": Period(first, last),
        "sound": Period(first, last),
        "latest-year": Period.year(year),
        "previous-year": Period.year(year - 1),
        "this-year": Period(last - last % 12, last),
        "latest-quarter": Period(quarter - 2, quarter),
    }[text]


def _parse(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise BadArguments(str(error)) from error


def _whole(last: int, grain: str) -> int:
    """The last month of the newest whole quarter or year that ends by `last`."""
    length = _LENGTH[grain]
    return (last + 1) // length * length - 1


def _recurring(length: int, number: int, until: int, last: int) -> Period:
    """The newest such part of a year, or the newest stretch from one part to another: "month:7-12"."""
    offset = until * length - 1
    if not 0 < number * length <= 12 or not 0 <= offset < 12:
        raise BadArguments(f"there is no {length}-month part {number} to {until} of a year")
    end = last // 12 * 12 + offset
    end = end if end <= last else end - 12
    return Period(end - (until - number) % (12 // length) * length - length + 1, end)
