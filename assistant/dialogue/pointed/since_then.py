"""Since when what was said holds: after the largest partner, or the state that came first, "since when?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.aside.messages import message
from assistant.lexicon.question import Question, Slots
from assistant.measures import TARIFFS
from assistant.periods import TIMES

SINCE = "since"
"""The kind of message that only asks since when."""
_FIRST = frozenset({"top", "polar", "compare", "ordered"})
_LED = frozenset({"top", "led"})


def since_first(question: Question, dialogue: Dialogue) -> Slots | None:
    """The years in which the partner spoken of came first, or who did in each year; None where no ranking was told."""
    turn = dialogue.last
    if turn is None or turn.slots is None or message(question.text, load(question.language)) != SINCE:
        return None
    old = turn.slots
    ranked = turn.answered and "top" in old.operations and not old.operations - _FIRST and (old.pick or 1) == 1
    if not ranked or old.condition or len(old.keys) != 1 or old.keys[0] in TIMES or len(old.measures) != 1:
        return None
    first = (_spoken_of(turn),) if old.keys == ("partner",) and not old.filters else old.partner
    line = replace(old, keys=(old.keys[0], "year"), operations=_LED, periods=(), number=1, pick=None)
    apart = replace(line, partner=first, places=(*old.reporter, *first), beside=(), doubtful="")
    return apart if all(first) else None


def _spoken_of(turn: Turn) -> str:
    """The one partner whose place was asked for, or that came first; "" where there is none."""
    old = turn.slots or Slots()
    told = old.partner or old.beside[2:3] or turn.order[:1]
    return told[0] if len(told) == 1 else ""


def tells_since(turn: Turn) -> bool:
    """Whether the answer of a turn says since when its figure holds: that of a tariff does."""
    return turn.slots is not None and bool(set(turn.slots.measures) & set(TARIFFS))


__all__ = ["SINCE", "since_first", "tells_since"]
