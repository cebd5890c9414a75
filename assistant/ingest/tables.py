"""Reads every described table of a corpus into one DuckDB file, refusing what is not as described."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from assistant.errors import CorpusError
from assistant.ingest.checks import Staged, check_codes, check_grain, check_source, check_values, role
from assistant.ingest.facts import facts_of
from assistant.ingest.laws import check_laws
from assistant.ingest.mapping import expression, quoted, reader, sources
from assistant.ingest.schema import ATTRIBUTES, KEYS, MEASURES, read_declaration
from assistant.store.catalog import table_of
from assistant.store.tables import Table

Json = Any

CATALOG = "catalog.json"
_INGEST_ONLY = ("columns", "data", "ignore", "scale", "negative")


def ingest_tables(corpus: Path, db: Path, progress: Callable[[str], None]) -> tuple[Table, ...]:
    """The tables of a corpus, loaded into the DuckDB file `db` with catalog.json beside it, highest priority first.

    Raises CorpusError for the first table whose declaration, codes, amounts, grain or laws are not as declared.
    """
    places, grouped = _known_codes(corpus / "nomenclature")
    entries = []
    with duckdb.connect(str(db)) as connection:
        for path in sorted(corpus.glob("tables/*/table.toml")):
            progress(path.parent.name)
            entries.append(_ingest(connection, path, places, grouped))
        entries.sort(key=lambda entry: (-entry["declared"]["priority"], entry["declared"]["id"]))
        tables = tuple(table_of(entry["declared"], entry["found"]) for entry in entries)
        _check_wholes(tables)
        check_laws(connection, tables)
    (db.parent / CATALOG).write_text(json.dumps(entries, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return tables


def _check_wholes(tables: Sequence[Table]) -> None:
    """CorpusError where a table names as its whole one of another source, other books or another currency.

    A whole that is not loaded is passed over: nothing is then put together.
    """
    known = {table.id: table for table in tables}
    for table in tables:
        whole = known.get(table.whole, table)
        for name in ("source", "books", "currency"):
            if getattr(whole, name) != getattr(table, name):
                raise CorpusError(f"table {table.id}: its whole {whole.id} is of another {name}")


def _ingest(
    connection: duckdb.DuckDBPyConnection, path: Path, places: frozenset[str], grouped: frozenset[str]
) -> dict[str, Json]:
    declared = read_declaration(path)
    if declared["id"] != path.parent.name:
        raise CorpusError(f"{path}: the id {declared['id']!r} is not the name of its folder")
    data = path.parent / declared["data"]
    if not data.is_file():
        raise CorpusError(f"{path}: there is no data file {declared['data']!r} beside it")
    staged = Staged(connection, declared)
    _stage(staged, data)
    check_values(staged)
    check_grain(staged)
    check_codes(staged, places, grouped)
    _keep(staged)
    return {"declared": _carried(declared), "found": facts_of(connection, declared, _sha256(path, data))}


def _stage(staged: Staged, data: Path) -> None:
    scan = reader(data)
    described = staged.connection.execute(f"DESCRIBE SELECT * FROM {scan}").fetchall()
    check_source(staged, [row[0] for row in described])
    scale = Decimal(str(staged.declared.get("scale", 1)))
    columns = staged.declared["columns"]
    written = [f"{expression(name, source, scale)} AS {name}" for name, source in columns.items()]
    raw = [f"{quoted(name)} AS {quoted('raw_' + name)}" for name in sorted(sources(columns))]
    made = f"SELECT {', '.join(written + raw)} FROM {scan}"
    staged.connection.execute(f"CREATE OR REPLACE TEMP TABLE {staged.rows} AS {made}")


def _keep(staged: Staged) -> None:
    declared = staged.declared
    names = [name for name in (*KEYS, *MEASURES, *ATTRIBUTES) if name in declared["columns"]]
    order = ", ".join(declared["grain"])
    kept = f"SELECT {', '.join(names)}, {role(declared)} AS role FROM {staged.rows} ORDER BY {order}"
    staged.connection.execute(f"CREATE OR REPLACE TABLE {declared['id']} AS {kept}")
    staged.connection.execute(f"DROP TABLE {staged.rows}")


def _carried(declared: Mapping[str, Json]) -> dict[str, Json]:
    """The declaration without what only ingest needs."""
    return {name: value for name, value in declared.items() if name not in _INGEST_ONLY}


def _sha256(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _known_codes(nomenclature: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of places and of groups; empty where the corpus brings no lists, which then bind nobody."""
    return _codes(nomenclature / "countries.csv", "code"), _codes(nomenclature / "groups.csv", "id")


def _codes(path: Path, column: str) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row[column] for row in csv.DictReader(lines))
