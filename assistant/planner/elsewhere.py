"""A search that found nothing is made once more, in the table that reaches further back or further on.

One from a time on that lies before all that is loaded is made over what there is, and says so.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import Period
from assistant.planner.grammar import plan
from assistant.planner.grammar.search import is_search, reach
from assistant.tools.operators.find import is_cut
from assistant.types import Call, Evidence

_FINDING = ("find", "crossing")
_LOOKING = (*_FINDING, "streak", "extreme")
_OTHER = {"whole": "sound", "sound": "whole"}


def elsewhere(slots: Slots, evidence: Evidence) -> tuple[Call, ...]:
    """The plan over the other stretch of time, where a search through all that is loaded found nothing.

    Of a search by month and by year that found something by year alone, only that by month. A run that the search cuts
    off at its beginning is looked for in the other stretch as well.
    """
    if any(call.id.startswith("e") for call in evidence.calls):
        return ()
    if _begins_before(slots, evidence):
        return plan(replace(slots, periods=("ever",)), prefix="e")
    if not is_search(slots) or slots.periods != ("ever",):
        return ()
    ran = (evidence.frames.get(call.id) for call in evidence.calls if call.tool in _FINDING)
    empty = tuple(dict.fromkeys(frame.by[-1] for frame in ran if frame and not frame.rows))
    keys = empty if len(empty) == 1 else slots.keys
    if not empty and not any(map(is_cut, evidence.frames.values())):
        return ()
    return plan(replace(slots, periods=(_OTHER[reach(slots)],), keys=keys), prefix="e")


def _begins_before(slots: Slots, evidence: Evidence) -> bool:
    """Whether what is looked for over time is asked from before the first time that is loaded, and only that fails."""
    looked = any(call.tool in _LOOKING for call in evidence.calls)
    if len(slots.periods) != 1 or not slots.periods[0].endswith("/") or not looked or evidence.main:
        return False
    start = slots.periods[0].removesuffix("/")
    firsts = [p.detail.get("first", "") for p in evidence.problems.values() if getattr(p, "cause", "") == "period"]
    return any(first and Period.parse(start).first < Period.parse(first).first for first in firsts)
