"""What was told in turn, taken together as the part of a whole: "the two together, what share of all imports?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.held.joining import together
from assistant.dialogue.taken.both_flows import both_flows
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots

_SUMMED = frozenset({"sum"})


def both_in(question: Question, dialogue: Dialogue) -> tuple[Question, Dialogue]:
    """The question for the share of what was told last, and the dialogue in which that is the sum of both."""
    new, turn = question.slots, dialogue.last
    if turn is None or turn.slots is None or not turn.answered or not {"sum", "share"} <= new.operations:
        return question, dialogue
    part = _both(dialogue)
    again = part is None or {*new.places} & {*part.partner} and len(part.partner) > 1
    if part is None or again or any(name in turn.slots.filters for name in new.filters):
        return question, dialogue
    told = replace(question, slots=replace(new, operations=new.operations - _SUMMED), about=question.about | _TOLD)
    return told, dialogue.without_last().with_turn(replace(turn, slots=part))


_TOLD = frozenset({"dialogue:that"})


def _both(dialogue: Dialogue) -> Slots | None:
    """The trade of both flows, or the last questions as the sum of their partners, modes or states."""
    summing = Question("", "en", (), Slots(operations=_SUMMED))
    if flows := both_flows(summing.slots, dialogue):
        return flows
    joined = together(summing, dialogue)
    return replace(joined, operations=joined.operations | _SUMMED) if joined else None


__all__ = ["both_in"]
