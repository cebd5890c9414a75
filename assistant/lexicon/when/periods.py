"""Periods in a question: months, quarters, halves, years, ranges, lists, open ends and relative time.

Every mention's candidate is written as `assistant.store.selection.resolve` reads it, or as "prev:12" and "next:12",
which count from the period that the conversation or the question names.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from assistant.languages.language import Language, load
from assistant.lexicon.tokens import fold, overlaps
from assistant.lexicon.when.end_years import ended
from assistant.lexicon.when.period_atoms import Atoms
from assistant.lexicon.when.period_ranges import Ranges
from assistant.lexicon.when.period_spans import Spans
from assistant.lexicon.when.repeated_years import repeated
from assistant.lexicon.when.year_edges import YearEdges
from assistant.types import Mention


def find(text: str, language: str) -> tuple[Mention, ...]:
    """The periods that a cleaned text names, in order of their place."""
    folded = fold(text)
    finder, spans, ranges, edges = _readers(language)
    taken = list(edges.find(folded))
    taken += [span for span in spans.find(folded) if not overlaps(span, taken)]
    atoms = repeated(folded, [atom for atom in finder.find(folded) if not overlaps(atom, taken)], load(language))
    opened = ranges.joined(folded, atoms)
    taken = [*(span for span in taken if not _is_kind(span, opened, load(language))), *opened]
    return tuple(sorted(ended(folded, taken, load(language)), key=lambda mention: mention.start))


def _is_kind(span: Mention, opened: Iterable[Mention], language: Language) -> bool:
    """Whether "year after" is only the kind of time that is sought: "the first year after 2005 in which"."""
    relative = span.candidates[0].startswith(("period:next:", "period:prev:"))
    units = language.forms("periods", "month", "quarter", "year")
    return relative and span.text.split()[0] in units and any(span.start < m.start < span.end for m in opened)


@cache
def _readers(language: str) -> tuple[Atoms, Spans, Ranges, YearEdges]:
    """What reads periods in a language, from the [periods] and [times] sections of its file."""
    said = load(language)
    atoms = Atoms(said)
    return atoms, Spans(said, atoms), Ranges(said), YearEdges(said)
