"""What a declined follow-up leaves to the next one: all that it named, and of what is done the last that could be."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question, Slots
from assistant.reply import Reply

_DONE = ("operations", "keys", "number", "condition", "pick", "pick_to", "beside", "within", "whole", "among", "part")


def last_good(question: Question, reply: Reply) -> Slots | None:
    """The slots without what could not be combined, that of the turn before in its place; None for another decline.

    A word that names nothing and a thing that no table holds are kept by their turn: a follow-up must put them right.
    """
    last = question.previous
    lone = question.gap is not None and question.gap.cause == "alone"  # two are needed, and one was asked for
    told = reply.status == "declined" and reply.reason is not None and reply.reason["kind"] == "unclear"
    other = question.unknown or question.unsupported or question.conflict or question.ambiguous
    if last is None or other or not (told and not question.gap or lone):
        return None
    if (question.asked.operations, question.asked.keys) == (last.operations, last.keys):
        return None
    return replace(question.asked if lone else question.slots, **{name: getattr(last, name) for name in _DONE})


__all__ = ["last_good"]
