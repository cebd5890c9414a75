"""What a table has of a selection at other times, where it has nothing at the time that was asked for."""

from __future__ import annotations

from dataclasses import replace

from assistant.errors import NoData
from assistant.periods import Period
from assistant.store.covers import Lacks, Reading, read
from assistant.store.selection import Selection
from assistant.store.store import Store
from assistant.tools.rows import rows_of


def nothing(store: Store, selection: Selection, reading: Reading) -> NoData:
    """The decline of a selection without rows, with the years before and after it that have some: "1968,1972"."""
    detail = {"table": reading.table.title}
    if len(reading.periods) == 1:
        asked, years = reading.periods[0], _years(store, selection, reading)
        before = [year for year in years if Period.parse(year).last < asked.first][-1:]
        after = [year for year in years if Period.parse(year).first > asked.last][:1]
        if before or after:
            detail |= {"near": ",".join((*before, *after)), "period": str(asked)}
    return NoData(f"{reading.table.title} holds no rows for this", cause="empty", detail=detail)


def _years(store: Store, selection: Selection, reading: Reading) -> list[str]:
    """The years that have rows; none where the trade was to be told apart by partner, as no one partner is named."""
    whole = replace(selection, by=("year",), periods=("whole",))
    try:
        rows, _ = rows_of(store, whole, read(reading.table, whole, reading.mirror, store.names.groups))
    except Lacks:
        return []
    return [row.key[0] for row in rows if row.value is not None]


__all__ = ["nothing"]
