"""Partners that hold a share of the home country's trade in goods: "what share of US imports of HS 85 did China have".

They may be named before it ("Mexico + Canada: what part of US vehicle imports do they supply") or own the share
("Mexico and Canada's combined share of US vehicle imports"). What is led to by "from" or "to" is no holder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of, thing_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import words
from assistant.store.selection import WORLD
from assistant.types import Mention

_FLOWS = frozenset({"measures:imports", "measures:exports", "measures:total"})
_ENDS = frozenset({"prepositions:from", "prepositions:to", "prepositions:with"})
_SET_OFF = frozenset(":;,.?!–—-")
_THINGS = frozenset({"product", "mode"})


def held_in_goods(slots: Slots, linked: Linked) -> Slots:
    """The slots with the partners that do something as the part, and all partners' trade in the goods as the whole."""
    told = slots.keys or slots.within or slots.without or slots.measures[1:]
    plain = "share" in slots.operations and set(slots.filters) <= _THINGS and not told
    others = tuple(dict.fromkeys(code for code in slots.places if code not in (linked.home, WORLD)))
    if not (plain and others and (slots.filters or others[1:]) and _are_holders(linked, others)):
        return slots
    return replace(slots.sided((linked.home,), others), partner_share=True)


def _are_holders(linked: Linked, codes: Sequence[str]) -> bool:
    """Whether the partners are the part of the home country's flow, in which the goods are named."""
    mentions = linked.mentions
    share = next((at for at, m in enumerate(mentions) if "operations:share" in m.candidates), len(mentions))
    flows = [at for at, m in enumerate(mentions) if _FLOWS & {*m.candidates}]
    flow = next((at for at in (*(at for at in flows if at > share), *flows)), -1)
    named = [at for at, m in enumerate(mentions) if place_of(m) in codes]
    homes = [at for at, m in enumerate(mentions) if place_of(m) == linked.home]
    if share == len(mentions) or flow < 0 or not (named and homes):
        return False
    if any(_is_led(linked, at) for at in named) or any(_is_end(mentions, at) for at in homes):
        return False
    if any(_are_paired(linked, *sorted((at, home))) for at in named for home in homes if abs(at - home) == 1):
        return False
    if not all(_is_in_flow(linked, mentions[flow], m) for m in mentions[share + 1 :] if thing_of(m)):
        return False
    if mentions[named[-1]].end <= mentions[share].start:
        return _own(linked, mentions[named[-1]], mentions[share]) or _is_taken_up(linked, mentions[flow + 1 :])
    return named[0] > share and _do(linked, named)


def _is_led(linked: Linked, at: int) -> bool:
    """Whether a place stands behind a preposition, or owns a flow: "from Mexico", "Mexico's imports"."""
    mentions = linked.mentions
    before = at > 0 and mentions[at - 1].kind == "prepositions"
    near = before and not linked.text[mentions[at - 1].end : mentions[at].start].strip()
    return near or bool(mentions[at + 1 :]) and bool(_FLOWS & {*mentions[at + 1].candidates})


def _are_paired(linked: Linked, first: int, second: int) -> bool:
    """Whether a place is the other side of home's trade: "rail, US-Mexico: its share"."""
    one, other = linked.mentions[first], linked.mentions[second]
    return linked.text[one.end : other.start].strip() in ("-", "–", "/")


def _is_end(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a place is where a flow goes to or comes from, and not whose it is: "exports to the US"."""
    return at > 0 and bool(_ENDS & {*mentions[at - 1].candidates})


def _is_in_flow(linked: Linked, flow: Mention, thing: Mention) -> bool:
    """Whether goods are told of the flow, and are not what a part of it was: not in "US imports were vehicles"."""
    said = {token.word for token in words(linked.text[flow.end : thing.start])}
    verbs = linked.language.forms("lists", "being", "share_verbs", "share_participles")
    return thing.start < flow.start or said.isdisjoint(verbs)


def _own(linked: Linked, holder: Mention, share: Mention) -> bool:
    """Whether only "combined" stands between the holders and the word for their share."""
    between = [m for m in linked.mentions if holder.end <= m.start < share.start]
    apart = _SET_OFF & {*linked.text[holder.end : share.start]}
    return not apart and all("operations:sum" in m.candidates for m in between)


def _is_taken_up(linked: Linked, after: Sequence[Mention]) -> bool:
    """Whether those named before do what is told of the flow ("do they supply"), or nothing is told of it."""
    verbs = [m for m in after if m.kind == "verbs"]
    others = {place_of(m) for m in after} - {"", linked.home}
    return not (others or _is_pointed_at(linked, after)) and (
        not verbs or after.index(verbs[0]) == 0 or _is_doer(after[after.index(verbs[0]) - 1], linked)
    )


def _is_pointed_at(linked: Linked, after: Sequence[Mention]) -> bool:
    """Whether the flow is with those named before: "in what the US imports from there"."""
    if len(after) < 2 or after[0].kind != "prepositions":
        return False
    return "dialogue:that" in after[1].candidates and not linked.text[after[0].end : after[1].start].strip()


def _is_doer(before: Mention, linked: Linked) -> bool:
    """Whether what stands before a verb points back, or is a time or the goods of the flow in a language without it."""
    silent = linked.language.section("roles").get("objects") == "marked"
    return any(code.startswith("dialogue:th") for code in before.candidates) or silent


def _do(linked: Linked, named: Sequence[int]) -> bool:
    """Whether a verb stands beside the holders: "did China and Vietnam supply", "does Japan have", "tiene Japón"."""
    first, last = linked.mentions[named[0]], linked.mentions[named[-1]]
    lead = [token.word for token in words(linked.text[: first.start])][-1:]
    after = [m for m in linked.mentions if m.start >= last.end and "operations:sum" not in m.candidates][:1]
    acts = [*after, linked.mentions[named[0] - 1]]
    asked = not linked.language.forms("lists", "being", "share_verbs").isdisjoint(lead)
    return asked or any(m.kind == "verbs" for m in acts)


__all__ = ["held_in_goods"]
