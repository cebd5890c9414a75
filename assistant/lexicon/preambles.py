"""Sentences before the question in which writers only speak of themselves: "I'm writing a memo on nearshoring."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;\n]+|$)")
_FIGURES = (
    "measures:",
    "verbs:sell",
    "verbs:buy",
    "operations:",
    "place:",
    "region:",
    "port:",
    "modes:",
    "product:",
    "keys:",
    "period:",
)


def without_preamble(text: str, mentions: Sequence[Mention], unknown: Codes, language: Language) -> Codes:
    """The unknown words without those that stand only where writers speak of themselves before they ask."""
    if not unknown:
        return unknown
    sentences = [(m.start(), m.end()) for m in _SENTENCE.finditer(text) if m[0].strip()]
    apart = [span for span in sentences[:-1] if _is_preamble(text, span, mentions, language)]
    if not apart:
        return unknown
    kept = {t.word for t in tokenised(text) if not any(start <= t.start < end for start, end in apart)}
    return tuple(word for word in unknown if word in kept)


def _is_preamble(text: str, span: tuple[int, int], mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a sentence is of the writer's own doings: it asks nothing, names no figure, narrows and wants nothing."""
    sentence = fold(text[span[0] : span[1]])
    said = {token.word for token in tokenised(sentence)}
    doing, own, narrowing, wanting = (
        language.forms("lists", name) for name in ("doing", "first_person", "narrowing", "wanting")
    )
    named = any(span[0] <= m.start < span[1] and m.candidates[0].startswith(_FIGURES) for m in mentions)
    told = said & doing or said & own and not said & wanting
    return bool(told) and not said & narrowing and not named and not sentence.rstrip().endswith("?")
