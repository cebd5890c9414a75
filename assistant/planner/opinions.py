"""The second round: what other tables say to the same question, and an earlier figure restated on the new books."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.lexicon.question import Question
from assistant.planner.grammar import plan
from assistant.planner.steering import before, is_steered, renamed, versus
from assistant.types import EARLIER, OTHER, Call, Evidence

_MOST = 2
_FREE: dict[str, Any] = dict.fromkeys(("source", "books", "table", "release", "valuation"))
_APART = frozenset({"difference", "ratio", "apart"})
"""What holds two figures against each other."""


def opinions(question: Question, calls: tuple[Call, ...], evidence: Evidence) -> tuple[Call, ...]:
    """The plan's calls once more for each other table that covers it, where the answer is a single figure."""
    if any(OTHER in call.id for call in evidence.calls):
        return ()
    if question.slots.demands:
        return versus(question, calls, evidence)
    main = evidence.main
    searched = any(call.tool in ("find", "crossing", "streak") for call in calls)  # tables start at different times
    if main is None or len(main.rows) > 1 or searched:
        return ()
    return tuple(call for table in _others(evidence)[:_MOST] for call in again(calls, table))


def restated(question: Question, evidence: Evidence) -> tuple[Call, ...]:
    """The earlier question on the table that now answers, where that is another one than before."""
    main = evidence.main
    if main is None or question.previous is None or question.previous_table in (None, main.table):
        return ()
    if any(EARLIER in call.id for call in evidence.calls) or not _only_time_moved(question):
        return ()
    if is_steered(question):
        return before(question, evidence)
    calls = plan(replace(question.previous, **_FREE))
    # how far two lie apart is no figure of either; a rate on all goods stands in no table of chapters
    if _APART & {call.tool for call in calls} or any(call.tool == "tariff" for call in calls):
        return ()
    return tuple(renamed(call, f"{EARLIER}{main.table}", {"table": main.table}) for call in calls)


def _only_time_moved(question: Question) -> bool:
    old, new = question.previous, question.slots
    return old is not None and (old.measures, old.reporter, old.partner) == (new.measures, new.reporter, new.partner)


def _others(evidence: Evidence) -> list[str]:
    """The tables that could answer every selection of the plan, in the order of the first."""
    found = [evidence.frames[c.id].others for c in evidence.calls if c.tool == "select" and c.id in evidence.frames]
    return [table for table in found[0] if all(table in others for others in found)] if found else []


def again(calls: tuple[Call, ...], table: str) -> Iterator[Call]:
    """The calls once more, on another table."""
    return (renamed(call, f"{OTHER}{table}", {"table": table}) for call in calls)
