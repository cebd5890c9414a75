"""States of home as those that sell or buy: "is Texas the biggest exporter to Mexico?", "Illinois or Ohio …"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.who.state_ends import ABROAD
from assistant.measures import OTHER_FLOW

_RANKS = frozenset({"top", "bottom"})
_HELD = frozenset({"compare", "exceed", "trail", *_RANKS})


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


def between_states(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots with the flow of the states, where several are held against each other as buyers or sellers abroad.

    "Is Illinois or Ohio the bigger customer for Mexican goods": theirs are imports, for Mexico it would be a seller.
    """
    states, flow = slots.filters.get("region", ()), slots.measures[0] if slots.measures else ""
    others = tuple(dict.fromkeys(code for code in slots.places if code != linked.home))
    several = len(states) > 1 and not any(state.startswith(ABROAD) for state in states) and len(others) == 1
    held = slots.keys == ("partner",) and slots.operations & _HELD and not slots.beside
    if not (several and held and len(slots.measures) == 1 and flow in OTHER_FLOW) or not _are_free(linked):
        return slots, conflict
    return replace(slots.sided((linked.home,), others), measures=(OTHER_FLOW[flow],), keys=()), ""


def _are_free(linked: Linked) -> bool:
    """Whether no state is led or owns anything: not "a bigger customer of Texas or of Ohio", "Texas's customer"."""
    led = [at for at, m in enumerate(linked.mentions) if m.kind == "region"]
    before = [linked.mentions[at - 1] for at in led if at]
    owned = any(linked.text[linked.mentions[at].end :].startswith(("'", "’")) for at in led)
    lead = [m for m in before if m.kind == "prepositions" and "prepositions:between" not in m.candidates]
    return not owned and not lead


def _is_subject(linked: Linked) -> bool:
    """Whether the state is what the claim is made of: not "Texas's biggest supplier", "the biggest one of Texas"."""
    at, state = next((at, m) for at, m in enumerate(linked.mentions) if m.kind == "region")
    owns = linked.text[state.end :].startswith(("'", "’"))
    led = at > 0 and linked.mentions[at - 1].kind == "prepositions"
    return not (owns or led or any(place_of(m) for m in linked.mentions[:at]))


__all__ = ["among_states", "between_states"]
