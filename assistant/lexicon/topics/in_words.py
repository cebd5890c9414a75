"""Whether something is asked of the statistics themselves, which words answer: what makes an export foreign."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.languages.language import Language, load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import spoken

_KEPT = 256


def asks_in_words(question: Question) -> bool:
    """Whether it is asked what makes a thing what it is, where figures are taken from, or at what time they appear.

    A time, a limit or an order that is said makes it one for a figure, save where the figures of a year come from.
    """
    slots = question.asked
    kinds = frozenset() if question.carried else _kinds(question.text, question.language)
    figure = slots.periods or slots.condition or slots.operations - {"polar"}
    return "origin" in kinds or bool(kinds and not figure)


@lru_cache(maxsize=_KEPT)
def _kinds(text: str, language: str) -> frozenset[str]:
    """Which of these is asked: "makes", "origin", "appears"."""
    told, heard = load(language), spoken(text)
    return frozenset(kind for kind, pattern in _patterns(told).items() if pattern.search(heard))


@cache
def _patterns(told: Language) -> dict[str, re.Pattern[str]]:
    def lists(name: str) -> str:
        return told.any_of("in_words", name)

    figures = rf"(?:(?!{lists('beside')}\b)\w+ ){{0,4}}?{lists('figures')}\b"
    return {
        "makes": re.compile(rf"^(?:\w+ )?{lists('makes')}\b(?! {lists('parts')}\b)"),
        "origin": re.compile(
            rf"^(?:\w+ )?(?:{lists('where')} {figures}.* {lists('comes')}$|{lists('whence')} {figures})"
        ),
        "appears": re.compile(rf"^(?:\w+ ){{0,2}}{lists('time')}\b.* {lists('appear')}\b"),
    }
