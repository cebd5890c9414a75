"""Colours that tell things apart, and the legend that names them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Json

_WIDTH = 300
_LOOK = {
    "title": None,
    "orient": "bottom",
    "offset": 8,
    "labelLimit": 260,
    "labelFontSize": 12,
    "symbolType": "circle",
}


def legend(field: str, names: Sequence[str]) -> dict[str, Json]:
    """A colour for each name in this order, and a legend under the chart in as many columns as a phone has room for."""
    return {"field": field, "type": "nominal", "sort": list(names), "legend": {**_LOOK, "columns": _columns(names)}}


def _columns(names: Sequence[str]) -> int:
    """How many entries of a legend stand side by side within the width of a phone."""
    for columns in (4, 3, 2):
        widths = (max(len(name) for name in names[at::columns]) for at in range(min(columns, len(names))))
        if sum(7 * width + 24 for width in widths) <= _WIDTH:
            return columns
    return 1
