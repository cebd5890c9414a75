"""Whether what another table says is about the same as the answer, and says something else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.types import Frame

_SAME = Decimal("0.00005")
"""Two sources that differ by less than this share say the same."""


def is_extract(frame: Frame) -> bool:
    """Whether the figures stand in an extract and not in the source's own release."""
    return any(note.kind == "extract" for note in frame.notes)


def speaks_to(main: Frame, other: Frame) -> bool:
    """Whether another table's result is about the same and differs; an extract is too short for records."""
    longer = "extreme" not in other.detail or not is_extract(other)
    return longer and _comparable(main, other) and differ(main, other)


def _comparable(main: Frame, other: Frame) -> bool:
    if "seasonal" in main.detail:  # an average over the years of another table is of other years
        return False
    if "place" in main.detail and main.rows[0].key != other.rows[0].key:
        return False
    if "extreme" in main.detail and main.by:
        return _adds_extreme(main, other)
    if main.unit == "count" and main.detail.get("searched") != other.detail.get("searched"):
        return False  # so many of other months
    return main.about.period == other.about.period and main.by == other.by


def _adds_extreme(main: Frame, other: Frame) -> bool:
    """Whether the extreme of another table is worth saying: not one of a part of what was searched."""
    later = other.detail["searched"][1] > main.detail["searched"][1]
    if not later or main.rows[0].key == other.rows[0].key or main.rows[0].value is None or other.rows[0].value is None:
        return True
    further = other.rows[0].value - main.rows[0].value
    return further > 0 if main.detail["extreme"] == "max" else further < 0


def differ(main: Frame, other: Frame) -> bool:
    """Whether two results say something else of the same."""
    if not main.rows or not other.rows:
        return False
    left, right = main.rows[0], other.rows[0]
    if left.value is None or right.value is None or left.key != right.key:
        return right.value is not None
    return abs(left.value - right.value) > _SAME * max(abs(left.value), abs(right.value))


def as_told(main: Frame, other: Frame) -> Frame:
    """Another table's surplus or deficit with the sign of the answer's, which says a negative one as the other."""
    left, right = (frame.rows[0].value if len(frame.rows) == 1 else None for frame in (main, other))
    if main.measure not in ("surplus", "deficit") or left is None or right is None or left >= 0:
        return other
    return replace(other, rows=(replace(other.rows[0], value=-right),))


__all__ = ["as_told", "differ", "is_extract", "speaks_to"]
