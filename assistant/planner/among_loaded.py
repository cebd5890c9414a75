"""A ranking that no table holds whole is made among what is loaded, which the answer says."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question, Slots
from assistant.planner.grammar import plan
from assistant.types import Call, Evidence

_PREFIX = "p"
_BY_VALUE = "v"
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


def unshared(question: Question, evidence: Evidence) -> tuple[Call, ...]:
    """The plan of "which state takes the largest share" by value, where the loaded parts make no whole to divide by."""
    causes = {problem.cause for problem in evidence.problems.values()}
    tried = any(call.id.startswith(_BY_VALUE) for call in evidence.calls)
    slots = question.slots
    if tried or "partial" not in causes or len(slots.keys) != 1 or slots.operations - {"top", "share", "ordered"}:
        return ()
    if not _has_largest_share(question):
        return ()
    return plan(replace(slots, operations=slots.operations - {"share"}, part=""), prefix=_BY_VALUE)


def _has_largest_share(question: Question) -> bool:
    """Whether the one share that is spoken of is the largest: who has it has the largest value as well."""
    pairs = zip(question.mentions, question.mentions[1:], strict=False)
    shares = [before for before, m in pairs if "operations:share" in m.candidates]
    said = sum("operations:share" in m.candidates for m in question.mentions)
    return said == len(shares) == 1 and "operations:top" in shares[0].candidates


def _is_ranked(slots: Slots) -> bool:
    """Whether the largest partners of one country in one year are asked, and nothing else."""
    plain = slots.operations <= {"top", "ordered", "series"} and "top" in slots.operations
    single = len(slots.reporter) == len(slots.periods) == 1 and not (slots.partner or slots.pick or slots.beside)
    return plain and single and slots.keys == ("partner",) and slots.measures in _FLOWS and not slots.population
