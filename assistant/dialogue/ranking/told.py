"""The ranking that the conversation is in, and the places of it that were told last."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.dialogue.pointed.listed import is_breakdown
from assistant.dialogue.pointed.ranked import DIMENSIONS, unclaimed
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import RANKED, Codes, Slots

_ORDERED = RANKED | {"ordered"}
_PACES = frozenset({"fastest", "slowest"})
_SAID = frozenset({*_ORDERED, "polar", "per_key"})
"""What may be asked of a ranking for it to have places: one that is added up, or whose shares are asked, has none."""
_ASIDE = frozenset({"ordered", "polar", "per_key"})
_FURTHEST = 3
"""Turns; a ranking before these is not gone back to."""


@dataclass(frozen=True, slots=True)
class Told:
    """A ranking without any one place of it, and what was told of it last.

    `first` and `last` are the places told, 0 where they are not known by their numbers; `codes` hold them.
    `beside` is what the one was told next to, or whose place was asked for.
    """

    dimension: str
    ranking: Slots
    first: int
    last: int
    codes: Codes
    beside: Codes = ()

    @property
    def alone(self) -> str:
        """The one thing that was told; "" where it was none, or several."""
        return self.codes[0] if len(self.codes) == 1 else ""

    @property
    def is_paced(self) -> bool:
        """Whether it is by growth, of which nothing but its places is asked on."""
        return bool(self.ranking.operations & _PACES)


def told(dialogue: Dialogue) -> Told | None:
    """The ranking that was told last and the places of it; None where the last figures came out of none."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None][-_FURTHEST:]
    for turn in reversed(turns):
        found = _of(turn)
        if found is not None:
            return found if turn is turns[-1] else _at_figure(found, turn, turns[-1])
        if not _is_figure(turn):
            return None
    return None


def figure(ranking: Slots, dimension: str, code: str) -> Slots:
    """The plain figure of one thing that a ranking holds: after the top suppliers, the imports from the sixth."""
    bare = replace(plain(ranking), level=None, sections=False, floor=None, floor_period="", among="", siblings=())
    if dimension == "partner":
        return replace(bare.sided(ranking.reporter, (code,)), places=(*ranking.reporter, code), without={})
    return replace(bare, filters={**ranking.filters, dimension: (code,)}, without={})


def _of(turn: Turn) -> Told | None:
    """The ranking that a turn asked for, or one place of it."""
    old = turn.slots
    if old is None or not turn.answered or len(old.keys) != 1 or old.keys[0] not in DIMENSIONS:
        return None
    ranked = old.operations & _ORDERED and (old.operations <= _SAID or old.operations & _PACES) or is_breakdown(turn)
    if not ranked or old.condition or old.floor or len(old.measures) != 1 or len(old.periods) != 1:
        return None
    ranking = replace(unclaimed(old), number=None, pick=None, pick_to=None, ordinal=None, beside=())
    ranking = replace(ranking, operations=ranking.operations - _ASIDE or frozenset({"top"}))
    return Told(old.keys[0], ranking, *_places(old, turn), old.beside)


def _places(old: Slots, turn: Turn) -> tuple[int, int, Codes]:
    """The first and the last place that a turn told, and what holds them."""
    codes = turn.ranked[1]
    if claimed := _claimed(old):
        return 0, 0, claimed
    if old.beside:
        return 0, 0, old.beside[2:3] if old.beside[0] == "at" else codes
    if old.pick:
        return old.pick, old.pick_to or old.pick, codes
    whole = not old.operations & RANKED  # all were put in order, and none was looked for
    size = len(codes) if whole else min(old.number or 1, len(codes))
    return 1, size, codes[:size]


def _claimed(old: Slots) -> Codes:
    """The one whose place was claimed: Brazil of "was Brazil in the top ten?"; () where none was."""
    codes = old.partner if old.keys == ("partner",) else old.filters.get(old.keys[0], ())
    return codes if "polar" in old.operations and len(codes) == 1 else ()


def _is_figure(turn: Turn) -> bool:
    """Whether a turn asked for a plain figure: after growth, "and the first?" asks for its growth."""
    slots = turn.slots
    return slots is not None and not (slots.keys or slots.condition or slots.operations)


def _at_figure(found: Told, ranking: Turn, last: Turn) -> Told | None:
    """The ranking with the one of which a figure was asked since as what was told; None where it is of none of them."""
    slots = last.slots or Slots()
    codes = slots.partner if found.dimension == "partner" else slots.filters.get(found.dimension, ())
    if len(codes) != 1 or not {*codes} <= {*ranking.order, *found.codes}:
        return None
    place = found.first + ranking.order.index(codes[0]) if found.first == 1 and codes[0] in ranking.order else 0
    return replace(found, first=place, last=place, codes=codes)


__all__ = ["Told", "figure", "told"]
