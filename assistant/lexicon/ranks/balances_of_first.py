"""What is asked of the first few by trade: "of the twenty biggest suppliers, with how many does the US run a surplus".

Or who of them is last in another flow: "which of the ten biggest suppliers bought the least".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.ranks.first_of_year import FIRST
from assistant.types import Mention

_TOP, _PARTNERS = "operations:top", "keys:partner"
_SAID = frozenset({"top", "count", "polar", "per_key"})
_AMONG = frozenset(f"prepositions:{name}" for name in ("of", "in", "between", "with", "from"))
RANKED_BY = frozenset({"imports", "exports", "total", "surplus", "deficit"})
"""What the first few may be first in, as the unit of their place."""


def balances_of_first(slots: Slots, linked: Linked) -> Slots:
    """The slots of those of the first few whose balance is asked for, or of the last of them; others as they are."""
    signed = slots.measures in (("surplus",), ("deficit",)) and slots.keys == ("partner",) and slots.number
    mentions = linked.mentions
    plain = "top" in slots.operations <= _SAID and not (slots.floor or slots.among)
    plain = plain and slots.partner in ((), slots.reporter) and _is_limited_as_said(slots, mentions)
    if low := _least_of_first(slots, mentions):
        return low
    flow = _flow(mentions) if signed and plain and len(slots.periods) < 2 else ""
    if not flow:
        return slots
    return replace(
        slots.sided(slots.reporter, ()),
        floor=Condition(FIRST, str(slots.number), flow),
        floor_period=next(iter(slots.periods), "latest-year"),
        condition=slots.condition or Condition("above", "0", "amount"),
        number=None,
        operations=slots.operations & {"count"},
    )


def _least_of_first(slots: Slots, mentions: Sequence[Mention]) -> Slots | None:
    """The slots of who is last of the first few in another flow: "which of the ten biggest suppliers bought least"."""
    single = len(slots.measures) == 1 and slots.measures[0] in RANKED_BY and slots.keys == ("partner",)
    told = slots.number and slots.operations == {"top", "bottom"} and len(slots.periods) < 2
    bound = slots.condition or slots.floor or slots.partner or slots.among or slots.filters or slots.without
    order = [c for m in mentions for c in m.candidates if c in (_TOP, "operations:bottom")]
    flow = _flow(mentions) if single and told and not bound and order == [_TOP, "operations:bottom"] else ""
    if not flow:
        return None
    first = Condition(FIRST, str(slots.number), flow)
    period = next(iter(slots.periods), "latest-year")
    return replace(slots, floor=first, floor_period=period, number=None, operations=frozenset({"bottom"}))


def _is_limited_as_said(slots: Slots, mentions: Sequence[Mention]) -> bool:
    """Whether the limit of the slots is an amount of the balance itself, and no other amount is said."""
    amounts = [c for m in mentions for c in m.candidates if c.startswith(("amount:", "percent:", "times:"))]
    if slots.condition is None:
        return not amounts
    return len(amounts) == 1 and slots.condition.unit == "amount"


def _flow(mentions: Sequence[Mention]) -> str:
    """What "of the twenty biggest suppliers" are the biggest in: what they are called says it; "" where not so said."""
    top = next((at for at, m in enumerate(mentions) if _TOP in m.candidates), 0)
    start, end = top, top + (_PARTNERS not in mentions[top].candidates)  # "principales clientes" is one of them
    while start and mentions[start - 1].kind in ("quantity", "place", "home"):
        start -= 1
    while end > top and end < len(mentions) and mentions[end].kind in ("quantity", "place", "home"):
        end += 1
    led = start and _AMONG & {*mentions[start - 1].candidates} or _is_picked_from(mentions[end:])
    if not led or end >= len(mentions) or _PARTNERS not in mentions[end].candidates:
        return ""
    told = [mentions[end], *_behind(mentions[end + 1 :])]
    named = (c.partition(":")[2] for m in told for c in m.candidates if c.startswith("measures:"))
    return next((name for name in named if name in RANKED_BY), "total")


def _behind(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """What says of which flow they are, right behind their kind: "the ten largest sources of US imports"."""
    if not mentions or not {"prepositions:of", "prepositions:for", "prepositions:by", "prepositions:in"} & {
        *mentions[0].candidates
    }:
        return ()
    plain = (at for at, m in enumerate(mentions[1:], 1) if m.kind not in ("place", "home", "goods"))
    at = next(plain, len(mentions))
    return mentions[at : at + 1]


def _is_picked_from(mentions: Sequence[Mention]) -> bool:
    """Whether those named before are what is chosen from: "our ten biggest customers: with which of them …"."""
    pairs = zip(mentions, mentions[1:], strict=False)
    return any(_AMONG & {*led.candidates} and "dialogue:those" in these.candidates for led, these in pairs)


__all__ = ["RANKED_BY", "balances_of_first"]
