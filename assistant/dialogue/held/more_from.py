"""More than what was told, which goes without saying: "did we buy more from Thailand?", "who sold us more?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.joining import pair_of
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.measures import OTHER_FLOW
from assistant.store.members import JOINT, is_country

_SIDES = {"more_of": ("exceed", "above"), "less_of": ("trail", "below")}
_RANKS = frozenset({"top", "bottom"})
_HELD = frozenset({"polar", "exceed", "trail", "difference", "compare"})


def more_from(question: Question, dialogue: Dialogue) -> Slots | None:
    """Another partner, or all of them, held against the one partner of the last figure; None for any other question."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    side = next((side for name, side in _SIDES.items() if says(question, name)), None)
    new = question.slots
    if last is None or side is None or last.operations - {"polar"} or last.keys or len(last.partner) != 1:
        return None
    than = load(question.language).forms("comparatives", "than") & {*phrase(question.text)}
    more = new.periods or new.filters or new.condition or new.number or new.ordinal or question.unknown
    if than or more or new.measures != last.measures or new.implied or not is_country(last.partner[0]):
        return None
    if new.keys == ("partner",) and not new.operations - {side[0], "difference"} and not new.partner:
        beside = (side[1], "partner", *last.partner)
        ranked = replace(last.sided(last.reporter, ()), places=last.reporter, keys=("partner",), beside=beside)
        return replace(ranked, operations=frozenset({side[0]}))
    others = tuple(code for code in new.partner if code not in (*last.partner, *last.reporter))
    polar = "polar" in new.operations and not new.operations - {"polar", "difference", side[0]}
    if len(others) != 1 or new.keys or not polar:
        return None
    both = (*others, *last.partner)
    return replace(last.sided(last.reporter, both), places=both, operations=frozenset({"polar", side[0]}))


def more_than_together(question: Question, dialogue: Dialogue) -> Slots | None:
    """The first of the last figure held against others as one: "more than the UK and France together?"; else None."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new, side = question.slots, question.slots.operations & {"exceed", "trail"}
    if last is None or len(side) != 1 or last.operations - _HELD or last.keys or len(last.partner) not in (1, 2):
        return None
    than = load(question.language).forms("comparatives", "than") & {*phrase(question.text)}
    others = tuple(dict.fromkeys(code for code in new.places if code not in last.reporter))
    more = new.periods or new.filters or new.condition or new.number or new.ordinal or new.keys or question.unknown
    done = "sum" in new.operations and not new.operations - _HELD - {"sum"}
    if more or not (than and done) or new.measures not in ((), last.measures) or len(others) < 2:
        return None
    if last.partner[0] in others or not all(map(is_country, (last.partner[0], *others))):
        return None
    both = (last.partner[0], JOINT.join(others))
    return replace(last.sided(last.reporter, both), places=both, operations=new.operations - {"sum"} | {"polar"})


def is_it_first(question: Question, dialogue: Dialogue) -> Slots | None:
    """Whether what the last figure is of comes first among its kind: "is it the biggest?"; None where it is of none."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new = question.slots
    asked = "polar" in new.operations and new.operations & _RANKS and not new.operations - {*_RANKS, "polar"}
    named = new.measures or new.places or new.filters or new.keys or new.periods or new.number or question.unknown
    if last is None or named or not asked or "dialogue:that" not in question.about or last.keys:
        return None
    single = [name for name, codes in last.filters.items() if len(codes) == 1]
    kind = single[0] if len(last.filters) == 1 and single else "partner" if len(last.partner) == 1 else ""
    plain = not last.operations - {"polar", "share"} and not last.without
    if not plain or not kind or kind == "partner" and (last.filters or not is_country(last.partner[0])):
        return None
    whole = replace(last, keys=(kind,), operations=new.operations, part="", partner_share=False, within="")
    return replace(whole, filters={}, beside=("at", kind, *last.filters[kind])) if kind in last.filters else whole


def more_of_one(question: Question, dialogue: Dialogue) -> Slots | None:
    """The two that were asked about in turn held apart, where one is named: "how much more did Texas export?"."""
    new, pair = question.slots, pair_of(dialogue)
    named = new.periods or new.keys or new.condition or new.number or new.ordinal or question.unknown
    rated = {"in_percent", "exceed"} <= new.operations  # "by what percentage is Canada larger?"
    asked = "difference" in new.operations or rated
    if pair is None or named or not asked or new.operations - {"difference", "exceed", "in_percent"}:
        return None
    places = {*new.places} - {*pair.reporter}
    one = next(iter(places), "") if len(places) == 1 and not new.filters else ""
    mirrored = new.reporter == (one,) and tuple(OTHER_FLOW.get(each, each) for each in new.measures)
    if new.measures and pair.measures not in (new.measures, mirrored):
        return None
    held = replace(pair, operations=frozenset({"difference"}) | new.operations & {"in_percent"})
    if one in pair.partner:
        others = tuple(code for code in pair.partner if code != one)
        return replace(held.sided(pair.reporter, (one, *others)), places=(one, *others))
    apart = [name for name, codes in pair.filters.items() if len(codes) == 2]
    known = len(apart) == 1 and not places and len(new.filters) == 1
    first = new.filters.get(apart[0], ()) if known else ()
    if not first or not {*first} < {*pair.filters[apart[0]]}:
        return None
    others = tuple(code for code in pair.filters[apart[0]] if code not in first)
    return replace(held, filters={**pair.filters, apart[0]: (*first, *others)})


__all__ = ["is_it_first", "more_from", "more_of_one", "more_than_together"]
