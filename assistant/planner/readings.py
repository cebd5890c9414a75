"""The readings of a question that is open: "exports Mexico" is what it sold, or what was sold to it.

Of a breakdown from which something is left out ("and without the trucks?") the rest is asked by part, or whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.question import Question
from assistant.planner.account import refused
from assistant.reply import Reply
from assistant.store.members import JOINT

_SHOWN = frozenset({"series", "table", "per_key"})
_PARTS = frozenset({"mode", "region", "port", "product"})


def readings(question: Question, home: str) -> tuple[Question, ...]:
    """The question both ways round, home's trade first, where nothing else is open; else the question as it is."""
    if _leaves_out_a_part(question):
        return question, replace(question, slots=replace(question.slots, keys=(), operations=frozenset()))
    code = question.asked.doubtful
    if not code or question.unknown or question.ambiguous or question.conflict or refused(question):
        return (question,)
    clear = replace(question, asked=replace(question.asked, doubtful=""))
    named = tuple(code.split(JOINT))
    if home in named:
        return (question,)
    sides = (((home,), named), (named, (home,)))
    ours, theirs = (replace(clear, slots=replace(question.slots, reporter=r, partner=p)) for r, p in sides)
    assumed = tuple("reporter" if name == "partner" else name for name in question.assumed)  # the partner is named
    return replace(ours, assumed=assumed), theirs


def _leaves_out_a_part(question: Question) -> bool:
    """Whether a follow-up only takes something out of the breakdown before it."""
    slots, before = question.slots, question.previous
    if before is None or slots.keys != before.keys or len(slots.keys) != 1 or slots.keys[0] not in _PARTS:
        return False
    newly = set(slots.without.get(slots.keys[0], ())) - set(before.without.get(slots.keys[0], ()))
    plain = not slots.operations - _SHOWN and slots.number is None and slots.condition is None
    return bool(newly) and plain and len(slots.measures) == 1


def only_held(replies: Sequence[Reply]) -> int | None:
    """Which of two readings alone has an answer, where the other is of trade that is not loaded; None otherwise."""
    answered = [at for at, reply in enumerate(replies) if reply.status == "answered"]
    absent = [reply for reply in replies if reply.reason and reply.reason["kind"] == "no_data"]
    return answered[0] if len(replies) == 2 and len(answered) == len(absent) == 1 else None
