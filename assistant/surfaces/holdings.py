"""What is loaded, told in plain lines: the command line prints them, the page lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Entry = Mapping[str, Any]


def lines(tables: Sequence[Entry], notes: Sequence[Entry]) -> Iterator[str]:
    """What is loaded: each table with coverage, release, population, gaps and licence, each note with its sources."""
    for table in tables:
        yield ""
        yield from _table(table)
    yield ""
    for note in notes:
        sources = (f"{s.get('publisher', '')}, {s.get('date', '')}".strip(", ") for s in note.get("sources") or ())
        yield f"note: {note['title']} ({'; '.join(dict.fromkeys(filter(None, sources)))})"


def facts(table: Entry) -> dict[str, str]:
    """What is known of a table by name, without what it does not have; the page and the command line say the same."""
    population = "; ".join(f"{name}: {said}" for name, said in (table.get("population") or {}).items())
    told = {
        "Publisher": table.get("publisher"),
        "Release": table.get("release"),
        "Release kind": _kinds(table),
        "Retrieved": table.get("retrieved"),
        "Coverage": ", ".join(
            filter(None, (f"{table['first']} to {table['last']}", _rows(table), table.get("frequency")))
        ),
        "Breakdown": ", ".join(table.get("dimensions") or ()),
        "Products": table.get("products"),
        "Whose books": table.get("books"),
        "Basis": table.get("basis"),
        "Population": population,
        "Priority": table.get("priority"),
        "Licence": table.get("licence"),
    }
    return {name: str(said) for name, said in told.items() if said}


def gap(entry: Entry | str) -> str:
    """A gap in one line: "break at 2024-01: 2024 is loaded as revised …"."""
    if isinstance(entry, str):
        return entry
    head = " ".join(filter(None, (entry["kind"], entry["span"], f"({entry['where']})" if entry["where"] else "")))
    return f"{head}: {entry['reason']}"


def tolerance(entry: Entry) -> str:
    """A law in one line: what is compared with what, when, and how far apart the two may lie."""
    when = f", {entry['span']}" if entry["span"] else ""
    return f"{entry['name']} (against {entry['against']}, by {entry['per']}{when}): {entry['allowed']}"


def _table(table: Entry) -> Iterator[str]:
    yield f"{table['id']}: {table['title']}"
    for name, said in facts(table).items():
        yield f"    {name.lower():<13} {said}"
    if table.get("url"):
        yield f"    {'address':<13} {table['url']}"
    yield from (f"    {'gap':<13} {gap(entry)}" for entry in table.get("gaps") or ())
    yield from (f"    {'tolerance':<13} {tolerance(entry)}" for entry in table.get("tolerances") or ())


def _kinds(table: Entry) -> str:
    spans = [f"{each['kind']} {each['span']}".strip() for each in table.get("releases") or ()]
    return "; ".join(spans) or str(table.get("release_kind") or "")


def _rows(table: Entry) -> str:
    return f"{int(table['rows']):,} rows" if table.get("rows") else ""
