"""The declared column mapping, written as expressions that DuckDB runs over the whole data file at once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.errors import CorpusError
from assistant.ingest.schema import MONEY

Json = Any

_CSV = "read_csv({}, all_varchar = true)"
_READERS = {".parquet": "read_parquet({})", ".csv": _CSV, ".gz": _CSV}


def literal(value: object) -> str:
    """A text as a quoted SQL literal."""
    return "'" + str(value).replace("'", "''") + "'"


def quoted(name: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def reader(path: Path) -> str:
    """The scan of a data file, Parquet or CSV (plain or gzipped); CSV stays text so that codes keep their zeros."""
    if path.suffix not in _READERS:
        raise CorpusError(f"{path}: data is Parquet or CSV, not {path.suffix or 'a file without an ending'}")
    return _READERS[path.suffix].format(literal(path))


def sources(columns: Mapping[str, Json]) -> set[str]:
    """The columns of the data file that the mapping reads."""
    names = (source.get("column") if isinstance(source, dict) else source for source in columns.values())
    return {name for name in names if name is not None}


def expression(name: str, source: Json, scale: Decimal) -> str:
    """The SQL expression of one canonical column; NULL where the source does not fit its type."""
    raw, factor = _raw(source)
    if name == "period":
        return _period(raw)
    if name in MONEY:
        return f"TRY_CAST(TRY_CAST({raw} AS DECIMAL(28,8)) * {factor * scale} AS DECIMAL(18,2))"
    if name == "weight_kg":
        return f"TRY_CAST({raw} AS DOUBLE) * {factor}"
    if name in ("rate", "base_rate"):
        return f"TRY_CAST({raw} AS DOUBLE)"
    return f"CAST({raw} AS VARCHAR)"


def source_of(source: Json) -> str | None:
    """The source column that a mapping entry reads, None for a constant."""
    return source.get("column") if isinstance(source, dict) else str(source)


def _raw(source: Json) -> tuple[str, Decimal]:
    if not isinstance(source, dict):
        return quoted(str(source)), Decimal(1)
    if "constant" in source:
        return literal(source["constant"]), Decimal(1)
    column, factor = quoted(source["column"]), Decimal(str(source.get("scale", 1)))
    if "map" not in source:
        return column, factor
    cases = " ".join(f"WHEN {literal(old)} THEN {literal(new)}" for old, new in source["map"].items())
    return f"CASE CAST({column} AS VARCHAR) {cases} END", factor


def _period(raw: str) -> str:
    text = f"CAST({raw} AS VARCHAR)"
    quarter = f"{text}[:4] || '-' || lpad(CAST(3 * CAST({text}[7:7] AS INTEGER) - 2 AS VARCHAR), 2, '0') || '-01'"
    return (
        f"TRY_CAST(CASE WHEN regexp_full_match({text}, '\\d{{4}}') THEN {text} || '-01-01' "
        f"WHEN regexp_full_match({text}, '\\d{{4}}-\\d{{2}}') THEN {text} || '-01' "
        f"WHEN regexp_full_match({text}, '\\d{{4}}-Q[1-4]') THEN {quarter} ELSE {text} END AS DATE)"
    )
