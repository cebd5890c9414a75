"""The place of what a line or a breakdown only showed: after exports by month, "which month was the top one?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.pointed.listed import is_line
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots

_SHOWN = frozenset({"series", "table", "per_key"})
_RANKS = frozenset({"top", "bottom"})


def first_of_shown(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last question as a search for what holds the place that is asked for; None for any other question."""
    new, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    named = new.measures or new.places or new.periods or new.filters or new.condition or new.without or question.unknown
    if old is None or turn is None or not new.ordinal or named or new.number or new.operations - _RANKS:
        return None
    dimension = turn.ranked[0]
    if set(new.keys) - {dimension} or old.operations - _SHOWN or old.condition or len(old.measures) != 1:
        return None
    if not (is_line(turn) and (new.keys or _is_top(question)) or _is_shown(turn, old) and new.keys):
        return None
    found = new.operations or frozenset({"top"})
    place = new.ordinal if new.ordinal > 1 else None
    return replace(old, keys=(dimension,), operations=found, number=None, pick=place, pick_to=None, ordinal=None)


def _is_top(question: Question) -> bool:
    """Whether the first is said by its rank and not by when it came: "the top one", not "the first one"."""
    tops = load(question.language).forms("placed", "first")
    return any(m.text in tops for m in question.mentions if any(c == "ordinals:1" for c in m.candidates))


def _is_shown(turn: Turn, old: Slots) -> bool:
    """Whether an answer told its parts and none was looked for: "imports by chapter"."""
    return len(turn.ranked[1]) > 1 and old.keys == (turn.ranked[0],)


__all__ = ["first_of_shown"]
