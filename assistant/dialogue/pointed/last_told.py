"""The last of several figures that were asked for in turn, by its place: after two, "what share is the second one?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question

_OF_ONE = frozenset({"share", "in_percent", "growth", "yoy", "change", "rise", "fall"})
"""What is asked of one figure alone; of the second and the first, they are held against each other."""


def last_told(question: Question, dialogue: Dialogue) -> Question:
    """The question with what was answered last pointed at, where that is the place it names and nothing was ranked."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None]
    told = all(turn.answered and turn.slots and not turn.slots.keys and not turn.ranked[1] for turn in turns)
    alone = bool(question.slots.operations) and question.slots.operations <= _OF_ONE
    if not (told and alone) or len(turns) < 2 or question.slots.ordinal != len(turns):
        return question
    return replace(question, slots=replace(question.slots, ordinal=None), about=question.about | {"dialogue:that"})


__all__ = ["last_told"]
