"""What is loaded, as a sentence and a table in the language of the question."""

from __future__ import annotations

from assistant.answer.draft import Draft
from assistant.answer.words import Words, capital
from assistant.store.store import Store
from assistant.types import Listing

_COLUMNS = ("table", "publisher", "books", "first", "last", "release")


def holdings(listing: Listing, words: Words, store: Store) -> Draft:
    """What is loaded, with the newest and the oldest month; the tables as they are declared in the language."""
    rows = [_row(name, list(row), store) for name, row in zip(listing.tables, listing.rows, strict=False)]
    oldest, newest = min(rows, key=lambda row: row[3]), max(rows, key=lambda row: row[4])
    text = words.phrase(
        "holdings",
        first=words.period(oldest[3]),
        oldest=oldest[0],
        last=words.period(newest[4]),
        newest=newest[0],
        n=str(len(rows)),
    )
    columns = [capital(words.phrase(f"columns.{name}")) for name in _COLUMNS]
    spans = (("newest_month", newest[4]), ("oldest_month", oldest[3]))
    answer = tuple({"kind": "period", "value": at, "unit": None, "label": words.label(name)} for name, at in spans)
    return Draft(text, table={"columns": columns, "rows": rows}, answer=answer)


def _row(name: str, row: list[str], store: Store) -> list[str]:
    table = store.by_id[name]
    return [table.title, table.publisher, *row[2:5], table.release]
