"""The one of the last two figures as a part of the other: after all imports and those by truck, "as a percentage"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.joining import group_of
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.dialogue.wholes.gone_back import before
from assistant.dialogue.wholes.share_in import share_in
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES
from assistant.store.members import is_group
from assistant.store.selection import WORLD
from assistant.types import Gap

_SAID = frozenset({"per_key"})
"""What "por" adds in Spanish where nothing is keyed."""
_SHARES = frozenset({"in_percent", "share"})
_SAME = ("measures", "reporter", "periods", "without", "books", "source", "valuation")


def part_of_before(question: Question, dialogue: Dialogue) -> Slots | None:
    """The share of the last figure in the one before it, or the other way round, where a percentage alone is asked."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    if (question.slots.number or 0) > 1:
        return _several(question, dialogue)
    if shared := _of_sum(question, turns[-1] if turns else None):
        return shared
    if len(turns) < 2 or not all(turn.answered for turn in turns):
        return None
    one, other = (turn.slots or Slots() for turn in turns)
    if not _asks(question, other):
        return None
    if says(question, "the_total") and (whole := before(dialogue, other)) and not other.operations:
        return share_in(other, whole)  # after all trade, imports and exports, "in percent of the total?"
    bare = not any(
        each.operations - _SAID or each.keys or each.condition or len(each.partner) != 1 for each in (one, other)
    )
    differ = {name for name in _SAME if getattr(one, name) != getattr(other, name)}
    if not bare or differ - {"measures"}:
        return None
    again = question.slots.places or question.slots.filters
    if differ:
        return share_in(one, other) or share_in(other, one)
    return share_in(other, one) or (None if again else share_in(one, other))


def _of_sum(question: Question, turn: Turn | None) -> Slots | None:
    """The share of one of those that were added up: after Japan and Korea combined, "what share of that is Japan?"."""
    new, last = question.slots, turn.slots if turn is not None and turn.answered else None
    shares = "share" in new.operations and len(new.places) + len(new.filters) == 1
    if last is None or not shares or last.operations != {"sum"} or last.keys or not _asks(question, last, among=True):
        return None
    shared = replace(plain(last), operations=frozenset({"share"}))
    if len(new.places) == 1 < len(last.partner) and not new.filters:
        return replace(shared, partner=new.places, places=new.places, partner_share=True, whole=last.partner)
    names = [name for name, codes in new.filters.items() if len(codes) == 1 < len(last.filters.get(name, ()))]
    if new.places or len(names) != 1 or len(new.filters) != 1:
        return None
    filters = {**last.filters, **new.filters}
    return replace(shared, filters=filters, part=names[0], siblings=last.filters[names[0]])


def _several(question: Question, dialogue: Dialogue) -> Slots | None:
    """Those asked about before the last figure as a share of it: after France, Italy and the EU, "the two's share"."""
    whole, new = dialogue.last, question.slots
    group = group_of(dialogue.without_last(), new.number)
    if whole is None or whole.slots is None or group is None or not _asks(question, whole.slots):
        return None
    last = whole.slots
    same = not any(getattr(group, name) != getattr(last, name) for name in _SAME) and group.filters == last.filters
    grouped = len(last.partner) == 1 and (is_group(last.partner[0]) or last.partner == (WORLD,))
    if not (same and grouped and len(group.partner) == new.number) or last.operations or last.keys:
        return None
    within = last.partner if last.partner != (WORLD,) else ()
    shared = replace(group, operations=frozenset({"sum", "share"}), partner_share=bool(last.filters))
    return replace(shared, whole=within, places=group.partner)


def unparted(question: Question, last: Slots) -> Gap | None:
    """The question back where a share is asked of "them" or "that" after a breakdown: which is not said, nor all."""
    new = question.slots
    whole = new.operations == {"share"} and new.measures and new.places and not (new.filters or new.part or new.keys)
    closing = [code for m in question.mentions[-1:] for code in m.candidates]  # "what share of US imports is that?"
    pointed = "dialogue:those" in question.about or "dialogue:that" in closing
    single = "top" in last.operations and last.number in (None, 1)  # "the largest chapter" is one
    several = {*last.keys} - {*TIMES, "partner"} and pointed and not single
    return Gap("clarify", "unclear", "pointed") if whole and several else None


def _asks(question: Question, last: Slots, *, among: bool = False) -> bool:
    """Whether the message asks for a percentage, and names nothing that it is of, at most the last figure's own.

    `among`: it may name some of several that the last figure is of.
    """
    new = question.slots
    held = all({*codes} <= {*last.filters.get(name, ())} for name, codes in new.filters.items())
    again = held and (among or all(last.filters.get(name) == codes for name, codes in new.filters.items()))
    again = again and {*new.places} <= {*last.partner}
    named = new.measures or not again or new.periods or new.keys or new.without or new.condition
    of_all = any(cue.startswith("dialogue:all_") for cue in question.about)  # "of all states?"
    said = named or of_all or new.ordinal or question.unknown
    return bool(new.operations) and new.operations <= _SHARES and not said
