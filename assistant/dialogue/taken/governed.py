"""A place behind the word that the verb before took: after "¿cuánto le compró EEUU a México?", "¿y a Canadá?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase

_BOUGHT = ("imports",)
_FEW = 4
"""The words of a message that only names another place."""


def governed(question: Question, dialogue: Dialogue) -> Question:
    """The question with the place as a bare one, where its "to" is that of the buying verb before, and no direction."""
    slots, last = question.slots, dialogue.last
    if not (slots.implied and slots.destination and last is not None and last.slots is not None):
        return question
    language, words = load(question.language), _told(dialogue)
    bought = last.slots.measures == _BOUGHT and not last.slots.destination
    verb = bought and not language.forms("governs", "to").isdisjoint(words)
    if not verb or language.forms("prepositions", "to").isdisjoint(words):
        return question
    places = () if slots.filters else slots.places
    return replace(question, slots=replace(slots.sided((), ()), places=places, measures=(), implied=False))


def _told(dialogue: Dialogue) -> frozenset[str]:
    """The words of the last question about purchases, and of the short ones that followed it on."""
    told: set[str] = set()
    for turn in reversed(dialogue.turns):
        if turn.slots is None or turn.slots.measures != _BOUGHT:
            break
        told |= {*phrase(turn.text)}
        if len(phrase(turn.text)) > _FEW:
            break
    return frozenset(told)


__all__ = ["governed"]
