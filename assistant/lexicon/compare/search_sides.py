"""Whose flow it is that is said of a supplier or a market: "Mexico overtook China as a supplier"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots

_VERSUS = frozenset({"exceed", "trail"})


def sided_search(slots: Slots, linked: Linked, cues: frozenset[str]) -> Slots:
    """The slots of "Mexico overtook China as a supplier": both are partners of whoever buys from them."""
    if not slots.operations & _VERSUS or not cues & {"outsell", "sellers", "buyers"}:
        return slots
    whose = _whose(slots, linked)
    rivals = tuple(dict.fromkeys(code for code in slots.places if code not in whose))
    if len(rivals) != 2:
        return slots
    keys = tuple(key for key in slots.keys if key != "partner")
    measure = "exports" if "buyers" in cues else "imports"
    reporter = whose or (linked.home,)
    return replace(slots, measures=(measure,), reporter=reporter, partner=rivals, keys=keys, implied=False)


def supplying(slots: Slots, linked: Linked) -> Slots:
    """The slots of what is said of a place as a supplier or a market: "China's decline as a supplier to the US"."""
    cues = set(linked.codes("searching")) & {"sellers", "buyers"}
    if slots.measures or len(cues) != 1 or slots.keys:
        return slots
    whose = _whose(slots, linked)
    others = tuple(dict.fromkeys(code for code in slots.places if code not in whose))
    if not whose or len(others) != 1 and not (len(others) > 1 and "compare" in slots.operations):
        return slots
    return replace(slots.sided(whose, others), measures=("imports" if "sellers" in cues else "exports",))


def _whose(slots: Slots, linked: Linked) -> Codes:
    """Who buys from two sellers or sells to two buyers: named after the cue, else home, else the end of the flow."""
    cued = [m.end for m in linked.mentions if {"searching:sellers", "searching:buyers"} & {*m.candidates}]
    places = [(m.start, c) for m in linked.mentions for c in m.candidates if c.startswith("place:")]
    after = [c.removeprefix("place:") for start, c in places if cued and start >= cued[0]]
    if after or linked.home in slots.places:
        return tuple(after[:1]) or (linked.home,)
    marked = linked.language.section("roles").get("objects") == "marked"  # there "a" marks whom one overtakes
    return () if marked else slots.destination[:1]


__all__ = ["sided_search", "supplying"]
