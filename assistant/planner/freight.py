"""Freight charges: known for imports through the loaded ports alone, and declined for all else."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.types import Gap

_OF = "freight"


def uncharged(question: Question) -> Gap | None:
    """The decline of freight charges on exports, of trade that no port is named for, or beside another measure."""
    slots = question.slots
    if _OF not in slots.measures:
        return None
    ported = "port" in slots.keys or "port" in slots.filters
    named = {code for m in question.mentions for code in m.candidates}
    sent_here = bool(slots.origin) and not set(slots.origin) & set(slots.reporter)  # "what Mexico sent through Laredo"
    sold = "measures:exports" in named or "verbs:sell" in named and not sent_here
    alone = len(slots.measures) == 1
    return None if ported and alone and not sold else Gap("declined", "no_data", _OF)


__all__ = ["uncharged"]
