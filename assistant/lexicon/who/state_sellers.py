"""A state of home as the one that sells or buys most: "is Texas the biggest exporter to Mexico?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.who.state_ends import ABROAD
from assistant.measures import OTHER_FLOW

_RANKS = frozenset({"top", "bottom"})


def among_states(slots: Slots, linked: Linked) -> Slots:
    """The slots with the states as what is ranked, where one of them is said to come first among sellers or buyers.

    Seen from home a supplier is one that it imports from; what a state supplies to another country are exports.
    """
    states, flow = slots.filters.get("region", ()), slots.measures[0] if slots.measures else ""
    claimed = slots.keys == ("partner",) and slots.operations & _RANKS and not slots.beside
    one = len(states) == 1 and not states[0].startswith(ABROAD) and len({*slots.places} - {linked.home}) == 1
    if not (claimed and one and flow in OTHER_FLOW and slots.reporter == (linked.home,)) or not _is_subject(linked):
        return slots
    rest = {name: codes for name, codes in slots.filters.items() if name != "region"}
    asked = replace(slots, measures=(OTHER_FLOW[flow],), keys=("region",), filters=rest)
    return replace(asked, beside=("at", "region", states[0]))


def _is_subject(linked: Linked) -> bool:
    """Whether the state is what the claim is made of: not "Texas's biggest supplier", "the biggest one of Texas"."""
    at, state = next((at, m) for at, m in enumerate(linked.mentions) if m.kind == "region")
    owns = linked.text[state.end :].startswith(("'", "’"))
    led = at > 0 and linked.mentions[at - 1].kind == "prepositions"
    return not (owns or led or any(place_of(m) for m in linked.mentions[:at]))


__all__ = ["among_states"]
