"""What is loaded: which tables cover a place, from when to when, in which release."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from assistant.errors import NoData
from assistant.periods import Period
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.holdings import described
from assistant.types import Json, Listing

_COLUMNS = ("table", "publisher", "whose books", "from", "to", "release")


def availability(
    store: Store,
    *,
    places: Sequence[str] = (),
    dimension: str | None = None,
    source: str | None = None,
    frequency: str | None = None,
    region: str | None = None,
) -> Listing:
    """The loaded tables that hold the named places, with their periods.

    Only those that break down by `dimension`, come from `source` and appear at `frequency`, where these are given;
    of a country's states (`region`: "MX-") only those that hold them.
    """
    rows = tuple(
        _row(table, *span)
        for table in store.tables
        if table.kind == "flow"
        and (frequency is None or table.frequency == frequency)
        and (dimension is None or dimension in table.dims or dimension == "partner")
        and (source is None or table.source == source)
        and (region is None or any(code.startswith(region) for code in table.codes.get("region", ())))
        and (span := _span(table, places))
    )
    if not rows:
        raise NoData("no loaded table holds this", cause="place")
    oldest, newest = min(rows, key=lambda row: row[3]), max(rows, key=lambda row: row[4])
    text = (
        f"The data run from {oldest[3]} ({oldest[0]}) to {newest[4]} ({newest[0]}); "
        f"{len(rows)} table{'s' * (len(rows) > 1)} hold this."
    )
    return Listing(text, _COLUMNS, rows, tuple(_ids(store, rows)))


def info(store: Store) -> dict[str, Json]:
    """The loaded tables with their periods and releases, the number of notes, the newest month of trade, the folder."""
    trade = [table for table in store.tables if table.kind == "flow" and table.release_kind != "estimate"]
    newest = max((table.last.last for table in trade), default=0)
    notes = store.directory / "documents.json"
    return {
        "store": str(store.directory),
        "data_until": str(Period(newest, newest)),
        "notes": len(json.loads(notes.read_text(encoding="utf-8"))) if notes.exists() else 0,
        "tables": [described(table) for table in store.tables],
    }


def _span(table: Table, places: Sequence[str]) -> tuple[int, int] | None:
    if not places:
        return table.first.first, table.last.last
    spans = [span for _, span in table.coverage.naming(places)]
    return (min(s.first for s in spans), max(s.last for s in spans)) if spans else None


def _row(table: Table, first: int, last: int) -> tuple[str, ...]:
    span = (str(Period(first, first)), str(Period(last, last)))
    return (table.title, table.publisher, table.books, *span, table.release)


def _ids(store: Store, rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    titles = {row[0] for row in rows}
    return (table.id for table in store.tables if table.title in titles)
