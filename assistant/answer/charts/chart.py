"""The chart of a frame: which kind shows it best."""

from __future__ import annotations

from assistant.answer.charts.bars import bars
from assistant.answer.charts.heading import heading
from assistant.answer.charts.lines import lines
from assistant.answer.charts.points import located, points
from assistant.answer.charts.stacks import stacks, stands_for_parts
from assistant.answer.charts.steps import steps
from assistant.answer.words import Words
from assistant.periods import GRAINS
from assistant.types import Frame, Json

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_PADDING = {"left": 0, "right": 0, "top": 8, "bottom": 8}


def chart(frame: Frame, words: Words) -> dict[str, Json] | None:
    """A Vega-Lite chart of a frame; None where a chart would show nothing.

    Lines over time, modes stacked over time, ranked bars for all else, ports with a map under their bars. It holds
    all that it draws, is as wide as what it stands in, and is readable at the width of a phone.
    """
    if sum(row.value is not None for row in frame.rows) < 2 or not frame.by:
        return None
    drawn, told = _drawn(frame, words)
    return {"$schema": _SCHEMA, "padding": _PADDING, "title": heading(frame, told, words), **drawn}


def _drawn(frame: Frame, words: Words) -> tuple[dict[str, Json], tuple[str, ...]]:
    """The body of the chart, and what its heading has to say of it."""
    if frame.by[-1] == "day":
        return steps(frame, words)
    if frame.by[-1] in GRAINS and frame.by[-1] != "period":
        return stacks(frame, words) if stands_for_parts(frame) else lines(frame, words)
    places = located(frame, words) if frame.by == ("port",) else {}
    return points(frame, places, words) if len(places) > 1 else bars(frame, words)
