"""The group or list of partners that a share is of: "Germany's share of US imports from the EU"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked, thing_of
from assistant.lexicon.question import RANKED, Slots
from assistant.lexicon.who.roles import Place
from assistant.measures import OTHER_FLOW
from assistant.store.members import JOINT
from assistant.store.selection import WORLD

_FLOWS = ("measures:imports", "measures:exports")
_DEALS = {"imports": "verbs:sell", "exports": "verbs:buy"}
"""What the partner does in a flow of the home country."""

_HELD = ({"exceed", "polar"}, {"trail", "polar"})


def with_whole(slots: Slots, found: Sequence[Place], language: Language, home: str) -> Slots:
    """The slots with the part and the whole told apart: a country beside a group, one of a list named twice.

    That the part belongs to the whole is for the defaults to see, which know the members.
    """
    if "share" not in slots.operations or slots.keys:
        return slots
    named = [place.codes[0] for place in found if place.codes[0] not in (home, *slots.reporter)]
    twice = {code for code in named if named.count(code) > 1}
    if len(set(slots.partner)) > 1 and len(twice) == 1 and set(named) == set(slots.partner):
        # "Mexico's share of Canada and Mexico"; "of Texas exports to Mexico and Canada, what share went to Mexico"
        part_of = replace(slots, operations=slots.operations - {"sum"}, partner_share=True)
        return replace(part_of, partner=tuple(twice), whole=slots.partner)
    if slots.filters:
        return slots
    others = tuple(dict.fromkeys(code for code in named if code not in slots.partner))
    groups = language.section("groups")
    several = {code for code in (*slots.partner, *others) if code in groups or JOINT in code}
    if len(others) == 1 and len(slots.partner) == 1 and len(several) == 1:
        part, whole = (others, slots.partner) if slots.partner[0] in several else (slots.partner, others)
        return replace(slots, partner=part, whole=whole)
    return slots


def of_rival(slots: Slots, linked: Linked) -> Slots:
    """The slots of "imports from Vietnam as a percentage of those from China": one in percent of the other, no share.

    Neither is a part of the other, so it is no share; a share of the world's would answer another question.
    """
    if (
        "share" not in slots.operations
        or len(slots.partner) != 2
        or slots.keys
        or slots.whole
        or WORLD in slots.partner
    ):
        return slots
    said = linked.mentions
    return _in_percent(
        slots, [next((m.start for m in said if f"place:{c}" in m.candidates), -1) for c in slots.partner], linked
    )


def of_other_flow(slots: Slots, linked: Linked) -> Slots:
    """The slots of "exports as a percentage of imports": one flow in percent of the other, of which it is no share."""
    both = set(slots.measures) == {"exports", "imports"} and len(slots.partner) < 2
    if "share" not in slots.operations or not both or slots.keys or slots.within:
        return slots
    flows = [m.start for m in linked.mentions if {"measures:exports", "measures:imports"} & set(m.candidates)]
    return _in_percent(slots, flows, linked)


def of_sibling(slots: Slots, linked: Linked) -> Slots:
    """The slots of "rail as a percentage of truck": one of two of a kind in percent of the other, and no share."""
    if _is_of_time(slots, linked):  # "2019 as a percentage of 2024"
        done = slots.operations - {"share", "compare"} | {"ratio", "in_percent", "in_order"}
        return replace(slots, operations=done, partner_share=False)
    pair = [name for name, codes in slots.filters.items() if len(codes) == 2]
    plain = not (slots.keys or slots.whole or slots.within or "sum" in slots.operations)
    if "share" not in slots.operations or len(pair) != 1 or not plain:
        return slots
    named = [m for m in linked.mentions if (thing := thing_of(m)) and thing[0] == pair[0]]
    held = _in_percent(slots, [m.start for m in named], linked)
    if held is not slots or len(named) != 2:
        return held
    between = [m for m in linked.mentions if named[0].end <= m.start < named[1].start]
    told = [m for m in between if not {"prepositions:of", "operations:share"} & {*m.candidates}]
    cues = [m for m in between if "operations:share" in m.candidates]
    led = len(cues) == 1 and "of" in (between[-1].text, cues[0].text.rpartition(" ")[2])
    if told or not led:
        return slots
    done = slots.operations - {"share"} | {"ratio", "in_percent"}  # "rail is what percent of truck"
    return replace(slots, operations=done, partner_share=False, part="")


def _is_of_time(slots: Slots, linked: Linked) -> bool:
    """Whether a share stands right between two times, of which the one is no part of the other."""
    said = [m for m in linked.mentions if "prepositions:of" not in m.candidates]
    held = [
        (one.kind, "operations:share" in cue.candidates, other.kind)
        for one, cue, other in zip(said, said[1:], said[2:], strict=False)
    ]
    alike = len(slots.periods) == 2 and len({len(period) for period in slots.periods}) == 1
    return "share" in slots.operations and alike and ("period", True, "period") in held and not slots.keys


def _in_percent(slots: Slots, ends: Sequence[int], linked: Linked) -> Slots:
    """The slots of one thing in percent of another, where the word for a share stands between the two."""
    leads = tuple(linked.language.forms("lists", "as_part"))
    cues = [m for m in linked.mentions if "operations:share" in m.candidates and m.text.startswith(leads)]
    if len(ends) != 2 or not any(ends[0] < cue.start < ends[1] for cue in cues):
        return slots
    done = slots.operations - {"share", "compare"} | {"ratio", "in_percent"}
    return replace(slots, operations=done, partner_share=False, part="")


def of_supplier(slots: Slots, linked: Linked) -> Slots:
    """The slots of "what share of US imports of footwear did Vietnam supply": the partner who deals is the part."""
    others = tuple(dict.fromkeys(code for code in slots.places if code != linked.home))
    if "share" not in slots.operations or not slots.filters or slots.keys or slots.within or len(others) != 1:
        return slots
    flow = next((c.removeprefix("measures:") for m in linked.mentions for c in m.candidates if c in _FLOWS), "")
    if flow not in _DEALS or not _deals(linked, others[0], _DEALS[flow]):
        return slots
    return replace(slots.sided((linked.home,), others), measures=(flow,), partner_share=True)


def of_world(slots: Slots, linked: Linked) -> Slots:
    """The slots of the part that several partners have in trade with the world: "Canada and Mexico … worldwide".

    Of "the fourth-largest buyer worldwide" the world is all who are ranked.
    """
    home = linked.home
    if slots.keys == ("partner",) and (slots.reporter, slots.partner) == ((home,), (WORLD,)):
        ranked = slots.operations & {"top", "bottom"} and "share" not in slots.operations
        return replace(slots, partner=(), places=(home,)) if ranked else slots
    others = tuple(dict.fromkeys(code for code in slots.places if code not in (home, WORLD)))
    plain = not (slots.filters or slots.keys or slots.whole or slots.within or slots.among)
    shared = "share" in slots.operations and slots.operations <= {"share", "sum"} and slots.partner == (WORLD,)
    if not (plain and shared) or len(others) < 2 or slots.reporter not in ((), (home,)) or slots.measures[1:]:
        return slots
    return replace(slots, partner=others, origin=(), destination=(), places=(home, *others))


def _deals(linked: Linked, code: str, verb: str) -> bool:
    """Whether a place stands right before a verb of selling or buying, or right behind it where it can be the doer.

    What is led by "from" or "to" does nothing: "imports from Mexico moved by rail".
    """
    told = [m for m in linked.mentions if "prepositions:by" not in m.candidates]
    turned = len(told) < len(linked.mentions) or linked.language.code == "es"  # "supplied by Vietnam", "vendió Vietnam"
    pairs = list(zip(told, told[1:], strict=False))
    pairs += [(other, one) for one, other in pairs] if turned else []
    doers = (one for one, done in pairs if verb in done.candidates and not set(_FLOWS) & set(done.candidates))
    pairwise = zip(linked.mentions, linked.mentions[1:], strict=False)
    ends = {place.start for led, place in pairwise if {"prepositions:from", "prepositions:to"} & {*led.candidates}}
    return any(f"place:{code}" in one.candidates and one.start not in ends for one in doers)


def of_group(slots: Slots, linked: Linked) -> Slots:
    """The slots of a member's part of what its group sells or buys here: "Ireland as a % of EU sales to the US"."""
    groups, home = linked.language.section("groups"), linked.home
    ends = slots.destination if slots.measures[:1] == ("exports",) else slots.origin
    grouped = len(slots.reporter) == 1 and slots.reporter[0] in groups and slots.partner == (home,) == ends
    parts = tuple(dict.fromkeys(c for c in slots.places if c not in (home, *slots.reporter)))
    if "share" not in slots.operations or not grouped or len(parts) != 1 or slots.filters or slots.measures[1:]:
        return slots
    measures = (OTHER_FLOW.get(slots.measures[0], slots.measures[0]),)
    return replace(slots, measures=measures, reporter=(home,), partner=parts, whole=slots.reporter)


def shared_among(slots: Slots, group: str) -> Slots:
    """The slots with the group that is chosen from, which is the whole where its own trade is what the share is of.

    Of all countries nothing is told apart: "of US imports from the world, which country had the biggest share?".
    """
    if slots.partner in ((group,), (WORLD,)) and "share" in slots.operations and "partner" in slots.keys:
        return replace(slots, among=group, partner=(), whole=(group,) if group else ())
    return replace(slots, among=group)


def by_member(slots: Slots, found: Sequence[Place], language: Language, home: str) -> Slots:
    """The slots of "imports from the EU by country", whose group is told apart and is no owner of trade."""
    groups = set(language.section("groups")) - {WORLD}
    named = [place.codes[0] for place in found if place.codes[0] in groups]
    ranked = slots.operations & RANKED
    if "partner" in slots.keys and len(named) == 1 and _is_contrasted(slots, found, groups, home):
        return replace(slots, keys=tuple(key for key in slots.keys if key != "partner"))  # "EU versus China: who …"
    if len({place.codes[0] for place in found} - {home, WORLD}) == 2 and slots.operations in _HELD:
        return slots  # "is Mexico a bigger buyer than the EU?"
    return replace(slots, among=named[0]) if "partner" in slots.keys and len(named) == 1 and not ranked else slots


def _is_contrasted(slots: Slots, found: Sequence[Place], groups: set[str], home: str) -> bool:
    """Whether a group is held against a country, and not told apart: "EU versus China in US imports"."""
    others = {place.codes[0] for place in found} - groups - {home, WORLD}
    return bool(others) and "compare" in slots.operations
