"""A search that found nothing is made once more, in the table that reaches further back or further on."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar import plan
from assistant.planner.grammar.search import is_search, reach
from assistant.tools.operators.find import is_cut
from assistant.types import Call, Evidence

_FINDING = ("find", "crossing")
_OTHER = {"whole": "sound", "sound": "whole"}


def elsewhere(slots: Slots, evidence: Evidence) -> tuple[Call, ...]:
    """The plan over the other stretch of time, where a search through all that is loaded found nothing.

    Of a search by month and by year that found something by year alone, only that by month. A run that the search cuts
    off at its beginning is looked for in the other stretch as well.
    """
    if not is_search(slots) or slots.periods != ("ever",) or any(call.id.startswith("e") for call in evidence.calls):
        return ()
    ran = (evidence.frames.get(call.id) for call in evidence.calls if call.tool in _FINDING)
    empty = tuple(dict.fromkeys(frame.by[-1] for frame in ran if frame and not frame.rows))
    keys = empty if len(empty) == 1 else slots.keys
    if not empty and not any(map(is_cut, evidence.frames.values())):
        return ()
    return plan(replace(slots, periods=(_OTHER[reach(slots)],), keys=keys), prefix="e")
