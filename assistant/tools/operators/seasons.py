"""What the months or quarters of a year are like on average, and the same month of an earlier year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.measures import divide
from assistant.periods import Period
from assistant.store.store import Store
from assistant.tools.operators.frames import Key, present, refuse_rates
from assistant.types import Frame, Row

_PARTS = {"month": 12, "quarter": 4}
_Year = dict[int, Decimal]
"""The values of one year, by the number of the month or quarter."""


def seasonal(store: Store, *, of: Frame, part: int | None = None) -> Frame:
    """The mean of each calendar month or quarter over the whole years of the rows; of one `part` alone: 12, December.

    Years of which a part is missing do not count: they would weigh on some months and not on others.
    """
    refuse_rates(of)
    if len(of.by) != 1 or of.by[0] not in _PARTS or not 1 <= (part or 1) <= _PARTS[of.by[0]]:
        raise BadArguments("this averages one series by month or by quarter; `part` is the number of one of them")
    grain = of.by[0]
    years = _whole_years(of, grain)
    if len(years) < 2:
        raise NoData("an average over years needs two whole ones at least", kind="not_computable", cause="empty")
    rows = tuple(
        Row((f"{grain}:{at}",), divide(sum((year[at] for year in years.values()), Decimal(0)), Decimal(len(years))))
        for at in range(1, _PARTS[grain] + 1)
        if part in (None, at)
    )
    about = replace(of.about, period=f"{min(years)}/{max(years)}")
    detail = {**of.detail, "seasonal": grain, "years": len(years)}
    return replace(of, by=("season",), rows=rows, about=about, detail=detail)


def _whole_years(of: Frame, grain: str) -> dict[int, _Year]:
    """The years with all their parts."""
    years: dict[int, _Year] = {}
    for key, value in present(of.rows):
        first = Period.parse(key[0]).first
        years.setdefault(first // 12, {})[first % 12 * _PARTS[grain] // 12 + 1] = value
    return {year: values for year, values in sorted(years.items()) if len(values) == _PARTS[grain]}


def earlier(store: Store, *, of: Frame, than: Frame, months: int = 12) -> Frame:
    """The row of a series that lies so many months before the one period that was found: the same month a year before.

    NoData where the series has no value there.
    """
    if len(than.rows) != 1 or len(of.by) != 1 or than.by != of.by or months < 1:
        raise BadArguments("this needs a series and one of its periods that was found, and a number of months")
    wanted: Key = (str(Period.parse(than.rows[0].key[0]).shift(-months)),)
    found = tuple(Row(key, value) for key, value in present(of.rows) if key == wanted)
    if not found:
        raise NoData("there is no figure for that earlier period", cause="period")
    return replace(of, rows=found, detail={**of.detail, "earlier": months})
