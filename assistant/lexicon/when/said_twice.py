"""A time that is said twice: "the newest date, 19 Aug 2026", "last year, I mean 2024"."""

from __future__ import annotations

import re

from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import phrase
from assistant.periods import Period
from assistant.store.selection import is_closed

_NEWEST = frozenset({"latest", "latest-year", "latest-quarter"})
_YEAR = 12


def newest_once(linked: Linked, named: Codes) -> Codes:
    """The periods without a newest one that the other one, right beside it, says by its date."""
    closed = [period for period in named if _is_one_time(period)]
    newest = [period for period in named if period in _NEWEST]
    if len(named) != 2 or not (len(closed) == len(newest) == 1):
        return named
    corrected = "latest-year" in newest and not set(linked.codes("operations"))
    return tuple(closed) if corrected or _are_beside(linked, {f"period:{period}" for period in named}) else named


def _is_one_time(period: str) -> bool:
    return is_closed(period) and Period.parse(period).months <= _YEAR


def _are_beside(linked: Linked, codes: set[str]) -> bool:
    """Whether a comma or bracket parts them, and words that name nothing: "the latest you have (May 2024)"."""
    ends = [m for m in linked.mentions if codes & set(m.candidates)]
    if len(ends) != 2:
        return False
    start, end = ends[0].end, ends[1].start
    inside = [m for m in linked.mentions if start <= m.start < end]
    told = {word for m in inside for word in phrase(m.text)} | linked.language.harmless
    small = all(TIME_KEYS & set(m.candidates) for m in inside)
    return small and bool(re.search(r"[,(:–—]", linked.text[start:end])) and set(phrase(linked.text[start:end])) <= told


__all__ = ["newest_once"]
