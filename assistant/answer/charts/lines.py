"""Lines over time, with an axis that names the grain that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.answer.charts.heading import scaled
from assistant.answer.charts.legend import legend
from assistant.answer.draft import named
from assistant.answer.keys import key_name
from assistant.answer.words import Words, capital
from assistant.periods import LENGTHS, Period
from assistant.types import Frame, Json, Row

_HEIGHT = 220
SIZED = {"type": "fit-x", "contains": "padding"}
"""The width is that of the page; the height is the plot's own, so that a long legend takes nothing from it."""

_MOST_LINES = 8
_MOST_POINTS = 40
_MOST_TICKS = 7


def lines(frame: Frame, words: Words) -> tuple[dict[str, Json], tuple[str, ...]]:
    """A line for each key, over time; the largest where there are more than a reader can tell apart."""
    names = ranked(frame)
    kept = names[:_MOST_LINES]
    told = (f"1–{len(kept)} / {len(names)}",) if len(kept) < len(names) else ()
    values, unit = dated(frame, kept, words)
    encoding: dict[str, Json] = {"x": when(frame), "y": amount(), "tooltip": pointed(frame, unit, words)}
    if len(frame.by) > 1:
        encoding["color"] = coloured(frame, kept, words)
    mark = {"type": "line", "point": len(values) <= _MOST_POINTS, "tooltip": True}
    size = {"width": "container", "height": _HEIGHT, "autosize": SIZED}
    return {**size, "data": {"values": values}, "mark": mark, "encoding": encoding}, (unit, *told)


def ranked(frame: Frame) -> list[tuple[str, ...]]:
    """The keys of a frame without their time, the largest at the newest period first; of single codes, as listed."""
    newest: dict[tuple[str, ...], tuple[str, Decimal]] = {}
    for row in frame.rows:
        if row.value is not None:
            newest[row.key[:-1]] = max(newest.get(row.key[:-1], ("", Decimal(0))), (row.key[-1], row.value))
    return sorted(newest, key=lambda key: (newest[key][0], newest[key][1]), reverse=True)


def dated(frame: Frame, kept: Sequence[tuple[str, ...]], words: Words) -> tuple[list[Json], str]:
    """The values of the kept keys at a readable scale, each with its date; and the unit at that scale."""
    rows = [row for row in frame.rows if row.value is not None and row.key[:-1] in kept]
    size, unit = scaled([row.value for row in rows if row.value is not None], frame.unit, words)
    return [_point(frame, row, size, words) for row in rows], unit


def when(frame: Frame) -> dict[str, Json]:
    """The axis of time: years say years and nothing finer, quarters say quarters where there is room."""
    periods = [Period.parse(row.key[-1]) for row in frame.rows]
    grain, span = frame.by[-1], max(p.first for p in periods) - min(p.first for p in periods)
    # in UTC on both sides: a date without a time is UTC, and a local axis would show the month before west of Greenwich
    axis = {"title": None, "labelOverlap": True, "grid": False, **_ticks(grain, span)}
    return {"field": "time", "type": "temporal", "scale": {"type": "utc"}, "axis": axis}


def amount() -> dict[str, Json]:
    """The axis of values; its unit stands in the heading, where it costs no width."""
    return {"field": "value", "type": "quantitative", "axis": {"format": ",~r", "title": None, "tickCount": 5}}


def pointed(frame: Frame, unit: str, words: Words) -> list[Json]:
    """What a point says when it is pointed at."""
    keyed = [{"field": "line", "type": "nominal", "title": label(frame, words)}] if len(frame.by) > 1 else []
    period = {"field": "period", "type": "nominal", "title": capital(words.label("period"))}
    name = capital(named(frame, words))
    value = {"field": "value", "type": "quantitative", "format": ",.3~f", "title": f"{name} ({unit})" if unit else name}
    return [*keyed, period, value]


def coloured(frame: Frame, kept: Sequence[tuple[str, ...]], words: Words) -> dict[str, Json]:
    """A colour for each key in this order, and a legend under the chart in as many columns as a phone has room for."""
    return legend("line", [_line(frame, key, words) for key in kept])


def label(frame: Frame, words: Words) -> str:
    """What the keys beside time are called."""
    return capital(", ".join(map(words.label, frame.by[:-1])))


def _point(frame: Frame, row: Row, size: Decimal, words: Words) -> dict[str, Json]:
    value = row.value or Decimal(0)
    return {
        "time": Period.parse(row.key[-1]).start.isoformat(),
        "period": words.period(row.key[-1]),
        "line": _line(frame, row.key[:-1], words),
        "value": float(value / size),
    }


def _line(frame: Frame, key: Sequence[str], words: Words) -> str:
    return ", ".join(key_name(d, code, words) for d, code in zip(frame.by[:-1], key, strict=True))


def _ticks(grain: str, span: int) -> dict[str, Json]:
    steps = span // LENGTHS[grain] + 1
    if grain == "year" or steps > 2 * _MOST_TICKS:
        return {"format": "%Y", "tickCount": {"interval": "year", "step": -(-(span // 12 + 1) // _MOST_TICKS)}}
    each = LENGTHS[grain] * -(-steps // _MOST_TICKS)
    return {"format": "Q%q %Y" if grain == "quarter" else "%Y-%m", "tickCount": {"interval": "month", "step": each}}
