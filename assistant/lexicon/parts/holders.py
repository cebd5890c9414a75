"""Several partners that hold shares of one flow of the home country: "Mexico's and China's shares of US imports"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import words
from assistant.types import Mention

_FLOWS = frozenset({"measures:imports", "measures:exports", "measures:total"})
_INTO = frozenset({"prepositions:of", "prepositions:in"})


def held_by_several(slots: Slots, linked: Linked) -> Slots:
    """The slots with the listed partners as the holders of shares, and the home country as whose flow these are of."""
    if "share" not in slots.operations or slots.filters or slots.keys or slots.within:
        return slots
    flow = _flow_of_home(linked)
    held = _listed(linked, linked.mentions[: flow - 1]) if flow else ()
    others = {code for code in slots.places if code != linked.home}
    if len(held) < 2 or set(held) != others:
        return slots
    return replace(slots.sided((linked.home,), held), partner_share=True)


def _flow_of_home(linked: Linked) -> int:
    """Where the home country stands behind "of" or "in" with its flow right behind it; 0 where it does not."""
    runs = zip(linked.mentions, linked.mentions[1:], linked.mentions[2:], strict=False)
    found = (
        at
        for at, (into, home, flow) in enumerate(runs, start=1)
        if _leads_in(into, linked) and place_of(home) == linked.home and _FLOWS & {*flow.candidates}
    )
    return next(found, 0)


def _leads_in(mention: Mention, linked: Linked) -> bool:
    """Whether it is "of" or "in", or a share that ends with it: "slices of"."""
    shares = "operations:share" in mention.candidates
    ends = shares and mention.text.split()[-1] in linked.language.forms("prepositions", "of", "in")
    return bool(_INTO & {*mention.candidates}) or ends


def _listed(linked: Linked, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The countries that are named as a list: nothing but "and" between two of them."""
    named = [m for m in mentions if place_of(m)]
    joins = linked.language.forms("lists", "and_or")
    said = (linked.text[one.end : other.start] for one, other in zip(named, named[1:], strict=False))
    plain = all({token.word for token in words(text)} - {"s"} <= joins for text in said)
    return tuple(dict.fromkeys(map(place_of, named))) if plain else ()


__all__ = ["held_by_several"]
