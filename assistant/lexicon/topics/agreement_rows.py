"""The agreement of the two countries of a figure: "what did Chile sell to China in 2016?", "under which?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.store.members import is_country
from assistant.types import Call, Json

_OF_A_ROW = frozenset({"word", "fta", "partial", "list", "in", "and", "status"})
_SHORT = 4
"""A year as it is written."""


def of_row(cues: frozenset[str], calls: Sequence[Call]) -> Mapping[str, Json] | None:
    """The agreement of the two countries and the year of one figure just answered; None where it is not of one row."""
    selected = [call.args for call in calls if call.tool == "select"]
    if len(selected) != 1 or not {"word", "fta"} & cues or "list" not in cues or cues - _OF_A_ROW:
        return None
    places = [selected[0].get("reporter"), selected[0].get("partner")]
    period = selected[0].get("period")
    period = period[0] if isinstance(period, list | tuple) and len(period) == 1 else period
    pair = all(isinstance(place, str) and is_country(place) for place in places)
    dated = isinstance(period, str) and period.isdigit() and len(period) == _SHORT
    return {"ask": "pair", "places": places, "period": period} if pair and dated else None


__all__ = ["of_row"]
