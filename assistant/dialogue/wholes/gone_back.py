"""Back to all of it after a part was told: "back to the total, in 2023", "and the state total?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.taken.shortened import filled
from assistant.dialogue.turns import Dialogue
from assistant.dialogue.wholes.share_in import narrowed_by
from assistant.lexicon.question import Question, Slots
from assistant.measures import OTHER_FLOW
from assistant.store.selection import WORLD

_AGAIN = frozenset({"dialogue:back", "dialogue:dollars", "dialogue:that_time"})
_BOTH = ("total", "balance", "surplus", "deficit")
_ASIDE = frozenset({"share", "in_percent", "sum", "polar"})


def gone_back(question: Question, dialogue: Dialogue) -> tuple[Question, Dialogue]:
    """The question of all of what was told, and the dialogue in which that was told; both as they are for any other."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None else None
    if last is not None and new.operations == {"sum"} and _frees(question, last):  # "in total, regardless of mode"
        return replace(question, slots=replace(new, operations=frozenset())), dialogue
    if turn is None or last is None or not _is_total(question, last):
        return question, dialogue
    whole = _kept(new, last) if new.filters else before(dialogue, last) or whole_of(last)
    if whole is None or whole == last:
        return question, dialogue
    told = replace(new.without_sides(), filters={}, operations=frozenset(), part="")
    return replace(question, slots=told), dialogue.without_last().with_turn(replace(turn, slots=whole))


def all_again(question: Question, dialogue: Dialogue) -> Question | None:
    """The question of all of what was told, where nothing more is named: "the state total again?"; None for others."""
    back = gone_back(question, dialogue)[1]
    whole, turn = back.last, dialogue.last
    if back is dialogue or whole is None or whole.slots is None or turn is None or question.slots.periods:
        return None
    return filled(question, whole.slots, turn)


def _is_total(question: Question, last: Slots) -> bool:
    """Whether only a total is named, and what it is the total of: its time, the state, that it is asked for again."""
    new = question.slots
    more = new.measures or new.keys or new.without or new.condition or new.ordinal or new.operations - {"sum"}
    known = {*new.places} <= {*last.partner, *last.reporter}
    known = known and all(last.filters.get(name) == codes for name, codes in new.filters.items())
    again = _AGAIN & question.about or new.periods or new.filters
    return bool(again) and known and not (more or question.unknown) and says(question, "the_total")


def _frees(question: Question, last: Slots) -> bool:
    """Whether all of a kind is asked for of which the last figure was narrowed to some: "all ports"."""
    return any(f"dialogue:all_{name}" in question.about for name in last.filters)


def _kept(new: Slots, last: Slots) -> Slots | None:
    """The last figure narrowed by what is named alone: "the state total" after that by rail."""
    return replace(_plain(last), filters=new.filters) if len(new.filters) < len(last.filters) else None


def before(dialogue: Dialogue, last: Slots) -> Slots | None:
    """The newest question before the last one that holds it, at the time of the last one."""
    turns = dialogue.without_last().turns
    found = (turn.slots for turn in reversed(turns) if turn.slots is not None and _holds(turn.slots, last))
    whole = next(found, None)
    return replace(_plain(whole), periods=last.periods) if whole else None


def _holds(whole: Slots, part: Slots) -> bool:
    """Whether the one question is of all that the other is a part of: of both flows, all modes, all partners."""
    both = whole.measures[:1] and whole.measures[0] in _BOTH and part.measures[:1] and part.measures[0] in OTHER_FLOW
    around = whole.partner in ((), (WORLD,)) and part.partner not in ((), (WORLD,))
    if whole.reporter != part.reporter or whole.operations - _ASIDE or {*whole.keys} - {*part.filters}:
        return False
    if not (both or whole.measures == part.measures) or not (around or whole.partner == part.partner):
        return False
    more = narrowed_by(part, whole)
    return bool(both or around or more) and (bool(more) or whole.filters == part.filters)


def whole_of(last: Slots) -> Slots | None:
    """What the last share is a share of; None where no share was told."""
    if "share" not in last.operations or last.operations - _ASIDE or last.keys or last.siblings:
        return None
    if last.within:
        return replace(_plain(last), measures=(last.within,))
    parts = () if last.partner_share else tuple(last.part.split() or [*last.filters][:1])
    kept = {name: codes for name, codes in last.filters.items() if name not in parts}
    partner = last.partner if parts else last.whole or (WORLD,)
    return replace(_plain(last), filters=kept, partner=partner)


def _plain(slots: Slots) -> Slots:
    """The figure itself, without what was done with it."""
    bare = replace(slots, keys=(), operations=slots.operations - _ASIDE, level=None, sections=False, number=None)
    return replace(bare, part="", partner_share=False, whole=(), within="", siblings=(), places=(), ordinal=None)


__all__ = ["all_again", "before", "gone_back", "whole_of"]
