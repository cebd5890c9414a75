"""What is asked among the few that the last ranking named: which of them grew the most, which are of a group."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Turn
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES
from assistant.store.members import is_group

_CHOSEN = frozenset({"top", "bottom", "fastest", "slowest"})


def among_those(question: Question, turn: Turn) -> Slots | None:
    """The slots of a question that chooses among what the last ranking named; None where it is no such question."""
    return _best_of_those(question, turn) or _in_group(question, turn)


def _best_of_those(question: Question, turn: Turn) -> Slots | None:
    """The ranking by another measure among the few that the last one named: "which of those grew the most?"."""
    slots, (dimension, codes), old = question.slots, turn.ranked, turn.slots or Slots()
    counted = slots.number not in (None, len(codes))  # "which of those ten grew the most?"
    named = slots.filters or counted or slots.ordinal or {*slots.keys} - {dimension, "partner"}
    named = named or dimension == "partner" and {*slots.places} - {*old.reporter}
    few = old.keys == (dimension,) and 1 < (old.number or 0) == len(codes) and dimension not in TIMES
    if named or not few or not slots.operations & _CHOSEN or "dialogue:those" not in question.about:
        return None
    asked = replace(slots, keys=(dimension,), number=len(codes))
    if dimension == "partner":
        return replace(asked.sided(old.reporter, codes), places=codes)
    return replace(asked, filters={dimension: codes})


def _in_group(question: Question, turn: Turn) -> Slots | None:
    """Those of a group among the few that the last ranking named: "which of them are in Asia?"."""
    slots, (dimension, codes), old = question.slots, turn.ranked, turn.slots or Slots()
    group = "".join(set(slots.places) - {*old.reporter})
    few = dimension == "partner" and old.keys == ("partner",) and 1 < (old.number or 0) == len(codes)
    counted = slots.number not in (None, len(codes))  # "which of these five are in Asia?"
    asked = slots.operations - {"top"} or slots.filters or counted or {*slots.keys} - {"partner"} or slots.periods
    if not few or not group or not is_group(group) or asked or slots.measures not in ((), old.measures):
        return None
    if not question.about & {"dialogue:those", "dialogue:only"}:
        return None
    bare = replace(slots, number=None, places=(*old.reporter, *codes))
    return replace(bare, reporter=old.reporter, partner=codes, among=group)


__all__ = ["among_those"]
