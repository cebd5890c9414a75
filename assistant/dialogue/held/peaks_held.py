"""The best or worst time that was found, held to that of another stretch: "was it weaker than the weakest of 2023?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES
from assistant.store.selection import is_closed

_ENDS = {"top": "peaks_apart", "bottom": "lows_apart"}
_HELD = frozenset({"exceed", "trail", "polar", "difference", "compare"})
_PEAKED = frozenset({"peak"})


def peaks_held(question: Question, dialogue: Dialogue) -> Slots | None:
    """The ends of the two stretches of time against each other; None where no end was found, or another is named."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    named = new.places or new.filters or new.measures or new.condition or new.ordinal or question.unknown
    if last is None or turn is None or named or "dialogue:that" not in question.about or len(turn.ranked[1]) != 1:
        return None
    ends = [end for end in _ENDS if end in new.operations and end in last.operations]
    held = new.operations & _HELD and not new.operations - _HELD - _PEAKED - {*ends}
    timed = turn.ranked[0] in TIMES and last.keys == (turn.ranked[0],) and {*new.keys} <= {*last.keys}
    stretches = (*last.periods, *new.periods)
    if len(ends) != 1 or not held or not timed or len(stretches) != 2 or not all(map(is_closed, stretches)):
        return None
    done = new.operations - _PEAKED - {*ends} | {_ENDS[ends[0]]}
    return replace(plain(last), periods=stretches, keys=last.keys, operations=done)


__all__ = ["peaks_held"]
