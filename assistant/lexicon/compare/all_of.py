"""A yes or no that has to hold of each of several that are named: "were there deficits with both Japan and Korea"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold

ALL_OF = "all_of"
"""The operation of a yes that needs all of those that are named."""
_SAID = frozenset({"polar", "both", "compare", "exceed", "trail", "top", "per_key"})
_TURNED = {"exports": "imports", "imports": "exports", "surplus": "deficit", "deficit": "surplus"}
_SIGNED = (("surplus",), ("deficit",))


def all_of(slots: Slots, linked: Linked) -> Slots:
    """The slots with the partners that meet a sign or a limit, and the yes that all of them do; others as they are."""
    if len(slots.reporter) > 1 and slots.partner == (linked.home,) and {*slots.measures} <= _TURNED.keys():
        turned = tuple(_TURNED[measure] for measure in slots.measures)
        found = all_of(replace(slots.sided((linked.home,), slots.reporter), measures=turned, implied=False), linked)
        return found if ALL_OF in found.operations else slots
    named = len(slots.partner) > 1 and not slots.keys and len(slots.measures) == 1 and len(slots.periods) < 2
    plain = not (slots.filters or slots.without or slots.floor or slots.number or slots.among or slots.partner_share)
    limit = slots.condition or (Condition("above", "0", "amount") if slots.measures in _SIGNED else None)
    asked = "polar" in slots.operations <= _SAID and linked.language.said(fold(linked.text), "all_of", "each")
    versus = slots.condition is None and slots.operations & {"exceed", "trail"}
    if not (named and plain and asked) or limit is None or limit.unit != "amount" or versus:
        return slots
    if linked.language.said(fold(linked.text), "all_of", "one_figure"):
        return slots
    return replace(slots, keys=("partner",), condition=limit, operations=frozenset({"polar", ALL_OF}))


__all__ = ["ALL_OF", "all_of"]
