"""Sentences before the question that ask nothing: "I'm writing a memo on nearshoring.", "It is a hot topic here."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_STATED = 4
"""A sentence of so many words states something; a shorter one may say what the question is about: "Organic only."."""
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
    """Whether a sentence asks nothing, names no figure, narrows nothing, and the rest does without it."""
    sentence = fold(text[span[0] : span[1]])
    said = {token.word for token in tokenised(sentence)}
    if said & language.forms("lists", "narrowing") or sentence.rstrip().endswith("?"):
        return False
    if any(span[0] <= m.start < span[1] and m.candidates[0].startswith(_FIGURES) for m in mentions):
        return False
    if said & language.forms("lists", "doing"):
        return True
    own = bool(said & language.forms("lists", "first_person"))
    stated = len(said) >= _STATED and not _points_back(text[span[1] :], language)
    return (own or stated) and not said & language.forms("lists", "wanting")


def _points_back(text: str, language: Language) -> bool:
    """Whether a question leans on what was said before it: "how much of it did we import"."""
    return bool({t.word for t in tokenised(text)} & language.forms("lists", "pointing_back"))
