"""The end of a stretch that is told apart from its start: "since 2018 …? Take 2024 as the end year"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_spans import mentioned
from assistant.types import Mention


def ended(folded: str, mentions: Sequence[Mention], language: Language) -> Sequence[Mention]:
    """The periods with the one that words call an end as such, where one start is open; else as they are."""
    opened = [m.candidates[0].removesuffix("/") for m in mentions if m.candidates[0].endswith("/")]
    if len(opened) != 1:
        return mentions
    ends = [end for m in mentions if m.candidates[0] > opened[0] and (end := _as_end(folded, m, language))]
    if len(ends) != 1:
        return mentions
    return (*_outside(mentions, ends[0]), ends[0])


def _as_end(folded: str, mention: Mention, language: Language) -> Mention | None:
    """The period with the words that make it an end; None where none do."""
    code = mention.candidates[0].removeprefix("period:")
    if not code[:1].isdigit() or "/" in code:
        return None
    before, after = _cues(language)
    if led := before.search(folded[: mention.start]):
        return mentioned(folded, led.start(), mention.end, f"/{code}")
    closed = after.match(folded, mention.end)
    return mentioned(folded, mention.start, closed.end(), f"/{code}") if closed else None


def edge_of(text: str, mention: Mention, language: Language) -> str:
    """Which edge of a stretch the words around a period make it, "start" or "end"; "" where they make it none."""
    folded, starts = fold(text), language.any_of("times", "start_before")
    if _as_end(folded, mention, language) or mention.candidates[0].startswith("period:/"):
        return "end"
    return "start" if re.search(rf"\b{starts}:?\s+$", folded[: mention.start]) else ""


@cache
def _cues(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before an end, and what behind one."""
    before, after = (language.any_of("times", name) for name in ("end_before", "end_after"))
    return re.compile(rf"\b{before}:?\s+$"), re.compile(rf",?\s+{after}(?!\w)")


def _outside(mentions: Iterable[Mention], end: Mention) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if m.end <= end.start or end.end <= m.start)


__all__ = ["edge_of", "ended"]
