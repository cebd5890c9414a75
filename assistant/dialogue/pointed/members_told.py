"""Those of a group among the ones asked about in turn: after Mexico, France and Italy, "of the European ones?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.joining import group_of
from assistant.dialogue.pointed.chosen import flow_of
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.store.members import is_group

_ORDERS = frozenset({"top", "bottom", "exceed", "trail", "compare"})


def members_told(question: Question, dialogue: Dialogue, home: str) -> Slots | None:
    """The ranking of those told in turn that are of the group, by the flow that the verb tells of; else None."""
    new = question.slots
    groups = [new.among] if new.among else [code for code in new.places if is_group(code)]
    more = {*new.places} - {home, *groups} or new.filters or new.periods or new.condition or new.ordinal
    more = more or {*new.keys} - ({"partner"} if new.among else set())  # "which Asian country" is of all of them
    pointed = "dialogue:those" in question.about or says(question, "such_ones")
    asked = says(question, "choosing") and not new.operations - _ORDERS
    if len(groups) != 1 or more or not pointed or not asked or question.unknown:
        return None
    told = group_of(dialogue)
    if told is None or told.reporter not in ((), (home,)) or len(told.partner) < 2:
        return None
    flow = flow_of(question, told, home) or (told.measures if not new.measures else ())
    low = "bottom" if new.operations & {"bottom", "trail"} or says(question, "choosing_less") else "top"
    done = frozenset({low})
    asked_of = replace(
        told, measures=flow, keys=("partner",), operations=done, among=groups[0], number=len(told.partner)
    )
    return asked_of if flow else None


__all__ = ["members_told"]
