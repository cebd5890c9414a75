"""Messages that name something and ask nothing of it: "cars", "last year", "compare them". They are asked back."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.types import Gap


def fragment(question: Question) -> Gap | None:
    """What to ask back: of what the thing named is to be told, or what "them" points to; None for anything else."""
    slots = question.asked
    if question.unknown:
        return None
    named = slots.filters or slots.periods or slots.keys or slots.operations - {"polar"} or slots.condition
    points = "dialogue:that" in question.about or slots.ordinal or question.explains
    if points and not (slots.filters or slots.periods or slots.keys):
        return Gap("clarify", "unclear", "referent")
    return Gap("clarify", "unclear", "what") if named or points else None
