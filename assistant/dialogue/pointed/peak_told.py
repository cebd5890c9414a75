"""A peak that was found, pointed at by its name: after the highest year, "how far below that peak was 2024?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Question
from assistant.periods import TIMES
from assistant.store.selection import is_closed

_ENDS = frozenset({"top", "bottom", "peak", "when_peak"})
_HELD = frozenset({"difference", "exceed", "trail", "growth", "change", "rise", "fall", "ratio", "compare"})
_GROWN = frozenset({"growth"})
_NOW = frozenset({"latest", "latest-year"})
_LONG_AGO = 4
"""Turns; what was found before these is not pointed at any more."""


def peak_told(question: Question, dialogue: Dialogue) -> Question:
    """The question of a difference without its word for a peak, where that is the time which was found and told."""
    new, turn = question.slots, dialogue.last
    named = new.places or new.measures or new.filters or new.condition or {*new.keys} - {*TIMES}
    if turn is None or named or not new.operations & _HELD or not says(question, "that_peak") or question.unknown:
        return question
    timed = len(new.periods) == 1 and (is_closed(new.periods[0]) or new.periods[0] in _NOW)
    timed, found = timed or not new.periods and says(question, "since_peak"), _found(turn, dialogue)
    if not timed or not found:
        return question
    done = new.operations - _ENDS
    if done - {"in_percent"} == {"compare"}:  # "how does 2024 compare with that record?"
        if {*new.periods} <= _NOW:  # "where do they stand now against that peak?"
            since = question.about | {"dialogue:since_then"}
            return replace(question, slots=replace(new, operations=_GROWN, periods=(), keys=()), about=since)
        held = done - {"compare"} | {"difference"}
        return replace(question, slots=replace(new, operations=held, keys=()))
    return replace(question, slots=replace(new, operations=done, keys=())) if new.operations & _ENDS else question


def _found(turn: Turn, dialogue: Dialogue) -> str:
    """The one time that a search found, where it was told last, or the figure told last is of it; "" for none."""
    for one in reversed([each for each in dialogue.turns if each.slots is not None][-_LONG_AGO:]):
        dimension, codes = one.ranked
        if dimension in TIMES and len(codes) == 1 and one.slots and one.slots.operations & _ENDS:
            return codes[0] if one is turn or turn.period == codes[0] else ""
    return ""


__all__ = ["peak_told"]
