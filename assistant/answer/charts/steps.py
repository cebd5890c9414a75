"""Rates that hold from a date to the next: a line in steps for each partner."""

from __future__ import annotations

from assistant.answer.charts.lines import SIZED, amount, coloured, label, ranked
from assistant.answer.draft import named
from assistant.answer.keys import key_name
from assistant.answer.words import Words, capital
from assistant.types import Frame, Json

_HEIGHT = 220
_MOST_LINES = 8


def steps(frame: Frame, words: Words) -> tuple[dict[str, Json], tuple[str, ...]]:
    """A line for each key, level from each date to the next; the largest where there are too many to tell apart."""
    names = ranked(frame)
    kept = names[:_MOST_LINES]
    told = (f"1–{len(kept)} / {len(names)}",) if len(kept) < len(names) else ()
    unit = "%" if frame.unit == "percent" else words.unit(frame.unit)
    values = [_point(frame, index, words) for index, row in enumerate(frame.rows) if row.key[:-1] in kept]
    encoding: dict[str, Json] = {"x": _when(), "y": amount(), "tooltip": _pointed(frame, unit, words)}
    if len(frame.by) > 1:
        encoding["color"] = coloured(frame, kept, words)
    mark = {"type": "line", "interpolate": "step-after", "point": True, "tooltip": True}
    size = {"width": "container", "height": _HEIGHT, "autosize": SIZED}
    return {**size, "data": {"values": values}, "mark": mark, "encoding": encoding}, (unit, *told)


def _when() -> dict[str, Json]:
    axis = {"title": None, "labelOverlap": True, "grid": False, "format": "%Y-%m", "tickCount": 6}
    return {"field": "time", "type": "temporal", "scale": {"type": "utc"}, "axis": axis}


def _point(frame: Frame, index: int, words: Words) -> dict[str, Json]:
    row = frame.rows[index]
    line = ", ".join(key_name(d, code, words) for d, code in zip(frame.by[:-1], row.key, strict=False))
    value = None if row.value is None else float(row.value)
    return {"time": row.key[-1], "period": words.period(row.key[-1]), "line": line, "value": value}


def _pointed(frame: Frame, unit: str, words: Words) -> list[Json]:
    keyed = [{"field": "line", "type": "nominal", "title": label(frame, words)}] if len(frame.by) > 1 else []
    day = {"field": "period", "type": "nominal", "title": capital(words.label("day"))}
    title = f"{capital(named(frame, words))} ({unit})"
    return [*keyed, day, {"field": "value", "type": "quantitative", "format": ",.2~f", "title": title}]
