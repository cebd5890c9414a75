"""Whether a question is a follow-up, and what it takes from an earlier turn."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.merging import merged
from assistant.dialogue.pointing import base_period, pointed, together
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.sourcing import sourcing
from assistant.lexicon.times import counted
from assistant.periods import Period


def recall(question: Question, dialogue: Dialogue, home: str = "USA") -> Question:
    """The question with its empty slots filled from the last turn about data, where it is a follow-up."""
    if what := sourcing(question):
        return replace(question, explains=what, earlier=dialogue.sourced)
    turn = _antecedent(question, dialogue)
    if turn is None or turn.slots is None or not is_follow_up(question):
        return question
    slots = merged(pointed(question, dialogue), together(question, dialogue) or turn.slots, home)
    carried = tuple(
        name
        for name in ("measures", "reporter", "partner", "periods", "filters")
        if _same(slots, turn.slots, question.slots, name)
    )
    slots = replace(slots, periods=_periods(slots, question, turn))
    return replace(
        question, slots=slots, carried=carried, previous=turn.slots, previous_table=turn.table, earlier=turn.calls
    )


def is_follow_up(question: Question) -> bool:
    """Whether a question leans on what was asked before: a cue says so, or it names too little to stand alone."""
    slots = question.slots
    if slots.valuation and {"explain:define", "explain:how"} & question.about and not slots.places:
        return False  # "what does f.a.s. mean" asks for a note, and demands nothing
    if {"dialogue:and", "dialogue:repair", "dialogue:that", "dialogue:first"} & question.about and not _whole(slots):
        return True
    relative = any(period.startswith(("prev:", "next:")) for period in slots.periods)
    if question.unknown or any(
        cue.startswith(("explain:why", "explain:how", "availability")) for cue in question.about
    ):
        return relative and bool(slots.measures) is False
    if not slots.measures or slots.implied and not slots.periods:
        return bool(
            slots.ordinal
            or slots.periods
            or slots.places
            or slots.operations
            or slots.filters
            or slots.keys
            or slots.demands
        )
    if slots.ordinal:
        return True
    return not slots.places or relative and len(slots.periods) == 1


def _whole(slots: Slots) -> bool:
    return bool(slots.measures and slots.reporter and slots.partner and slots.periods)


def _antecedent(question: Question, dialogue: Dialogue) -> Turn | None:
    if "dialogue:first" in question.about:
        return next((turn for turn in dialogue.turns if turn.slots is not None), None)
    return dialogue.last


def _same(merged: Slots, earlier: Slots, own: Slots, name: str) -> bool:
    value = getattr(merged, name)
    return bool(value) and value == getattr(earlier, name) and value != getattr(own, name)


def _in_its_year(period: str, base: Period | None) -> str:
    """A relative period counted from the earlier answer's; "Q2?" and "in May?" are of the same year."""
    part = base is not None and period.startswith(("month:", "quarter:", "half:"))
    return counted(period, Period.year(base.last // 12) if part and base is not None else base)


def _periods(slots: Slots, question: Question, turn: Turn) -> Codes:
    """Relative periods counted from the earlier answer's; "against 2023" adds to the earlier period."""
    base = Period.parse(turn.period) if turn.period else None
    asked = question.slots
    if asked.operations & {"growth", "yoy", "change", "in_percent", "rise", "fall"} and asked.periods in (
        ("prev:12",),
        ("prev:1",),
    ):
        return (turn.period,) if turn.period else turn.slots.periods if turn.slots else ()
    if asked.periods[:1] and asked.periods[0].startswith("/") and turn.slots and turn.slots.periods[:1]:
        first = turn.slots.periods[0]
        if first.endswith("/"):
            return (f"{first}{asked.periods[0][1:]}",)
    if base is not None and (start := base_period(question)) and start.first < base.first:
        return (str(start), str(base))
    named = tuple(_in_its_year(period, base) for period in slots.periods)
    against = question.slots.operations & {"compare", "growth", "difference"} and len(question.slots.periods) == 1
    if against and turn.period and turn.period not in named and "compare" in question.slots.operations:
        return (*named, turn.period)
    return named
