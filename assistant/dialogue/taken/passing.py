"""What came in or went out where the last figure was of a port: "and how much came in at that same port?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold

_WAYS = {"inward": "imports", "outward": "exports"}
_PASSED = frozenset({"port", "mode"})


def passing(question: Question, dialogue: Dialogue) -> Question:
    """The question with the flow that goods come in or go out by, after a port or a mode; as it is after anything else.

    "It came in third" and "it came in above 2 billion" are of no flow.
    """
    new, last = question.slots, dialogue.last.slots if dialogue.last is not None else None
    language = load(question.language)
    said = [way for way in _WAYS if language.said(fold(question.text), "lists", way)]
    more = new.measures or new.places or new.condition or new.ordinal or new.pick or question.unknown
    if last is None or more or len(said) != 1 or not _PASSED & {*last.filters, *last.keys}:
        return question
    return replace(question, slots=replace(new, measures=(_WAYS[said[0]],), goods=False))


__all__ = ["passing"]
