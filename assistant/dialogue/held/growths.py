"""The growth of two partners that was asked about in turn, held against each other: "which grew faster?"."""

from __future__ import annotations

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question
from assistant.types import Gap

_GROWN = frozenset({"growth", "rise", "fall", "yoy", "in_percent", "polar", "difference"})
_LEAST = frozenset({"trail", "bottom", "slower", "slowest"})
_HELD = _LEAST | {"exceed", "difference", "compare", "faster", "points", "top", "fastest"}
_TALK = frozenset({"growth", "rise", "fall", "polar", "in_percent", "in_money", "sized"})
_SAME = ("measures", "reporter", "periods", "filters", "without", "keys")


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


__all__ = ["of_two_times_grown"]
