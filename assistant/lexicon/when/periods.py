"""Periods in a question: months, quarters, halves, years, ranges, lists, open ends and relative time.

Every mention's candidate is written as `assistant.store.selection.resolve` reads it, or as "prev:12" and "next:12",
which count from the period that the conversation or the question names.
"""

from __future__ import annotations

from functools import cache

from assistant.languages.language import load
from assistant.lexicon.tokens import fold, overlaps
from assistant.lexicon.when.end_years import ended
from assistant.lexicon.when.period_atoms import Atoms
from assistant.lexicon.when.period_ranges import Ranges
from assistant.lexicon.when.period_spans import Spans
from assistant.lexicon.when.repeated_years import repeated
from assistant.types import Mention


def find(text: str, language: str) -> tuple[Mention, ...]:
    """The periods that a cleaned text names, in order of their place."""
    folded = fold(text)
    finder, spans, ranges = _readers(language)
    taken = list(spans.find(folded))
    atoms = repeated(folded, [atom for atom in finder.find(folded) if not overlaps(atom, taken)], load(language))
    taken += ranges.joined(folded, atoms)
    return tuple(sorted(ended(folded, taken, load(language)), key=lambda mention: mention.start))


@cache
def _readers(language: str) -> tuple[Atoms, Spans, Ranges]:
    """What reads periods in a language, from the [periods] and [times] sections of its file."""
    said = load(language)
    atoms = Atoms(said)
    return atoms, Spans(said, atoms), Ranges(said)
