"""What is to hold at every time of things ("which countries had a deficit each year"), and times counted for things."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase
from assistant.lexicon.when.each_listed import EACH_LISTED
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
    if every is None or not things or slots.operations & _ASIDE or slots.number or EACH_LISTED in slots.operations:
        return
    if slots.condition or slots.operations & _VERSUS or _is_had(question):
        yield every.text


def counted_unsaid(question: Question, tools: set[str]) -> Iterator[str]:
    """A count of months that nobody asked for: "how many of Mexico, Canada and China bought over $150bn"."""
    slots, said = question.slots, {c for m in question.mentions for c in m.candidates}
    things = {*slots.keys} - {*TIMES} or slots.sections or slots.level
    timed = {*question.asked.keys} & {*TIMES} or said & {"searching:many_times", *(f"keys:{key}" for key in TIMES)}
    if "count" in tools and "operations:count" in said and not (things or timed or question.carried):
        yield "count"


def _is_had(question: Question) -> bool:
    """Whether a surplus or deficit is what the things have: "which countries had a deficit"."""
    named = next((m for m in question.mentions if _SIGNED & {*m.candidates}), None)
    said = phrase(question.text[: named.start])[-_NEAR:] if named else ()
    return bool({*said} & load(question.language).forms("among", "having"))


__all__ = ["at_every_time", "counted_unsaid"]
