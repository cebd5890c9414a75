"""The earlier answer set against another: "how many times Australia's is that?", "who grew more since 2019?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.joining import pair_of
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.outgrowing import COMPARED
from assistant.lexicon.question import Question, Slots

_HELD = frozenset({"ratio", "difference"})
_NEVER = frozenset({"top", "bottom", "share", "growth", "count", "sum", "mean"})


def against(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The follow-up without the sides that it names, and the earlier question over both; None where it is no such."""
    return _times_another(question, dialogue) or _which_grew(question, dialogue)


def _times_another(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The earlier figure as a multiple of another partner's, or less it: "that" is the first of the two."""
    new, last = question.slots, dialogue.last.slots if dialogue.last else None
    asked = new.operations & _HELD and not new.operations & _NEVER and "dialogue:that" in question.about
    if last is None or not asked or last.operations - {"polar"} or last.keys:
        return None
    others = tuple(code for code in new.places if code not in last.reporter)
    same = new.measures in ((), last.measures) and not (new.periods or new.filters or new.keys or new.ordinal)
    if not same or len(others) != 1 or len(last.partner) != 1 or others == last.partner:
        return None
    bare = replace(new, measures=(), places=(), reporter=(), partner=(), origin=(), destination=(), doubtful="")
    return bare, replace(last, partner=(*last.partner, *others))


def _which_grew(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The growth of the two that were asked about one after the other: from the year that is named to theirs."""
    new, pair = question.slots, pair_of(dialogue)
    named = new.places or new.measures or new.filters or new.ordinal or new.number not in (None, 2)
    if pair is None or named or not new.operations & COMPARED or len(pair.periods) != 1:
        return None
    end = pair.periods[0]
    start = new.periods[0].removesuffix("/") if len(new.periods) == 1 else ""
    if new.periods and not (len(start) == len(end) == len("2024") and start.isdigit() and start < end):
        return None
    periods = (f"{start}/{end}",) if start else ()
    return replace(new, keys=(), number=None, periods=periods), pair


__all__ = ["against"]
