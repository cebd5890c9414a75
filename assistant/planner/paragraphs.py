"""The paragraphs that speak to a question, and how like a question that one is known to answer it is."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.lexicon.topics.notional import is_surely_told
from assistant.lexicon.topics.sought import holds_numbers, telling
from assistant.store.store import Store
from assistant.types import Passage


def found(question: Question, store: Store) -> tuple[Passage, ...]:
    """The paragraphs that speak most to a question and carry what it asks for."""
    return telling(question, spoken(question, store))


def spoken(question: Question, store: Store) -> tuple[Passage, ...]:
    """The paragraphs that speak most to a question, whatever they carry."""
    return store.passages.search(question.text, 5, question.language)


def score(question: Question, store: Store) -> float:
    """How like a question that a note is known to answer this one is; not at all where it has a number of its own."""
    return max((p.known for p in found(question, store) if holds_numbers(question, p)), default=0.0)


def surest(question: Question, store: Store) -> tuple[Passage, ...]:
    """The paragraph found first, where it speaks of nearly all that is asked; () where it does not."""
    return tuple(passage for passage in found(question, store)[:1] if is_surely_told(question, passage))
