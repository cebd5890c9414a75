"""The periods of a plan: how long they are, what they are shown by, from when to when growth is taken."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.periods import Period

ALL = frozenset({"ever", "whole", "sound"})
"""Periods that reach over all there is: nothing before them is loaded."""
_FEW = 3
"""A series over more years than this, written in years, is shown by year where the question names no months."""
_MONTHLY = frozenset({"moving_average", "streak", "cumulate", "volatility", "mean", "median", "count"})
"""Operations over months where the question names no other length."""


_UNITS = {"month": 1, "quarter": 3, "year": 12}
_NEWEST = {"latest": 1, "latest-quarter": 3, "latest-year": 12}
"""The months of the newest time of each length."""


def is_one(periods: tuple[str, ...], grain: str) -> bool:
    """Whether the period is one single year, month or quarter, of which "annual" or "monthly" says nothing more."""
    if len(periods) != 1:
        return False
    if periods[0] in ("latest", "latest-quarter", "latest-year"):
        return {"latest": "month", "latest-quarter": "quarter", "latest-year": "year"}[periods[0]] == grain
    try:
        return Period.parse(periods[0]).grain == grain
    except ValueError:
        return False


def is_long(periods: tuple[str, ...]) -> bool:
    """Whether a period is open or a range of more than a year."""
    return len(periods) == 1 and (
        periods[0] == "ever"
        or periods[0].endswith("/")
        or (span(periods) > 12 and ("/" in periods[0] or _last(periods[0]) > 0))
    )


def _last(period: str) -> int:
    """The months of the newest so many years or months ("last:10:year"); 0 for any other period."""
    kind, _, count = period.partition(":")
    number, _, unit = count.partition(":")
    return int(number) * _UNITS.get(unit, 0) if kind == "last" and number.isdigit() else 0


def span(periods: tuple[str, ...]) -> int:
    """The months of the first period; a guess where it is relative."""
    if periods[0] in _NEWEST:
        return _NEWEST[periods[0]]
    if months := _last(periods[0]):
        return months
    try:
        return Period.parse(periods[0]).months
    except ValueError:
        return 0 if periods[0].startswith(("last", "this", "month", "quarter", "half", "ytd")) else 120


def grain_of(slots: Slots) -> str:
    """The time key that suits the operations and the length of the period."""
    if slots.condition or slots.operations & _MONTHLY:
        return "month"
    if slots.operations & {"series", "mean", "median"} and _whole_years(slots.periods[0]) > _FEW:
        return "year"
    partners = len(slots.partner) > 1
    return "year" if partners and span(slots.periods) > 24 or span(slots.periods) > 240 else "month"


def _whole_years(period: str) -> int:
    """How many years a range counts that is written in years: "2015/2023", "last:5:year"; 0 for another period."""
    if period.startswith("last:") and period.endswith(":year"):
        return int(period.split(":")[1])
    first, _, last = period.partition("/")
    return int(last) - int(first) + 1 if len(first) == len(last) == len("2024") and (first + last).isdigit() else 0


def ends_of(slots: Slots) -> tuple[str, ...] | None:
    """The first and the last period to compare: two that are listed, the ends of a range of years, since when."""
    periods = slots.periods
    if len(periods) == 2:
        return tuple(sorted(periods, key=order))
    if len(periods) != 1:
        return None
    if periods[0].startswith("last:") and periods[0].endswith(":year"):
        return f"latest-year~-{12 * int(periods[0].split(':')[1])}", "latest-year"  # growth over five years needs six
    if periods[0].endswith("/"):
        first = periods[0][:-1]
        return first, "latest-year" if len(first) == 4 else "latest"
    first, _, last = periods[0].partition("/")
    if first and last and len(first) == len(last) and ("ends" in slots.operations or _are_alike(first, last)):
        return first, last
    return None


def _are_alike(first: str, last: str) -> bool:
    """Whether a range runs from a year to a year, or to the same month or quarter of a later year.

    >>> _are_alike("2019", "2024"), _are_alike("2023-11", "2024-11"), _are_alike("2024-01", "2024-11")
    (True, True, False)
    """
    return len(first) == len("2024") or first[4:] == last[4:]


def widened(periods: tuple[str, ...], months: int) -> tuple[str, ...]:
    """The periods with so many months before them; what begins with all there is has none before it."""
    return tuple(period if period in ALL or period.startswith("/") else f"{period}<{months}" for period in periods)


def order(period: str) -> tuple[int, str]:
    """Where a period stands in time, for sorting; relative ones come last."""
    base, _, moved = period.partition("~")
    try:
        return Period.parse(base).first + int(moved or 0), period
    except ValueError:
        return 10**6 + int(moved or 0), period


def years(periods: tuple[str, ...]) -> tuple[str, ...]:
    """The range that average growth runs over: two listed years are its ends; to the newest year, the last five."""
    if len(periods) == 2 and all(p.isdigit() for p in periods):
        return (f"{min(periods)}/{max(periods)}",)
    if len(periods) == 1 and periods[0] == "latest-year":
        return ("last:6:year",)
    if periods[0].startswith("last:") and periods[0].endswith(":year"):
        return (f"last:{int(periods[0].split(':')[1]) + 1}:year",)  # growth over five years needs six
    return periods


def is_span(period: str) -> bool:
    """Whether it is a range, or the last months of all."""
    return period.startswith("last:") or months_of(period) > 0


def months_of(period: str) -> int:
    """The months of a closed range: "the ten years 2013-2022" says its length as well."""
    try:
        return Period.parse(period).months if "/" in period else 0
    except ValueError:
        return 0
