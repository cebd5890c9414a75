"""Comparatives of growth: which of two grew faster, outgrew the other, moved more."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.store.selection import WORLD

COMPARED = frozenset({"faster", "slower", "moved_more"})
"""The operations that set two growths against each other."""

_GROWTH = frozenset({"growth", "rise", "fall"})
_SAID = frozenset({"exceed", "trail", "compare", "difference", *_GROWTH, "in_percent"})
_RANKED = frozenset({"fastest", "slowest"})


def compared_growth(slots: Slots, linked: Linked, cues: frozenset[str]) -> Slots:
    """The slots with growth compared among their operations, where a cue says so or "more" follows a verb of growth."""
    found = _compared(slots, linked, cues)
    ranked = slots.operations & _RANKED
    slots = _shared(slots) if found else slots
    if not found or ranked and not _is_two(slots):
        return slots
    if slots.condition and (not cues & {"faster", "slower", "moved_more"} or _is_carried(slots)):
        return slots  # "grew more than 5 %", "which ports moved more than $20 billion"
    if slots.condition:  # "faster than 5 %": no two growths
        return replace(slots, operations=slots.operations | {"outgrown"})
    partner = tuple(code for code in slots.partner if code not in slots.reporter)
    if len(partner) == 1 and len(slots.measures) < 2 and "overall" in cues:
        partner = (*partner, WORLD)  # "than US imports overall"
    keys = tuple(key for key in slots.keys if key != "partner")
    rated = cues & {"faster", "slower", "moved_more"} or slots.operations & {"share", "in_percent"} or ranked
    more = set() if rated else {"in_money"}  # "grew more" may be meant in money
    side = "trail" if found == "slower" else "exceed"
    return replace(
        slots, partner=partner, keys=keys, operations=slots.operations - _SAID - _RANKED | more | {found, side}
    )


def _is_carried(slots: Slots) -> bool:
    """Whether an amount is what ports or modes move, which carry goods, and no change of it."""
    carriers = {"port", "mode"} & {*slots.keys, *slots.filters}
    return bool(carriers) and slots.condition is not None and slots.condition.unit == "amount"


def _compared(slots: Slots, linked: Linked, cues: frozenset[str]) -> str:
    """Which comparative it is; of falls the greater one is the slower growth."""
    fell = "fall" in slots.operations
    if "moved_more" in cues:
        return "moved_more"
    if "fastest" in slots.operations or "slowest" in slots.operations:
        return "faster" if "fastest" in slots.operations else "slower"
    if cues & {"faster", "slower"}:
        return "slower" if fell != ("slower" in cues) else "faster"
    if _holds_rates(slots, linked):
        return "slower" if "trail" in slots.operations else "faster"
    follows = _follows(linked) if slots.operations & _GROWTH else ""
    return "" if not follows else "slower" if fell != (follows == "less") else "faster"


def _holds_rates(slots: Slots, linked: Linked) -> bool:
    """Whether two growth rates are set apart: "by how much did the growth of imports from Vietnam exceed that of"."""
    flows = slots.measures if {*slots.measures} == {"exports", "imports"} else ()
    lists = (slots.partner, slots.reporter, flows, *slots.filters.values())
    two = [len(codes) for codes in lists if len(codes) > 1] == [2] and not slots.keys and len(slots.periods) < 2
    named = any("operations:growth" in m.candidates and m.text.startswith(("growth", "crec")) for m in linked.mentions)
    apart = slots.operations & {"exceed", "trail", "difference", "points"}
    return two and named and bool(apart) and not slots.operations & {"share", "count"} and slots.condition is None


def _follows(linked: Linked) -> str:
    """Whether "more" or "less" stands right after a verb of growth: "grew more than", "cayó menos que"."""
    growing = {f"operations:{name}" for name in _GROWTH}
    for mention in (m for m in linked.mentions if growing & {*m.candidates}):
        for name in ("more", "less"):
            words = linked.language.any_of("search", name)
            if re.match(rf"\s+{words}\b", fold(linked.text[mention.end :])):
                return name
    return ""


def _shared(slots: Slots) -> Slots:
    """The slots of "whose share of US imports moved more, China's or Mexico's": both are partners of the third."""
    if "share" not in slots.operations or len(slots.reporter) < 2:
        return slots
    owners = dict.fromkeys(code for code in slots.places if code not in slots.reporter[:1])
    return replace(slots, reporter=slots.reporter[:1], partner=tuple(owners))


def _is_two(slots: Slots) -> bool:
    """Whether two things or two periods are named, so that "fastest" is the faster of them."""
    lists = (slots.partner, slots.measures, slots.reporter, *slots.filters.values(), slots.periods)
    return [len(codes) for codes in lists if len(codes) > 1] == [2] and not slots.keys
