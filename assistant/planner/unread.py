"""Whether a note takes the place of a decline that only says that a question was not read as one for figures."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.lexicon.tokens import words
from assistant.lexicon.topics.notional import (
    answering,
    asks_amount,
    is_about_itself,
    is_known_by,
    is_likely,
    is_notional,
    known_from,
    means_no_figure,
)
from assistant.lexicon.topics.outright import outright
from assistant.lexicon.topics.sought import holds_numbers, kinds
from assistant.planner.paragraphs import found, score, spoken, surest
from assistant.store.store import Store
from assistant.types import Gap

_LIKE = 0.85
"""How like a known question one must be to take the place of a question back."""
_UNSAID = frozenset({"nothing_asked", "referent", "unknown_words", "what"})
"""Gaps of a question that may be about the assistant itself."""
_LIKELY = 0.6
"""The score of a passage that speaks of every word that means nothing else, where no amount is asked for."""
_UNREAD = frozenset({"unknown_words", "services", "not_realised"})
"""Declines that only say that a question was not read: a note on nearly that question is more than they are."""
_NOTIONS = frozenset({"forecast", "prices", "firms"})
"""Declines of a figure: a question on what it means, or how it is made, may be one that a note answers."""
_FEW = 3
"""Words that are no question of their own."""
NO_VALUE = frozenset({"who", "time"})
"""Kinds of thing that no index is worth: who proposed it, in which year."""


def is_spoken_of(question: Question, gap: Gap, store: Store) -> bool:
    """Whether a notion is asked about and a paragraph speaks of it: all that is unknown stands in it, or the question.

    A question back ("whose imports?") gives way only to a note on that question.
    """
    if gap.cause in _UNSAID and is_about_itself(question):
        return score(question, store) >= known_from(question)
    if gap.cause == "whose":
        open_ended = not (question.asked.places or question.asked.periods or asks_amount(question))
        return open_ended and score(question, store) >= _LIKE
    if gap.cause != "unknown_words" or not is_notional(question):
        return False
    return any(p.score >= _LIKELY for p in answering(question, found(question, store)))


def is_in_words(question: Question, gap: Gap, store: Store) -> bool:
    """Whether a question was not read as one for figures, means none, and the paragraph found first answers it.

    A word or two ("services?") ask for the figure of before.
    """
    on_a_day = gap.cause == "daily" and "time" in kinds(question.text)  # "on which day did it end"
    unread = gap.status == "declined" and (gap.cause in _UNREAD or on_a_day) and len(words(question.text)) > _FEW
    if not unread or not means_no_figure(question):
        return False
    first = found(question, store)[:1]
    return any(is_known_by(question, p) and holds_numbers(question, p) for p in answering(question, first))


def is_told_outright(question: Question, gap: Gap, store: Store) -> bool:
    """Whether a paragraph holds all that a question was declined for, or tells of an index what no value is."""
    valueless = gap.cause == "index" and (question.unknown or kinds(question.text) & NO_VALUE)
    return bool((gap.cause in _UNREAD or valueless) and outright(question, spoken(question, store)))


def is_likely_told(question: Question, gap: Gap, store: Store) -> bool:
    """Whether a question was not read, and the paragraph found first is known by one like it and nearly sure.

    Where no figure can be meant a notion is told that is not computed.
    """
    of_a_thing = question.asked.places or {*question.asked.keys} - {"product"}  # "which states depend most on Mexico"
    causes = _UNREAD if of_a_thing or not means_no_figure(question) else _UNREAD | _NOTIONS
    unread = gap.status == "declined" and gap.cause in causes
    first = found(question, store)[:1] if unread else ()
    return any(is_likely(question, p) and holds_numbers(question, p) for p in first)


def is_surely_told_of(question: Question, gap: Gap, store: Store) -> bool:
    """Whether the tables hold nothing of a question, and the paragraph found first speaks of nearly all that is asked.

    What is no matter of statistics stays declined, and so does an index, of which it is said what would be needed.
    """
    stays = gap.status != "declined" or gap.kind == "out_of_scope" or gap.cause == "index"
    return not stays and bool(surest(question, store))
