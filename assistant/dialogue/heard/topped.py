"""A time that is looked for by its rank or in its year: "which month was the top one?", "the lowest of the year"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.periods import TIMES
from assistant.store.selection import is_closed

_ENDS = frozenset({"top", "bottom", "best", "worst", "peak"})


def topped(question: Question, dialogue: Dialogue) -> Question:
    """The question with "the top one" of times as the highest, and "of the year" as the year of the time before it."""
    new, last = question.slots, dialogue.last.slots if dialogue.last is not None else None
    if last is None or not new.keys or {*new.keys} - TIMES:
        return question
    tops = load(question.language).forms("placed", "first")
    if new.ordinal == 1 and not new.operations and any(m.text in tops for m in question.mentions):
        question = replace(question, slots=replace(new, ordinal=None, operations=frozenset({"top"})))
    ended = question.slots.operations & _ENDS and not (new.periods or new.measures)
    part = all(is_closed(period) and not period.isdigit() for period in last.periods)
    if not (ended and part and says(question, "of_the_year")):
        return question
    slots = replace(question.slots, operations=question.slots.operations - {"calendar"})
    return replace(question, slots=slots, about=question.about | {"dialogue:that_time"})


__all__ = ["topped"]
