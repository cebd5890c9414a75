"""Time told from today, "last year", where the only table that answers ended years before."""

from __future__ import annotations

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.store.store import Store
from assistant.types import Evidence, Gap

_TOLD = frozenset({"period:latest-year", "period:this-year"})
_BEHIND = 24
"""Months behind the newest that is loaded; a table that ended before knows nothing of last year."""


def outdated(question: Question, evidence: Evidence, store: Store) -> Gap | None:
    """The decline that names the time which the table does cover; None where it reaches the time that is meant.

    "The latest year" is the newest that there is, of whatever table.
    """
    frame = evidence.main
    table = store.by_id.get(frame.table) if frame else None
    if table is None or not _is_told_from_today(question):
        return None
    newest = max(each.last.last for each in store.tables)
    if table.last.last >= newest - _BEHIND:
        return None
    covered = {"table": table.title, "first": str(table.first), "last": str(table.last)}
    return Gap("declined", "no_data", "period", tuple(covered.items()))


def _is_told_from_today(question: Question) -> bool:
    named = load(question.language).forms("lists", "from_today")
    return any(mention.text in named and _TOLD & {*mention.candidates} for mention in question.mentions)


__all__ = ["outdated"]
