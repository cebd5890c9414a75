"""One figure at the time when another was highest or lowest: "in the month with the most imports, what exports"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import phrase
from assistant.periods import TIMES

AT_PEAK = "at_peak"
_ENDS = {"operations:top": "top", "operations:best": "top", "operations:bottom": "bottom", "operations:worst": "bottom"}
_SAID = frozenset({"top", "bottom", "best", "worst", "peak", "when_peak", "polar", "ordered", "count"})
_MEASURES = frozenset({"exports", "imports", "total", "balance", "surplus", "deficit"})
_BETWEEN = ("place", "home", "prepositions", "dialogue", "verbs")


def at_peak(slots: Slots, linked: Linked) -> Slots:
    """The slots with what the time is picked by first and what is asked of it second; as they are where it is none."""
    times = [key for key in slots.keys if key in TIMES]
    plain = not (slots.condition or slots.floor or slots.filters or slots.number or slots.operations - _SAID)
    ends = [at for at, m in enumerate(linked.mentions) if _ENDS.keys() & {*m.candidates}]
    if not plain or len(times) != 1 or len(slots.keys) != 1 or len(ends) != 1 or len(slots.periods) != 1:
        return slots
    named = {at: flow for at, m in enumerate(linked.mentions) if (flow := _flow(m.candidates))}
    if len(named) != 2 or len({*named.values()}) != 2 or not _is_led(linked, times[0]):
        return slots
    picker = _near(linked, ends[0], named)
    if picker is None:
        return slots
    asked = next(flow for at, flow in named.items() if at != picker)
    partner = tuple(dict.fromkeys(code for code in slots.partner if code != linked.home))
    end = _end(linked.mentions[ends[0]].candidates, named[picker])
    sided = slots.sided((linked.home,), partner) if partner else slots
    return replace(sided, measures=(named[picker], asked), operations=frozenset({end, AT_PEAK}))


def _end(candidates: tuple[str, ...], picker: str) -> str:
    """Whether the highest or the lowest is meant; the worst of a deficit is its highest."""
    cue = next(c for c in candidates if c in _ENDS)
    turned = picker == "deficit" and cue in ("operations:best", "operations:worst")
    return {"top": "bottom", "bottom": "top"}[_ENDS[cue]] if turned else _ENDS[cue]


def _flow(candidates: tuple[str, ...]) -> str:
    named = (c.partition(":")[2] for c in candidates if c.startswith("measures:"))
    return next((name for name in named if name in _MEASURES), "")


def _is_led(linked: Linked, key: str) -> bool:
    """Whether the time is where a figure is looked for, and not what is asked: "in the month", not "which month"."""
    at = next((at for at, m in enumerate(linked.mentions) if f"keys:{key}" in m.candidates), 0)
    asks = linked.language.forms("polar", "asks")
    before = linked.mentions[max(at - 3, 0) : at]
    led = any({"prepositions:in", "prepositions:for"} & {*m.candidates} for m in before)
    led = led or any("dialogue:that_time" in m.candidates for m in linked.mentions)  # "and the imports in that month"
    words = phrase(linked.text[: linked.mentions[at].start])[-1:]
    return led and not {*words, *linked.mentions[at].text.split()[:1]} & asks


def _near(linked: Linked, end: int, named: dict[int, str]) -> int | None:
    """The measure that a superlative is said of: right behind it, else the nearest before."""
    for step in (1, -1):
        at, passed = end + step, (*_BETWEEN, "keys") if step > 0 else _BETWEEN  # "the best month for exports"
        while 0 <= at < len(linked.mentions) and at not in named and linked.mentions[at].kind in passed:
            at += step
        if at in named:
            return at
    return None


__all__ = ["AT_PEAK", "at_peak"]
