"""A figure told over time: a share in 2010, "plot it over time", is by year; 2022 vs 2023, "chart it", between them."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES

_HELD = frozenset(
    {"compare", "difference", "exceed", "trail", "growth", "change", "rise", "fall", "in_percent", "polar"}
)
_ENDS = frozenset({"top", "bottom"})
_PEAKED = frozenset({"peak", "when_peak", "share", "in_percent"})
_FIGURED = frozenset({"share", "in_percent", "amount"})


def over_all_years(question: Question, new: Slots, old: Slots) -> Slots:
    """The follow-up's slots with every loaded year, where the earlier figure of one year is to be shown over time."""
    said = new.places or new.filters or new.periods or new.without or new.condition or {*new.keys} - {"year"}
    another = new.measures not in ((), old.measures)
    figure = len(old.measures) == 1 and not old.keys and not old.condition and old.operations <= _FIGURED
    if said or another or not (figure and _is_year(old)):
        return new
    highest = new.keys and "share" in old.operations and len(new.operations & _ENDS) == 1
    if highest and not new.operations - _ENDS - _PEAKED:  # "peak year of that share?"
        return replace(new, periods=("ever",), operations=new.operations | {"share"})
    if new.operations - {"table", "per_year"} != {"series"}:
        return new
    asked = new.keys or says(question, "over_time")  # "annually", "over time"
    return replace(new, periods=("ever",), keys=("year",)) if asked else new


def _is_year(old: Slots) -> bool:
    """Whether the earlier question is of one year, or of the newest."""
    period = old.periods[0] if len(old.periods) == 1 else ""
    return period == "latest-year" or period.isdigit() and len(period) == len("2024")


def drawn_between(question: Question, dialogue: Dialogue) -> Slots | None:
    """The line over two years that were held against each other, where it is to be drawn: "2022 vs 2023", "plot it"."""
    new, last = question.slots, dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    said = new.measures or new.places or new.filters or new.periods or new.without or new.ordinal or question.unknown
    if last is None or said or new.operations != {"series"} or set(new.keys) - TIMES or last.operations - _HELD:
        return None
    years = sorted(period for period in last.periods if period.isdigit())
    if not (len(years) == len(last.periods) == 2) or last.keys or len(last.partner) > 1 or len(last.measures) > 1:
        return None
    keys = new.keys or ("year" if int(years[1]) - int(years[0]) > 1 else "month",)
    return replace(plain(last), periods=("/".join(years),), keys=keys, operations=frozenset({"series"}))


__all__ = ["drawn_between", "over_all_years"]
