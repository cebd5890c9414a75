"""Both flows of one pair held against each other by verbs: "how much more did we buy from China than we sold them"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

_HELD = frozenset({"exceed", "trail", "difference", "ratio"})
_FLOWS = {"verbs:sell": ("exports", "imports"), "verbs:buy": ("imports", "exports")}
"""The flow of the home country where it is the subject of a verb, and where the other country is."""


def each_way(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots with both flows in the order said, where each clause of a comparison says one of them."""
    others = {code for code in slots.places if code != linked.home}
    asked = slots.operations & _HELD and len(slots.periods) < 2 and not slots.without
    read = len(slots.measures) == 2 and len(slots.partner) == len(slots.reporter) == 1 and not conflict
    if not asked or read or len(others) != 1 or linked.home not in slots.places:
        return slots, conflict
    flows = _flows(linked, next(iter(others)))
    if len(set(flows)) != 2 or "" in flows:
        return slots, conflict
    return replace(slots.sided((linked.home,), tuple(others)), measures=flows, implied=False), ""


def _flows(linked: Linked, other: str) -> tuple[str, ...]:
    """The flow of the home country that each of two clauses says; () where there are not two, "" where one is open."""
    than = linked.language.said(fold(linked.text), "each_way", "than")
    if than is None:
        return ()
    first = [m for m in linked.mentions if m.end <= than.start()]
    second = [m for m in linked.mentions if m.start >= than.end()]
    subject = _subject(linked, first, 0, "", other)
    return _flow(linked, first, subject), _flow(linked, second, _subject(linked, second, than.end(), subject, other))


def _subject(linked: Linked, clause: Sequence[Mention], start: int, before: str, other: str) -> str:
    """Who does what the verb of a clause says: the last one before it, the other country as "they", "it" as before."""
    verb = _verb(clause)
    if verb is None:
        return ""
    if "home:home" in verb.candidates:  # "compramos"
        return linked.home
    they, it = (linked.language.forms("each_way", name) for name in ("they", "it"))
    named = [m for m in clause if m.end <= verb.start and m.text not in they]  # "nos compraron": they did
    doers = [m for m in named if place_of(m) or "home:home" in m.candidates]
    said = {token.word for token in words(linked.text[start : verb.start])}
    if doers:
        return place_of(doers[-1]) or linked.home
    return other if said & they else before if said & it else ""


def _flow(linked: Linked, clause: Sequence[Mention], subject: str) -> str:
    """The flow of the home country that a clause says: theirs is the other one."""
    verb = _verb(clause)
    if verb is None or not subject:
        return ""
    ours, theirs = next(_FLOWS[code] for code in verb.candidates if code in _FLOWS)
    return ours if subject == linked.home else theirs


def _verb(clause: Sequence[Mention]) -> Mention | None:
    """The one verb of buying or selling in a clause."""
    verbs = [m for m in clause if _FLOWS.keys() & {*m.candidates}]
    return verbs[0] if len(verbs) == 1 else None


__all__ = ["each_way"]
