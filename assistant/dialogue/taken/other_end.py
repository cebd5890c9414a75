"""The other end of a ranking that was asked for: "the opposite: which month was the lowest?" turns no flow round."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots

_FLIP = "dialogue:flip"
_HIGH = frozenset({"top", "peak", "best", "fastest"})
_LOW = frozenset({"bottom", "worst", "slowest"})


def other_end(question: Question, dialogue: Dialogue) -> Question:
    """The question with its flow as it was, where what is turned round is the highest that was asked for before."""
    asked = _end(question.slots)
    if _FLIP not in question.about or not asked:
        return question
    before = next((end for turn in reversed(dialogue.turns) if turn.slots and (end := _end(turn.slots))), "")
    return replace(question, about=question.about - {_FLIP}) if before not in ("", asked) else question


def _end(slots: Slots) -> str:
    """Which end of a ranking is asked for: "high", "low", or "" for none and for both."""
    ends = {name for name, ways in (("high", _HIGH), ("low", _LOW)) if slots.operations & ways}
    return ends.pop() if len(ends) == 1 else ""


__all__ = ["other_end"]
