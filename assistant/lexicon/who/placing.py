"""Whose trade it is and with whom: the roles of places put into slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.who.ends import roles
from assistant.lexicon.who.paired import paired
from assistant.lexicon.who.roles import Place
from assistant.measures import OTHER_FLOW
from assistant.store.members import JOINT
from assistant.store.selection import WORLD

_BETWEEN = frozenset({"top", "bottom", "fastest", "slowest", "exceed", "trail", "compare", "difference", "share"})
"""Operations that choose between two places; without one, two places are the ends of the trade between them."""

_SIGNED = (("deficit",), ("surplus",))


def placed(slots: Slots, found: Sequence[Place], home: str) -> tuple[Slots, str]:
    """The slots with whose trade it is and with whom, from the roles; a contradiction is named, not resolved."""
    role = _of_total(roles(found, slots), slots)
    ends = replace(
        slots,
        origin=role["origin"],
        destination=role["destination"],
        places=tuple(p.codes[0] for p in found),
        partner_share=_holds_share(found) and not slots.filters.get("region"),
    )
    measure = slots.measures[0] if slots.measures else ""
    named = tuple(dict.fromkeys(ends.places))
    shared, others = paired(ends.places, measure)
    if shared and "share" not in slots.operations:  # "of US trade with Mexico and Canada, what share is with Mexico"
        return ends.sided((shared,), others), ""
    if (
        "partner" in slots.keys
        and slots.operations & {"top", "bottom"}
        and "exceed" not in slots.operations
        and len(named) == 2
        and home in named
    ):
        other = tuple(code for code in named if code != home)
        return replace(_of_home(ends, measure, role, home), partner=other), ""  # "is Mexico our top partner": its rank
    rivals = bool(slots.operations & _BETWEEN) and home not in role["pair"]
    if len(role["pair"]) > 2 or len(role["pair"]) == 2 and rivals:
        role = {**role, "partner": (*role["partner"], *role["pair"]), "pair": ()}  # "between Japan and Korea, which …"
    if len(role["pair"]) == 2:
        return replace(ends, reporter=role["pair"][:1], partner=role["pair"][1:]), ""  # "between X and Y"
    if _are_compared(ends, role, home):  # "is Mexico a bigger supplier than Canada?"
        keys = tuple(key for key in ends.keys if key != "partner")
        free = {*role["subject"], *role["bare"]} - {home}
        reporter = (home,) if home in role["subject"] else ()
        return replace(ends, reporter=reporter, partner=tuple(c for c in named if c in free), keys=keys), ""
    if measure in ("weight", "unit_value") and (role["origin"] or role["destination"]):
        flowing, conflict = _flow(ends, role, home)  # "how many tons did trucks carry from the US to Mexico"
        return replace(flowing, measures=(f"{flowing.measures[0].removesuffix('s')}_{measure}",)), conflict
    other = (*role["origin"], *role["destination"], *role["partner"])
    if {"exports", "imports"} <= set(slots.measures) and len(set(other)) == 1 and _is_ours(role, other[0], home):
        return replace(ends, reporter=role["subject"], partner=other[:1]), ""  # "what it buys from and sells to China"
    if measure in ("exports", "imports"):
        return _directed(ends, measure, _of_market(role, home) if "share" in slots.operations else role, home)
    if sides := _flowing(role, measure):
        return _flow(replace(ends, implied=not slots.measures), sides, home)
    return _undirected(ends, role, home), ""


def _holds_share(found: Sequence[Place]) -> bool:
    """Whether a place is what has the share: not where part and whole are of it, "truck imports from X of …"."""
    alone = len(found) > 1 and len({place.codes[0] for place in found}) == 1
    return any(place.shared for place in found) and not alone


def _of_total(role: dict[str, Codes], slots: Slots) -> dict[str, Codes]:
    """The roles without whence a state's part comes: "of all trade with Mexico, how much comes from California"."""
    parted = slots.measures == ("total",) and "share" in slots.operations and "region" in slots.filters
    return {**role, "origin": ()} if parted else role


def _is_ours(role: dict[str, Codes], other: str, home: str) -> bool:
    """Whether both flows with another place are of one place: the subject, else home of "imports and exports to X"."""
    return len(role["subject"]) == 1 or not role["subject"] and not role["bare"] and other not in (home, WORLD)


def _flowing(role: dict[str, Codes], measure: str) -> dict[str, Codes]:
    """The roles of a flow that only its ends tell; of "Mexico's shipments to the US" the owner is the other end."""
    if measure not in ("", "total") or not (role["origin"] or role["destination"]):
        return {}
    if not role["subject"] or measure:
        return {} if role["subject"] else role
    ends = {"origin": role["destination"], "destination": role["origin"]}
    free = [name for name, other in ends.items() if other and not role[name]]
    if len(role["subject"]) != 1 or len(free) != 1 or role["subject"] == ends[free[0]]:
        return {}
    return {**role, free[0]: role["subject"], "subject": ()}


def _are_compared(slots: Slots, role: dict[str, Codes], home: str) -> bool:
    """Whether places are compared as the partners that a word for partners makes them."""
    compared = "partner" in slots.keys and slots.operations & {"exceed", "trail", "compare"}
    ends = (*role["origin"], *role["destination"], *role["partner"], *role["pair"])
    free = {*role["subject"], *role["bare"]} - {home}  # "Chile against Peru as buyers of US exports"
    return bool(compared) and not ends and len(free) > 1 and home not in role["bare"]


def _directed(slots: Slots, measure: str, role: dict[str, Codes], home: str) -> tuple[Slots, str]:
    """Exports go from reporter to partner, imports from partner to reporter."""
    mine, other = ("origin", "destination") if measure == "exports" else ("destination", "origin")
    reporter = role["subject"] or role[mine]
    partner = role[other] or role["partner"]
    if role[mine] and role[mine] == role[other]:  # "imports from Mexico against exports to Mexico": ours with it
        return replace(slots, reporter=role["subject"], partner=role[other]), ""
    sources = _sources(slots, role, home) if measure == "imports" else None
    if rivals := sources or _rivals(slots, measure, (reporter, partner, role[mine]), home):
        return rivals, ""
    conflict = measure if role["subject"] and role[mine] and role["subject"] != role[mine] and not role[other] else ""
    bare = [code for code in role["bare"] if code not in (*reporter, *partner)]
    if "partner" in slots.keys and not reporter and partner and not bare and not slots.among:
        # "which country sells most to the US": the US's imports, by partner
        return _turned(slots, measure, partner), ""
    if len(reporter) == 2 and not partner and not bare and home in reporter and role["subject"] == reporter:
        reporter, partner = reporter[:1], reporter[1:]  # "US–Mexico exports"
    if not reporter and not partner and len(bare) >= 2:
        reporter, partner = _sides(bare, home)
    elif not partner and reporter:
        if owned := _adjective_imports(slots, measure, role, (reporter, tuple(bare)), home):
            return owned, conflict
        partner = tuple(bare)
    elif not reporter and len(bare) == 1 and partner:
        reporter = tuple(bare)
    elif not reporter and not partner and len(bare) == 1:
        doubtful = "" if bare[0] in (home, WORLD) else bare[0]  # "exports Mexico": sold by it, or to it?
        return replace(slots, reporter=tuple(bare), doubtful=doubtful), conflict
    return replace(slots, reporter=reporter, partner=partner), conflict


def _adjective_imports(
    slots: Slots, measure: str, role: dict[str, Codes], named: tuple[Codes, Codes], home: str
) -> Slots | None:
    """The slots of imports that an adjective names: either side's, but home's own through a port of home."""
    reporter, bare = named
    if measure != "imports" or not role["adjective"] or not {*role["adjective"]} <= {*reporter} - {home}:
        return None
    if not bare:  # "Chinese imports": whose?
        return replace(slots, reporter=reporter, doubtful=JOINT.join(reporter))
    # "Mexican imports through the Texas ports"
    return replace(slots, reporter=(home,), partner=reporter) if bare == (home,) else None


def _sources(slots: Slots, role: dict[str, Codes], home: str) -> Slots | None:
    """The slots of imports whose sources are held against each other: "from Mexico larger than Chinese imports"."""
    named = tuple(code for code in dict.fromkeys(slots.places) if code != home)
    made = tuple(code for code in role["adjective"] if code != home)
    held = slots.operations & {"exceed", "trail"} and role["origin"] and made and {*role["subject"]} <= {*made, home}
    listed = (*dict.fromkeys(role["origin"]), *dict.fromkeys(made))
    return slots.sided((home,), named) if held and named == listed else None


def _rivals(slots: Slots, measure: str, ends: tuple[Codes, Codes, Codes], home: str) -> Slots | None:
    """Several of home's partners held against each other; None where the places are no such."""
    reporter, partner, mine = ends
    if "partner" not in slots.keys or len(reporter) < 2:
        return None
    if partner == (home,):  # "who sells more to the US, Canada or China"
        return replace(_turned(slots, measure, partner), partner=reporter)
    if mine == (home,) and home not in reporter:  # "Canada and Mexico as suppliers to the US"
        keys = tuple(key for key in slots.keys if key != "partner")
        return replace(slots, reporter=mine, partner=reporter, keys=keys)
    return None


def _of_market(role: dict[str, Codes], home: str) -> dict[str, Codes]:
    """The roles with home as the market that another one has a share of: "the market share of Vietnam in the US"."""
    inside = home in role["partner"] and len(role["partner"]) == 2 and not role["subject"]
    others = tuple(code for code in role["partner"] if code != home)
    return {**role, "subject": (home,), "partner": others} if inside else role


def _sides(bare: Sequence[str], home: str) -> tuple[Codes, Codes]:
    """Whose trade it is and with whom, of places that stand alone: home's where it is one of more than two."""
    if home in bare and len(bare) == 2:
        return (bare[0],), (bare[1],)
    if home in bare:  # "Mexico or Canada: whom does the US export more to?"
        return (home,), tuple(code for code in bare if code != home)
    return (), tuple(bare)


def _of_home(slots: Slots, measure: str, role: dict[str, Codes], home: str) -> Slots:
    """The slots as the home country's trade: those "that sell to the US" are where its imports come from."""
    towards = role["destination"] if measure == "exports" else role["origin"]
    turned = towards == (home,) and measure in ("exports", "imports")
    return _turned(slots, measure, (home,)) if turned else replace(slots, reporter=(home,))


def _turned(slots: Slots, measure: str, partner: Codes) -> Slots:
    return replace(slots, measures=(OTHER_FLOW[measure], *slots.measures[1:]), reporter=partner, partner=())


def _flow(slots: Slots, role: dict[str, Codes], home: str) -> tuple[Slots, str]:
    """What is measured, from the ends of the flow: "shipments to Mexico", "goods from China"."""
    origin, destination = role["origin"], role["destination"]
    bare = tuple(code for code in (*role["bare"], *role["partner"]) if code not in (*origin, *destination))
    if origin and destination:
        into_home = destination == (home,)
        measure = "imports" if into_home else "exports"
        ends = (destination, origin) if into_home else (origin, destination)
        return replace(slots, measures=(measure,), reporter=ends[0], partner=ends[1]), ""
    if origin:
        if origin == (home,):
            return replace(slots, measures=("exports",), reporter=origin, partner=bare), ""
        return replace(slots, measures=("imports",), reporter=bare[:1] or (home,), partner=origin), ""
    if destination == (home,):
        return replace(slots, measures=("imports",), reporter=destination, partner=bare), ""
    return replace(slots, measures=("exports",), reporter=bare[:1] or (home,), partner=destination), ""


def _undirected(slots: Slots, role: dict[str, Codes], home: str) -> Slots:
    """Totals and balances: the subject's, with the partner; two places that stand alone are a pair if home is one."""
    subject = role["subject"]
    if subject and slots.measures[:1] == ("deficit",) and subject == role["compound"] and home not in slots.places:
        role, subject = {**role, "bare": (*subject, *role["bare"])}, ()  # "the Vietnam deficit" is home's with it
    partner = (*role["partner"], *role["origin"], *role["destination"])
    bare = tuple(code for code in role["bare"] if code not in (*subject, *partner))
    if not subject and len(partner) == 2 and home in partner:
        return replace(slots, reporter=partner[:1], partner=partner[1:])  # "between the US and Mexico"
    if len(subject) == 2 and not partner and home in subject:
        if "share" in slots.operations and slots.measures[:1] in _SIGNED:  # "the Vietnam deficit as a share of ours"
            slots, subject = replace(slots, partner_share=True), (home, *(code for code in subject if code != home))
        return replace(slots, reporter=subject[:1], partner=subject[1:])  # "US and Mexico trade"
    if subject:
        within = bare if "share" in slots.operations else ()  # "of US trade with the EU, what percent is Germany?"
        return replace(slots, reporter=subject, partner=(*partner, *within) or bare)
    if "partner" in slots.keys and len(partner) == 1 and not bare:
        turned = {"surplus": "deficit", "deficit": "surplus"}
        measures = tuple(turned.get(measure, measure) for measure in slots.measures)
        # "top countries by trade with the US": the US's partners
        return replace(slots, measures=measures, reporter=partner)
    if partner:
        return replace(slots, reporter=bare[:1], partner=partner)
    if len(bare) == 2 and home in bare:
        return replace(slots, reporter=bare[:1], partner=bare[1:])
    if len(bare) >= 2 or bare and bare != (home,):
        return replace(slots, partner=bare)  # "China against Mexico", "deficit Mexico 2024": home's trade with each
    return replace(slots, reporter=bare, partner=())
