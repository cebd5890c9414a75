"""A best or worst time that each of several years has: "the lowest month of 2020 and the lowest of 2019"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.change.listed_rates import says_each
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import words
from assistant.lexicon.when.each_of_span import by_each_unit
from assistant.store.selection import is_closed

_ENDS = {"operations:top": "top", "operations:best": "top", "operations:bottom": "bottom", "operations:worst": "bottom"}
_TIMES = frozenset({"month", "quarter"})
_MOST = 8
_SAID = frozenset({"top", "bottom", "best", "worst", "peak", "per_key", "when_peak"})


def in_each_time(slots: Slots, linked: Linked) -> Slots:
    """The slots with "each" where every one of several closed times has its own highest or lowest month.

    The lowest of one year and the highest of another are "each_end", which no plan puts together.
    """
    if _is_of_each_year(slots, linked):
        return _by_year(slots)
    timed = len(set(slots.keys) & _TIMES) == 1 and slots.operations <= _SAID and slots.condition is None
    if not timed or len(slots.periods) < 2 or not all(is_closed(p) and "/" not in p for p in slots.periods):
        return by_each_unit(slots, linked)
    ends = [_ENDS[c] for m in linked.mentions for c in m.candidates if c in _ENDS]
    asks = linked.language.forms("each_time", "which")
    asked = sum(token.word in asks for token in words(linked.text))
    each = len(slots.periods) in (len(ends), asked) or says_each(linked) or _are_led_apart(linked, len(slots.periods))
    name = "each" if len(set(ends)) == 1 else "each_end"
    return replace(slots, operations=slots.operations | {name}) if each and ends else slots


def _is_of_each_year(slots: Slots, linked: Linked) -> bool:
    """Whether the best or worst month is asked of every year: "the best month of every year since 2020"."""
    keyed = "year" in slots.keys and len({*slots.keys}) == 2 and bool({*slots.keys} & _TIMES)
    ranked = bool(slots.operations & {"top", "bottom", "best", "worst"}) and slots.operations <= _SAID | {"per_year"}
    each = "per_year" in slots.operations or "every" in linked.codes("searching") or says_each(linked)
    return keyed and ranked and each and slots.condition is None and len(slots.periods) < 2


def _by_year(slots: Slots) -> Slots:
    """The slots with the few years of their range one by one; of others no plan puts the months together."""
    first, _, last = next(iter(slots.periods), "").partition("/")
    years = first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < _MOST
    done = slots.operations - {"per_year", "when_peak", "peak"}
    if not years:
        return replace(slots, operations=done | {"each_end"})
    periods = tuple(str(year) for year in range(int(first), int(last) + 1))
    return replace(slots, periods=periods, keys=tuple({*slots.keys} & _TIMES), operations=done | {"each"})


def _are_led_apart(linked: Linked, times: int) -> bool:
    """Whether every time has a word of its own that leads to it: "the worst month of 2009 and of 2020"."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    led = [a.text for a, b in pairs if b.kind == "period" and {"prepositions:of", "prepositions:in"} & {*a.candidates}]
    return len(led) == times > 1


__all__ = ["in_each_time"]
