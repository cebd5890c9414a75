"""Shares that a place owns of the home country's flow: "China's import share", "cuota de importación de China"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked, codes_of, one_place
from assistant.lexicon.question import Slots
from assistant.types import Mention

_FLOWS = ("measures:imports", "measures:exports")
_HELD_IN: tuple[str | tuple[str, ...], ...] = (
    "operations:share",
    "verbs:run",
    "place:",
    "prepositions:in",
    (*_FLOWS, "measures:total"),
    "prepositions:of",
    "place:",
)
"""What stands one after the other in "what share had Japan in imports of the US"."""


def of_home(slots: Slots, linked: Linked) -> Slots:
    """The slots of "China's import share", of one or several, as a share of the home country's imports, the whole."""
    others = tuple(dict.fromkeys(code for code in slots.places if code != linked.home))
    if "share" not in slots.operations or slots.filters or slots.keys or slots.within:
        return slots
    if sides := _held_in(linked.mentions):
        return slots.sided(sides[1:], sides[:1])
    single = len(others) == 1
    owned = single and slots.reporter == others and _are_owned(linked.mentions, linked.home)
    owned = owned or _is_before_share(linked, others) or single and _is_behind_share(linked, others[0])
    return replace(slots, reporter=(linked.home,), partner=others, partner_share=True, doubtful="") if owned else slots


def _is_before_share(linked: Linked, codes: Sequence[str]) -> bool:
    """Whether places own a share of a flow that stands between: "China's import share"."""
    mentions, shares = linked.mentions, linked.language.forms("lists", "owned_shares")
    for place, flow, share in zip(mentions, mentions[1:], mentions[2:], strict=False):
        named = not {*codes}.isdisjoint(codes_of(place, "place"))
        flows = any(c in _FLOWS for c in flow.candidates) and _all_before(flow, mentions, codes)
        if named and flows and share.text in shares:
            return True
    return False


def _is_behind_share(linked: Linked, code: str) -> bool:
    """Whether a place owns a share of a flow that is said between, without an article: "cuota de importación de"."""
    shares = linked.language.forms("lists", "owned_shares")
    marked = linked.language.section("roles").get("objects") == "marked"
    for share, of, flow, by, place in zip(*(linked.mentions[at:] for at in range(5)), strict=False) if marked else ():
        joined = "prepositions:of" in of.candidates and not linked.text[of.end : flow.start].strip()
        owned = "prepositions:of" in by.candidates and f"place:{code}" in place.candidates
        if share.text in shares and joined and owned and any(c in _FLOWS for c in flow.candidates):
            return True
    return False


def _are_owned(mentions: Sequence[Mention], owner: str) -> bool:
    """Whether every flow is called one place's own: "does Vietnam weigh more in US imports than in US exports"."""
    flows = [at for at, m in enumerate(mentions) if set(_FLOWS) & set(m.candidates)]
    return bool(flows) and all(at and f"place:{owner}" in mentions[at - 1].candidates for at in flows)


def _all_before(flow: Mention, mentions: Sequence[Mention], codes: Sequence[str]) -> bool:
    """Whether all of these places are named before a flow: "Mexico's, Canada's and China's import shares"."""
    before = {code for m in mentions if m.start < flow.start for code in codes_of(m, "place")}
    return set(codes) <= before


def _held_in(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Who has a share and in whose flow: "qué cuota tuvo Japón en las importaciones de EE. UU."; () where none is said.

    The flow is of its owner there, where "importaciones de X" alone may come from X as well.
    """
    for at in range(len(mentions) - len(_HELD_IN) + 1):
        run = mentions[at : at + len(_HELD_IN)]
        fits = zip(run, _HELD_IN, strict=True)
        if all(any(code.startswith(starts) for code in m.candidates) for m, starts in fits):
            named = one_place(run[2]), one_place(run[6])
            return named if all(named) else ()
    return ()


__all__ = ["of_home"]
