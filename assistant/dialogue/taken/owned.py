"""Whose figure is asked for after another country's trade with home: "balance for Mexico?", "¿y lo que compramos?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import phrase

_SIGNED = (("balance",), ("deficit",), ("surplus",))


def owned(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question with the side that it is asked of: whom a balance is for, and who "we" were in the one before."""
    turn = dialogue.last
    last = turn.slots if turn is not None and turn.slots is not None else Slots()
    if turn is None or len(last.reporter) != 1 or last.partner != (home,) or last.reporter == (home,):
        return question
    return _ours(_for_one(question, last), turn, last, home)


def _for_one(question: Question, last: Slots) -> Question:
    """The balance of the one that it is for, with the other: after Mexico's exports to home, "balance for Mexico"."""
    slots, sides = question.slots, (*last.reporter, *last.partner)
    single = slots.places if len(slots.places) == 1 and slots.places[0] in sides else ()
    if not single or slots.measures not in _SIGNED or not _led_by_for(question):
        return question
    other = tuple(code for code in sides if code not in single)
    return replace(question, slots=replace(slots, reporter=single, partner=other, places=(*single, *other)))


def _led_by_for(question: Question) -> bool:
    """Whether the place is the one that something is "for"."""
    pairs = zip(question.mentions, question.mentions[1:], strict=False)
    return any("prepositions:for" in led.candidates and place.kind == "place" for led, place in pairs)


def _ours(question: Question, turn: Turn, last: Slots, home: str) -> Question:
    """The question without home as "we", where "we" were the owner of the earlier flow."""
    slots, held = question.slots, load(question.language)
    words = held.forms("home", "words") - held.forms("home", "object")  # "Korea's exports to us" are Korea's
    said = any(m.kind == "home" for m in question.mentions) and not _names(question, home)
    if not said or slots.places != (home,) or not words & {*phrase(turn.text)}:
        return question
    kept: Codes = last.reporter if slots.reporter else ()
    aimed = slots.sided(kept, last.partner if kept else ())
    return replace(question, slots=replace(aimed, places=()))


def _names(question: Question, home: str) -> bool:
    return any(f"place:{home}" in mention.candidates for mention in question.mentions)


__all__ = ["owned"]
