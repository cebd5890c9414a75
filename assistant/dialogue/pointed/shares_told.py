"""A share of what was told: of the first of a ranking, "what is its share?"; of a group, "and Germany's part?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.measures import OTHER_FLOW
from assistant.store.members import is_country, is_group

_SHARES = frozenset({"share", "in_percent", "sum", "polar"})
_RANKED = frozenset({"top", "polar", "ordered"})
_ENDS = frozenset({"prepositions:from", "prepositions:to", "prepositions:with"})


def share_told(question: Question, dialogue: Dialogue, home: str) -> tuple[Question, Dialogue]:
    """The share with the partners that it is of, and the dialogue with what others sold home as home's imports."""
    turn, new = dialogue.last, question.slots
    if turn is not None and turn.slots is not None and new.operations == {"in_percent"}:
        if _members(question, _turned(turn.slots, home)):  # "how much of that was Ireland's, in percent?"
            new = replace(new, operations=new.operations | {"share"})
            question = replace(question, slots=new)
    if turn is None or turn.slots is None or "share" not in new.operations or new.operations - _SHARES:
        return question, dialogue
    if new.keys or new.periods or new.without or new.condition or new.ordinal or question.unknown:
        return question, dialogue
    if partners := _ranked(question, turn, turn.slots):
        return _shared(question, turn.slots, partners), dialogue
    if part := _of_sum(question, dialogue):
        return replace(question, slots=replace(new, filters=part, part=next(iter(part)))), dialogue.without_last()
    dialogue = _seen_from_home(question, dialogue, home)
    old = dialogue.last.slots if dialogue.last is not None and dialogue.last.slots is not None else turn.slots
    if whole := _whole(question, old):
        return whole, dialogue
    members = _members(question, old)
    bare = replace(new.without_sides(), measures=(), implied=False, partner=members, places=members, number=None)
    bare = replace(bare, whole=old.partner, partner_share=bool(old.filters))
    return (replace(question, slots=bare) if members else question), dialogue


def _of_sum(question: Question, dialogue: Dialogue) -> dict[str, Codes]:
    """What the last figure narrows the sum before it to: all ports of Texas, then Laredo; {} where it is no part."""
    new, turns = question.slots, [turn.slots for turn in dialogue.turns if turn.slots is not None][-2:]
    if len(turns) < 2 or new.places or new.measures:
        return {}
    whole, last = turns
    part = {name: codes for name, codes in last.filters.items() if name not in whole.filters}
    same = (whole.measures, whole.reporter, whole.partner, whole.periods) == (
        *(last.measures, last.reporter, last.partner, last.periods),
    )
    summed = whole.operations == {"sum"} and whole.keys == tuple(part) and not (last.operations - {"sum"} or last.keys)
    return part if same and summed and new.filters in ({}, part) else {}


def _seen_from_home(question: Question, dialogue: Dialogue, home: str) -> Dialogue:
    """The dialogue with what others sold home as what it bought of them, where a share of that is asked for."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    seen = {id(turn): replace(turn, slots=_turned(turn.slots, home)) for turn in turns if turn.slots is not None}
    new, last = question.slots, seen[id(turns[-1])].slots or Slots()
    moved = [seen[id(turn)].slots is not turn.slots and seen[id(turn)].slots != turn.slots for turn in turns]
    bare = not (new.places or new.measures or new.filters) and all(moved) and len(moved) > 1
    same = new.measures == last.measures and {*new.places} - {home} <= {*last.partner} and not new.implied
    asked = bare or same or _whole(question, last) is not None or bool(_members(question, last))
    return Dialogue(tuple(seen.get(id(turn), turn) for turn in dialogue.turns)) if asked else dialogue


def _turned(old: Slots, home: str) -> Slots:
    """One flow of another place with home as the other flow of home with it; any other slots as they are."""
    single = len(old.measures) == len(old.reporter) == 1 and old.partner == (home,) and old.reporter != (home,)
    if not single or old.measures[0] not in OTHER_FLOW or old.operations - {"polar"} or old.keys:
        return old
    return replace(old.sided((home,), old.reporter), measures=(OTHER_FLOW[old.measures[0]],), places=(), goods=False)


def _whole(question: Question, old: Slots) -> Question | None:
    """The share of the country that was told, or is named, in the group that is: "what share of all Asia is that?"."""
    new, single = question.slots, len(old.partner) == 1
    groups = [code for code in new.places if is_group(code)]
    others = tuple(code for code in new.places if is_country(code) and code not in old.reporter)
    if single and len(others) > 1 and {*old.partner} < {*others} and not groups and "dialogue:that" in question.about:
        groups, others = [*others], ()  # "what share of what went to Mexico and Canada is that?"
    alike = new.implied and not others or new.measures in ((), old.measures)
    plain = single and alike and groups and not (old.operations - {"polar", "share"} or old.keys)
    told = not new.measures if others else "dialogue:that" in question.about and all(map(is_country, old.partner))
    if not plain or not told or others and len(groups) > 1:
        return None
    within = {**new.filters} == {**old.filters} or not (new.filters or new.measures)  # else no plan has both
    partners, shared = others or old.partner, bool(old.filters) and within
    bare = replace(new.without_sides(), measures=(), implied=False, filters={}, part="", whole=tuple(groups))
    return replace(question, slots=replace(bare, partner=partners, places=partners, partner_share=shared))


def _shared(question: Question, old: Slots, partners: Codes) -> Question:
    """The share of the partners in what was ranked, which is narrowed as it was."""
    done = question.slots.operations | ({"sum"} if len(partners) > 1 else frozenset())
    new = replace(question.slots.without_sides(), measures=(), filters={}, part="", number=None, operations=done)
    single = 1 if len(partners) == 1 else None
    new = replace(new, whole=(old.among,)) if old.among and old.among in question.slots.places else new
    return replace(question, slots=replace(new, partner=partners, places=partners, partner_share=True, ordinal=single))


def _ranked(question: Question, turn: Turn, old: Slots) -> Codes:
    """The partners of the last ranking that a share is asked of, all or the one it was for; () where of others."""
    new, (dimension, codes) = question.slots, turn.ranked
    if not turn.answered or dimension != "partner" or old.keys != ("partner",) or old.operations - _RANKED:
        return ()
    named = {*new.places} - {*old.reporter, old.among} or any(
        old.filters.get(name) != kept for name, kept in new.filters.items()
    )
    if named or "top" not in old.operations or new.measures not in ((), old.measures) or _names_end(question):
        return ()
    number, those = old.number or 1, "dialogue:those" in question.about
    several = 1 < number == len(codes) and (new.number == number or those and "sum" in new.operations)
    if several:
        return codes if not (old.pick or old.beside or old.condition) else ()
    whole = old.filters or new.filters or old.among in new.places
    single = number == 1 and whole and "dialogue:that" in question.about and (new.measures or not those)
    return turn.order[(old.pick or 1) - 1 :][:1] if single and not (new.number or old.beside or old.condition) else ()


def _names_end(question: Question) -> bool:
    """Whether a pronoun is an end of the flow that is the whole: "what share of imports from there is that?"."""
    said = [m.candidates for m in question.mentions]
    return any(
        _ENDS & {*lead} and "dialogue:that" in end and any(code.startswith("measures:") for code in flow)
        for (flow, lead), (_, end) in pairwise(pairwise(said))
    )


def _members(question: Question, old: Slots) -> Codes:
    """The countries whose part in the trade with a group, which was told, is asked for; () where none are."""
    new, pointed = question.slots, {"dialogue:that", "dialogue:those"} & question.about
    flow = new.implied or new.measures in ((), old.measures)
    named = tuple(code for code in new.places if code not in old.reporter)
    group = len(old.partner) == 1 and is_group(old.partner[0]) or {*named} < {*old.partner} and len(old.partner) > 1
    group = group and not (old.operations - {"polar"} or old.keys) and new.number in (None, len(old.partner))
    told = flow and (pointed or not new.measures) and not new.filters and not new.whole
    return named if group and told and named and all(map(is_country, named)) else ()


__all__ = ["share_told"]
