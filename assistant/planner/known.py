"""Notes that are known to answer a question: told in place of a decline, or of figures that nobody asked for."""

from __future__ import annotations

import re

from assistant.lexicon.question import Question
from assistant.store.ranking import JUST_THIS, KNOWN, KNOWN_WELL
from assistant.store.store import Store
from assistant.types import Call, Evidence, Gap

_NUMBER = re.compile(r"\d+")
_NEVER = frozenset({"secrets", "illegal", "injection", "empty", "too_long"})
"""Declines that no note takes the place of: the decline is what is known."""
_SELDOM = frozenset({"index", "mexican_states", "forecast", "currency", "firms", "daily", "per_head", "gdp", "files"})
"""Declines that say what is the matter: only a note on just that question takes their place."""


def told(question: Question, calls: tuple[Call, ...] | Gap, evidence: Evidence, store: Store) -> tuple[Call, ...] | Gap:
    """The calls, or the look-up of a note where one is known to answer the question and they would not."""
    if evidence.calls or question.agreements or question.explains and question.earlier:
        return calls
    if isinstance(calls, Gap):
        open_ended = calls.status == "declined" or calls.cause in ("what", "referent")
        bar = JUST_THIS if calls.cause == "index" else KNOWN_WELL if calls.cause in _SELDOM else KNOWN
        known = open_ended and calls.cause not in _NEVER and _score(question, store) >= bar
    else:
        known = _is_timeless(question, calls) and _score(question, store) >= KNOWN_WELL
    return looked_up(question) if known else calls


def is_known(question: Question, evidence: Evidence, store: Store) -> tuple[Call, ...]:
    """The look-up of a note that is known to answer what the tables could not; () where there is none."""
    vain = evidence.problems and not evidence.passages and not question.explains and not question.agreements
    return looked_up(question) if vain and _score(question, store) >= KNOWN_WELL else ()


def looked_up(question: Question) -> tuple[Call, ...]:
    """The look-up of the notes that speak to a question, in its language."""
    spoken = {} if question.language == "en" else {"language": question.language}
    return (Call("c1", "passages", {"query": question.text, **spoken}),)


def _is_timeless(question: Question, calls: tuple[Call, ...]) -> bool:
    """Whether a question that was read as one for figures talks, and names no time, no limit and no number."""
    slots = question.asked
    figures = bool(calls) and calls[0].tool != "passages"
    talks = any(cue.startswith("explain:") for cue in question.about)  # "US exports to Mexico" asks for the figure
    return talks and figures and not (slots.periods or slots.condition or slots.number or question.carried)


def _score(question: Question, store: Store) -> float:
    """How like a question that a note is known to answer this one is; not at all where it has a number of its own."""
    found = store.passages.search(question.text, 5, question.language)
    numbers = set(_NUMBER.findall(question.text))
    return max((p.known for p in found if numbers <= set(_NUMBER.findall(p.asked))), default=0.0)
