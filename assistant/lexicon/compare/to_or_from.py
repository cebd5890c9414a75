"""Both flows of one pair told by their ends alone: "does more go to Mexico or come from Mexico"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_PLAIN = frozenset({"compare", "exceed", "trail", "polar", "per_key"})
_SIDES = (("more", "exceed"), ("less", "trail"))


def to_or_from(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots with both flows in the order said, where "or" parts two ways of one trade and no flow is named."""
    others = tuple(dict.fromkeys(code for code in slots.places if code != linked.home))
    named = any(c.startswith("measures:") for m in linked.mentions for c in m.candidates)
    side = _side(linked)
    if named or len(others) != 1 or not side or slots.operations - _PLAIN or slots.keys or len(slots.periods) > 1:
        return slots, conflict
    flows = _flows(linked)
    if len(flows) != 2:
        return slots, conflict
    placed = replace(slots.sided((linked.home,), others), measures=flows, implied=False, condition=None)
    return replace(placed, operations=frozenset({side, "compare"})), ""


def _side(linked: Linked) -> str:
    """Whether more or less is asked for; "" where neither is."""
    said = {token.word for token in tokenised(linked.text)}
    return next((side for name, side in _SIDES if linked.language.forms("comparatives", name) & said), "")


def _flows(linked: Linked) -> tuple[str, ...]:
    """The flow of the home country that each of two ways is, in the order said; () where they are not two."""
    parted = list(re.finditer(rf"(?<!\w){linked.language.any_of('two_times', 'or')}(?!\w)", fold(linked.text)))
    if len(parted) != 1:
        return ()
    at = parted[0].start()
    ways = [
        {_flow(linked, *pair) for pair in _ends(linked) if (pair[0].start < at) is first} for first in (True, False)
    ]
    flows = tuple(way.pop() for way in ways if len(way) == 1)
    return flows if len(set(flows)) == 2 else ()


def _ends(linked: Linked) -> Sequence[tuple[Mention, Mention]]:
    """Each "to" or "from" with the place right behind it."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    led = {"prepositions:to", "prepositions:from"}
    return [(end, place) for end, place in pairs if led & {*end.candidates} and place_of(place)]


def _flow(linked: Linked, end: Mention, place: Mention) -> str:
    """What goes to the other country is sold to it, and so is what comes from the home country."""
    return "exports" if ("prepositions:to" in end.candidates) is (place_of(place) != linked.home) else "imports"


__all__ = ["to_or_from"]
