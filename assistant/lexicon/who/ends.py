"""Roles of places put right by the flow that is measured: buyers of another's exports, imports into a place."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.who.roles import Place
from assistant.periods import TIMES
from assistant.store.selection import WORLD

_FOUND = frozenset({"top", "bottom"})
_CHOOSING = frozenset({"fastest", "slowest", "exceed", "trail", "compare", "difference"})
_PARTS = frozenset({"contribution", "share_of_growth"})


def roles(found: Sequence[Place], slots: Slots) -> dict[str, Codes]:
    """The places by role, with whose flow it is and where it goes to told apart."""
    measure = slots.measures[0] if slots.measures else ""
    put = _by_role(found)
    if measure in ("exports", "imports") and (first := _taker(found, slots)):
        put["subject"] = tuple(code for code in put["subject"] if code != first)
        put["bare"] = (first, *put["bare"])
    named = put["subject"] and put["subject"] == put["adjective"] != put["destination"]
    if measure == "imports" and named and put["destination"] and not put["origin"]:
        put["origin"], put["subject"] = put["subject"], ()  # "Canadian imports into Illinois"
    if measure == "exports" and slots.operations & _PARTS and put["origin"] and put["subject"]:
        put["partner"], put["origin"] = (*put["partner"], *put["origin"]), ()  # "export growth from Canada"
    return put


def _taker(found: Sequence[Place], slots: Slots) -> str:
    """Who is the other end of a flow that is said to be another's; empty where nobody is.

    It is Brazil in "Brazil took in what value of US exports", Taiwan in "Taiwan's best month for US imports".
    """
    subjects = [place for place in found if place.role == "subject"]
    ranked = bool(slots.operations & _FOUND) and not (slots.keys and {*slots.keys} <= {*TIMES})
    if len(subjects) != 2 or slots.operations & _CHOOSING or ranked or subjects[1].listed:
        return ""
    first, second = subjects
    return first.codes[0] if second.owner and not first.owner and first.codes != second.codes else ""


def _by_role(found: Sequence[Place]) -> dict[str, Codes]:
    """The places by role; the world is whom one trades with and never whose books: "world imports of the US"."""
    role = {name: _of(found, name) for name in ("subject", "origin", "destination", "partner", "pair", "bare")}
    role["adjective"] = tuple(place.codes[0] for place in found if place.adjective or place.compound)
    role["compound"] = tuple(place.codes[0] for place in found if place.compound)
    if WORLD in role["subject"]:
        role["subject"] = tuple(code for code in role["subject"] if code != WORLD)
        role["partner"] = (*role["partner"], WORLD)
    if all(place.codes[0] == WORLD and place.role == "bare" for place in found):  # "imports, all countries"
        role["partner"], role["bare"] = role["bare"], ()
    return role


def _of(found: Sequence[Place], role: str) -> Codes:
    return tuple(dict.fromkeys(place.codes[0] for place in found if place.role == role))
