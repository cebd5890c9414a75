"""What an earlier turn demanded of the basis, given up where no table of it holds what a follow-up asks."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question
from assistant.periods import TIMES
from assistant.store.store import Store


def released(question: Question, store: Store) -> Question:
    """The follow-up without the source of the turn before, where no table of that source is broken down so far.

    After exports by the Census Bureau, "and through Laredo?" moves to the table of ports, and the answer restates.
    """
    slots, last = question.slots, question.previous
    said = any(c.startswith("sources:") for m in question.mentions for c in m.candidates)
    if last is None or said or not slots.source or slots.source != last.source:
        return question
    needed = {*slots.filters, *slots.keys} - TIMES - {"partner"}
    held = any(table.source == slots.source and needed <= set(table.dims) for table in store.tables)
    return question if held else replace(question, slots=replace(slots, source=None, release=None))


def is_released(question: Question) -> bool:
    """Whether the source of the turn before was given up, and nothing else demanded in its place."""
    last, slots = question.previous, question.slots
    return last is not None and bool(last.source) and not (slots.source or slots.books or slots.table)


__all__ = ["is_released", "released"]
