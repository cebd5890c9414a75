"""The other end of what was ranked, after a figure of what it found: "how much was it?", "and the lowest month?"."""

from __future__ import annotations

from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import RANKED, Question, Slots
from assistant.periods import TIMES

_PACES = frozenset({"fastest", "slowest"})
_SAID = frozenset({"peak", "sized", "in_money", "in_percent", "change"})


def back_to_ranking(question: Question, dialogue: Dialogue) -> Dialogue:
    """The dialogue as it was at the ranking or search that the last figures came out of, where its end is asked for.

    It stays as it is where nothing was ranked, or something else is asked.
    """
    new, turns = question.slots, dialogue.turns
    named = new.places or new.periods or new.filters or new.condition or new.without or new.ordinal
    if named or question.unknown or not new.operations & RANKED or new.operations - RANKED - _SAID:
        return dialogue
    for at in range(len(turns) - 1, -1, -1):
        old = turns[at].slots
        if old is None:
            return dialogue
        if old.operations & RANKED and old.keys:
            found = at < len(turns) - 1 and all(_came_of(turns[at], later) for later in turns[at + 1 :])
            return Dialogue(turns[: at + 1]) if found and _is_of(new, old) else dialogue
    return dialogue


def _is_of(new: Slots, old: Slots) -> bool:
    """Whether what is asked for is an end of the ranking: of what it ranked, and by growth where it was so ranked."""
    alike = new.measures in ((), old.measures) and {*new.keys} <= {"partner", *old.keys}
    return alike and not (new.operations & _PACES and not old.operations & _PACES)


def _came_of(ranking: Turn, later: Turn) -> bool:
    """Whether a turn is of one thing alone that the ranking found."""
    dimension, codes = ranking.ranked
    slots, old = later.slots or Slots(), ranking.slots or Slots()
    if slots.measures != old.measures or slots.keys and slots.beside == () and slots.pick is None:
        return False
    if dimension in TIMES:
        return slots.periods[:1] in [(code,) for code in codes] or later.period in codes
    if dimension == "partner":
        return slots.partner in [(code,) for code in codes]
    return slots.filters.get(dimension, ()) in [(code,) for code in codes]


__all__ = ["back_to_ranking"]
