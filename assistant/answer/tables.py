"""The table and the chart behind an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.answer.draft import named
from assistant.answer.numbers import plain
from assistant.answer.words import Words
from assistant.store.query import GRAINS
from assistant.types import Frame, Json

_MOST_LINES = 8


def table(frames: Sequence[Frame], words: Words) -> dict[str, Json]:
    """The rows of the frames under their keys; values are decimal strings in whole units.

    Frames with the same keys stand side by side; of single figures each is a line of its own.
    """
    first = frames[0]
    if not first.by:
        return _single(frames, words)
    alike = [frame for frame in frames if frame.by == first.by and frame.table == first.table]
    columns = [*map(words.label, first.by), *(_header(frame, words) for frame in alike)]
    values = [{row.key: row.value for row in frame.rows} for frame in alike]
    rows = [
        [*_names(first, row.key, words), *(_written(known.get(row.key)) for known in values)] for row in first.rows
    ]
    return {"columns": columns, "rows": rows}


def _names(frame: Frame, key: Sequence[str], words: Words) -> list[str]:
    return [code if d in GRAINS else words.key(d, code) for d, code in zip(frame.by, key, strict=True)]


def _single(frames: Sequence[Frame], words: Words) -> dict[str, Json]:
    columns = [words.label(name) for name in ("measure", "period", "value", "source")]
    columns[2] = f"{columns[2]} ({frames[0].unit})"
    rows = []
    for frame in frames:
        for name, value in frame.detail.get("terms", {}).items():
            rows.append([words.label({"x": "exports", "m": "imports"}[name]), frame.about.period, plain(Decimal(value)), frame.table])
        rows.append([named(frame, words), frame.about.period, _written(frame.rows[0].value), frame.table])
    return {"columns": columns, "rows": rows}


def _header(frame: Frame, words: Words) -> str:
    return f"{named(frame, words)} ({frame.unit})"


def _written(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def chart(frame: Frame, words: Words) -> dict[str, Json] | None:
    """A Vega-Lite chart of a frame: a line over time, bars side by side; None where a chart would show nothing."""
    if len(frame.rows) < 2 or not frame.by:
        return None
    timed = frame.by[-1] in GRAINS and frame.by[-1] != "period"
    values = [_point(frame, row.key, row.value, words) for row in frame.rows if row.value is not None]
    if len(values) < 2 or len({str(value.get("line")) for value in values}) > _MOST_LINES:
        return None
    title = f"{words.subject(frame)[:1].upper()}{words.subject(frame)[1:]}, {frame.unit}"
    encoding = _line(frame, words) if timed else _bars(frame, words)
    mark: Mapping[str, Json] = {"type": "line", "point": len(values) <= 40, "tooltip": True} if timed else {"type": "bar", "tooltip": True}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": title, "anchor": "start"},
        "width": "container",
        "height": 280 if timed else {"step": 24},
        "data": {"values": values},
        "mark": mark,
        "encoding": encoding,
    }


def _point(frame: Frame, key: Sequence[str], value: Decimal, words: Words) -> dict[str, Json]:
    names = _names(frame, key, words)
    scaled = float(value)
    if frame.by[-1] in GRAINS:
        return {"time": key[-1], "line": ", ".join(names[:-1]), "value": scaled}
    return {"name": ", ".join(names), "value": scaled}


def _axis(frame: Frame) -> dict[str, Json]:
    money = len(frame.unit) == 3 and frame.unit.isupper()
    return {"format": "~s", "title": frame.unit} if money else {"title": frame.unit}


def _line(frame: Frame, words: Words) -> dict[str, Json]:
    quarterly = frame.by[-1] == "quarter"
    when: dict[str, Json] = {"field": "time", "type": "ordinal" if quarterly else "temporal", "title": None}
    encoding: dict[str, Json] = {"x": when, "y": {"field": "value", "type": "quantitative", "axis": _axis(frame)}}
    if len(frame.by) > 1:
        encoding["color"] = {"field": "line", "type": "nominal", "title": words.label(frame.by[0])}
    return encoding


def _bars(frame: Frame, words: Words) -> dict[str, Json]:
    return {
        "y": {"field": "name", "type": "nominal", "sort": None, "title": words.label(frame.by[0])},
        "x": {"field": "value", "type": "quantitative", "axis": _axis(frame)},
    }
