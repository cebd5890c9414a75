"""Modes of transport stacked over time: how much there is, and how it is made up."""

from __future__ import annotations

from assistant.answer.charts.lines import SIZED, amount, coloured, dated, pointed, ranked, when
from assistant.answer.words import Words
from assistant.types import Frame, Json

_MOST_BARS = 20
_HEIGHT = 240
ADDITIVE = frozenset({"exports", "imports", "total", "duty"})
"""Measures whose parts add up to their whole."""


def stands_for_parts(frame: Frame) -> bool:
    """Whether the lines of a frame are parts that may be stacked: sums of money by mode, none of them negative."""
    money = len(frame.unit) == 3 and frame.unit.isupper()
    whole = frame.measure in ADDITIVE and money and all(row.value is None or row.value >= 0 for row in frame.rows)
    return whole and frame.by[:-1] == ("mode",) and not set(frame.detail) & {"growth", "difference", "window"}


def stacks(frame: Frame, words: Words) -> tuple[dict[str, Json], tuple[str, ...]]:
    """A bar for each year, or an area over many periods, with the largest mode at the bottom."""
    kept = ranked(frame)
    values, unit = dated(frame, kept, words)
    order = {tuple(key): at for at, key in enumerate(kept)}
    known = (row for row in frame.rows if row.value is not None)
    values = [{**value, "order": order[row.key[:-1]]} for value, row in zip(values, known, strict=True)]
    few = frame.by[-1] == "year" and len({row.key[-1] for row in frame.rows}) <= _MOST_BARS
    encoding = {
        "x": _years() if few else when(frame),
        "y": {**amount(), "stack": "zero"},
        "color": coloured(frame, kept, words),
        "order": {"field": "order", "type": "quantitative"},
        "tooltip": pointed(frame, unit, words),
    }
    mark = {"type": "bar" if few else "area", "tooltip": True}
    size = {"width": "container", "height": _HEIGHT, "autosize": SIZED}
    return {**size, "data": {"values": values}, "mark": mark, "encoding": encoding}, (unit,)


def _years() -> dict[str, Json]:
    axis = {"title": None, "labelAngle": 0, "labelOverlap": True, "ticks": False}
    return {"field": "period", "type": "ordinal", "axis": axis}
