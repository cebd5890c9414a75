"""Whose trade is asked for, and with whom, where a question leaves it out or names a group."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Codes, Slots
from assistant.periods import TIMES
from assistant.settings import Home
from assistant.store.covers import sums_to_world
from assistant.store.members import countries_of
from assistant.store.selection import WORLD
from assistant.store.store import Store
from assistant.types import Gap

_CHARGED = frozenset({"duty", "effective_duty"})


def between(slots: Slots, store: Store, home: Home) -> Slots | Gap:
    """The slots with a reporter and a partner where one is missing; a question back, or a decline, if none will do."""
    by_partner = "partner" in slots.keys
    if not slots.reporter:
        if not slots.partner and slots.without.get("partner") and not by_partner:
            return replace(slots, reporter=(home.country,), partner=(WORLD,))  # "imports from everywhere but China"
        if not slots.partner:
            local = {"region", "port"} & {*slots.keys, *slots.filters}
            if not by_partner and not local and not _of_the_corridor(slots):
                return Gap("clarify", "unclear", "whose", options=_whose(slots, home))
            charged = slots.measures[0] in _CHARGED and not local  # what the whole of imports was charged
            partner = () if by_partner else (WORLD,) if charged else (home.partner,)
            return replace(slots, reporter=(home.country,), partner=partner)
        if slots.partner == (home.country,):
            return replace(slots, reporter=(home.partner,))
        return replace(slots, reporter=(home.country,))
    if not slots.partner and not by_partner:
        return replace(slots, partner=_partner(slots, store, home))
    if slots.partner and set(slots.partner) == set(slots.reporter):
        return Gap("declined", "unclear", "same_place")
    return slots


def _of_the_corridor(slots: Slots) -> bool:
    """Whether a question without a place can only be about the home corridor: its trade, or a balance at some time."""
    return slots.measures[0] not in ("exports", "imports") and (slots.measures[0] == "total" or bool(slots.periods))


def _partner(slots: Slots, store: Store, home: Home) -> Codes:
    """The world where the reporter's trade with it is loaded at this detail, else the home country or its partner."""
    detailed = {*slots.filters, *(key for key in slots.keys if key not in TIMES)} - {"partner"}
    for table in store.tables:
        own = table.books in slots.reporter and len(slots.reporter) == 1
        covers = own and ((table.books, WORLD, "export") in table.coverage or sums_to_world(table))
        if covers and detailed <= set(table.dims) and (not slots.source or table.source == slots.source):
            return (WORLD,)
    return (home.partner,) if home.country in slots.reporter else (home.country,)


def _whose(slots: Slots, home: Home) -> Codes:
    """The readings of a question that names no country, as "reporter:partner"."""
    return (f"{home.country}:{home.partner}", f"{home.country}:{WORLD}", f"{home.partner}:{home.country}")


def by_member(slots: Slots, store: Store) -> Slots:
    """The slots of "imports from ASEAN by country": a group that is to be told apart by its members."""
    listed = "partner" in slots.keys and len(slots.partner) == 1 and not slots.operations & {"top", "bottom"}
    if not listed or slots.partner[0] not in store.names.groups:
        return slots
    return replace(
        slots, among=slots.partner[0], partner=(), whole=slots.partner if "share" in slots.operations else ()
    )


def named_within(slots: Slots, store: Store) -> Slots | Gap:
    """The slots with those of the named partners that are in a group: "which of these are in Asia?"."""
    if not slots.among or len(slots.partner) < 2:
        return slots
    members = {*countries_of(slots.among, store.names.groups)}
    inside = tuple(code for code in slots.partner if code in members)
    if not inside:
        name = store.names.title("partner", slots.among)
        return Gap("declined", "no_data", "none_inside", (("group", name),))
    others = {*slots.partner} - {*inside}
    return replace(slots, partner=inside, places=tuple(code for code in slots.places if code not in others), among="")


def within_group(slots: Slots, store: Store) -> Slots:
    """The slots with a group that holds the other partners as the whole of a share: "Germany's share of EU trade"."""
    if "share" not in slots.operations or len(slots.partner) < 2:
        return slots
    for group in slots.partner:
        others = tuple(code for code in slots.partner if code != group)
        members = set(countries_of(group, store.names.groups)) - set(slots.reporter)
        if members and set(others) == members:  # "the North American partners (Canada plus Mexico)"
            return replace(slots, partner=others, operations=slots.operations | {"sum"})
        if group == WORLD or set(others) <= set(store.names.groups.get(group, ())):
            return replace(slots, partner=others, whole=(group,))
    return slots


def outside(slots: Slots, store: Store) -> Gap | None:
    """The decline of a share of a whole that the part is not in: "Japan's share of imports from Europe"."""
    members = {code for whole in slots.whole for code in (whole, *countries_of(whole, store.names.groups))}
    if not slots.whole or WORLD in slots.whole or set(slots.partner) <= members:
        return None
    names = ", ".join(store.names.title("partner", code) for code in slots.whole)
    return Gap("declined", "unclear", "not_realised", (("what", names),))
