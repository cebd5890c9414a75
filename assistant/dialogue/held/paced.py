"""The growth between two times told held against another's over the same: "was that faster than Texas's?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import is_subject
from assistant.dialogue.held.figures import Told
from assistant.lexicon.question import Codes, Question, Slots
from assistant.periods import Period
from assistant.store.selection import is_closed

_SIDES = frozenset({"exceed", "trail"})
_PACES = frozenset({"faster", "slower"})
_SAID = frozenset({"polar", "growth", "rise", "in_money"})


def paced_against(question: Question, group: Told) -> Slots | None:
    """The growth of what was told and of the one thing that is named beside it, from the one time to the other."""
    new, old = question.slots, group.slots
    paced = new.operations & _PACES and not new.operations - _SIDES - _PACES - _SAID
    times = group.respect == "periods" and all(map(is_closed, group.codes)) and not old.operations
    if not (paced and times) or new.periods or new.keys or question.unknown or (other := _other(new, old)) is None:
        return None
    name, codes = other
    pair = (*codes, *_of(old, name)) if is_subject(question) else (*_of(old, name), *codes)
    ends = tuple(sorted(group.codes[-2:], key=Period.parse))
    held = replace(old, periods=ends, operations=new.operations - {"growth", "rise"})
    return replace(held, partner=pair) if name == "partner" else replace(held, filters={**old.filters, name: pair})


def _of(slots: Slots, name: str) -> Codes:
    return slots.partner if name == "partner" else slots.filters[name]


def _other(new: Slots, old: Slots) -> tuple[str, Codes] | None:
    """The one partner, state, port, mode or good that is named beside that of before."""
    places = tuple(code for code in dict.fromkeys(new.places) if code not in (*old.reporter, *old.partner))
    if len(places) == 1 and not new.filters:
        return "partner", places
    names = [name for name, codes in new.filters.items() if old.filters.get(name) != codes]
    alike = not places and len(names) == len(new.filters) == 1 and len(new.filters[names[0]]) == 1
    return (names[0], new.filters[names[0]]) if alike and names[0] in old.filters else None


__all__ = ["paced_against"]
