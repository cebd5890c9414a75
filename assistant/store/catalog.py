"""The catalog of a store: its tables as they were declared and as their rows were found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from assistant.periods import Period
from assistant.store.coverage import Coverage
from assistant.store.tables import Basis, Gap, Json, Law, Release, Table

_TEXTS = (
    *("id", "kind", "title", "publisher", "source", "description", "url", "licence", "retrieved"),
    *("release", "release_kind", "frequency", "books", "currency", "unit", "product_system", "product_level", "whole"),
)
_EVER = (12, 9999 * 12 + 11)
"""January of year 1 to December 9999: what a gap or a law without dates spans."""


def table_of(declared: Mapping[str, Json], found: Mapping[str, Json]) -> Table:
    """The table of a parsed table.toml and of what its rows were found to hold."""
    text = {name: str(declared.get(name, "")) for name in _TEXTS}
    precision = declared.get("precision")
    return Table(
        **text,
        priority=int(declared["priority"]),
        grain=tuple(declared["grain"]),
        basis=Basis(**declared["basis"]),
        population=declared.get("population", {}),
        totals=declared.get("totals", {}),
        groups=_tuples(declared.get("groups", {})),
        residuals=_tuples(declared.get("residuals", {})),
        precision=None if precision is None else Decimal(str(precision)),
        gaps=tuple(map(_gap, declared.get("gaps", ()))),
        laws=tuple(map(_law, declared.get("laws", ()))),
        releases=tuple(Release(entry["kind"], *_months(entry)) for entry in declared.get("releases", ())),
        sha256=found["sha256"],
        rows=found["rows"],
        measures=tuple(found["measures"]),
        dims=tuple(found["dims"]),
        reporters=tuple(found["reporters"]),
        periods=tuple(found["periods"]),
        coverage=Coverage(found["coverage"]),
        packed_members=found["members"],
    )


def load_catalog(path: Path) -> tuple[Table, ...]:
    """The tables of a store, highest priority first."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return tuple(table_of(entry["declared"], entry["found"]) for entry in entries)


def _tuples(codes: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in codes.items()}


def _months(entry: Mapping[str, Json]) -> tuple[int, int]:
    first = Period.parse(entry["from"]).first if "from" in entry else _EVER[0]
    last = Period.parse(entry["to"]).last if "to" in entry else _EVER[1]
    return first, last


def _gap(entry: Mapping[str, Json]) -> Gap:
    where = _tuples(entry.get("where", {}))
    return Gap(
        entry["kind"],
        *_months(entry),
        entry["reason"],
        where,
        entry.get("in_totals", False),
        entry.get("bridged", False),
    )


def _law(entry: Mapping[str, Json]) -> Law:
    low, high = (Decimal(str(bound)) for bound in entry["between"])
    plain = {name: entry[name] for name in ("percent", "per", "dimension", "other") if name in entry}
    plain["flows"] = tuple(entry.get("flows", ("export", "import")))
    where = _tuples(entry.get("where", {}))
    return Law(entry["name"], entry["kind"], *_months(entry), low, high, where=where, **plain)
