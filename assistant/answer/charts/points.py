"""Ports as ranked bars, with a map of where they lie under them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.answer.charts.bars import bars, body, told
from assistant.answer.charts.grid import Bounds, degrees, grid, text
from assistant.answer.charts.labels import AREAS, label_sides, offset
from assistant.answer.words import Words
from assistant.types import Frame, Json

_WIDTH, _HEIGHT, _STEP = 340, 260, 36
_MARGIN = 1.6, 0.8
_PLACE = {
    "longitude": {"field": "lon", "type": "quantitative"},
    "latitude": {"field": "lat", "type": "quantitative"},
}


class Place(NamedTuple):
    """Where a port lies, in degrees."""

    lat: float
    lon: float


def located(frame: Frame, words: Words) -> dict[str, Place]:
    """Where the ports of a frame lie, by code; those whose coordinates the nomenclature lacks are left out."""
    path = words.names.directory / "ports.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as rows:
        known = {row["code"]: row for row in csv.DictReader(rows) if row.get("lat") and row.get("lon")}
    found = {row.key[0]: known.get(row.key[0]) for row in frame.rows if row.value is not None}
    return {code: Place(float(row["lat"]), float(row["lon"])) for code, row in found.items() if row}


def points(frame: Frame, places: Mapping[str, Place], words: Words) -> tuple[dict[str, Json], tuple[str, ...]]:
    """The ranked bars of the ports, and under them a map with a point for each, as large as its value."""
    drawn, notes = bars(frame, words)
    values = drawn["data"]["values"]
    for value in values:
        if place := places.get(value["code"]):
            value.update(lat=place.lat, lon=place.lon)
    shown = [value for value in values if "lat" in value]
    ranking = {"width": _WIDTH, "height": {"step": _STEP}, **body(frame, words)}
    return {"data": {"values": values}, "vconcat": [ranking, _map(frame, shown, words)], "spacing": 24}, notes


def _map(frame: Frame, values: Sequence[Mapping[str, Json]], words: Words) -> dict[str, Json]:
    largest = max(abs(value["value"]) for value in values) or 1.0
    size = {"field": "value", "type": "quantitative", "legend": None}
    dots = {
        "transform": [{"filter": "isValid(datum.lat)"}],
        "mark": {"type": "circle", "opacity": 0.65},
        "encoding": {
            **_PLACE,
            "size": {**size, "scale": {"domain": [0, largest], "range": AREAS, "clamp": True}},
            "tooltip": told(frame, words),
        },
    }
    bounds = _bounds(values)
    sides = label_sides(values, bounds, (_WIDTH, _HEIGHT))
    labels = [_label(value, side, value["value"] / largest) for value, side in sides]
    layers = [grid(bounds), *degrees(bounds, _PLACE), dots, *labels]
    return {"width": _WIDTH, "height": _HEIGHT, "projection": {"type": "mercator"}, "layer": layers}


def _bounds(values: Sequence[Mapping[str, Json]]) -> Bounds:
    lons, lats = [value["lon"] for value in values], [value["lat"] for value in values]
    wide, high = _MARGIN  # names need more room beside a point than over it
    return Bounds(min(lons) - wide, min(lats) - high, max(lons) + wide, max(lats) + high)


def _label(value: Mapping[str, Json], side: str, share: float) -> dict[str, Json]:
    dx, dy = offset(side, share)
    align = {"right": "left", "left": "right"}.get(side, "center")
    mark = {"align": align, "dx": dx, "dy": dy, "fontSize": 11, "fontWeight": 600}
    return text([{"lon": value["lon"], "lat": value["lat"], "text": value["name"]}], mark, _PLACE)
