"""What is loaded of another country, after what is loaded was asked: "what is your latest month?", "for China?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question

_ASKED = "availability:data"


def of_holdings(question: Question, dialogue: Dialogue) -> Question:
    """The question as one about what is loaded, where it only puts a place, goods or a grain to such a one."""
    slots, calls = question.slots, dialogue.turns[-1].calls if dialogue.turns else ()
    holdings = bool(calls) and all(call.tool == "availability" for call in calls)
    named = slots.places or slots.filters or slots.keys
    more = slots.measures or slots.periods or slots.operations or slots.condition or question.unknown
    if not (holdings and named) or more or question.unsupported or "dialogue:that_time" in question.about:
        return question
    return replace(question, about=question.about | {_ASKED})


__all__ = ["of_holdings"]
