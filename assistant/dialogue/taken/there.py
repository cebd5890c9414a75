"""The port, state or goods spoken of that a whole question points to: "trade with Mexico there", "exports of that"."""

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


def of_those_goods(question: Question, dialogue: Dialogue) -> Question:
    """The question with the goods of the last turn, where "of that" stands behind the flow: "our exports of that"."""
    last, new = dialogue.last.slots if dialogue.last is not None else None, question.slots
    goods = last.filters.get("product", ()) if last is not None and not last.keys else ()
    trios = zip(question.mentions, question.mentions[1:], question.mentions[2:], strict=False)
    said = any(
        any(code.startswith("measures:") for code in flow.candidates)
        and "prepositions:of" in of.candidates
        and "dialogue:that" in that.candidates
        for flow, of, that in trios
    )
    if not (said and goods and new.places) or "product" in {*new.filters, *new.keys} or new.operations:
        return question
    return replace(question, slots=replace(new, filters={**new.filters, "product": goods}))


def points_there(question: Question) -> bool:
    """Whether all that points back is a "there", which is no way of transport and no product: "total exports there"."""
    told = [m for m in question.mentions if "dialogue:that" in m.candidates]
    return len(told) == 1 and _points(question, "there")


def _points(question: Question, name: str) -> bool:
    """Whether what points back is one of the words of a list of the language's `[held]`."""
    words = load(question.language).forms("held", name)
    return any("dialogue:that" in m.candidates and " ".join(phrase(m.text)) in words for m in question.mentions)


__all__ = ["at_the_spot", "of_those_goods", "points_there"]
