"""A ranking of partners that no table holds whole is made among those that a table of everyone's trade holds."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar import plan
from assistant.types import Call, Evidence

_PREFIX = "p"
_MISSED = frozenset({"population", "place"})
_FLOWS = (("exports",), ("imports",))


def partly(slots: Slots, evidence: Evidence) -> tuple[Call, ...]:
    """The plan of a ranking once more among the partners that are loaded, which the answer says; () where none fits.

    Only who comes first can be said of a part: a place in the order or the last of all hangs on those left out.
    """
    causes = {problem.cause for problem in evidence.problems.values()}
    tried = evidence.frames or any(call.id.startswith(_PREFIX) for call in evidence.calls)
    if tried or not causes & _MISSED or not _is_ranked(slots):
        return ()
    return plan(replace(slots, population="partial"), prefix=_PREFIX)


def _is_ranked(slots: Slots) -> bool:
    """Whether the largest partners of one country in one year are asked, and nothing else."""
    plain = slots.operations <= {"top", "ordered", "series"} and "top" in slots.operations
    single = len(slots.reporter) == len(slots.periods) == 1 and not (slots.partner or slots.pick or slots.beside)
    return plain and single and slots.keys == ("partner",) and slots.measures in _FLOWS and not slots.population
