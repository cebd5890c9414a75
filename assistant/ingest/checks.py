"""The refusals of ingest: each names the table and shows the first rows that break what was declared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import duckdb

from assistant.errors import CorpusError
from assistant.ingest.mapping import literal, quoted, source_of
from assistant.ingest.schema import ATTRIBUTES, KEYS, MEASURES

Json = Any

_SHOWN = 5
_START = {
    "M": "day(period) = 1",
    "Q": "day(period) = 1 AND month(period) % 3 = 1",
    "A": "dayofyear(period) = 1",
    "D": "true",
}
_MAY_LACK = ("weight_kg", "duty", "freight", "rate", "base_rate", *ATTRIBUTES)


@dataclass(frozen=True, slots=True)
class Staged:
    """A table on its way in: its declaration and the rows that the mapping made of the data file.

    `rows` has the canonical columns, and beside them as raw_<column> the source columns they came from.
    """

    connection: duckdb.DuckDBPyConnection
    declared: Mapping[str, Json]
    rows: str = "staged"

    def refuse(self, what: str) -> NoReturn:
        """Raises CorpusError for this table."""
        raise CorpusError(f"table {self.declared['id']}: {what}")

    def none(self, wrong: str, what: str, rows: str | None = None) -> None:
        """Refuses the table, showing rows, where any row meets the condition `wrong`."""
        query = f"SELECT *, count(*) OVER () AS of_rows FROM {rows or self.rows} WHERE {wrong} LIMIT {_SHOWN}"
        found = self.connection.execute(query)
        names = [column[0] for column in found.description or ()]
        if shown := found.fetchall():
            lines = [", ".join(f"{n}={v}" for n, v in zip(names, row, strict=True) if n != "of_rows") for row in shown]
            self.refuse(f"{what}, in {shown[0][-1]} rows:\n  " + "\n  ".join(lines))

    def distinct(self, column: str) -> set[str]:
        """The codes that stand in a column."""
        return {row[0] for row in self.connection.execute(f"SELECT DISTINCT {column} FROM {self.rows}").fetchall()}


def check_source(staged: Staged, raw: Iterable[str]) -> None:
    """Refuses a data file whose columns are not those that are mapped or named under `ignore`."""
    declared = staged.declared
    mapped = {source_of(source) for source in declared["columns"].values()} - {None}
    if missing := sorted(str(name) for name in mapped - set(raw)):
        staged.refuse(f"the data lacks the column {', '.join(missing)}")
    if unknown := sorted(set(raw) - mapped - set(declared.get("ignore", ()))):
        staged.refuse(f"columns that are neither mapped nor ignored: {', '.join(unknown)}")


def check_values(staged: Staged) -> None:
    """Refuses rows whose keys, periods or amounts are not what is declared."""
    columns = staged.declared["columns"]
    for name, source in columns.items():
        staged.none(_unreadable(name, source), f"no readable {name}")
    for name in columns:
        if name in KEYS and name != "period":
            staged.none(f"NOT regexp_full_match({name}, '\\S+')", f"a {name} code with a blank or nothing in it")
    staged.none("flow NOT IN ('export', 'import')", "a flow that is neither export nor import")
    staged.none(f"NOT ({_START[staged.declared['frequency']]})", "a period that does not start one")
    if not staged.declared.get("negative", False):
        for name in (name for name in MEASURES if name in columns):
            staged.none(f"{name} < 0", f"a negative {name}")


def check_grain(staged: Staged) -> None:
    """Refuses a table that has two rows for one key."""
    keys = ", ".join(staged.declared["grain"])
    rows = f"(SELECT {keys}, count(*) AS rows FROM {staged.rows} GROUP BY {keys} HAVING count(*) > 1)"
    staged.none("true", f"more than one row for a key ({keys})", rows)


def check_codes(staged: Staged, places: frozenset[str], grouped: frozenset[str]) -> None:
    """Refuses partners that no list names, groups that are not declared as such, and declared codes without rows."""
    special = _special(staged.declared)
    for dimension, codes in special.items():
        if absent := sorted(set(codes) - staged.distinct(dimension)):
            staged.refuse(f"{dimension} codes are declared that no row has: {', '.join(absent)}")
    for column in ("reporter", "partner"):
        found = staged.distinct(column) if column in staged.declared["columns"] else set()
        if places and (unknown := sorted(found - places - grouped)):
            staged.refuse(f"{column} codes that the nomenclature does not have: {', '.join(unknown[:_SHOWN])}")
        if summed := sorted(found & grouped - set(special.get(column, ()))):
            names = ", ".join(summed[:_SHOWN])
            staged.refuse(f"{names}: groups among the {column}s that are not declared as groups")


def role(declared: Mapping[str, Json]) -> str:
    """The SQL expression of a row's role: total, group, residual, else member."""
    cases = {"total": "totals", "group": "groups", "residual": "residuals"}
    whens = [f"WHEN {_any_of(declared.get(section, {}))} THEN '{name}'" for name, section in cases.items()]
    return f"CASE {' '.join(whens)} ELSE 'member' END"


def _unreadable(name: str, source: Json) -> str:
    absent = f"{quoted(name)} IS NULL"
    column = source_of(source)
    if name in _MAY_LACK and column:
        raw = quoted("raw_" + column)
        return f"{absent} AND {raw} IS NOT NULL AND CAST({raw} AS VARCHAR) <> ''"
    return absent


def _special(declared: Mapping[str, Json]) -> dict[str, tuple[str, ...]]:
    special: dict[str, tuple[str, ...]] = {}
    for section in ("groups", "residuals", "totals"):
        for dimension, codes in declared.get(section, {}).items():
            special[dimension] = (*special.get(dimension, ()), *_listed(codes))
    return special


def _any_of(declared: Mapping[str, Json]) -> str:
    tests = [f"{name} IN ({', '.join(map(literal, _listed(codes)))})" for name, codes in declared.items()]
    return " OR ".join(tests) or "false"


def _listed(codes: str | list[str]) -> list[str]:
    return [codes] if isinstance(codes, str) else codes
