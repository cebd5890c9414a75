"""The part that a partner has in a state's trade, not in the country's: "Mexico's share of Texas exports"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from assistant.lexicon.linked import Linked, codes_of, one_place
from assistant.lexicon.question import Slots
from assistant.types import Mention

_FLOWS = frozenset({"exports", "imports", "total"})
_LED = frozenset({"prepositions:of", "prepositions:in"})
_FROM = frozenset({"prepositions:from", "prepositions:via"})
_OWNS = " 's’:,"
"""What stands between an owner and the word for its share."""


def in_state(slots: Slots, linked: Linked) -> Slots:
    """The slots with the owner of a share of a state's flow as the part, and all that the state trades as the whole."""
    if "share" not in slots.operations or "region" not in slots.filters or slots.keys:
        return slots
    owner = _owner(linked)
    return replace(slots.sided((linked.home,), (owner,)), partner_share=True) if owner else slots


def _owner(linked: Linked) -> str:
    """The partner before the word for a share, or between it and "in", where a state's flow follows; "" otherwise."""
    at = next((at for at, m in enumerate(linked.mentions) if "operations:share" in m.candidates), None)
    if at is None:
        return ""
    after = list(dropwhile(_is_passed, linked.mentions[at + 1 :]))
    if after[1:] and one_place(after[0]) and "prepositions:in" in after[1].candidates:
        owner, whole = one_place(after[0]), after[2:]
    else:
        before = linked.mentions[at - 1] if at else None
        owned = before is not None and not linked.text[before.end : linked.mentions[at].start].strip(_OWNS)
        owner, whole = one_place(before) if before and owned else "", after
    told = [m for m in whole if one_place(m) != linked.home]  # "US exports through Michigan"
    return owner if owner != linked.home and _opens_with_state_flow(told) else ""


def _is_passed(mention: Mention) -> bool:
    return bool({"verbs:run", *_LED} & {*mention.candidates})


def _opens_with_state_flow(mentions: Sequence[Mention]) -> bool:
    """Whether a state and its flow stand first, in either order: "Texas exports", "exports of Texas in 2024"."""
    told = [m for m in mentions if m.kind != "period" and not (_LED | _FROM) & {*m.candidates}][:2]
    flows = [m for m in told if _FLOWS & {*codes_of(m, "measures")}]
    return len(told) == 2 and len(flows) == 1 and any(m.kind == "region" for m in told)


__all__ = ["in_state"]
