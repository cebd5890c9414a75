"""Growth of the things that were worth so much, or came first, at one time: the floor, the growth, those above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.lexicon.ranks.balances_of_first import RANKED_BY
from assistant.lexicon.ranks.first_of_year import FIRST
from assistant.lexicon.ranks.members_of_first import OF_ALL
from assistant.planner.grammar.steps import Plan, keyed_by, ref, untimed

Rows = Callable[[Plan, Slots], str]


def above_floor(made: Plan, slots: Slots, rows_of: Rows) -> str:
    """The rows of the slots for the things that meet the floor in its year."""
    limit = slots.floor
    plain = replace(slots, floor=None)
    if limit is None or not untimed(keyed_by(slots)):
        return rows_of(made, plain)
    ranked = replace(plain, among="", partner=()) if limit.unit == OF_ALL else plain
    ranked = replace(ranked, measures=(limit.unit,), condition=None) if limit.unit in RANKED_BY else ranked
    values = made.select(ranked, (slots.floor_period,), untimed(keyed_by(ranked)))
    if limit.test == FIRST:
        kept = made.add("rank", of=ref(values), n=int(limit.value), place=int(limit.high) if limit.high else None)
    else:
        kept = made.add("where", of=ref(values), test=limit.test, value=limit.value)
    rows = rows_of(made, plain)
    last = made.calls[-1]  # the floor that is asked for stands in place of the usual one
    made.calls[-1] = replace(last, args={name: value for name, value in last.args.items() if name != "floor"})
    return made.add("among", of=ref(rows), within=ref(kept))
