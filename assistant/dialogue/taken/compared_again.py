"""The comparison of before made once more: "and imports, same comparison?" asks for what was asked of the exports."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question

_COMPARED = frozenset({"compare", "growth", "change", "rise", "fall", "yoy", "mom", "qoq", "difference", "ratio"})


def compared_again(question: Question, dialogue: Dialogue) -> Question:
    """The question with no comparison of its own, where it asks for the one before of something else."""
    last = dialogue.last.slots if dialogue.last is not None else None
    again = "compare" in question.slots.operations and says(question, "compared_again")
    if last is None or not again or not last.operations & _COMPARED:
        return question
    return replace(question, slots=replace(question.slots, operations=question.slots.operations - {"compare"}))


__all__ = ["compared_again"]
