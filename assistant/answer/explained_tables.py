"""The tables under an explanation: every table that was considered, a citation's fields, the rows behind a figure."""

from __future__ import annotations

from assistant.answer.earlier import Earlier, Judged
from assistant.answer.fill import shown
from assistant.answer.numbers import plain
from assistant.answer.words import Words, capital
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.types import OTHER, Frame, Json

MOST_ROWS = 200
_ROWS = f"{OTHER}rows"
_TOLD = ("table", "publisher", "books", "release", "priority")


def considered(earlier: Earlier) -> dict[str, Json]:
    """Every table that was considered, with its value where it has one and why it was not used."""
    words = earlier.words
    columns = [
        *(_column(words, name) for name in (*_TOLD, "verdict")),
        _column(words, "value", unit=words.unit(earlier.frame.unit)),
    ]
    rows = [_line(earlier, each) for each in earlier.judged]
    return {"columns": [*columns, _column(words, "reason")], "rows": rows}


def declared(table: Table) -> tuple[str, ...]:
    """What a table declares of itself, word for word as it is cited."""
    return table.publisher, table.title, table.release, table.retrieved, table.url, table.licence


def fields(earlier: Earlier) -> dict[str, Json]:
    """What a citation needs, field by field, with the figures cited."""
    words, table = earlier.words, earlier.used
    told = {name: getattr(table, name) for name in ("publisher", "title", "release", "retrieved", "url", "licence")}
    rows = [[_column(words, name), value] for name, value in {**told, "basis": earlier.frame.basis}.items() if value]
    facts = [[_column(words, "figure"), f"{f.measure}: {shown(f, words)}"] for f in earlier.ledger.facts]
    return {"columns": [_column(words, "field"), _column(words, "said")], "rows": [*facts, *rows]}


def rows(earlier: Earlier) -> dict[str, Json]:
    """What was added up: each flow by the table's own periods, or by the keys of the answer."""
    words, frames = earlier.words, _listed(earlier)
    units = words.listed(list(dict.fromkeys(words.unit(frame.unit) for frame in frames)))
    keys = max((frame.by for frame in frames), key=len, default=())
    names = [capital(words.label(key)) for key in keys]
    found = [line for frame in frames for line in _lines(frame, words, len(keys))]
    return {
        "columns": [_column(words, "selection"), *names, _column(words, "value", unit=units)],
        "rows": found[:MOST_ROWS],
    }


def count(earlier: Earlier) -> int:
    """How many rows were added up."""
    return sum(len(frame.rows) for frame in _listed(earlier))


def by_priority(store: Store, words: Words) -> dict[str, Json]:
    """The loaded tables in the order in which they are asked."""
    lines = [[t.title, t.publisher, t.books, t.release, str(t.priority)] for t in store.tables]
    return {"columns": [_column(words, name) for name in _TOLD], "rows": lines}


def _column(words: Words, name: str, **blanks: str) -> str:
    return words.phrase(f"columns.{name}", **blanks)


def _line(earlier: Earlier, each: Judged) -> list[Json]:
    table = each.table
    frame = earlier.frame if each.verdict == "used" else earlier.other(each)
    value = None if frame is None or frame.by or frame.value is None else plain(frame.value)
    told = (table.title, table.publisher, table.books, table.release, str(table.priority))
    return [*told, _column(earlier.words, each.verdict), value, earlier.reason(each)]


def _listed(earlier: Earlier) -> list[Frame]:
    return [frame for name, frame in earlier.evidence.frames.items() if name.endswith(_ROWS)]


def _lines(frame: Frame, words: Words, keys: int) -> list[list[Json]]:
    subject, blank = words.subject(frame), [""] * (keys - len(frame.by))
    named = ([words.key(d, code) for d, code in zip(frame.by, row.key, strict=True)] for row in frame.rows)
    values = (None if row.value is None else plain(row.value) for row in frame.rows)
    return [[subject, *names, *blank, value] for names, value in zip(named, values, strict=True)]
