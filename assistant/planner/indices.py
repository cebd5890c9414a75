"""Indices and models of trade that are not computed here: declined by name, unless an explanation is asked for."""

from __future__ import annotations

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold
from assistant.planner.account import TALK
from assistant.types import Gap


def uncomputed(question: Question) -> Gap | None:
    """The decline of a figure of an index that nothing computes; None where none is named, or it is to be explained."""
    named = sorted(cue.split(":")[1] for cue in question.about if cue.startswith("indices:"))
    if not named or is_explained(question):
        return None
    return Gap("declined", "not_computable", "index", (("index", named[0]),))


def is_explained(question: Question) -> bool:
    """Whether the meaning of an index is asked for and not its value for a place, a product or a time."""
    slots = question.asked
    named = slots.places or slots.filters or slots.periods or slots.beside
    placed = named or slots.number and slots.keys or question.carried
    points = "dialogue:that" in question.about and not (slots.measures or slots.keys)
    if placed or points or _is_to_be_computed(question):
        return False
    asks = any(cue in question.about for cue in TALK)
    bare = not (slots.measures or slots.keys or slots.number or slots.operations - {"polar", "compare", "difference"})
    return asks or bare


def _is_to_be_computed(question: Question) -> bool:
    """Whether a word asks for a value: "calculate", "overall", "using"."""
    text = f" {fold(question.text)} "
    return any(f" {word} " in text for word in load(question.language).forms("noted", "compute"))
