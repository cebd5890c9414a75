"""A share of what was told: of the first of a ranking, "what is its share?"; of a group, "and Germany's part?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.dialogue.held.joining import pair_of
from assistant.dialogue.held.whole_named import told_as_part
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.measures import OTHER_FLOW
from assistant.store.members import is_country, is_group

_SHARES = frozenset({"share", "in_percent", "sum", "polar"})
_RANKED = frozenset({"top", "polar", "ordered"})
_ENDS = frozenset({"prepositions:from", "prepositions:to", "prepositions:with"})


def share_told(question: Question, dialogue: Dialogue, home: str) -> tuple[Question, Dialogue]:
    """The share with the partners that it is of, and the dialogue with what others sold home as home's imports."""
    question, told = _ranked_or_held(question, dialogue)
    if told:
        return question, dialogue
    turn, new = dialogue.last, question.slots
    if turn is not None and turn.slots is not None and new.operations == {"in_percent"}:
        if _members(question, _turned(turn.slots, home)):  # "how much of that was Ireland's, in percent?"
            new = replace(new, operations=new.operations | {"share"})
            question = replace(question, slots=new)
    if turn is not None and new.operations == {"in_percent"} and _of_sum(question, dialogue):
        new = replace(new, operations=frozenset({"share"}))  # all ports of Texas, then two of them, "as percent"
        question = replace(question, slots=new)
    if turn is None or turn.slots is None or "share" not in new.operations or new.operations - _SHARES:
        return question, dialogue
    if new.keys or new.periods or new.without or new.condition or new.ordinal or question.unknown:
        return question, dialogue
    if partners := _ranked(question, turn, turn.slots):
        return _shared(question, turn.slots, partners), dialogue
    if part := _of_sum(question, dialogue):
        return replace(question, slots=replace(new, filters=part, part=next(reversed(part)))), _summed(dialogue)
    dialogue = _seen_from_home(question, dialogue, home)
    old = dialogue.last.slots if dialogue.last is not None and dialogue.last.slots is not None else turn.slots
    if whole := _whole(question, old, held=_told_first(question, old, dialogue)):
        return whole, dialogue
    members = _members(question, old)
    bare = replace(new.without_sides(), measures=(), implied=False, partner=members, places=members, number=None)
    bare = replace(bare, whole=old.partner, partner_share=bool(old.filters))
    return (replace(question, slots=bare) if members else question), dialogue


def _ranked_or_held(question: Question, dialogue: Dialogue) -> tuple[Question, bool]:
    """The share as that of the partners that were ranked, or of one in percent of another, and whether that is all."""
    turn, new = dialogue.last, question.slots
    if turn is None or turn.slots is None or not new.operations & {"share", "in_percent"} or new.operations - _SHARES:
        return question, False
    shared = new.operations - {"in_percent"} | {"share"}
    if _is_of_ranked(question, turn.slots):
        held = replace(new, operations=shared, partner_share=bool(turn.slots.filters))
        return replace(question, slots=held), False
    if rival := _rival(question, turn.slots) or _of_told_pair(question, dialogue):
        return rival, True
    named = new.places or new.measures or new.filters or new.keys or new.periods or new.ordinal or question.unknown
    if named or not _is_after_ranked(dialogue):
        return question, False
    return replace(question, slots=replace(new, operations=shared, partner_share=True)), True


def _is_of_ranked(question: Question, old: Slots) -> bool:
    """Whether a share is asked of the partners that were ranked, and no whole is named: "what's their share?"."""
    new = question.slots
    asked = new.operations & {"share", "in_percent"} and new.operations <= _SHARES
    named = new.places or new.measures or new.filters or new.part or new.without or new.keys or new.periods
    ranked = old.keys == ("partner",) and "top" in old.operations and not old.operations - _RANKED
    return bool(asked and ranked) and not (named or question.unknown)


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
    single = not (last.operations - {"sum"} or last.keys)
    summed = part and single and whole.operations <= {"sum"} and whole.keys == tuple(part)
    return {**whole.filters, **part} if same and summed and new.filters in ({}, part) else {}


def _summed(dialogue: Dialogue) -> Dialogue:
    """The dialogue up to the whole, which is a sum of its parts."""
    earlier = dialogue.without_last()
    return Dialogue(
        tuple(
            replace(turn, slots=replace(turn.slots, operations=frozenset({"sum"})))
            if turn is earlier.last and turn.slots
            else turn
            for turn in earlier.turns
        )
    )


def _rival(question: Question, old: Slots) -> Question | None:
    """One that is named in percent of the one told before, neither being a part: "so Canada is what % of that?"."""
    new, said = question.slots, [m.candidates for m in question.mentions]
    shares = [at for at, codes in enumerate(said) if {"operations:share", "operations:in_percent"} & {*codes}]
    behind = said[shares[-1] + 1 :] if shares else []
    closing = [codes for codes in behind if "prepositions:of" not in codes]
    ends = len(closing) == 1 and "dialogue:that" in closing[0]
    plain = not (old.operations - {"polar"} or old.keys or old.whole) and len(old.partner) == 1
    if not (ends and plain) or new.measures not in ((), old.measures):
        return None
    others = tuple(code for code in new.places if code not in old.reporter)
    done = new.operations - {"share"} | {"ratio", "in_percent"}
    bare = replace(new.without_sides(), measures=(), filters={}, part="", operations=done)
    if len(others) == 1 and not new.filters and is_country(others[0]) and is_country(old.partner[0]):
        both = (*others, *old.partner) if others != old.partner else ()
        return replace(question, slots=replace(bare, partner=both, places=both)) if both else None
    name = next(iter(new.filters), "")
    pair = (*new.filters.get(name, ()), *old.filters.get(name, ()))
    alike = len(new.filters) == 1 and not others and len(set(pair)) == 2
    return replace(question, slots=replace(bare, filters={name: pair})) if alike else None


def _of_told_pair(question: Question, dialogue: Dialogue) -> Question | None:
    """One of the two partners told in turn in percent of the other: "Canada as a percent of Mexico"."""
    new, pair = question.slots, pair_of(dialogue)
    both = tuple(dict.fromkeys(new.places))
    said = [next((m.start for m in question.mentions if f"place:{code}" in m.candidates), -1) for code in both]
    cues = [m.start for m in question.mentions if {"operations:share", "operations:in_percent"} & {*m.candidates}]
    named = new.measures or new.filters or "sum" in new.operations or len(both) != 2 or len(cues) != 1
    if named or pair is None or {*both} != {*pair.partner} or not said[0] < cues[0] < said[1]:
        return None
    done = new.operations - {"share"} | {"ratio", "in_percent"}
    bare = replace(new.without_sides(), operations=done, part="", partner_share=False, whole=())
    return replace(question, slots=replace(bare, partner=both, places=both))


def _is_after_ranked(dialogue: Dialogue) -> bool:
    """Whether the last figure is that of a partner which the ranking before it named: "how much?" of the first."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    if len(turns) < 2:
        return False
    one, other = (turn.slots or Slots() for turn in turns)
    same = (one.measures, one.periods, one.filters) == (other.measures, other.periods, other.filters)
    told = not other.keys and not other.operations and len(other.partner) == 1 and other.partner[0] in turns[0].order
    return same and bool(one.filters) and one.keys == ("partner",) and "top" in one.operations and told


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


def _told_first(question: Question, old: Slots, dialogue: Dialogue) -> bool:
    """Whether the group that is named was told before its member: the EU, Germany, "in percent of the EU total?"."""
    wholes = [turn.slots.partner for turn in dialogue.without_last().turns if turn.slots is not None]
    member = all(map(is_country, old.partner)) and not question.slots.measures
    return member and any(len(whole) == 1 and is_group(whole[0]) and whole == question.slots.places for whole in wholes)


def _whole(question: Question, old: Slots, held: bool = False) -> Question | None:
    """The share of the country that was told, or is named, in the group that is: "what share of all Asia is that?".

    `held`: the group and then that country were told, so that the one is the part of the other.
    """
    new, single = question.slots, len(old.partner) == 1
    groups = [code for code in new.places if is_group(code)]
    others = tuple(code for code in new.places if is_country(code) and code not in old.reporter)
    if single and len(others) > 1 and {*old.partner} < {*others} and not groups and "dialogue:that" in question.about:
        groups, others = [*others], ()  # "what share of what went to Mexico and Canada is that?"
    alike = new.implied and not others or new.measures in ((), old.measures)
    several = old.operations == {"sum"} and not others and len(groups) == 1  # three members together
    plain = (single or several) and alike and groups and not (old.operations - {"polar", "share", "sum"} or old.keys)
    known = {*old.partner} <= {*groups, *others}
    turned = known and {*groups} == {*new.reporter}  # "Ireland is what share of the EU deficit?"
    alone = (held or told_as_part(question)) and all(map(is_country, old.partner))
    told = (turned or not new.measures) if others else alone
    if not plain or not told or others and len(groups) > 1:
        return None
    within = {**new.filters} == {**old.filters} or not (new.filters or new.measures)  # else no plan has both
    partners, shared = others or old.partner, bool(old.filters) and within
    bare = replace(new.without_sides(), measures=(), implied=False, filters={}, part="", whole=tuple(groups))
    done = new.operations | (old.operations & {"sum"})
    return replace(
        question, slots=replace(bare, partner=partners, places=partners, partner_share=shared, operations=done)
    )


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
