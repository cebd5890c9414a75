"""What is asked on after a note that does not tell it: "in 2024?" after the note on how preferences are used."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.store.store import Store
from assistant.types import Call, Gap

_OPEN = frozenset({"what", "referent"})
"""Questions back to somebody who has just said what it is about."""


def beyond_note(question: Question, calls: tuple[Call, ...] | Gap, store: Store) -> tuple[Call, ...] | Gap:
    """The calls, or a decline with what the note before holds where they only ask back what was said with it."""
    asks_back = isinstance(calls, Gap) and calls.status == "clarify" and calls.cause in _OPEN
    if not (asks_back and question.noted and not question.carried):
        return calls
    best = next(iter(store.passages.search(question.noted, 1, question.language)), None)
    if best is None:
        return calls
    told = "; ".join(store.passages.sections(best.source))
    return Gap("declined", "no_data", "beyond_note", (("title", best.title), ("told", told)))
