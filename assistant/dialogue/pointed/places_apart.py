"""Two places of the ranking before held against each other: "how far is the third behind the first?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_HELD = frozenset({"difference", "ratio", "exceed", "trail"})
_BESIDE = frozenset({"polar", "top", "bottom", "first_time", "last_time", "place", "amount", "in_percent"})
"""What "first", "top" and "last" mean as well."""
_RANKS = frozenset({"top", "bottom", "per_key", "ordered", "best"})
_LEAST, _MOST = "-1", "1"
_ENDS = {"searching:first": _MOST, "operations:top": _MOST, "searching:last": _LEAST, "operations:bottom": _LEAST}
_COUNTS = ("ordinals:", "ranks:")


def places_apart(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The follow-up without its places, and the ranking's question over the two that hold them; None for another."""
    new = question.slots
    asked = new.operations & _HELD and not new.operations - _HELD - _BESIDE
    turn = _ranking(dialogue, said=bool(_places_said(question))) if asked and not _names_more(question) else None
    if turn is None or turn.slots is None:
        return None
    codes = [turn.order[place] for place in _places(question, turn)]
    if len(set(codes)) != 2:
        return None
    dimension, last = turn.ranked[0], turn.slots
    plain = replace(last, keys=(), operations=frozenset(), number=None, pick=None, beside=())
    ratio = {"ratio"} & new.operations
    bare = Slots(operations=frozenset(ratio or {"difference"} | {"in_percent"} & new.operations))
    if dimension == "partner":
        return bare, replace(plain, partner=tuple(codes))
    return bare, replace(plain, filters={**last.filters, dimension: tuple(codes)})


def _ranking(dialogue: Dialogue, *, said: bool) -> Turn | None:
    """The ranking that was told last; where places are said, the one before two of its places as well."""
    told = [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    return next((turn for turn in reversed(told[0 if said else -1 :]) if _is_ranking(turn)), None)


def without_places(question: Question) -> Question:
    """The question without the words for places of the ranking, which its slots have in their stead."""
    ahead = load(question.language).forms("held", "exceeds_it")
    kept = (m for m in question.mentions if not _place(m, question.text) and fold(m.text) not in ahead)
    return replace(question, mentions=tuple(kept))


def _is_ranking(turn: Turn) -> bool:
    dimension, codes = turn.ranked
    asked = turn.slots is not None and turn.slots.keys == (dimension,) and turn.slots.operations <= _RANKS
    return asked and len(codes) > 1 and len(turn.order) > 1


def _names_more(question: Question) -> bool:
    """Whether anything but places of a ranking is named; "lead" is no metal where it is what the first one does."""
    new, ahead = question.slots, load(question.language).forms("held", "exceeds_it")
    goods = [m for m in question.mentions if m.kind == "product" and fold(m.text) not in ahead]
    filters = {name for name in new.filters if name != "product" or goods}
    counted = new.number is not None and not _places_said(question)
    more = (new.places, filters, new.keys, new.periods, new.condition, new.without, counted, question.unknown)
    return any(more) or bool(new.measures) and not new.implied


def _places(question: Question, turn: Turn) -> list[int]:
    """Where in the ranking the two stand: those that are said, the first against the one that is, or the first two."""
    said = [place if place < 0 else place - 1 for place in _places_said(question)]
    said = [place for place in dict.fromkeys(said) if -1 <= place < len(turn.order)]
    if len(said) == 1:
        said = [0, said[0] or 1]
    return sorted(said or [0, 1], key=lambda place: place % len(turn.order)) if len(said) in (0, 2) else []


def _places_said(question: Question) -> list[int]:
    return [int(place) for m in question.mentions if (place := _place(m, question.text))]


def _place(mention: Mention, text: str) -> str:
    for code in mention.candidates:
        if code.startswith(_COUNTS):
            return code.split(":")[1]
        if code in _ENDS:
            return _ENDS[code]
        if code.startswith("n:") and text[: mention.start].endswith("#"):
            return code.removeprefix("n:")
    return ""


__all__ = ["places_apart", "without_places"]
