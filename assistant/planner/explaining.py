"""Rounds that explain an earlier answer: its calls once more, the tables considered, what they say, the rows behind."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.lexicon.question import Question
from assistant.lexicon.sourcing import DOUBT
from assistant.planner.opinions import again
from assistant.types import BESIDE, EARLIER, OTHER, Call, Evidence

EXPLAINED = "x1"
_IN_NOTES = ("cite", "revised", "rows", DOUBT)
"""What the notes explain in general, where there is no earlier answer."""


def stood_on(evidence: Evidence) -> tuple[Call, ...]:
    """The resolved calls of an answer, without those on other tables, beside the answer, and that gave nothing."""
    own = (c for c in evidence.calls if OTHER not in c.id and EARLIER not in c.id and not c.id.startswith(BESIDE))
    return tuple(c for c in own if c.id not in evidence.problems and c.tool != "explained")


def explaining(question: Question, evidence: Evidence) -> tuple[Call, ...] | None:
    """The next calls that explain the earlier answer; None where the question asks for no explanation of it."""
    what = question.explains
    if not what or not question.earlier and what in _IN_NOTES:
        return None
    if not evidence.calls:
        selections = [dict(call.args) for call in question.earlier if call.tool == "select"]
        asked = {"what": what, "selections": selections, "about": question.slots.demands or None}
        given = {name: value for name, value in asked.items() if value}
        return (*question.earlier, Call(EXPLAINED, "explained", given))
    if EXPLAINED not in evidence.listings or any(OTHER in call.id for call in evidence.calls):
        return ()
    return tuple(_beside(question, evidence, what))


def _beside(question: Question, evidence: Evidence, what: str) -> Iterator[Call]:
    """The earlier calls on each table that could answer as well; for the rows, the selections by their grain."""
    detail = evidence.listings[EXPLAINED].detail
    if what == "rows":
        for number, args in enumerate(detail["rows"], start=1):
            yield Call(f"r{number}{OTHER}rows", "select", args)
        return
    for table in detail["readings"]:
        yield from again(question.earlier, table)
