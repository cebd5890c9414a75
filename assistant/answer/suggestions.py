"""Next questions that the loaded data can answer, from what was just answered."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.words import Words
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase
from assistant.measures import TARIFFS
from assistant.types import Evidence, Frame

_MOST = 3


def suggestions(question: Question, evidence: Evidence, words: Words) -> tuple[str, ...]:
    """Up to three questions to go on with."""
    frame = evidence.main
    names = _after_figure(question, frame) if frame else ("example",)
    period = words.period(frame.about.period) if frame and frame.about.period else "2024"
    asked = (words.phrase(f"questions.{name}", period=period) for name in names)
    own = {*phrase(question.text)}  # not what was just asked
    return tuple(dict.fromkeys(text for text in asked if set(phrase(text)) - own - {"us"}))[:_MOST]


def _after_figure(question: Question, frame: Frame) -> Iterator[str]:
    operations = question.slots.operations
    if frame.measure in TARIFFS:
        yield from ("tariff_since", "tariff_top")
        return
    if not frame.by and frame.about.period and not operations & {"growth", "yoy"}:
        yield "year_before"
        if frame.measure in ("exports", "imports", "total"):
            yield "growth"
    if frame.mirror or frame.measure in ("surplus", "deficit", "balance"):
        yield "why"
    if {*question.slots.reporter, *question.slots.partner} <= {"USA", "MEX", "CAN"} and "mode" not in frame.by:
        yield "by_mode"
    if not frame.by:
        yield "monthly"
    yield "partners"
