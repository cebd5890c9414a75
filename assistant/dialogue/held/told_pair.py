"""Two that were told together, or that were asked about one after the other."""

from __future__ import annotations

from assistant.dialogue.held.joining import pair_of
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Codes, Slots

_TOLD = frozenset({"compare", "per_key", "difference", "exceed", "trail"})


def told_pair(dialogue: Dialogue) -> Slots | None:
    """The two that were told together, else the last two that were asked about in turn."""
    last = dialogue.last.slots if dialogue.last else None
    if last is not None and not last.keys and last.operations <= _TOLD and _two(last)[0]:
        return last
    return pair_of(dialogue)


def _two(slots: Slots) -> tuple[str, Codes]:
    """What comes in two in the slots, and its codes."""
    lists = {"partner": slots.partner, **slots.filters}
    several = [(name, codes) for name, codes in lists.items() if len(codes) > 1]
    single = len(several) == 1 and len(several[0][1]) == 2 and len(slots.measures) == len(slots.periods) == 1
    return several[0] if single else ("", ())


__all__ = ["told_pair"]
