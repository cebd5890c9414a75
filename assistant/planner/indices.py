"""Indices and models of trade: those that are computed become operations, the others are declined by name.

An index whose meaning is asked for is neither: the notes explain it.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES
from assistant.planner.account import TALK
from assistant.store.selection import WORLD
from assistant.types import Gap

SPREAD = frozenset({"concentration", "effective_number"})
INDICES = frozenset({*SPREAD, "intra_industry", "similarity"})
"""Operations that are indices, and those of them that say how concentrated trade is."""
_COMPUTED = {
    "hhi": "concentration",
    "effective": "effective_number",
    "gl": "intra_industry",
    "similarity": "similarity",
}
"""The indices that are computed, and the operation that each one is."""
_NAMES = {operation: name for name, operation in _COMPUTED.items()}
_SAID_BY = {"concentrated": {"hhi", "effective"}, "space": {"similarity"}}
"""Cues that only say what an index beside them is about: "how concentrated …", "how similar are the baskets"."""


def uncomputed(question: Question) -> Gap | None:
    """The decline of a figure of an index that nothing computes; None where none is named, or it is to be explained."""
    if missing := _whole_missing(question):
        return _declined(missing)
    named = _named(question)
    if not named or is_explained(question):
        return None
    if "explain:why" in question.about and question.slots.operations & INDICES:
        return Gap("declined", "not_computable", "caused")
    asked = question.asked
    of_nothing = not (
        asked.places or asked.measures or asked.keys or asked.filters or asked.periods or question.carried
    )
    left = [name for name in named if of_nothing or _COMPUTED.get(name) not in question.slots.operations]
    return _declined(left[0]) if left else None


def indexed(question: Question, slots: Slots, home: str) -> Slots:
    """The slots with the index as an operation, over the parts that are named, or those that the trade has.

    How concentrated another country's trade is over its partners is known from its own books alone.
    """
    named = {_COMPUTED[name] for name in _named(question) if name in _COMPUTED}
    asked = replace(slots, operations=slots.operations - {"rebase"} | named)
    if named and not is_explained(question):
        parts = {*slots.keys} - TIMES or {_parts(slots)}
        foreign = bool(slots.reporter) and home not in slots.reporter and parts == {"partner"}
        slots = slots if foreign and named <= SPREAD else asked
    if not slots.operations & SPREAD or {*slots.keys} - TIMES:
        return slots
    return replace(slots, keys=(*slots.keys, _parts(slots)))


def is_placed_index(question: Question) -> bool:
    """Whether an index is asked of a place, which is enough for a figure: "Grubel-Lloyd, US and Mexico"."""
    return bool(question.slots.operations & INDICES and question.asked.places)


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


def _named(question: Question) -> list[str]:
    """The indices that are named, without cues that only go with another."""
    named = {cue.split(":")[1] for cue in question.about if cue.startswith("indices:")}
    if "concentrated" in named and question.asked.operations & {"exceed", "trail"}:
        named |= {"hhi"}  # "which is more concentrated, …?"
    return sorted(name for name in named if not _SAID_BY.get(name, set()) & named)


def _parts(slots: Slots) -> str:
    """What trade is divided into where no word says it: with one partner its products, else the partners."""
    alone = bool(slots.partner) and WORLD not in slots.partner
    return "product" if slots.level or slots.sections or alone and not slots.filters.get("product") else "partner"


def _whole_missing(question: Question) -> str:
    """The index that is asked of a trade of which only a part is loaded: Mexico's with its partners, or with all.

    A partner that is filled in would make it an index of another trade than was asked of.
    """
    slots = question.slots
    named = sorted(_NAMES[operation] for operation in slots.operations & INDICES)
    filled = "partner" in question.assumed and slots.partner != (WORLD,)
    foreign = "reporter" not in question.assumed and bool(slots.reporter)
    return named[0] if named and (filled and foreign or question.gap is not None) else ""


def _declined(name: str) -> Gap:
    return Gap("declined", "not_computable", "index", (("index", name),))


def _is_to_be_computed(question: Question) -> bool:
    """Whether a word asks for a value: "calculate", "overall", "using"."""
    text = f" {fold(question.text)} "
    return any(f" {word} " in text for word in load(question.language).forms("noted", "compute"))
