"""A yes or no that has to hold at each of a few times: "was there a surplus in both 2014 and 2024"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.searching import is_pair
from assistant.lexicon.tokens import fold
from assistant.periods import Period
from assistant.store.selection import is_closed

_SAID = frozenset({"polar", "any_time", "every_time", "all_times", "exceed", "trail", "compare", "both", "growth"})
_MOVES = frozenset({"rise", "fall"})
_SIGNED = (("surplus",), ("deficit",))


def at_both_times(slots: Slots, linked: Linked) -> Slots:
    """The slots with what is held against each time that is named, and not the times against each other."""
    grain = _grain(slots)
    plain = "polar" in slots.operations <= _SAID | _MOVES and not (slots.floor or slots.number or slots.without)
    if not grain or not plain or {*slots.keys} - {grain} or not _is_tested(slots):
        return slots
    if not _is_each(linked) and not _is_listed(slots, linked):
        return slots
    rivals = slots.operations & {"exceed", "trail"} if is_pair(slots) and not slots.condition else frozenset()
    done = rivals | slots.operations & _MOVES | {"polar", "every_time"}
    return replace(slots, keys=(grain,), operations=done)


def _grain(slots: Slots) -> str:
    """The length of the times, where several closed ones of one length are named; "" where they are others."""
    if len(slots.periods) < 2 or not all(is_closed(period) and "/" not in period for period in slots.periods):
        return ""
    grains = {Period.parse(period).grain for period in slots.periods}
    return grains.pop() if len(grains) == 1 else ""


def _is_tested(slots: Slots) -> bool:
    """Whether one thing meets a test or not: a limit, a sign, a move, or two of which one is above the other."""
    lists = (slots.partner, slots.reporter, slots.measures, *slots.filters.values())
    if all(len(codes) < 2 for codes in lists):
        limited = slots.condition is not None and slots.condition.unit == "amount" and not slots.condition.high
        return limited or slots.condition is None and (slots.measures in _SIGNED or bool(slots.operations & _MOVES))
    return is_pair(slots) and slots.condition is None and len(slots.operations & {"exceed", "trail"}) == 1


def _is_listed(slots: Slots, linked: Linked) -> bool:
    """Whether two are held against each other, or one to a limit, at times in a list: "… in 2023 and 2024"."""
    named = [m for m in linked.mentions if m.kind == "period"]
    gaps = [fold(linked.text[a.end : b.start]).strip(" ,") for a, b in pairwise(named)]
    joins = linked.language.forms("both_times", "joins") | {""}
    held = is_pair(slots) or slots.condition is not None
    return held and bool(gaps) and {*gaps} <= joins and "sum" not in slots.operations


def _is_each(linked: Linked) -> bool:
    """Whether the words say that it is asked of each time: "in both", "in each of"."""
    said = linked.language.said(fold(linked.text), "limited_times", "both")
    return said is not None or "every" in linked.codes("searching")


__all__ = ["at_both_times"]
