"""Two sellers or two buyers side by side: who buys more from one country than from another."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, ref
from assistant.types import Json

_ALL = 300
_PARTIAL = {"population": "partial"}
"""The comparison is among the partners that a table holds, and says so; no ranking of all is claimed."""


def are_rivals(slots: Slots) -> bool:
    """Whether two countries' trade is compared partner by partner: "who buys more from Mexico than from the US"."""
    pair = len(slots.reporter) == 2 and not slots.partner and slots.keys == ("partner",)
    return pair and slots.measures[0] in ("exports", "imports") and bool(slots.operations & {"exceed", "trail"})


def rivals(made: Plan, slots: Slots) -> None:
    """The partners of which the first country has more than the second, by how much, most first."""
    first, second = slots.reporter if "trail" not in slots.operations else slots.reporter[::-1]
    basis: dict[str, Json] = {"source": slots.source} if slots.source else {}
    sides = [
        made.add(
            "select",
            measure=slots.measures[0],
            reporter=code,
            period=slots.periods[0] if len(slots.periods) == 1 else list(slots.periods),
            by=["partner"],
            **{dimension: list(codes) for dimension, codes in slots.filters.items()},
            basis={**basis, **_PARTIAL},
        )
        for code in (first, second)
    ]
    apart = made.add("difference", of=ref(sides[0]), minus=ref(sides[1]))
    ranked = made.add("rank", of=ref(apart), n=_ALL, order="desc")
    limit = slots.condition
    value = limit.value if limit else "0"
    found = made.add("where", of=ref(ranked), test=limit.test if limit else "above", value=value)
    if "count" in slots.operations:
        made.add("count", of=ref(found))
