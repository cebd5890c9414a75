"""How much of a change went over to another country: after China's fall, "how much of that went to Mexico?"."""

from __future__ import annotations

from assistant.lexicon.question import Question, Slots
from assistant.store.members import is_country
from assistant.store.selection import WORLD
from assistant.types import Gap

_MOVED = frozenset({"growth", "change", "rise", "fall", "yoy"})
_ASKED = frozenset({"share", "rise", "growth", "per_key", "fall"})


def diverted(question: Question, old: Slots) -> Gap | None:
    """The decline of what passed from the trade that was spoken of to another country's: no table follows the goods.

    Of exports that one "that" stands for, where they went is a part of them, and none of what has moved.
    """
    new, moved = question.slots, bool(old.operations & _MOVED)
    others = set(new.places) - {*old.partner, *old.reporter}
    points = "dialogue:that" in question.about and (new.destination or "share" in new.operations)
    said = new.measures and not new.implied or new.periods or new.keys or new.origin or new.operations - _ASKED
    if not points or said or len(others) != 1 or len(new.places) != 1 or len(old.partner) != 1:
        return None
    over = moved and ("share" in new.operations or old.partner != (WORLD,))
    one = old.measures != ("exports",) or is_country(old.partner[0]) and not old.operations
    against = old.partner != (WORLD,) and one and bool(new.destination)
    return Gap("declined", "not_computable", "diverted") if over or against else None


__all__ = ["diverted"]
