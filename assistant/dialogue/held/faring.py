"""Who has it easier or harder under a tariff: the lower or the higher of two rates that were asked for in turn."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import chooses, says
from assistant.dialogue.held.joining import pair_of
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.measures import TARIFFS

_SIDES = {"easier": ("trail", "exceed"), "harder": ("exceed", "trail")}
"""What is said of who is named, and what that says of the other one."""


def faring(question: Question, dialogue: Dialogue) -> Question:
    """The question as whether the rate of the one that is named is the lower or the higher of the last two."""
    pair = pair_of(dialogue)
    rated = pair is not None and bool({*pair.measures} & {*TARIFFS}) and len(pair.partner) == 2
    name = next((name for name in _SIDES if says(question, name)), "")
    if pair is None or not rated:
        return question
    if name and chooses(question) and not question.slots.places:  # "¿quién está peor?"
        return replace(question, slots=Slots(operations=frozenset({_SIDES[name][0]})))
    if len(question.slots.places) != 1:
        return question
    if not name or question.slots.places[0] not in pair.partner:
        return question
    first, last = pair.partner
    is_last = question.slots.places == (last,)
    slots = Slots(places=(first,), partner=(first,), operations=frozenset({"polar", _SIDES[name][is_last]}))
    left = tuple(word for word in question.unknown if not _said(question, name) & {*phrase(word)})
    return replace(question, slots=slots, unknown=left, about=question.about - {"dialogue:that"})


def _said(question: Question, name: str) -> frozenset[str]:
    texts: Codes = tuple(load(question.language).section("held").get(name, ()))
    return frozenset(word for text in texts for word in phrase(text))


__all__ = ["faring"]
