"""A flow told from either side: "of those we bought over $50bn from, whose sales to us grew fastest" is of imports."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.compare.booked import booked, flow_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots

_FLOWS = frozenset({"exports", "imports"})
_TRADE = _FLOWS | {"total"}


def told_once(slots: Slots, linked: Linked) -> Slots:
    """The slots of partners with the one flow that all words for it are of: "suppliers whose sales to us fell"."""
    home = (linked.home,)
    named = {*slots.reporter, *slots.partner, *slots.places}
    raced = {"sell", "buy"} <= {*linked.codes("verbs")} and slots.operations & {"exceed", "trail"}
    both = slots.keys == ("partner",) and len(slots.measures) == 2 and {*slots.measures} == _FLOWS and not raced
    flows = {booked(linked, n) for n, m in enumerate(linked.mentions) if flow_of(m)} if both else set()
    return replace(slots.sided(home, ()), measures=tuple(flows)) if len(flows) == 1 and named <= {*home} else slots


def told_twice(slots: Slots, linked: Linked) -> Slots:
    """The slots with what partners and home do as home's own flow; a limit put to the other flow is a floor in that."""
    home = (linked.home,)
    named = {*slots.reporter, *slots.partner}
    if slots.keys != ("partner",) or slots.condition or not named <= {*home} or not {*slots.measures} <= _TRADE:
        return slots
    told = [(m.start, booked(linked, n)) for n, m in enumerate(linked.mentions) if flow_of(m) and m.kind != "keys"]
    flows = {name for _, name in told}
    own = flows - {"total"}  # "of those we trade with, which bought most from us"
    itself = slots.partner == slots.reporter == home and len(own) == 1 and own <= _FLOWS
    if slots.floor is None or itself:
        return replace(slots.sided(home, ()), measures=tuple(own)) if itself else slots
    at = next((m.start for m in linked.mentions if any(c.startswith("amount:") for c in m.candidates)), 0)
    limited, asked = ({name for start, name in told if (start < at) == before} for before in (True, False))
    if slots.floor.unit != "amount" or len(limited) != 1 or len(asked) != 1 or not flows <= _FLOWS:
        return slots
    (floor,), (measure,) = limited, asked
    unit = "amount" if floor == measure else floor
    return replace(slots.sided(home, ()), measures=(measure,), floor=replace(slots.floor, unit=unit))


__all__ = ["told_once", "told_twice"]
