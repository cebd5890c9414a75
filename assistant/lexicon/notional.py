"""Whether a question asks for something said in words: what a thing is, why, by whom; and for no amount."""

from __future__ import annotations

from functools import cache

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold
from assistant.types import Passage

_SAID = frozenset({"polar", "compare", "difference", "table"})
"""Operations that words can answer as well."""
_BARE = ("total",)
"""What "trade" is read as: it stands beside a notion more often than it is measured."""


def is_notional(question: Question) -> bool:
    """Whether nothing is named that only a figure answers: no measure but bare trade, no time, limit or number."""
    slots = question.asked
    if asks_amount(question) or slots.periods or slots.condition or slots.number or slots.operations - _SAID:
        return False
    explained = any(cue.startswith("explain:") for cue in question.about)
    return not slots.measures or slots.implied or slots.measures == _BARE or explained


def asks_amount(question: Question) -> bool:
    """Whether the words ask how much or how many, of whatever it is."""
    if "count" in question.asked.operations:
        return True
    text = f" {fold(question.text)} "
    return any(f" {word} " in text for word in _amounts(question.language))


def holds(passage: Passage, word: str) -> bool:
    """Whether a passage or the question that it is known by has a word, however it ends."""
    text = fold(f"{passage.title} {passage.locator} {passage.text} {passage.asked}").replace(".", "").replace("-", "")
    stem = fold(word).replace("-", "").replace(".", "")
    return (stem[: max(4, len(stem) - 3)] if len(stem) > 4 else stem) in text


@cache
def _amounts(language: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in load(language).section("noted").get("amount", ()))
