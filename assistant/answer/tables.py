"""The table and the chart behind an answer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.answer.draft import named
from assistant.answer.numbers import plain
from assistant.answer.words import Words
from assistant.periods import Period
from assistant.store.query import GRAINS
from assistant.types import Frame, Json, Row

_MOST_LINES = 8
_MOST_POINTS = 40


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
    rows = [[*_names(first, row.key, words), *(_written(known.get(row.key)) for known in values)] for row in first.rows]
    return {"columns": columns, "rows": rows}


def _names(frame: Frame, key: Sequence[str], words: Words) -> list[str]:
    return [code if d in GRAINS else words.key(d, code) for d, code in zip(frame.by, key, strict=True)]


def _single(frames: Sequence[Frame], words: Words) -> dict[str, Json]:
    columns = [words.label(name) for name in ("measure", "period", "value", "source")]
    columns[2] = f"{columns[2]} ({frames[0].unit})"
    rows = []
    for frame in frames:
        for name, value in frame.detail.get("terms", {}).items():
            rows.append(
                [
                    words.label({"x": "exports", "m": "imports"}[name]),
                    frame.about.period,
                    plain(Decimal(value)),
                    frame.table,
                ]
            )
        rows.append([named(frame, words), frame.about.period, _written(frame.rows[0].value), frame.table])
    return {"columns": columns, "rows": rows}


def _header(frame: Frame, words: Words) -> str:
    return f"{named(frame, words)} ({frame.unit})"


def _written(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def chart(frame: Frame, words: Words) -> dict[str, Json] | None:
    """A Vega-Lite chart of a frame: a line over time, bars side by side; None where a chart would show nothing.

    Money is drawn in millions, billions or trillions, so that the axis reads as people say it.
    """
    known = [row for row in frame.rows if row.value is not None]
    if len(known) < 2 or not frame.by:
        return None
    size, unit = _scale([row.value for row in known if row.value is not None], frame.unit)
    values = [_point(frame, row, size, words) for row in known]
    if len({str(value.get("line")) for value in values}) > _MOST_LINES:
        return None
    timed = frame.by[-1] in GRAINS and frame.by[-1] != "period"
    axis = {"field": "value", "type": "quantitative", "axis": {"format": ",~r", "title": unit}}
    subject = words.subject(frame)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": f"{subject[:1].upper()}{subject[1:]}", "anchor": "start"},
        "width": "container",
        "height": 280 if timed else {"step": 24},
        "data": {"values": values},
        "mark": {"type": "line", "point": len(values) <= _MOST_POINTS, "tooltip": True}
        if timed
        else {"type": "bar", "tooltip": True},
        "encoding": _line(frame, axis, words) if timed else _bars(frame, axis, words),
    }


def _scale(values: Sequence[Decimal], unit: str) -> tuple[Decimal, str]:
    """What to divide by and how the axis is then called."""
    if not (len(unit) == 3 and unit.isupper()):
        return Decimal(1), unit
    largest = max(map(abs, values))
    for power, name in ((12, "trillion"), (9, "billion"), (6, "million")):
        if largest >= Decimal(10) ** power:
            return Decimal(10) ** power, f"{unit} {name}"
    return Decimal(1), unit


def _point(frame: Frame, row: Row, size: Decimal, words: Words) -> dict[str, Json]:
    names = _names(frame, row.key, words)
    value = float((row.value or Decimal(0)) / size)
    if frame.by[-1] in GRAINS and frame.by[-1] != "period":
        first = Period.parse(row.key[-1]).start.isoformat()
        return {"time": first, "period": words.period(row.key[-1]), "line": ", ".join(names[:-1]), "value": value}
    return {"name": ", ".join(words.key(d, code) for d, code in zip(frame.by, row.key, strict=True)), "value": value}


def _line(frame: Frame, axis: dict[str, Json], words: Words) -> dict[str, Json]:
    # in UTC on both sides: a date without a time is UTC, and a local axis would show the month before west of Greenwich
    when: dict[str, Json] = {"field": "time", "type": "temporal", "title": None, "scale": {"type": "utc"}}
    told = [{"field": "period", "title": words.label("period")}, {"field": "value", "format": ",.3~f"}]
    encoding: dict[str, Json] = {"x": when, "y": axis, "tooltip": told}
    if len(frame.by) > 1:
        encoding["color"] = {"field": "line", "type": "nominal", "title": words.label(frame.by[0])}
    return encoding


def _bars(frame: Frame, axis: dict[str, Json], words: Words) -> dict[str, Json]:
    names = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "title": words.label(frame.by[0]),
        "axis": {"labelLimit": 220},
    }
    return {"y": names, "x": axis, "tooltip": [{"field": "name"}, {"field": "value", "format": ",.3~f"}]}
