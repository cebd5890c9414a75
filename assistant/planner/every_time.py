"""Things of which something is to hold at every time: "which countries had a deficit in each year since 1990"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase
from assistant.periods import TIMES

_ASIDE = frozenset(
    {"polar", "top", "bottom", "fastest", "slowest", "ordered", "per_key", "sum", "mean", "share", "peak"}
)
"""A ranking or figures for each time are asked for, or what a yes or no is told of."""
_VERSUS = frozenset({"exceed", "trail"})
_SIGNED = frozenset({"measures:surplus", "measures:deficit"})
_NEAR = 4


def at_every_time(question: Question) -> Iterator[str]:
    """What is to hold at every time of things that are asked for, which no call finds."""
    slots = question.slots
    every = next((m for m in question.mentions if "searching:every" in m.candidates), None)
    things = {*slots.keys} - {*TIMES}
    if every is None or not things or slots.operations & _ASIDE or slots.number:
        return
    if slots.condition or slots.operations & _VERSUS or _is_had(question):
        yield every.text


def _is_had(question: Question) -> bool:
    """Whether a surplus or deficit is what the things have: "which countries had a deficit"."""
    named = next((m for m in question.mentions if _SIGNED & {*m.candidates}), None)
    said = phrase(question.text[: named.start])[-_NEAR:] if named else ()
    return bool({*said} & load(question.language).forms("among", "having"))


__all__ = ["at_every_time"]
