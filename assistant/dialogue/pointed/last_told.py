"""The last of several figures that were asked for in turn, by its place: after two, "what share is the second one?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.joining import of_a_kind
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question
from assistant.periods import TIMES

_HELD = frozenset({"ratio", "difference", "exceed", "trail", "compare", "sum", "first_time"})
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


def up_to_told(question: Question, dialogue: Dialogue) -> tuple[Question, Dialogue]:
    """The question with the one pointed at that has its place among those asked about in turn, and the dialogue to it.

    After chapters 87 and 84, "which year was the highest for that second one?".
    """
    new, turns = question.slots, [turn for turn in dialogue.turns if turn.slots is not None]
    single = all(turn.answered and turn.slots and not {*turn.slots.keys} - TIMES for turn in turns)
    former = says(question, "former") and not says(question, "latter")  # "what about the former's exports?"
    place = new.ordinal or (len(turns) - 1 if former else 0)
    plain = not new.operations & _HELD and not new.number and not new.pick
    if not (single and plain and 1 < len(turns) >= place > 0) or len(of_a_kind(turns, len(turns))) != len(turns):
        return question, dialogue
    if any(len(turn.ranked[1]) > 1 for turn in turns):
        return question, dialogue
    told = replace(question, slots=replace(new, ordinal=None), about=question.about | {"dialogue:that"})
    return told, Dialogue(dialogue.turns[: dialogue.turns.index(turns[place - 1]) + 1])


__all__ = ["last_told", "up_to_told"]
