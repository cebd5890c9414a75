"""Whose buyers or sellers are ranked, where another is said to be the first: "is the US Mexico's biggest supplier?"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.lexicon.linked import Linked, codes_of, one_place
from assistant.lexicon.question import Slots
from assistant.types import Mention

_RANKS = frozenset({"top", "bottom"})
_FLOWS = frozenset({"exports", "imports", "total"})
_OWNED = ("'s", "’s", "s'", "s’")
_KINDS = frozenset({"keys:partner", "operations:top", "operations:bottom"})
_LED = frozenset({"prepositions:of", "prepositions:to", "prepositions:for"})


def of_owner(slots: Slots, linked: Linked) -> Slots:
    """The slots with the owner of the ranking as the reporter, and the one that is said to be first as its partner."""
    ranked = slots.keys == ("partner",) and slots.operations & _RANKS
    named = list(dict.fromkeys(one_place(mention) for mention in linked.mentions if one_place(mention)))
    if not ranked or slots.beside or slots.filters or slots.among or set(slots.measures) - _FLOWS:
        return slots
    if len(named) == 1 and linked.home not in slots.reporter + slots.places and _is_of(named[0], linked):
        return slots.sided((named[0],), ())
    if "polar" not in slots.operations or len(named) != 2:
        return slots
    owners = {*_owners(linked)}
    return slots.sided((*owners,), tuple(code for code in named if code not in owners)) if len(owners) == 1 else slots


def _is_of(code: str, linked: Linked) -> bool:
    """Whether a place is the one whose partners are ranked: "the top trading partner of Brazil", "socios de Brasil"."""
    kinds = zip(linked.mentions, linked.mentions[1:], linked.mentions[2:], strict=False)
    led = [kind for kind, of, place in kinds if "prepositions:of" in of.candidates and one_place(place) == code]
    return len(led) == 1 and bool({*led[0].candidates} & _KINDS)


def _owners(linked: Linked) -> Iterator[str]:
    """The places that own what is ranked: "Mexico's biggest supplier", "the biggest supplier of Mexico"."""
    superlatives = [at for at, m in enumerate(linked.mentions) if _RANKS & {*codes_of(m, "operations")}]
    for at in superlatives:
        if at and _is_possessive(linked.mentions[at - 1], linked):
            yield one_place(linked.mentions[at - 1])
        behind = linked.mentions[at + 1 :]
        pairs = zip(behind, behind[1:], strict=False)
        yield from (one_place(place) for led, place in pairs if _LED & {*led.candidates} and one_place(place))


def _is_possessive(mention: Mention, linked: Linked) -> bool:
    return bool(one_place(mention)) and linked.text[mention.start : mention.end].endswith(_OWNED)


__all__ = ["of_owner"]
