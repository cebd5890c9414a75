"""The bigger of two over the smaller, where it is asked which of them is and how many times: "rail or truck …"."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Call

_ASIDE = frozenset({"compare", "per_key", "exceed", "trail", "top", "peak", "bottom", "growth"})
"""What says beside a ratio that one of two is chosen; "how many times over" is no growth."""


def of_two(question: Question) -> Slots:
    """The slots as they are planned: of two that are chosen between the ratio alone, and no ranking."""
    slots = question.slots
    if not _is_of_two(slots) or not _is_chosen(question):
        return slots
    keys = () if len(slots.keys) == 1 and slots.keys[0] in _paired(slots) else slots.keys
    return replace(slots, keys=keys, operations=slots.operations - (_ASIDE - {"compare"}))


def bigger_first(question: Question, calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """The calls with the ratio of two that are chosen between as that of the bigger to the smaller."""
    asked = "ratio" in question.slots.operations and "multiple" not in question.slots.operations
    if not asked or not _is_chosen(question):
        return calls
    plain = {"percent", "larger"}
    return tuple(
        replace(call, args={**call.args, "larger": True})
        if call.tool == "ratio" and not plain & call.args.keys()
        else call
        for call in calls
    )


def _is_chosen(question: Question) -> bool:
    """Whether one of two is asked for, or the bigger over the smaller; not "how many times larger is A than B"."""
    language, told = load(question.language), fold(question.text)
    if "trail" in question.slots.operations or language.said(told, "comparatives", "bigger_of_two"):
        return True
    ordered = language.said(told, "comparatives", "than") and not language.said(told, "comparatives", "than_other")
    chosen = language.forms("lists", "which", "who") | language.forms("two_times", "or")
    return not ordered and bool(chosen & {*phrase(question.text)})


def _is_of_two(slots: Slots) -> bool:
    """Whether the ratio of two that are named is asked for at one time, and nothing else."""
    single = len(slots.periods) == len(slots.measures) == 1 and not slots.condition and slots.number in (None, 2)
    return "ratio" in slots.operations <= {"ratio", *_ASIDE} and single and bool(_paired(slots))


def _paired(slots: Slots) -> list[str]:
    lists = {"partner": slots.partner, "reporter": slots.reporter, **slots.filters}
    several = [name for name, codes in lists.items() if len(codes) > 1]
    return several if len(several) == 1 and len(lists[several[0]]) == 2 else []


__all__ = ["bigger_first", "of_two"]
