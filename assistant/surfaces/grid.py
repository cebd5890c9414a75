"""The table of a reply as columns of text or of numbers, and numbers at a scale that is easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.surfaces.labels import ENGLISH, label

Cell = str | Decimal | None

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")
_MONEY = re.compile(r"[A-Z]{3}")
_SIGNS = {"%": "percent", "pp": "percentage points", "×": "ratio", "n": "count"}
_SIGNS |= {"índice": "index", "indice": "index", "lugar": "rank", "rang": "rank", "años": "years", "ans": "years"}
"""Units as the tables of other languages write them."""
_SAID = re.compile(rf"\(([A-Z]{{3}}|percent|percentage points|ratio|index|count|rank|kg|years|{'|'.join(_SIGNS)})\)$")
_BILLION, _MILLION = Decimal(10) ** 9, Decimal(10) ** 6
_DIGITS = {"percent": 2, "percentage points": 2, "ratio": 3, "index": 2, "count": 0, "rank": 0, "kg": 0}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a reply's table; `unit` is empty where the cells are text, `digits` is what a reader should see."""

    name: str
    unit: str
    cells: tuple[Cell, ...]
    digits: int = 0

    @property
    def header(self) -> str:
        """The name with its unit, unless the name says it already."""
        name = self.name[:1].upper() + self.name[1:]
        sign = {"percent": "%"}.get(self.unit, self.unit)
        if self.unit and name.endswith(f"({self.unit})"):
            return f"{name.removesuffix(f'({self.unit})')}({sign})"
        written = name.rpartition("(")[2].removesuffix(")")
        said = not sign or _SIGNS.get(written) == self.unit or sign in {"count", "rank"} or sign.lower() in name.lower()
        return name if said else f"{name} ({sign})"


def columns(table: Mapping[str, Any] | None) -> tuple[Column, ...]:
    """The columns of a reply's table; none where it has no table.

    A table says the unit of each column under `units` ("" for text) or in its name, "Imports (USD)"; without either,
    cells that are JSON numbers are numbers. HS codes are text, so digits alone never make a number.
    """
    if not table or not table.get("columns"):
        return ()
    units = table.get("units") or [_unit_said(str(name)) for name in table["columns"]]
    cells = zip(*table["rows"], strict=True) if table["rows"] else [()] * len(table["columns"])
    named = zip(table["columns"], units, cells, strict=True)
    return tuple(_column(str(name), unit, values) for name, unit, values in named)


def readable(column: Column, language: str = ENGLISH) -> Column:
    """The same column at the scale that a reader wants: money in billions or millions, the rest as it is."""
    if not _MONEY.fullmatch(column.unit):
        return column
    sizes = [abs(cell) for cell in column.cells if isinstance(cell, Decimal) and cell]
    scale, word, digits = _scale(sizes)
    currency = "US$" if column.unit == "USD" else column.unit
    unit = f"{currency} {label(language, word)}" if word else currency
    cells = tuple(cell / scale if isinstance(cell, Decimal) else cell for cell in column.cells)
    return Column(column.name.removesuffix(f" ({column.unit})"), unit, cells, digits)


def write(cell: Cell, digits: int) -> str:
    """A cell as a reader sees it.

    >>> write(Decimal("42249.25"), 1), write(None, 0), write("87", 2)
    ('42,249.2', '–', '87')
    """
    if cell is None:
        return "–"
    return f"{cell:,.{digits}f}" if isinstance(cell, Decimal) else cell


def _column(name: str, unit: str, values: Iterable[Any]) -> Column:
    raw = tuple(values)
    present = [value for value in raw if value not in (None, "")]
    numeric = bool(present) and all(_is_number(value, bool(unit)) for value in present)
    if not numeric:
        return Column(name, "", tuple(None if value is None else str(value) for value in raw))
    cells = tuple(None if value in (None, "") else Decimal(str(value)) for value in raw)
    return Column(name, unit or "", cells, _digits(unit, cells))


def _unit_said(name: str) -> str:
    said = _SAID.search(name)
    return _SIGNS.get(said[1], said[1]) if said else ""


def _is_number(value: object, unit_known: bool) -> bool:
    if isinstance(value, str):
        return unit_known and _NUMBER.fullmatch(value) is not None
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _digits(unit: str, cells: Iterable[Decimal | None]) -> int:
    if unit in _DIGITS:
        return _DIGITS[unit]
    longest = max((-int(cell.as_tuple().exponent) for cell in cells if cell is not None), default=0)
    return min(max(longest, 0), 4)


def _scale(sizes: list[Decimal]) -> tuple[Decimal, str, int]:
    """Billions with three decimals where none of the values would vanish in them, else millions, else units."""
    if not sizes or max(sizes) < _MILLION:
        return Decimal(1), "", 0
    if max(sizes) >= _BILLION and min(sizes) >= _MILLION:
        return _BILLION, "billion", 3
    return _MILLION, "million", 1
