"""Times in each of which something is asked to have moved: "did exports rise in both 2023 and 2024"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES, Period
from assistant.store.selection import is_closed

_MOVES, _ASKED = frozenset({"rise", "fall"}), frozenset({"polar", "growth", "rise", "fall", "series"})


def both_moved(slots: Slots, linked: Linked) -> Slots:
    """The slots of a yes or no on several listed times, with the growth of each; no time is held to another."""
    several = len(slots.periods) > 1 and all(map(is_closed, slots.periods)) and not slots.condition
    moved = "polar" in slots.operations <= _ASKED and len(slots.operations & _MOVES) == 1
    grains = {Period.parse(period).grain for period in slots.periods} if several else set()
    one = len(slots.partner) < 2 and len(slots.measures) < 2 and set(slots.keys) <= set(TIMES)
    if not (moved and one and len(grains) == 1 and grains <= set(TIMES) and are_listed(linked)):
        return slots
    return replace(slots, operations=slots.operations | {"series"}, keys=tuple(grains))


def are_listed(linked: Linked) -> bool:
    """Whether the times stand in a list that nothing leads from one to the other."""
    dated, joins = [m for m in linked.mentions if m.kind == "period"], linked.language.any_of("both_times", "joins")
    before = fold(linked.text[: dated[0].start]).split()[-1:] if dated else []
    gaps = [fold(linked.text[a.end : b.start]).strip() for a, b in zip(dated, dated[1:], strict=False)]
    listed = all(re.fullmatch(rf"(?:,\s*)?(?:{joins})?", gap) for gap in gaps)
    return bool(gaps) and listed and not set(before) & linked.language.forms("both_times", "between")


__all__ = ["are_listed", "both_moved"]
