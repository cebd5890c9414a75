"""Ranked bars: the names and figures stand over the bars, so that they fit a phone."""

from __future__ import annotations

from decimal import Decimal

from assistant.answer.charts.legend import legend
from assistant.answer.crossed import Cross, crossed
from assistant.answer.draft import named
from assistant.answer.keys import key_name
from assistant.answer.words import Words, capital
from assistant.periods import GRAINS
from assistant.types import Frame, Json, Row

_MOST_BARS = 20
_NAME = 36
_STEP = 36
_AXIS = {
    "title": None,
    "labelAlign": "left",
    "labelBaseline": "middle",
    "labelPadding": 0,
    "labelOffset": -9,
    "labelLimit": 700,
    "labelFontSize": 12,
    "labelOverlap": False,
    "ticks": False,
    "domain": False,
    "maxExtent": 0,
    "zindex": 1,
}


def bars(frame: Frame, words: Words) -> tuple[dict[str, Json], tuple[str, ...]]:
    """A bar a row, in the order of the frame where it is ranked, else the largest first; two keys give groups."""
    rows, cross = [row for row in frame.rows if row.value is not None], crossed(frame)
    kept = (_grouped(rows, cross) if cross else _ordered(frame, rows))[:_MOST_BARS]
    told = (f"1–{len(kept)} / {len(rows)}",) if len(kept) < len(rows) else ()
    values, drawn = [bar(frame, row, words) for row in kept], body(frame, words)
    if cross:
        names = [key_name(frame.by[cross.across], row.key[cross.across], words) for row in kept]
        values = [{**value, "group": name} for value, name in zip(values, names, strict=True)]
        drawn["encoding"]["color"] = legend("group", list(dict.fromkeys(names)))
    return {"width": "container", "height": {"step": _STEP}, "data": {"values": values}, **drawn}, told


def bar(frame: Frame, row: Row, words: Words) -> dict[str, Json]:
    """What is drawn for a row: its name, its figure as a sentence would say it, and its value."""
    name = ", ".join(key_name(d, code, words) for d, code in zip(frame.by, row.key, strict=True))
    value = row.value or Decimal(0)
    said = words.figure(value, frame.unit, frame.precision)
    label = f"{_short(name)} · {said}"
    return {"code": ",".join(row.key), "name": name, "said": said, "label": label, "value": float(value)}


def body(frame: Frame, words: Words) -> dict[str, Json]:
    """Mark and encoding of the bars, over values as `bar` gives them."""
    return {
        "mark": {"type": "bar", "size": 10, "yOffset": 8, "cornerRadiusEnd": 2},
        "encoding": {
            "y": {"field": "label", "type": "nominal", "sort": None, "axis": _AXIS},
            "x": {"field": "value", "type": "quantitative", "axis": None, "scale": {"nice": False}},
            "tooltip": told(frame, words),
        },
    }


def told(frame: Frame, words: Words) -> list[Json]:
    """What a bar or a point says when it is pointed at."""
    key = capital(", ".join(map(words.label, frame.by)))
    return [
        {"field": "name", "type": "nominal", "title": key},
        {"field": "said", "type": "nominal", "title": capital(named(frame, words))},
    ]


def _grouped(rows: list[Row], cross: Cross) -> list[Row]:
    """The rows of each code across, one group after the other, the largest first."""
    return sorted(rows, key=lambda row: (cross.columns.index(row.key[cross.across]), -(row.value or Decimal(0))))


def _ordered(frame: Frame, rows: list[Row]) -> list[Row]:
    if "rank" in frame.detail or set(frame.by) & set(GRAINS):
        return rows
    return sorted(rows, key=lambda row: (-(row.value or Decimal(0)), row.key))


def _short(name: str) -> str:
    """A name that leaves room for the figure; the code at its end is kept."""
    if len(name) <= _NAME:
        return name
    title, bracket, code = name.rpartition(" (")
    end = bracket + code if bracket and len(code) <= _NAME // 2 else ""
    return f"{(title if end else name)[: _NAME - len(end)].rpartition(' ')[0].rstrip(' ,;')} …{end}"
