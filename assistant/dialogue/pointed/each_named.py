"""Each of the few that were told, asked for something else: "exports to each", "the balance with each of the five"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import chooses, says
from assistant.dialogue.heard.short import short
from assistant.dialogue.held.joining import group_of
from assistant.dialogue.pointed.chosen import flow_of
from assistant.dialogue.pointed.pointing import base_period
from assistant.dialogue.taken.merging import merged
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import RANKED, Question, Slots
from assistant.periods import TIMES, Period
from assistant.store.selection import is_closed
from assistant.types import Gap

_SAID = frozenset({"per_key", "top", "bottom"})
_SHARED = frozenset({"share", "sum", "in_percent"})
_MOVED = frozenset({"growth", "change", "rise", "fall", "difference", "amount"})
_DONE = frozenset({"in_percent", "table", *_MOVED, *_SAID, *_SHARED})
_WAYS = frozenset({"rise", "fall"})
_MOST = 20


def each_named(question: Question, dialogue: Dialogue, home: str) -> Slots | None:
    """What is asked of each of the last ranking's few, or of those that were asked about in turn; None for any other.

    After the top five partners, "exports to each" is to those five, and no ranking of its own.
    """
    new, each = _summed(question), says(question, "each_of")
    those = "dialogue:those" in question.about and not new.operations & RANKED  # "which of them exports the most"
    shared = "share" in new.operations and new.filters  # "what share of the Texas total do they have?"
    theirs = those and (new.measures or shared or "sum" in new.operations) and not new.periods
    theirs = theirs or new.operations == {"sum"} and not (new.measures or new.periods)  # "add them up"
    theirs = theirs or new.operations == {"share", "sum"} and not (new.measures or new.places or new.periods)
    moved = those and bool(new.operations & _WAYS) and chooses(question)  # "which of them fell since 2020?"
    if moved or each:
        new = _from_base(new, question, dialogue)
    limited = those and new.condition is not None and chooses(question)  # "which of them bought more than 10 billion?"
    theirs = theirs or moved or limited
    named = new.ordinal or new.condition and not limited or new.without or question.unknown or question.unsupported
    if not (each or theirs) or named or new.operations - _DONE:
        return None
    told = _of_ranking(new.number, dialogue) or (_in_turn(question, dialogue) if each or new.operations else None)
    if told is None or (new.keys and new.keys != (told[0],)):
        return None
    if new.measures and chooses(question):  # what partners sold is what home imported
        new = replace(new, measures=flow_of(question, told[1], home))
    return _asked(new, *told, home) if new.measures or not question.slots.measures else None


def _from_base(new: Slots, question: Question, dialogue: Dialogue) -> Slots:
    """The growth from the year that is named to that of the ranking: "which fell from 2023?", "each vs 2021"."""
    period = dialogue.last.period if dialogue.last else None
    against = "compare" in new.operations and len(new.periods) == 1 and is_closed(new.periods[0])
    base = base_period(question) or (Period.parse(new.periods[0]) if against else None)
    if base is None or not period or not new.operations & {"growth", *_WAYS} or str(base) == period:
        return new
    return replace(new, periods=(str(base), period), operations=new.operations - {"compare"})


def _summed(question: Question) -> Slots:
    """The slots; of a message that only asks for the total those of a sum: "total of those", "total for the five"."""
    new, (code, number) = question.slots, short(question)
    if code != "total" or new.periods or {*new.keys} & TIMES:
        return new
    return Slots(operations=frozenset({"sum"}), number=number or None)


def _asked(new: Slots, dimension: str, old: Slots, home: str) -> Slots | None:
    """The follow-up over all that were told; a share of a flow named again is of each in that flow."""
    elsewhere = dimension == "partner" and {*new.places} - {home, *old.reporter}
    if elsewhere or dimension in new.filters:
        return None
    bare = replace(new, operations=new.operations - _SAID, number=None, keys=())
    if "share" not in bare.operations:
        asked = bare.measures or bare.operations or bare.filters or bare.periods
        bare = replace(bare, keys=(dimension,)) if bare.condition else bare
        return merged(bare, old, home) if asked else None
    if bare.filters or bare.measures not in ((), old.measures):
        if "region" in bare.filters and dimension == "port":  # "of the Texas total" is of all its ports
            bare = replace(bare, part=dimension, operations=bare.operations | {"sum"})
        return merged(bare, old, home) if bare.filters else None
    operations = bare.operations & {"share", "sum"}
    return replace(old, operations=operations, part=dimension, partner_share=dimension == "partner")


def _of_ranking(number: int | None, dialogue: Dialogue) -> tuple[str, Slots] | None:
    """The dimension of the last ranking with its question over the few that it named."""
    turn = dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    if old is not None and turn is not None and (dimension := _put_in_order(old, turn)):
        return dimension, plain(old)
    if turn is None or old is None or not _is_few(old, turn) or number not in (None, len(turn.ranked[1])):
        return None
    dimension, codes = turn.ranked
    bare = replace(plain(old), level=None, sections=False, floor=None, floor_period="", condition=None)
    if dimension == "partner":
        return dimension, replace(bare.sided(old.reporter, codes), places=codes)
    return dimension, replace(bare, filters={**old.filters, dimension: codes})


def _put_in_order(old: Slots, turn: Turn) -> str:
    """The dimension of those that were named and put in order: "which of them is biggest?"; "" for any other answer."""
    dimension, codes = turn.ranked
    chosen = old.partner if dimension == "partner" else old.filters.get(dimension, ())
    return dimension if old.operations & {*RANKED, "ordered"} and 1 < len(chosen) and {*codes} <= {*chosen} else ""


def _is_few(old: Slots, turn: Turn) -> bool:
    """Whether as many were named as were asked for: "top five", and not "which states"."""
    dimension, codes = turn.ranked
    ranked = old.operations & RANKED and old.keys == (dimension,) and not turn.drawn and not old.without
    limited = old.condition and old.keys == (dimension,) and not old.operations and old.number is None
    few = limited or ranked and (old.number or 0) == len(codes)
    return bool(few) and dimension not in TIMES and 1 < len(codes) <= _MOST


def _in_turn(question: Question, dialogue: Dialogue) -> tuple[str, Slots] | None:
    """The dimension that those differ in which were asked about one after the other, with the question over all."""
    group = group_of(dialogue, question.slots.number)
    if group is None:
        return None
    listed = {"partner": group.partner, **group.filters}
    several = [name for name, codes in listed.items() if len(codes) > 1]
    return (several[0], group) if len(several) == 1 else None


def uneach(question: Question, slots: Slots) -> Gap | None:
    """The question back where something is asked of "each", and only one thing is understood."""
    parts = (slots.measures, slots.partner, slots.periods, slots.reporter, *slots.filters.values())
    several = any(len(codes) > 1 for codes in parts) or slots.keys or slots.measures == ("total",)
    ranged = any(not period.isdigit() for period in slots.periods)
    only = says(question, "each_of") and not (several or ranged or question.slots.places)
    return Gap("clarify", "unclear", "alone") if only else None


__all__ = ["each_named", "uneach"]
