"""Points that were added to a tariff where no word for it is said: "what had the tracker added for India by August"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.tokens import phrase
from assistant.types import Mention

_ADDED = "tariffs:added"
_RATE = ("measures:added_tariff",)
_POINTS = frozenset({"point", "points", "pp", "puntos", "punto"})
_TRACKER = "sources:tracker"


def added_points(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with what a tracker of tariffs added read as the addition, where nothing else is measured."""
    named = {c for m in mentions for c in m.candidates}
    measured = any(c.startswith("measures:") for c in named)
    grown = named & {"operations:growth", "operations:contribution", "operations:rise", "operations:fall"}
    if measured or grown or _TRACKER not in named:
        return tuple(mentions)
    pointed = bool(_POINTS & set(phrase(text)))
    return tuple(_read(m, pointed) for m in mentions)


def _read(mention: Mention, pointed: bool) -> Mention:
    """What was added as the addition; "the most points added" stays a ranking beside it."""
    if _ADDED in mention.candidates:
        return replace(mention, kind="measures", candidates=_RATE)
    if pointed and mention.text in ("added the most", "added most"):
        return replace(mention, candidates=("operations:top", *_RATE))
    return mention


__all__ = ["added_points"]
