"""Figures by two keys, such as two partners by two products: which key goes down the side and which across the top."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from assistant.periods import GRAINS
from assistant.types import Frame

_MOST_ACROSS = 8
"""Columns that a reader can still see side by side."""


class Cross(NamedTuple):
    """Positions of the two keys in `Frame.by`, and the codes of each in the order that they are shown."""

    down: int
    across: int
    rows: tuple[str, ...]
    columns: tuple[str, ...]


def crossed(frame: Frame) -> Cross | None:
    """How a frame by two keys is laid out; None where it has another number of keys, is ranked, or is one line.

    Time goes down the side; else the longer key does. Codes stand with the largest first, times in their order.
    """
    if len(frame.by) != 2 or "rank" in frame.detail:
        return None
    codes = [_codes(frame, at) for at in (0, 1)]
    down = 1 if frame.by[1] in GRAINS or len(codes[1]) > len(codes[0]) else 0
    rows, columns = codes[down], codes[1 - down]
    return Cross(down, 1 - down, rows, columns) if len(rows) > 1 < len(columns) <= _MOST_ACROSS else None


def _codes(frame: Frame, at: int) -> tuple[str, ...]:
    sums: dict[str, Decimal] = {}
    for row in frame.rows:
        sums[row.key[at]] = sums.get(row.key[at], Decimal(0)) + (row.value or 0)
    if frame.by[at] in GRAINS:
        return tuple(sorted(sums))
    return tuple(sorted(sums, key=lambda code: (-sums[code], code)))


__all__ = ["Cross", "crossed"]
