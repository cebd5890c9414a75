"""Products that a flow is of and that nobody tells apart: "the best month for purchases of Vietnamese products"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.linked import TIME_KEYS, place_of
from assistant.types import Mention

_TIMES = TIME_KEYS | {"searching:peak"}
_PRODUCT = frozenset({"keys:product", "goods:flow"})
_GOODS = ("goods:flow",)


def as_goods(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with the products of a country that a flow is of as its goods, where it is times that are ranked."""
    times = [m.end for m in mentions if _TIMES & {*m.candidates}]
    said = [m for at, m in enumerate(mentions) if times and times[0] <= m.start and _are_traded(mentions, at)]
    return tuple(replace(m, kind="goods", candidates=_GOODS) if m in said else m for m in mentions)


def _are_traded(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a flow, whose it is and "of" lead to a word for products that stands beside a country's name."""
    if not _PRODUCT <= {*mentions[at].candidates}:
        return False
    beside = any(place_of(m) for m in (*mentions[max(at - 1, 0) : at], *mentions[at + 1 : at + 2]))
    led = [m for m in mentions[:at] if not place_of(m)][-2:]
    return beside and any("prepositions:of" in of.candidates and _is_flow(flow) for flow, of in pairwise(led))


def _is_flow(mention: Mention) -> bool:
    return bool({"measures:exports", "measures:imports"} & {*mention.candidates})


__all__ = ["as_goods"]
