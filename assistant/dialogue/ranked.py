"""The place that what was asked about takes among its like: "imports from Vietnam", "what rank is that?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.shortened import plain
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.store.selection import WORLD

_ASKS = frozenset({"standing:of", "standing:noun"})
_FILTERS = ("region", "port", "mode")
_FLOWS = (("exports",), ("imports",), ("total",), ("deficit",), ("surplus",))


def standing(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last question's slots as one for the place of its partner, state, port or mode; None where none is asked."""
    new, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    asks = any(_ASKS & set(mention.candidates) for mention in question.mentions)
    said = new.measures or set(new.places) - {WORLD} or new.periods or new.filters or new.number or new.beside[1:]
    if old is None or not asks or said or question.unknown or new.operations - {"top"} or new.ordinal:
        return None
    if old.operations or old.keys or old.measures not in _FLOWS or len(old.periods) != 1 or old.without:
        return None
    return _placed(old, new.keys[0] if new.keys else "")


def _placed(old: Slots, named: str) -> Slots | None:
    """The slots for the place in the dimension that is named, else in the only one that was narrowed to one thing."""
    one = {name: codes[0] for name, codes in old.filters.items() if len(codes) == 1}
    if not old.filters and len(old.partner) == 1 and old.partner != (WORLD,):
        one["partner"] = old.partner[0]
    dimension = named or next(iter(one), "")
    code = one.get(dimension)
    if code is None or len(one) != 1 or dimension not in (*_FILTERS, "partner"):
        return None
    filters = {name: codes for name, codes in old.filters.items() if name != dimension}
    asked = replace(plain(old), filters=filters, keys=(dimension,), operations=frozenset({"top"}))
    asked = replace(asked, beside=("at", dimension, code))
    return (
        replace(asked, partner=(), origin=(), destination=(), places=old.reporter) if dimension == "partner" else asked
    )
