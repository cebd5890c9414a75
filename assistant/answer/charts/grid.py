"""The degrees behind a map of points: thin lines that need no picture from a network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor
from typing import NamedTuple

from assistant.answer.charts.heading import GREY
from assistant.types import Json

_STEPS = (1, 2, 5, 10, 20, 30)
_MOST_LINES = 5


class Bounds(NamedTuple):
    """The west, south, east and north of what a map shows, in degrees."""

    west: float
    south: float
    east: float
    north: float


def grid(bounds: Bounds) -> dict[str, Json]:
    """The border of the map and its round degrees; the projection is fitted to them."""
    west, south, east, north = bounds
    lines = [_line(lon, lon, south, north) for lon in (west, *_round(west, east), east)]
    lines += [_line(west, east, lat, lat) for lat in (south, *_round(south, north), north)]
    shape = {"type": "Feature", "geometry": {"type": "MultiLineString", "coordinates": lines}, "properties": {}}
    look = {"filled": False, "stroke": GREY, "strokeOpacity": 0.3, "strokeWidth": 1}
    return {"data": {"values": [shape]}, "mark": {"type": "geoshape", "tooltip": None, **look}}


def degrees(bounds: Bounds, place: Mapping[str, Json]) -> Iterator[dict[str, Json]]:
    """What the lines are called, at the left and at the foot of the map."""
    north = [
        {"lon": bounds.west, "lat": lat, "text": _said(lat, "NS")} for lat in _round(bounds.south + 0.5, bounds.north)
    ]
    east = [
        {"lon": lon, "lat": bounds.south, "text": _said(lon, "EW")} for lon in _round(bounds.west + 0.5, bounds.east)
    ]
    look = {"fontSize": 9, "opacity": 0.85, "align": "left", "dx": 3}
    yield text(north, {**look, "dy": -6}, place)
    yield text(east, {**look, "dy": -7}, place)


def text(values: Sequence[Mapping[str, Json]], mark: Mapping[str, Json], place: Mapping[str, Json]) -> dict[str, Json]:
    """A layer of texts at places."""
    return {
        "data": {"values": list(values)},
        "mark": {"type": "text", "color": GREY, "tooltip": None, **mark},
        "encoding": {**place, "text": {"field": "text", "type": "nominal"}},
    }


def _line(west: float, east: float, south: float, north: float) -> list[list[float]]:
    """A line along a degree; in short parts, since two far points are joined by the arc of a great circle."""
    parts = 24
    steps = (step / parts for step in range(parts + 1))
    return [[round(west + (east - west) * at, 3), round(south + (north - south) * at, 3)] for at in steps]


def _round(low: float, high: float) -> range:
    step = next((step for step in _STEPS if (high - low) / step <= _MOST_LINES), _STEPS[-1])
    return range(ceil(low / step) * step, floor(high) + 1, step)


def _said(at: int, ends: str) -> str:
    return f"{abs(at)}° {ends[at < 0]}"
