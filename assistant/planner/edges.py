"""A word that opens or ends a stretch beside a time that was read alone: "since last year", "starting Q3 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.languages.language import Language, load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_forms import any_of

_PLAIN = frozenset({"select", "total", "mean", "median", "share", "per_day", "per_month"})
"""Tools that take a time as it is; others count from it, or hold it against another."""
_EDGES = ("since", "since_opening", "since_strict", "after", "before", "until")


def edges(question: Question, tools: set[str]) -> Iterator[str]:
    """The words that were passed over; without them the figure is of another time."""
    if not tools <= _PLAIN:
        return
    edge, text = _edge(load(question.language)), fold(question.text)
    for mention in question.mentions:
        code = mention.candidates[0].removeprefix("period:") if mention.kind == "period" else "/"
        if "/" not in code and (said := edge.search(text[: mention.start])):
            yield said["word"]


def _edge(language: Language) -> re.Pattern[str]:
    words = language.section("periods")
    closed = language.forms("times", "closed") | set(map(fold, words["of"]))
    said = {fold(word) for name in _EDGES for word in words.get(name, ())} - closed
    between = any_of((*language.forms("times", "the"), *words["last"]))
    return re.compile(rf"(?<!\w)(?P<word>{any_of(said)})\s+(?:{between}\s+)*$")


__all__ = ["edges"]
