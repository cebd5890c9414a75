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
    text = _said(rows[0], oldest, newest, len(rows), words)
    columns = [capital(words.phrase(f"columns.{name}")) for name in _COLUMNS]
    spans = (("newest_month", newest[4]), ("oldest_month", oldest[3]))
    answer = tuple({"kind": "period", "value": at, "unit": None, "label": words.label(name)} for name, at in spans)
    return Draft(text, table={"columns": columns, "rows": rows}, answer=answer)


def _said(main: list[str], oldest: list[str], newest: list[str], n: int, words: Words) -> str:
    """The table that is asked first with its span, the newest month of all where another table has it."""
    name = "holdings_one" if n == 1 else "holdings_newest" if main[4] == newest[4] else "holdings"
    newest = main if main[4] == newest[4] else newest
    spans = {"first": oldest[3], "last": newest[4], "main_first": main[3], "main_last": main[4]}
    said = {key: words.period(at) for key, at in spans.items()}
    return words.phrase(name, main=main[0], newest=newest[0], n=str(n), **said)


def _row(name: str, row: list[str], store: Store) -> list[str]:
    table = store.by_id[name]
    return [table.title, table.publisher, *row[2:5], table.release]
