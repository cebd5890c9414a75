"""What a table.toml must and may declare; anything else is refused by name, before a row is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assistant.errors import CorpusError
from assistant.periods import Period

Json = Any

REQUIRED = (
    *("id", "kind", "title", "publisher", "source", "url", "licence", "retrieved", "release", "release_kind"),
    *("priority", "frequency", "books", "currency", "unit", "data", "grain", "description", "columns", "basis"),
)
OPTIONAL = (
    *("scale", "population", "totals", "groups", "residuals", "precision", "gaps", "laws", "left_out", "releases"),
    *("ignore", "negative", "product_system", "product_level", "whole"),
)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": ("flow", "rate", "indicator", "shipment"),
    "release_kind": ("revised", "first published", "mixed", "extract", "estimate"),
    "frequency": ("M", "Q", "A", "D"),
}
KEYS = ("reporter", "partner", "partner_code", "flow", "period", "product", "mode", "region", "port")
"""Columns that say what a row is about."""
MEASURES = ("value", "duty", "freight", "weight_kg", "rate", "base_rate")
"""Columns that say how much; money is exact, weights and rates are floating."""
ATTRIBUTES = ("agreement",)
"""Columns that say more about a row and may be empty."""
MONEY = ("value", "duty", "freight")
_BASIS = (
    *("goods_services", "valuation_export", "valuation_import", "adjustment", "prices"),
    *("text", "text_export", "text_import"),
)
_GAP_KEYS = ("kind", "reason", "from", "to", "where", "in_totals", "bridged")
_GAP_KINDS = ("break", "suspect", "missing", "derived", "estimated")
_LAW_KEYS = ("name", "kind", "from", "to", "between", "percent", "per", "dimension", "other", "flows", "where")
_LAW_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": ("parts", "agrees"),
    "per": ("period", "month", "quarter", "year"),
}
_DIMENSIONAL = ("population", "totals", "groups", "residuals")


def read_declaration(path: Path) -> dict[str, Json]:
    """The declaration in a table.toml, checked; CorpusError naming the key that is missing, unknown or wrong."""
    try:
        declared = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path}: not valid TOML: {error}") from error
    try:
        _check(declared)
    except CorpusError as error:
        raise CorpusError(f"{path}: {error}") from error
    return declared


def _check(declared: Mapping[str, Json]) -> None:
    _keys(declared, REQUIRED, (*REQUIRED, *OPTIONAL), "the table")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", str(declared["id"])):
        raise CorpusError(f"id {declared['id']!r} must be lower-case letters, digits and underscores")
    _choices(declared, CHOICES)
    _columns(declared)
    _keys(declared["basis"], ("text",), _BASIS, "[basis]")
    for section in _DIMENSIONAL:
        _keys(declared.get(section, {}), (), KEYS, f"[{section}]")
    for name, population in declared.get("population", {}).items():
        if population != "complete" and not str(population).startswith("partial: "):
            raise CorpusError(f'population of {name} must be "complete" or "partial: of what", not {population!r}')
    for gap in declared.get("gaps", ()):
        _keys(gap, ("kind", "reason"), _GAP_KEYS, "[[gaps]]")
        _choices(gap, {"kind": _GAP_KINDS})
        _periods(gap)
    for release in declared.get("releases", ()):
        _keys(release, ("kind",), ("kind", "from", "to"), "[[releases]]")
        _choices(release, {"kind": ("revised", "first published")})
        _periods(release)
    for law in declared.get("laws", ()):
        _keys(law, ("name", "kind", "between"), _LAW_KEYS, "[[laws]]")
        _choices(law, _LAW_CHOICES)
        _periods(law)


def _keys(given: Mapping[str, Json], required: Iterable[str], known: Iterable[str], where: str) -> None:
    if missing := sorted(set(required) - set(given)):
        raise CorpusError(f"{where} lacks {', '.join(missing)}")
    if unknown := sorted(set(given) - set(known)):
        raise CorpusError(f"{where} has keys that mean nothing here: {', '.join(unknown)}")


def _choices(given: Mapping[str, Json], choices: Mapping[str, tuple[str, ...]]) -> None:
    for name, allowed in choices.items():
        if name in given and given[name] not in allowed:
            raise CorpusError(f"{name} is one of {', '.join(allowed)}, not {given[name]!r}")


def _columns(declared: Mapping[str, Json]) -> None:
    columns = declared["columns"]
    _keys(columns, ("reporter", "flow", "period"), (*KEYS, *MEASURES, *ATTRIBUTES), "[columns]")
    if not set(columns) & set(MEASURES):
        raise CorpusError(f"[columns] needs at least one of {', '.join(MEASURES)}")
    for name, source in columns.items():
        if isinstance(source, dict):
            _keys(source, (), ("constant", "column", "map", "scale"), f"column {name}")
            if ("constant" in source) == ("column" in source):
                raise CorpusError(f"column {name} is either a constant or a source column")
    if unknown := sorted(set(declared["grain"]) - set(columns)):
        raise CorpusError(f"grain names columns that the table lacks: {', '.join(unknown)}")


def _periods(entry: Mapping[str, Json]) -> None:
    for name in ("from", "to"):
        if name in entry:
            try:
                Period.parse(entry[name])
            except ValueError as error:
                raise CorpusError(str(error)) from error
