"""The goods that a flow is made of, beside its worth: "what does Mexico sell us" asks for both."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar import plan
from assistant.types import BESIDE, Call, Evidence

_MOST = 5


def goods_beside(slots: Slots, evidence: Evidence) -> tuple[Call, ...]:
    """The ranking of the goods of a flow whose worth is found; () where it was not asked for, or tried before.

    A table that holds no goods of that time or partner leaves the worth alone.
    """
    tried = any(call.id.startswith(BESIDE) for call in evidence.calls)
    plain = slots.goods and not (slots.operations or slots.keys or slots.filters.get("product"))
    if not plain or tried or evidence.main is None or evidence.main.by:
        return ()
    return plan(replace(slots, keys=("product",), operations=frozenset({"top"}), number=_MOST), prefix=BESIDE)
