"""A country that is said to come first among partners is one of home's: "since when has Canada been the top market"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked, one_place
from assistant.lexicon.question import RANKED, Slots
from assistant.lexicon.tokens import phrase
from assistant.store.selection import WORLD

_PLACES = frozenset({"operations:top", "operations:bottom"})
_BETWEEN = ("ranks:", "ordinals:", "searching:", "operations:top", "operations:bottom", "standing:", "period:ever")
_FEW = 3
"""Words that may stand between: "been the", "last the number one"."""


def ranked_itself(slots: Slots, linked: Linked) -> Slots:
    """The slots with the one country as home's partner, where its place among partners is spoken of and no owner is."""
    ranked = bool(slots.operations & RANKED) and "partner" in slots.keys and not slots.partner
    alone = len(slots.reporter) == 1 and slots.reporter[0] not in (linked.home, WORLD) and not slots.origin
    ours = linked.home in slots.places or next(linked.codes("home"), "")
    if not (ranked and alone) or ours or slots.destination or not _is_said(slots.reporter[0], linked):
        return slots
    return replace(slots, reporter=(linked.home,), partner=slots.reporter, doubtful="")


def _is_said(code: str, linked: Linked) -> bool:
    """Whether its rank and its kind follow the place: "Canada been the top market", not "Canada's top market"."""
    at = next((i for i, m in enumerate(linked.mentions) if one_place(m) == code), None)
    if at is None:
        return False
    after = linked.mentions[at + 1 :]
    kind = next((i for i, m in enumerate(after) if "keys:partner" in m.candidates), 0)
    plain = all(m.candidates[0].startswith(_BETWEEN) for m in after[:kind])
    top = next((m for m in after[:kind] if _PLACES & {*m.candidates}), None)
    if top is None or not plain or linked.text[linked.mentions[at].end :].startswith(("'", "’")):
        return False
    return 0 < len(phrase(linked.text[linked.mentions[at].end : top.start])) <= _FEW


__all__ = ["ranked_itself"]
