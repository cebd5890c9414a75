"""A balance that no table holds as one: what each of the two exported to the other, from a table of exports alone."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question, Slots
from assistant.planner.grammar.steps import Plan, ref
from assistant.types import Call, Evidence

_BALANCES = ("balance", "surplus", "deficit")
_PLAIN = frozenset({"polar", "amount", "difference", "compare"})


def both_ways(question: Question, evidence: Evidence) -> tuple[Call, ...]:
    """What one exported to the other less what it exported back, where only exports of the two are loaded."""
    slots = question.slots
    missed = {problem.cause for problem in evidence.problems.values()} & {"place", "measure"}
    tried = evidence.frames or any(call.id.startswith("b") for call in evidence.calls)
    single = len(slots.reporter) == len(slots.partner) == len(slots.periods) == 1
    if not missed or tried or not single or slots.measures[0] not in _BALANCES or not _is_plain(slots):
        return ()
    made = Plan(prefix="b")
    sold, bought = (made.select(side, slots.periods, []) for side in _sides(slots))
    made.add("difference", of=ref(sold), minus=ref(bought))
    return tuple(made.calls)


def _is_plain(slots: Slots) -> bool:
    named = slots.filters or slots.without or slots.keys or slots.condition or slots.level or slots.demands
    return not named and slots.operations <= _PLAIN and len(slots.measures) == 1


def _sides(slots: Slots) -> tuple[Slots, Slots]:
    """The exports of the one to the other, and back; of a deficit those back come first."""
    one = replace(slots, measures=("exports",))
    other = replace(one, reporter=slots.partner, partner=slots.reporter)
    return (other, one) if slots.measures[0] == "deficit" else (one, other)
