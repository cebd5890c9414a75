"""Which way goods go where a follow-up does not name it: "and from there?", "how much was hauled by rail?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase
from assistant.measures import OTHER_FLOW
from assistant.store.selection import WORLD

_ENDS = {"prepositions:from": "origin", "prepositions:to": "destination"}


def end_pointed(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question with the partner of the last one as the end that is pointed at, where it names no flow itself."""
    last = dialogue.last.slots if dialogue.last is not None else None
    new, end = question.slots, _end(question)
    if last is None or not end or len(last.partner) != 1 or last.partner[0] in (WORLD, home):
        return question
    named = new.measures and not new.implied or new.places or last.measures[:1] not in [(flow,) for flow in OTHER_FLOW]
    if named or home not in last.reporter:
        return question
    free = replace(new, places=last.partner, measures=(), implied=True, origin=(), destination=())
    came = end == "origin"
    pointed = replace(free, origin=last.partner) if came else replace(free, destination=last.partner)
    return replace(question, slots=pointed)


def moved_along(question: Question, dialogue: Dialogue) -> Question:
    """The question without the flow of a verb that only says that goods moved: "how much was hauled by rail?".

    After a figure of a flow it is of the same, unless someone is named who sends or to whom it goes.
    """
    last = dialogue.last.slots if dialogue.last is not None else None
    new, verbs = question.slots, load(question.language).forms("held", "moved_along")
    said = [m for m in question.mentions if {c.split(":")[0] for c in m.candidates} & {"verbs", "measures", "home"}]
    along = len(said) == 1 and said[0].text in verbs and not (new.places or new.origin or new.destination)
    if last is None or not along or last.measures[:1] not in [(flow,) for flow in OTHER_FLOW] or not new.measures:
        return question
    return replace(question, slots=replace(new, measures=()))


def _end(question: Question) -> str:
    """Which end of the flow a pointing word names: "origin" for "from there", "destination" for "to them"."""
    there = load(question.language).forms("held", "those_ends")
    for lead, place in zip(question.mentions, question.mentions[1:], strict=False):
        close = not question.text[lead.end : place.start].strip()
        names = [end for code, end in _ENDS.items() if code in lead.candidates]
        if close and names and "dialogue:that" in place.candidates and " ".join(phrase(place.text)) in there:
            return names[0]
    return ""


__all__ = ["end_pointed", "moved_along"]
