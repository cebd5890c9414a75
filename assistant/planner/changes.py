"""Changes of which a part is asked: what the part and the whole of a change must be for a share of it to be one."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.lexicon.question import Question
from assistant.periods import TIMES

_FLOWS = frozenset({"exports", "imports"})


def parts_of_change(question: Question) -> Iterator[str]:
    """A part of a change that is measured otherwise than the whole, and is not planned so: imports in a deficit."""
    slots = question.slots
    named = {c.removeprefix("measures:") for m in question.mentions for c in m.candidates if c.startswith("measures:")}
    sides = named >= _FLOWS  # "which side drove the rise, exports or imports"
    if "contribution" in slots.operations and (sides or {*slots.keys} & TIMES):  # "which months drove it"
        yield "contribution"
    if "share_of_growth" not in slots.operations or slots.within:
        return
    if len(named) > 1 and named & _FLOWS:
        yield "share of another measure's change"


__all__ = ["parts_of_change"]
