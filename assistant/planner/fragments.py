"""Messages that name something and ask nothing of it: "cars", "last year", "compare them". They are asked back."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.types import Gap

_CONTINENT = ("america", "amerique")
"""A country in everyday English, a continent elsewhere; folded."""
_RELATIVE = frozenset({"that"})
"""A word that may open a clause: "the months that were above average"."""
_TIMES = frozenset({"month", "quarter", "year"})
_SOUGHT = frozenset({"top", "bottom", "best", "worst", "peak", "count"})

_AMERICA = ("USA", "SCAMERICA")


def america(question: Question) -> Gap | None:
    """The question back to "exports to America", where nobody is named who would make it the United States."""
    named = [m.text for m in question.mentions if "place:USA" in m.candidates and m.text in _CONTINENT]
    if not named or question.asked.reporter or len(question.asked.places) > 1 or question.carried:
        return None
    return Gap("clarify", "unclear", "ambiguous", (("name", named[0]),), _AMERICA)


def unspoken(question: Question) -> Gap | None:
    """The question back where "it" is searched over time and nothing was said before: "which month was it highest?"."""
    slots = question.asked
    named = (slots.measures, slots.places, slots.filters, question.unknown, question.carried, question.previous)
    points = any("dialogue:that" in m.candidates and m.text not in _RELATIVE for m in question.mentions)
    asked = set(slots.keys) & _TIMES and (slots.condition or slots.operations & _SOUGHT)
    return Gap("clarify", "unclear", "referent") if points and asked and not any(named) else None


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
