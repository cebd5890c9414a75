"""Where the names of points on a map stand, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import pi, sqrt
from typing import NamedTuple

from assistant.answer.charts.grid import Bounds
from assistant.types import Json

AREAS = [24, 900]
"""The area of the smallest and of the largest point, in square pixels."""

_LETTER, _LINE, _SPACE = 6.8, 14.0, 4.0
_WAYS = {"right": (1, 0), "left": (-1, 0), "above": (0, -1), "below": (0, 1)}


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def label_sides(
    values: Sequence[Mapping[str, Json]], bounds: Bounds, size: tuple[float, float]
) -> Iterator[tuple[Mapping[str, Json], str]]:
    """The side of its point on which each name stands, largest first; names for which there is no room are left out."""
    scale = min(size[0] / (bounds.east - bounds.west), size[1] / (bounds.north - bounds.south))
    width = scale * (bounds.east - bounds.west)
    largest = max(abs(value["value"]) for value in values) or 1.0
    spots = [(scale * (v["lon"] - bounds.west), scale * (bounds.north - v["lat"])) for v in values]
    taken = [_dot(*spot, value["value"] / largest) for spot, value in zip(spots, values, strict=True)]
    for at in sorted(range(len(values)), key=lambda at: -values[at]["value"]):
        share, others = values[at]["value"] / largest, [box for other, box in enumerate(taken) if other != at]
        boxes = {side: _box(side, *spots[at], share, len(values[at]["name"])) for side in _WAYS}
        free = [s for s, b in boxes.items() if 0 <= b.left and b.right <= width and not any(map(b.meets, others))]
        if free:
            taken.append(boxes[free[0]])
            yield values[at], free[0]


def offset(side: str, share: float) -> tuple[float, float]:
    """How far from its point a name begins, in pixels right and down; `share` is the point's value in the largest."""
    across, down = _WAYS[side]
    away = _radius(share) + _SPACE
    return across * away, down * (away + _LINE / 2 - 2)


def _radius(share: float) -> float:
    return sqrt((AREAS[0] + (AREAS[1] - AREAS[0]) * max(share, 0.0)) / pi)


def _dot(x: float, y: float, share: float) -> _Box:
    # a name may touch the edge of a point, not cover its middle
    half = _radius(share) / 2
    return _Box(x - half, y - half, x + half, y + half)


def _box(side: str, x: float, y: float, share: float, letters: int) -> _Box:
    """The room that a name takes, in pixels of a phone."""
    dx, dy = offset(side, share)
    wide = _LETTER * letters
    left = x + {"right": dx, "left": dx - wide}.get(side, -wide / 2)
    return _Box(left, y + dy - _LINE / 2, left + wide, y + dy + _LINE / 2)
