"""Whether what another table says is about the same as the answer, and says something else."""

from __future__ import annotations

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
    return "extreme" in main.detail and bool(main.by) or main.about.period == other.about.period and main.by == other.by


def differ(main: Frame, other: Frame) -> bool:
    """Whether two results say something else of the same."""
    if not main.rows or not other.rows:
        return False
    left, right = main.rows[0], other.rows[0]
    if left.value is None or right.value is None or left.key != right.key:
        return right.value is not None
    return abs(left.value - right.value) > _SAME * max(abs(left.value), abs(right.value))


__all__ = ["differ", "is_extract", "speaks_to"]
