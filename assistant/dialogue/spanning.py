"""A figure of one year told over time: after a share in 2010, "plot it over time" is by year over all years."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.saying import says
from assistant.lexicon.question import Question, Slots

_FIGURED = frozenset({"share", "in_percent", "amount"})


def over_all_years(question: Question, new: Slots, old: Slots) -> Slots:
    """The follow-up's slots with every loaded year, where the earlier figure of one year is to be shown over time."""
    said = new.measures or new.places or new.filters or new.periods or new.keys or new.without or new.condition
    figure = len(old.measures) == 1 and not old.keys and not old.condition and old.operations <= _FIGURED
    if said or new.operations - {"table"} != {"series"} or not (figure and _is_year(old)):
        return new
    return replace(new, periods=("ever",), keys=("year",)) if says(question, "over_time") else new


def _is_year(old: Slots) -> bool:
    """Whether the earlier question is of one year, or of the newest."""
    period = old.periods[0] if len(old.periods) == 1 else ""
    return period == "latest-year" or period.isdigit() and len(period) == len("2024")


__all__ = ["over_all_years"]
