"""Who came first at each time: "the top supplier in each year", "in how many months was Mexico the largest source"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.periods import TIMES
from assistant.store.selection import WORLD

_ENDS = frozenset({"top", "bottom"})
_BESIDE = frozenset({"count", "polar", "per_key", "series", "table", "every_time", "peak", "ordered"})


def led_times(slots: Slots, linked: Linked) -> Slots:
    """The slots of a question for the first of a kind at each time, or for the times at which one was the first."""
    slots = _ever_first(slots)
    things, times = ([key for key in slots.keys if (key in TIMES) == timed] for timed in (False, True))
    ends = slots.operations & _ENDS
    single = len(slots.partner) < 2 and len(slots.measures) == 1 and len(slots.periods) < 2
    place = slots.pick if slots.pick != 1 and "top" in ends else None
    first = {slots.number, slots.pick} <= {None, 1, place} and not (slots.condition or slots.level or slots.sections)
    told = len(things) == len(times) == 1 and things[0] not in slots.filters and len(ends) == 1
    if not (single and first and told) or slots.operations - ends - _BESIDE:
        return slots
    named = bool(slots.partner) and things == ["partner"]
    if not (named or _is_each(linked)) or slots.partner == (WORLD,):
        return slots
    every = {"each"} if "polar" in slots.operations and _is_each(linked) else set()
    done = ends | slots.operations & {"count", "polar"} | every | {"led"}
    return replace(slots, operations=done, pick=place, number=1)


def _ever_first(slots: Slots) -> Slots:
    """The slots of "has Japan ever been the largest supplier", which is asked of each year and not of all together."""
    codes = slots.partner or (slots.beside[2:] if slots.beside[:2] == ("at", "partner") else ())
    asked = "polar" in slots.operations and slots.periods == ("ever",) and slots.keys == ("partner",)
    if not asked or len(codes) != 1 or not slots.operations & _ENDS:
        return slots
    return replace(slots, partner=codes, beside=(), keys=("partner", "year"))


def _is_each(linked: Linked) -> bool:
    """Whether every single time is asked about: "in each month", "by year", "every quarter"."""
    each = linked.language.forms("lists", "each_of")
    timed = (m for m in linked.mentions if TIME_KEYS & {*m.candidates})
    said = ([*m.text.split()[:1], *phrase(fold(linked.text[: m.start]))[-1:]] for m in timed)
    return "every" in linked.codes("searching") or any(not each.isdisjoint(words) for words in said)
