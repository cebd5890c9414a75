"""The one of the last two figures as a part of the other: after all imports and those by truck, "as a percentage"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES
from assistant.store.members import is_country, is_group
from assistant.store.selection import WORLD
from assistant.types import Gap

_SAID = frozenset({"per_key"})
"""What "por" adds in Spanish where nothing is keyed."""
_SHARES = frozenset({"in_percent", "share"})
_SAME = ("measures", "reporter", "periods", "without", "books", "source", "valuation")


def part_of_before(question: Question, dialogue: Dialogue) -> Slots | None:
    """The share of the last figure in the one before it, or the other way round, where a percentage alone is asked."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    if len(turns) < 2 or not all(turn.answered for turn in turns):
        return None
    one, other = (turn.slots or Slots() for turn in turns)
    if not _asks(question, other):
        return None
    bare = not any(
        each.operations - _SAID or each.keys or each.condition or len(each.partner) != 1 for each in (one, other)
    )
    differ = {name for name in _SAME if getattr(one, name) != getattr(other, name)}
    if not bare or differ - {"measures"}:
        return None
    if {*one.measures, *other.measures} == {"imports", "duty"}:
        return _rate(one, other)
    again = question.slots.places or question.slots.filters
    return _of_total(one, other) if differ else _of(other, one) or (None if again else _of(one, other))


def _rate(one: Slots, other: Slots) -> Slots | None:
    """The rate of a duty and the imports that it was paid on, where both are of the same goods and partner."""
    alike = one.partner == other.partner and one.filters == other.filters
    return replace(other, measures=("effective_duty",), operations=frozenset()) if alike else None


def unparted(question: Question, last: Slots) -> Gap | None:
    """The question back where a share is asked of "them" or "that" after a breakdown: which is not said, nor all."""
    new = question.slots
    whole = new.operations == {"share"} and new.measures and new.places and not (new.filters or new.part or new.keys)
    closing = [code for m in question.mentions[-1:] for code in m.candidates]  # "what share of US imports is that?"
    pointed = "dialogue:those" in question.about or "dialogue:that" in closing
    single = "top" in last.operations and last.number in (None, 1)  # "the largest chapter" is one
    several = {*last.keys} - {*TIMES, "partner"} and pointed and not single
    return Gap("clarify", "unclear", "pointed") if whole and several else None


def _asks(question: Question, last: Slots) -> bool:
    """Whether the message asks for a percentage, and names nothing that it is of, at most the last figure's own."""
    new = question.slots
    again = {*new.places} <= {*last.partner} and all(last.filters.get(name) == c for name, c in new.filters.items())
    named = new.measures or not again or new.periods or new.keys or new.without or new.condition
    of_all = any(cue.startswith("dialogue:all_") for cue in question.about)  # "of all states?"
    said = named or of_all or new.ordinal or question.unknown
    return bool(new.operations) and new.operations <= _SHARES and not said


def _of_total(one: Slots, other: Slots) -> Slots | None:
    """The one flow of the two as a share of all trade, where the other is that with the same narrowing."""
    flows = [each for each in (one, other) if each.measures in (("exports",), ("imports",))]
    alike = one.partner == other.partner and one.filters == other.filters
    if len(flows) != 1 or not alike or ("total",) not in (one.measures, other.measures):
        return None
    return replace(flows[0], operations=frozenset({"share"}), within="total")


def _of(part: Slots, whole: Slots) -> Slots | None:
    """The first as a share of the second, where it is one partner of all, or has one filter more."""
    if part.partner != whole.partner:
        group = is_group(whole.partner[0]) and is_country(part.partner[0])
        shared = replace(part, operations=frozenset({"share"}), partner_share=bool(part.filters))
        shared = replace(shared, whole=whole.partner) if group else shared
        return shared if (group or whole.partner == (WORLD,)) and part.filters == whole.filters else None
    more = [name for name in part.filters if name not in whole.filters]
    same = all(part.filters.get(name) == codes for name, codes in whole.filters.items())
    return replace(part, operations=frozenset({"share"}), part=more[0]) if same and len(more) == 1 else None
