"""The readings of a question whose direction is open: "exports Mexico" is what it sold, or what was sold to it."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question
from assistant.planner.account import refused


def readings(question: Question, home: str) -> tuple[Question, ...]:
    """The question both ways round, home's trade first, where nothing else is open; else the question as it is."""
    code = question.asked.doubtful
    if not code or code == home or question.unknown or question.ambiguous or question.conflict or refused(question):
        return (question,)
    clear = replace(question, asked=replace(question.asked, doubtful=""))
    sides = (((home,), (code,)), ((code,), (home,)))
    return tuple(replace(clear, slots=replace(question.slots, reporter=r, partner=p)) for r, p in sides)
