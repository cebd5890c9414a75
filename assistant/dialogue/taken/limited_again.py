"""Another limit in the unit of the one before: "over 13 billion", then "and over 15?"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.turns import Turn
from assistant.languages.language import Language, load
from assistant.lexicon.conditions import test_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Question
from assistant.lexicon.tokens import words

_SCALES = (12, 9, 6, 3)
_TESTS = frozenset({"above", "below", "at_least", "at_most"})
_COMPARED = {"exceed": "above", "trail": "below"}
_SAID = frozenset({"count", "polar"})
_SUPPOSED = frozenset({"indices:scenario"})
_WHEN = frozenset({"first_time", "last_time", "any_time", "every_time"})
_FAR = 100
"""A limit so many times the one before, or so small a part of it, is in another unit."""


def limited_again(question: Question, turn: Turn) -> Question:
    """The question with a bare number behind a test as a limit like the last one; where it is none like it, as unknown.

    The unit is said once: after "over 13 billion" a 15 is 15 billion, after "more than 5 %" a 10 is 10 %.
    """
    last, new = turn.slots.condition if turn.slots else None, question.slots
    if last is not None and _is_all_said(question, load(question.language)):  # "raise the bar to 40 bn", "make it 40"
        new = replace(new, operations=frozenset(), condition=None)
        question = replace(question, slots=new, unknown=(), about=question.about - _SUPPOSED)
    test, number = _limit(question, last)
    named = new.places or new.filters or new.keys or new.condition or new.operations - {*_COMPARED} - _SAID - _WHEN
    if last is None or last.high or named or number is None:
        return question
    scaled = last.unit in ("amount", "change") and _kind(question) == "n"
    value = number * _scale(Decimal(last.value)) if scaled else number
    if not Decimal(last.value) / _FAR < value < Decimal(last.value) * _FAR:
        return replace(question, unknown=(*question.unknown, str(number)))
    limit = Condition(test, f"{value.normalize():f}", last.unit)
    slots = replace(new, condition=limit, number=None, operations=new.operations - {*_COMPARED})
    return replace(question, slots=slots)


def _limit(question: Question, last: Condition | None) -> tuple[str, Decimal | None]:
    """The test and the one bare number or amount behind it; the same test where only that is said: "and 42?"."""
    counts = [m for m in question.mentions if m.kind == "quantity"]
    number = counts[0].candidates[0].partition(":") if len(counts) == 1 else ("", "", "")
    alike = number[0] == "n" or last is not None and number[0] == last.unit == "amount"
    if last is None or not alike:
        return "", None
    before = next((m for m in reversed(question.mentions) if m.end <= counts[0].start), None)
    language, near = load(question.language), before and not question.text[before.end : counts[0].start].strip(" $")
    test = test_of(Linked(question.text, question.mentions, language, ""), before) if before and near else None
    sides = [side for name, side in _COMPARED.items() if name in question.slots.operations]
    test = last.test if _is_all_said(question, language) else test if test in _TESTS else next(iter(sides), None)
    return (test, Decimal(number[2])) if test in _TESTS else ("", None)


def _kind(question: Question) -> str:
    return next((m.candidates[0].partition(":")[0] for m in question.mentions if m.kind == "quantity"), "")


def _is_all_said(question: Question, language: Language) -> bool:
    """Whether nothing but an "and", articles and words for a limit and its moves stand beside the one number."""
    beside = [m for m in question.mentions if m.kind != "quantity"]
    passed = [m for m in question.mentions if m.kind in ("quantity", "dialogue")]
    said = [t for t in words(question.text) if not any(m.start <= t.start < m.end for m in passed)]
    small = language.forms("lists", "articles") | language.forms("short", "fillers") | language.forms("held", "limits")
    told = (bool(beside) or _kind(question) != "n") and len(question.mentions) - len(beside) == 1
    return told and all(m.kind != "tests" for m in beside) and all(t.word in small for t in said)


def _scale(amount: Decimal) -> int:
    """The unit that an amount is said in: a billion for 13 billion."""
    return next((10**zeros for zeros in _SCALES if amount >= 10**zeros), 1)


__all__ = ["limited_again"]
