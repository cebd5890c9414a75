"""The growth of two partners that was asked about in turn, held against each other: "which grew faster?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES
from assistant.types import Gap

_GROWN = frozenset({"growth", "rise", "fall", "yoy", "in_percent", "polar", "difference"})
_LEAST = frozenset({"trail", "bottom", "slower", "slowest"})
_HELD = _LEAST | {"exceed", "difference", "compare", "faster", "points", "top", "fastest"}
_TALK = frozenset({"growth", "rise", "fall", "polar", "in_percent", "in_money", "sized"})
_SAME = ("measures", "reporter", "periods", "filters", "without", "keys")


def growths_held(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """What is asked of the growth of the last two partners, and the two as one question; None where it is no such."""
    new, turns = question.slots, [turn.slots for turn in dialogue.turns if turn.slots is not None][-2:]
    named = new.measures or new.places or new.periods or new.filters or {*new.keys} - {"partner"} or question.unknown
    asked = new.operations & _HELD and not new.operations - _HELD - _TALK and not question.unsupported
    if len(turns) < 2 or named or not asked or new.condition or not _are_growths(*turns):
        return None
    done = frozenset({"slower", "trail"} if _LEAST & new.operations else {"faster", "exceed"})
    aimed = replace(new, operations=done | new.operations & {"in_money"}, keys=(), number=None)
    both = (*turns[0].partner, *turns[1].partner)
    return aimed, replace(turns[1], partner=both, operations=frozenset(), origin=(), destination=())


def of_two_times_grown(question: Question, dialogue: Dialogue) -> Gap | None:
    """The question back where one of two growths of the same trade over two times is chosen: "which was stronger?"."""
    new, turns = question.slots, [turn.slots for turn in dialogue.turns if turn.slots is not None][-2:]
    named = new.measures or new.places or new.periods or new.filters or new.condition
    if len(turns) < 2 or named or not new.operations & {"exceed", "trail"} or "polar" in new.operations:
        return None
    one, other = turns
    grown = all("growth" in each.operations <= _GROWN and not each.keys for each in turns)
    alike = all(getattr(one, name) == getattr(other, name) for name in ("measures", "partner", "reporter", "filters"))
    return Gap("clarify", "unclear", "pointed") if grown and alike and one.periods != other.periods else None


def _are_growths(one: Slots, other: Slots) -> bool:
    """Whether both are the growth of one partner each, and nothing else tells them apart."""
    grown = all("growth" in each.operations <= _GROWN and len(each.partner) == 1 for each in (one, other))
    plain = not {*other.keys} & TIMES and one.condition is None and other.condition is None
    return grown and plain and one.partner != other.partner and all(getattr(one, n) == getattr(other, n) for n in _SAME)


__all__ = ["growths_held", "of_two_times_grown"]
