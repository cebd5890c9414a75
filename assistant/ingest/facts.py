"""What the rows of a loaded table hold: periods, members, and what is covered for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

from assistant.ingest.schema import MEASURES
from assistant.store.tables import DIMENSIONS, FREQUENCY_MONTHS

Json = Any

_MONTH = "(12 * year(period) + month(period) - 1)"


def facts_of(connection: duckdb.DuckDBPyConnection, declared: Mapping[str, Json], sha256: str) -> dict[str, Json]:
    """The findings on a table that are kept in the catalog: rows, dimensions, members, periods and coverage."""
    table, columns = declared["id"], declared["columns"]
    dims = [name for name in DIMENSIONS if name in columns]
    return {
        "sha256": sha256,
        "rows": connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0],
        "measures": [name for name in MEASURES if name in columns],
        "dims": dims,
        "reporters": _column(connection, f"SELECT DISTINCT reporter FROM {table} ORDER BY 1"),
        "periods": _column(connection, f"SELECT DISTINCT {_MONTH} FROM {table} ORDER BY 1"),
        "members": {name: " ".join(_members(connection, declared, name)) for name in dims},
        "coverage": _coverage(connection, declared),
    }


def _column(connection: duckdb.DuckDBPyConnection, query: str) -> list[Json]:
    return [row[0] for row in connection.execute(query).fetchall()]


def _members(connection: duckdb.DuckDBPyConnection, declared: Mapping[str, Json], name: str) -> list[str]:
    special = {code for section in ("groups", "residuals") for code in declared.get(section, {}).get(name, ())}
    special.add(declared.get("totals", {}).get(name, ""))
    codes = _column(connection, f"SELECT DISTINCT {name} FROM {declared['id']} ORDER BY 1")
    return [code for code in codes if code not in special]


def _coverage(connection: duckdb.DuckDBPyConnection, declared: Mapping[str, Json]) -> dict[str, str]:
    partner = "partner" if "partner" in declared["columns"] else "'WLD'"
    step = FREQUENCY_MONTHS[declared["frequency"]]
    rows = connection.execute(
        f"SELECT reporter, flow, {partner}, min({_MONTH}), max({_MONTH}), count(DISTINCT {_MONTH}) "
        f"FROM {declared['id']} GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    packed: dict[str, list[str]] = {}
    for reporter, flow, code, first, last, count in rows:
        packed.setdefault(f"{reporter} {flow}", []).append(f"{code} {first} {last + step - 1} {count * step}")
    return {key: ";".join(entries) for key, entries in packed.items()}
