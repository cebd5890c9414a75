"""One flow told by both its ends: how far the exports that Mexico reports lie from what the US counts as imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.lexicon.linked import Linked, codes_of, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_FLOWS = frozenset({"measures:exports", "measures:imports"})
_PARTS = frozenset(
    {"dialogue:and", "operations:difference", "operations:exceed", "operations:trail", "operations:compare"}
)
"""What stands between the two: "X and Y", "X less Y"."""
_HELD = frozenset({"difference", "exceed", "trail", "compare"})
_SIDES = {"census": "USA"}
"""Sources that are one side's books."""


def mirrored(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots of the flow on one side's books beside the other's; as they are where no one flow is told twice."""
    held = slots.operations & _HELD and not slots.operations - _HELD and not _does_both(linked)
    found = _told_twice(linked) if held else None
    if found is None or slots.keys or slots.condition:
        return slots, conflict
    seller, buyer = found
    ours = linked.home == buyer
    own, other = (buyer, seller) if ours else (seller, buyer)
    told = replace(
        slots.sided((own,), (other,)),
        measures=("imports" if ours else "exports",),
        source=None,
        operations=frozenset(),
        books=own,
        versus=(f"books:{other}",),
    )
    return told, ""


def _told_twice(linked: Linked) -> tuple[str, str] | None:
    """Who sells and who buys what is named once as exports and once as imports; None where these are two flows."""
    flows = [at for at, m in enumerate(linked.mentions) if _FLOWS & set(m.candidates)]
    countries = {place for m in linked.mentions if (place := place_of(m))} | {
        _SIDES[code] for code in linked.codes("sources") if code in _SIDES
    }
    if len(flows) != 2 or len(countries) != 2 or linked.home not in countries:
        return None
    sold = [at for at in flows if "measures:exports" in linked.mentions[at].candidates]
    if len(sold) != 1:
        return None
    (bought,) = (at for at in flows if at not in sold)
    seller, source = _owner(linked, sold[0]), _end(linked, bought, "prepositions:from")
    buyer, taker = _owner(linked, bought), _end(linked, sold[0], "prepositions:to")
    sellers, buyers = {seller, source} - {""}, {buyer, taker} - {""}
    said = sum(map(bool, (seller, source, buyer, taker)))
    if len(sellers) != 1 or len(buyers) > 1 or not ((seller or taker) and (source or buyer)):
        return None
    if not (seller and source and said > 2 or buyer and taker and said > 2 or _is_whose(linked)):
        return None
    (who,) = sellers
    (whom,) = buyers or countries - sellers
    return (who, whom) if who != whom else None


def _does_both(linked: Linked) -> bool:
    """Whether one side does the one and the other: "export to China than it imported", "sell us than they buy"."""
    than = linked.language.said(fold(linked.text), "each_way", "than")
    after = phrase(fold(linked.text)[than.end() :])[:1] if than else ()
    return bool({*after} & linked.language.forms("each_way", "it", "they"))


def _is_whose(linked: Linked) -> bool:
    """Whether it is said that somebody tells a figure: "its own figure", "reports", "the Census counts"."""
    said = any(c.startswith(("books:", "sources:")) for m in linked.mentions for c in m.candidates)
    return said or not linked.language.forms("lists", "telling").isdisjoint(phrase(linked.text))


def _segment(linked: Linked, at: int) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The mentions before and behind a flow, up to what parts the two flows; the nearest come first."""

    def inside(mention: Mention) -> bool:
        return not (_PARTS | _FLOWS) & set(mention.candidates)

    before = linked.mentions[:at][::-1]
    return [*takewhile(inside, before)], [*takewhile(inside, linked.mentions[at + 1 :])]


def _owner(linked: Linked, at: int) -> str:
    """Whose flow it is: the country or its statistics before it, or who tells it behind: "that Mexico reports"."""
    before, after = _segment(linked, at)
    for mention in before:
        sides = (_SIDES[source] for source in codes_of(mention, "sources") if source in _SIDES)
        if place := place_of(mention) or next(sides, ""):
            return place
    telling = linked.language.forms("lists", "telling")
    tellers = (m for m in after if telling & set(phrase(linked.text[m.end :])[:1]))
    return next((place for m in tellers if (place := place_of(m))), "")


def _end(linked: Linked, at: int, side: str) -> str:
    """The country at an end of the flow: behind "to" or "from"."""
    _, after = _segment(linked, at)
    ends = (place_of(m) for lead, m in zip(after, after[1:], strict=False) if side in lead.candidates)
    return next((place for place in ends if place), "")


__all__ = ["mirrored"]
