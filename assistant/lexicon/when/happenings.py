"""What happened around a trade and bounds it by no date: "fell after the invasion of Ukraine", "amid the trade war".

Where the question dates itself, the clause only tells why or when somebody looked; a place in it is whose it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, sentences
from assistant.lexicon.words.wordings import without_words
from assistant.types import Mention

_SET = ("operations:compare", "operations:exceed", "operations:difference", "operations:growth")
"""What sets two times against each other, of which a happening may be one."""
_INSIDE = ("place", "prepositions", "exclusion", "harmless", "dialogue")


def without_happenings(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without clauses that only tell what had happened, where a date is named."""
    pattern = _clause(language)
    found = pattern.finditer(fold(text)) if pattern else ()
    spans = [told.span() for told in found if _is_aside(text, told, mentions)]
    kept = tuple(m for m in mentions if not any(start <= m.start < end for start, end in spans))
    return (kept, without_words(text, unknown, *spans)) if spans else (tuple(mentions), unknown)


@cache
def _clause(language: Language) -> re.Pattern[str] | None:
    """What tells of a happening: when, up to three words, what, and how it went or to whom."""
    if not language.forms("trade_words", "happenings"):
        return None
    of = partial(language.any_of, "trade_words")
    article = language.any_of("lists", "articles")
    opens = rf"(?<!\w)(?P<joined>{of('joining')}\s+)?{of('in_time')}"
    whose = rf"(?:(?!{of('happenings')}(?!\w))[\w'-]+\s+){{0,3}}?"
    more = rf"(?:\s+{of('begun')}|\s+{language.any_of('qualifying', 'of')}\s+(?:{article}\s+)?[\w-]+)?"
    ends = r"(?=\W*$|[,.;:?!]|\s+[(–—-]|\s+\w+)"
    return re.compile(rf"{opens}\s+{whose}(?P<what>{of('happenings')})(?!\w){more}{ends}")


def _is_aside(text: str, told: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether a clause names nothing of a figure but a place of its own, and the question has a time of its own."""
    start, end = told.span()
    inside = [m for m in mentions if start <= m.start < end]
    named = [m for m in inside if not told.start("what") <= m.start < told.end("what")]
    joined = told["joined"] and text[: told.start()].strip(" ¿¡.,–—-")  # and not "and after the invasion, 2024?"
    if joined or any(m.kind not in _INSIDE and not m.candidates[0].startswith("operations:") for m in named):
        return False  # "in 2021 and after the invasion"
    dated = [m for m in mentions if m.kind == "period" and m not in inside]
    ends = len(dated) > 1 or any("/" in m.candidates[0] for m in dated)
    apart = any(last <= start or first >= end for first, last in sentences(text))
    against = any(c.startswith(_SET) for m in mentions if m not in inside for c in m.candidates)
    return bool(dated) and (ends or apart or not against)


__all__ = ["without_happenings"]
