"""Two orders made one, and a score that says how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_RANK_OFFSET = 60
_UNRELATED, _ALIKE = 0.15, 0.65
_MEANING = 0.6
_DIFFERENT, _SAME = 0.3, 0.9
_ASKED_MEANING = 0.7
_AGREEMENT = 8.0

SURE = 0.3
"""Below this score a passage is not to be taken for an answer.

Chosen on the `tune` half of tests/store/retrieval.toml, where questions on other subjects reach .17 at most; on the
`held` half they reach .24, and one answer in thirty falls just below, so the line is a narrow one. It tells other
subjects apart; a question on trade that no note answers can still score above it.
"""

FAIR, SPOKEN = 0.45, 0.7
"""From here on a paragraph is quoted that holds every word of the question; and one that misses a common word of it.

Below the first stand questions on trade that no note answers, on fresh questions of both kinds.
"""

KNOWN, KNOWN_WELL, JUST_THIS = 0.8, 0.85, 0.95
"""From here on a question is one that a paragraph is known to answer; well enough to take the place of a decline that
says what is the matter; and just the question that it answers, so that a figure is left aside for it."""

SURELY, HARDLY = 0.6, 0.4
"""From here on a paragraph is told in place of a decline that only says that a question was not read; and below here it
is not told, unless it is known to answer the question."""


def fused(*orders: Sequence[int]) -> dict[int, float]:
    """The reciprocal-rank sum of every row that one of the orders names (Cormack, Clarke and Buettcher, 2009)."""
    sums: dict[int, float] = {}
    for order in orders:
        for rank, row in enumerate(order, 1):
            sums[row] = sums.get(row, 0.0) + 1 / (_RANK_OFFSET + rank)
    return sums


def by_amount(scores: Mapping[int, float]) -> list[int]:
    """The rows with the highest score first, equal ones in their order."""
    return sorted(scores, key=lambda row: (-scores[row], row))


def order(scores: Mapping[int, float], agreement: Mapping[int, float]) -> list[int]:
    """The rows by their score, those that both orders put high before equals; then in their order.

    Reciprocal ranks alone forget how far apart two cosines lie, the score alone drops what only words can find.
    """
    return sorted(scores, key=lambda row: (-(scores[row] + _AGREEMENT * agreement[row]), row))


def calibrated(cosine: float, share: float) -> float:
    """How far a passage answers a query, 0 to 1, from their likeness and the share of the query's words it holds.

    MiniLM puts unrelated texts at cosines up to .15 or so and a question beside its answer at .65 and above, so the
    cosine is stretched between the two. Words count beside it because names (codes, places, terms) are what a small
    model blurs.

    >>> calibrated(0.65, 1.0), calibrated(0.1, 0.0)
    (1.0, 0.0)
    """
    meaning = min(max((cosine - _UNRELATED) / (_ALIKE - _UNRELATED), 0.0), 1.0)
    return round(_MEANING * meaning + (1 - _MEANING) * share, 4)


def least_cosine(score: float) -> float:
    """The likeness below which two questions are not `alike` by the score, even with all their words in common.

    >>> alike(least_cosine(0.5), 1.0)
    0.5
    """
    meaning = (score - (1 - _ASKED_MEANING)) / _ASKED_MEANING
    return _DIFFERENT + meaning * (_SAME - _DIFFERENT)


def alike(cosine: float, overlap: float) -> float:
    """How far two questions ask the same, 0 to 1, from their likeness and the words that both have.

    Two questions lie nearer each other than a question and a text, so unrelated ones reach higher cosines.

    >>> alike(0.9, 1.0), alike(0.3, 0.0)
    (1.0, 0.0)
    """
    meaning = min(max((cosine - _DIFFERENT) / (_SAME - _DIFFERENT), 0.0), 1.0)
    return round(_ASKED_MEANING * meaning + (1 - _ASKED_MEANING) * overlap, 4)
