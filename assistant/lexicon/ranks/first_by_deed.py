"""The first few told by what they did: "of the ten countries that bought the most from us, with how many a deficit"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from assistant.lexicon.compare.booked import booked, flow_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.ranks.balances_of_first import RANKED_BY
from assistant.lexicon.ranks.first_of_year import FIRST

_TOP, _PARTNERS = "operations:top", "keys:partner"
_SAID = frozenset({"top", "count", "polar", "per_key"})
_SIGNED = (("surplus",), ("deficit",))
_LED = frozenset(f"prepositions:{name}" for name in ("of", "between", "with"))


def first_by_deed(slots: Slots, linked: Linked) -> Slots:
    """The slots of those of the first few by a flow that have the sign that is asked for; others as they are."""
    signed = slots.measures in _SIGNED and slots.keys == ("partner",) and slots.number
    plain = "top" in slots.operations <= _SAID and not (slots.floor or slots.among or slots.condition or slots.filters)
    home = {*slots.places} <= {linked.home} and len(slots.periods) < 2
    flow = _flow(linked) if signed and plain and home else ""
    if not flow:
        return slots
    return replace(
        slots.sided((linked.home,), ()),
        floor=Condition(FIRST, str(slots.number), flow),
        floor_period=next(iter(slots.periods), "latest-year"),
        condition=Condition("above", "0", "amount"),
        number=None,
        operations=slots.operations & {"count"},
    )


def _flow(linked: Linked) -> str:
    """The flow by which the counted partners are the first few, as home books it; "" where it is not so told."""
    mentions = linked.mentions
    told = [at for at, m in enumerate(mentions) if _PARTNERS in m.candidates]
    tops = [at for at, m in enumerate(mentions) if _TOP in m.candidates]
    if len(told) != 1 or len(tops) != 1 or not told[0] < tops[0] or not told[0]:
        return ""
    if _is_of_balance(linked, tops[0]):
        return ""
    counted = mentions[told[0] - 1].kind == "quantity" and (
        _is_led(linked, told[0] - 1) or _is_taken_up(linked, tops[0])
    )
    flows = {booked(linked, at) for at in _deeds(linked, told[0], tops[0])} if counted else set()
    flow = flows.pop() if len(flows) == 1 else ""
    return flow if flow in RANKED_BY and flow not in ("surplus", "deficit") else ""


def _is_of_balance(linked: Linked, top: int) -> bool:
    """Whether it is the balances themselves that are largest: "its biggest goods trade deficits"."""
    behind = takewhile(lambda m: m.kind in ("measures", "goods", "home", "place"), linked.mentions[top + 1 :])
    return any({"measures:surplus", "measures:deficit", "measures:balance"} & {*m.candidates} for m in behind)


def _deeds(linked: Linked, start: int, top: int) -> Iterator[int]:
    """Where flows are named between the partners and the superlative, and right behind that one."""
    for at in range(start + 1, len(linked.mentions)):
        mention = linked.mentions[at]
        if flow_of(mention):
            if at < top or mention.kind != "measures" or flow_of(mention) in ("exports", "imports", "total"):
                yield at
            if at > top:
                return
        elif at > top and mention.kind not in ("place", "home", "goods"):
            return


def _is_led(linked: Linked, at: int) -> bool:
    """Whether "of" or "among" stands before the number."""
    return at > 0 and bool(_LED & {*linked.mentions[at - 1].candidates})


def _is_taken_up(linked: Linked, top: int) -> bool:
    """Whether they are pointed back at behind the superlative: "…: with how many of those"."""
    return any({"dialogue:those"} & {*m.candidates} for m in linked.mentions[top + 1 :])


__all__ = ["first_by_deed"]
