"""What the last question counted, named ("which ones?"), and what it named, counted ("how many is that?")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.heard.short import short
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Condition, Question, Slots
from assistant.periods import TIMES
from assistant.store.selection import is_closed
from assistant.types import Gap

_SIGNED = frozenset({"surplus", "deficit"})
_SHOWN = frozenset({"series", "table", "polar"})
_TESTED = frozenset({"count", "exceed", "trail"})
_ORDERED = frozenset({"top", "bottom", "ordered"})
"""Operations that put what meets a limit in an order, and change nothing of how many there are."""
_NAMING = frozenset({"all_times", "series"})
"""Operations that name each time that meets a limit: "list the months above 40 billion"."""
_COUNTED = frozenset({"count", "sum"})
"""What "how many is that in total?" is read as."""
_TIGHTER = {"above": 1, "below": -1}
"""Which way a limit leaves fewer."""
_LIMITED = _TESTED | {"both", "growth", "rise", "fall", "change", "in_percent", "per_key"}
"""Operations of a count that a limit alone makes; another one ("in a row") counts something else."""


def counted(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last question with what it counted listed, or with what it listed counted; None where neither is asked."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    if last is None or not last.keys:
        return None
    if question.slots.condition:
        return _beyond(question, last)
    if "count" in last.operations:
        return _listed(last) if _asks_which(question, last) else None
    timed = last.condition and question.slots.periods  # "and how many in 2020?"
    last = replace(last, periods=question.slots.periods) if timed else last
    return _numbered(last) if _asks_how_many(question, last) else None


def _beyond(question: Question, last: Slots) -> Slots | None:
    """How many of those that were told apart meet a limit: after the top five, "how many of them top 100 billion?".

    After those above one limit, it is how many of all are above another; of those themselves only where it is tighter.
    """
    new = question.slots
    more = new.measures or new.places or new.periods or new.filters or new.ordinal or new.without or question.unknown
    apart = len(last.keys) == 1 and last.keys[0] not in TIMES and not last.operations - _ORDERED - _TESTED - {"per_key"}
    asked = "count" in new.operations and not new.operations - _TESTED and set(new.keys) <= {*last.keys, *TIMES}
    if more or not apart or not asked or not (last.operations & _ORDERED or _is_within(question, last)):
        return None
    bare = replace(last, operations=frozenset({"count"}), condition=new.condition, number=None)
    return replace(bare, pick=None, pick_to=None, beside=())


def unlimited(question: Question, last: Slots) -> Gap | None:
    """The question back where those that met a limit are counted by a wider one: which of them are meant is unclear."""
    limited = "count" in question.slots.operations and question.slots.condition
    return None if not limited or _is_within(question, last) else Gap("clarify", "unclear", "pointed")


def _is_within(question: Question, last: Slots) -> bool:
    """Whether a limit is of all that were told apart, or leaves only some of those that met the one before."""
    new, old = question.slots.condition, last.condition
    if old is None or new is None or not {"dialogue:those", "dialogue:that"} & question.about:
        return True
    alike = (new.test, new.unit) == (old.test, old.unit) and new.test in _TIGHTER
    return alike and (Decimal(new.value) - Decimal(old.value)) * _TIGHTER[new.test] >= 0


def _asks_which(question: Question, last: Slots) -> bool:
    """Whether the counted things are to be named: "which ones?", "which months were they?", "list the states"."""
    new = question.slots
    more = new.measures or new.places or new.periods or new.filters or new.number or new.ordinal or question.unknown
    kinds = bool(new.keys) and set(new.keys) <= set(last.keys) and not more and not new.operations - _SHOWN
    return short(question)[0] == "which" or kinds


def _asks_how_many(question: Question, last: Slots) -> bool:
    """Whether only the number of the listed things is asked for, at the same time or a closed one."""
    new = question.slots
    moved = new.periods and not (last.condition and all(is_closed(period) for period in new.periods))
    more = new.measures or new.places or moved or new.filters or new.number or new.ordinal or question.unknown
    return "count" in new.operations <= _COUNTED and set(new.keys) <= set(last.keys) and not more


def _listed(last: Slots) -> Slots | None:
    """The things themselves that meet the limit; of a deficit that was only counted, those above zero."""
    if last.operations - _LIMITED:
        return None
    above_zero = Condition("above", "0", "amount") if set(last.measures) <= _SIGNED else None
    limit = last.condition or above_zero
    return replace(last, operations=last.operations - _TESTED, condition=limit) if limit else None


def _numbered(last: Slots) -> Slots | None:
    """The number of the things that met the limit; of those that trade at all, where there was none."""
    timed = TIMES & {*last.keys}
    if last.condition is None and not (timed or last.operations - _SHOWN or set(last.measures) & _SIGNED):
        return replace(last, operations=frozenset({"count"}), condition=Condition("above", "0", "amount"))
    kept = last.operations - _ORDERED - _NAMING
    limited = last.condition is not None and not last.number and not kept - _LIMITED
    return replace(last, operations=kept - _TESTED | {"count"}) if limited else None
