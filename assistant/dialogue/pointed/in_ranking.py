"""What is in the ranking before, and who: "is Vietnam in there?", "who was first in 2008?", "who leads without it?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.pointed.ranked import DIMENSIONS, FILTERS, unclaimed
from assistant.dialogue.taken.merging import merged
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase

_RANKS = frozenset({"top", "bottom"})
_LED = frozenset({"top", "first_time", "compare", "led"})
"""What "first", "number one" and "who led" are read as."""


def who_of_kind(question: Question, dialogue: Dialogue) -> Question:
    """The question with "who" as the kind that was ranked: after the top states, "who leads without Texas?"."""
    slots, old = question.slots, dialogue.last.slots if dialogue.last is not None else None
    who = load(question.language).forms("noted", "who")
    said = any("keys:partner" in m.candidates and m.text in who for m in question.mentions)
    named = slots.measures or {*slots.places} - {*(old.reporter if old else ()), *slots.reporter}
    kind = old.keys[0] if old is not None and len(old.keys) == 1 and old.operations & _RANKS else ""
    if not said or slots.keys != ("partner",) or named or kind not in FILTERS:
        return question
    return replace(question, slots=replace(slots, keys=(kind,)))


def place_elsewhere(question: Question, dialogue: Dialogue, home: str) -> Slots | None:
    """The last ranking by another flow with one place of it: "and the number one for exports to Mexico?"; else None."""
    new, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    ranked = old is not None and len(old.keys) == 1 and old.keys[0] in DIMENSIONS and not old.condition
    place = new.ordinal or new.pick
    if old is None or not (place and ranked and asks_place(question)) or question.unknown or new.condition:
        return None
    named = {*new.keys} - {"partner", *old.keys} or {*new.filters} & {*old.keys} or new.without or (new.number or 0) > 1
    if named or new.operations - _LED:
        return None
    order = old.operations & _RANKS or frozenset({"top"})
    bare = replace(new, ordinal=None, pick=None, keys=(), operations=frozenset())
    asked = merged(bare, replace(unclaimed(old), number=None, pick=None, pick_to=None, beside=()), home)
    return replace(asked, keys=old.keys, operations=order, pick=place)


def asks_place(question: Question) -> bool:
    """Whether who holds a place in another flow is asked: "number one for exports?", not "its exports to number one".

    The place sets out, and the flow follows behind a preposition.
    """
    held, text = load(question.language), question.text
    places = (m for m in question.mentions if any(c.startswith(("ordinals:", "ranks:")) for c in m.candidates))
    said = next(places, None)
    if said is None or not question.slots.measures or question.slots.implied:
        return False
    placing = {word for cue in held.section("held").get("placing", ()) for word in phrase(cue)}
    before, behind = phrase(text[: said.start]), phrase(text[said.end :])
    opens_with = {*before} <= placing | held.forms("held", "leads") | held.forms("short", "fillers")
    return opens_with and behind[:1] != () and behind[0] in held.forms("placed", "by")


def of_the_rest(question: Question, dialogue: Dialogue) -> Question:
    """The question of who is first without what it leaves out as a ranking: "apart from Texas, who was the leader?"."""
    new, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    place = new.ordinal or new.pick
    ranked = old is not None and len(old.keys) == 1 and old.keys[0] in new.without and old.operations & _RANKS
    if old is None or not ranked or not place or new.measures or {*new.keys} - {"partner", *old.keys}:
        return question
    slots = replace(new, ordinal=None, keys=(), operations=old.operations & _RANKS, pick=place)
    return replace(question, slots=slots)


__all__ = ["asks_place", "of_the_rest", "place_elsewhere", "who_of_kind"]
