"""What a follow-up may not lose of the turn that it leans on; where it does, it is asked what is meant.

The rules of following on each know their own kind of sentence. Whatever they make of one, what it points at, the time
that it calls "that year" and what was asked of the things before must be left in what is understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from assistant.dialogue.taken.there import points_there
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.periods import TIMES
from assistant.store.selection import WORLD, is_closed
from assistant.types import Gap

_NARROWING = ("region", "port", "mode", "product")
_KEPT = frozenset({"growth", "share", "in_percent", "cagr", "mean", "ratio", "difference", "yoy", "change"})
"""What is asked of "and Turkey's?" as it was asked of the thing before it."""
_TOGETHER = _KEPT | {"rise", "fall", "exceed", "trail", "sum"}
"""What puts figures that were told together."""
_ADDED = frozenset({"polar", "compare"})
"""What a follow-up may be read to ask beside that: "do Turkey too"."""
_OTHERWISE = frozenset({"dialogue:dollars", "dialogue:level"})
"""What asks for the figure in place of its change or share."""


def unlost(understood: Question, asked: Slots, dialogue: Dialogue, home: str) -> Question:
    """What is understood of a follow-up that says `asked` itself; the question back where it lost what it needs."""
    last = dialogue.last.slots if dialogue.last is not None else None
    if last is None or understood.gap is not None:
        return understood
    lost = _things(understood, last, home) or _time(understood, last) or _deeds(understood, asked, last)
    lost = lost or dialogue.turns[-1].failed and _is_held_to_told(asked, understood.about)
    return replace(understood, gap=Gap("clarify", "unclear", "pointed")) if lost else understood


def _things(understood: Question, last: Slots, home: str) -> bool:
    """Whether "that country" or "those" points at one of a ranking, and none is left: the world's figure would come."""
    slots = understood.slots
    named: Mapping[str, Codes | str] = {
        **{name: slots.filters.get(name, ()) for name in _NARROWING},
        "partner": tuple({*slots.partner, *slots.reporter} - {home, WORLD}) or slots.among,
    }
    lost = [key for key in last.keys if key in named and not named[key] and key not in slots.keys]
    return bool(lost) and "dialogue:that" in understood.about and not points_there(understood)


def _time(understood: Question, last: Slots) -> bool:
    """Whether "that year" is of a time that was named, and what is left counts from the newest data."""
    pointed = "dialogue:that_time" in understood.about or _points_at_time(understood)
    told = pointed and any(map(is_closed, last.periods))
    return told and bool(understood.slots.periods) and not any(map(is_closed, understood.slots.periods))


def _points_at_time(understood: Question) -> bool:
    """Whether a time that counts from the newest data is pointed at: "en ese último año"."""
    pairs = pairwise(understood.mentions)
    shown = load(understood.language).forms("pointed_kinds", "single")
    near = (other for one, other in pairs if one.text in shown and not understood.text[one.end : other.start].strip())
    return any(other.kind == "period" for other in near)


def _deeds(understood: Question, asked: Slots, last: Slots) -> bool:
    """Whether another thing is named, and what was asked of the one before is lost: its growth, its share."""
    again = all(last.filters.get(name) == codes for name, codes in asked.filters.items())  # "and the state total?"
    other = {*asked.places, *asked.partner} - {*last.reporter, *last.partner}
    named = bool(other) or not again  # another measure alone is a figure of its own
    plain = named and not (asked.operations - _ADDED or asked.keys or understood.about & _OTHERWISE)
    return bool(understood.carried and plain) and bool(last.operations & _KEPT - understood.slots.operations)


def _is_held_to_told(asked: Slots, about: frozenset[str]) -> bool:
    """Whether what was told is put together, or is held to another: "growth?" where the second was declined."""
    named = asked.places or asked.partner or asked.filters or {*asked.keys} - TIMES
    return bool(asked.operations & _TOGETHER) and not named and (not asked.periods or "dialogue:that" in about)


__all__ = ["unlost"]
