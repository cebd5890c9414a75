"""The port or state spoken of, which a whole question points to: after Laredo, "total trade with Mexico there"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase

_SPOTS = ("port", "region")


def at_the_spot(question: Question, dialogue: Dialogue) -> Question:
    """The question with the one port or state of the last turn, where a word points there and it names none itself.

    A partner is named, else "there" is the one spoken of: after California's exports to Mexico, "all US exports there".
    """
    last, new = dialogue.last.slots if dialogue.last is not None else None, question.slots
    points = _points(question, "those_spots")
    partner = [code for code in new.places if code not in (last.reporter if last is not None else ())]
    if last is None or not points or not partner or {*_SPOTS} & {*new.filters, *new.keys} or not new.measures:
        return question
    spoken = {name: last.filters[name] for name in _SPOTS if len(last.filters.get(name, ())) == 1}
    return replace(question, slots=replace(new, filters={**new.filters, **spoken})) if len(spoken) == 1 else question


def points_there(question: Question) -> bool:
    """Whether all that points back is a "there", which is no way of transport and no product: "total exports there"."""
    told = [m for m in question.mentions if "dialogue:that" in m.candidates]
    return len(told) == 1 and _points(question, "there")


def _points(question: Question, name: str) -> bool:
    """Whether what points back is one of the words of a list of the language's `[held]`."""
    words = load(question.language).forms("held", name)
    return any("dialogue:that" in m.candidates and " ".join(phrase(m.text)) in words for m in question.mentions)


__all__ = ["at_the_spot", "points_there"]
