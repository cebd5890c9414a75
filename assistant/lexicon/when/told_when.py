"""Clauses in which "when" asks nothing: "April 2020 was when lockdowns hit", "when you go from 2019 to 2022"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_WHEN = "searching:when"
_LEANT_ON = ("measures:", "place:", "home:", "period:", "region:", "port:", "product:", "modes:", "goods:", "verbs:")
"""What a statement may name that the question behind it leans on."""
_STATED = re.compile(r"[^.!?;]*[.!;](?=\s*[\w¿])")
"""The rest of a sentence that is no question, and that one follows."""


def without_told_times(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without "when" and what it opens, where that only tells what a time was.

    What is traded there and between whom stays: "2015 was when imports from Mexico passed 290 billion".
    """
    kept, plain = tuple(mentions), fold(text)
    for when in (m for m in mentions if _WHEN in m.candidates):
        if end := _gone_on(plain, when, language):
            inside = [m for m in kept if when.start <= m.start < end]
        elif end := _stated(plain, when, mentions, language):
            inside = [m for m in kept if when.start <= m.start < end and not _is_leant_on(m)]
        kept = tuple(m for m in kept if not end or m not in inside)
        if end and not any(when.start <= m.start < end for m in kept):
            outside = {t.word for t in tokenised(text) if not when.start <= t.start < end}
            unknown = tuple(word for word in unknown if word in outside)
    return kept, unknown


def _gone_on(text: str, when: Mention, language: Language) -> int:
    """Where the verb ends that goes on in time behind "when"; 0 where there is none."""
    moved = re.compile(rf"\s+{language.any_of('search', 'told_going')}(?!\w)").match(text, when.end)
    return moved.end() if moved else 0


def _stated(text: str, when: Mention, mentions: Sequence[Mention], language: Language) -> int:
    """Where the sentence ends that says what a named time was; 0 where it says none, or asks."""
    dated = any(m.kind == "period" and m.end <= when.start for m in mentions)
    led = re.search(rf"(?<!\w){language.any_of('search', 'told_was')}\s+$", text[: when.start])
    stated = _STATED.match(text, when.end) if dated and led else None
    return stated.end() if stated else 0


def _is_leant_on(mention: Mention) -> bool:
    return any(c.startswith((*_LEANT_ON, "prepositions:")) for c in mention.candidates)


__all__ = ["without_told_times"]
