"""Paragraphs of the notes, for questions whose answer is an explanation and not a figure."""

from __future__ import annotations

from assistant.store.store import Store
from assistant.types import Passage


def passages(store: Store, *, query: str, k: int = 4, language: str = "en") -> tuple[Passage, ...]:
    """The paragraphs of the notes that speak most to a query, best first, in a language; scores lie in 0..1."""
    return store.passages.search(query, k, language)
