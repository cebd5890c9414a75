"""Whether a question is a follow-up, and what it takes from an earlier turn."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.merging import merged
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
    slots = merged(_pointed(question.slots, turn), _paired(question, dialogue) or turn.slots, home)
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


def _pointed(slots: Slots, turn: Turn) -> Slots:
    """The slots with what "the second one" points to in the earlier ranking."""
    dimension, codes = turn.ranked
    if slots.ordinal is None or slots.ordinal > len(codes):
        return slots
    code = codes[slots.ordinal - 1]
    if dimension == "partner":
        return replace(slots, partner=(code,), places=(code,))
    return replace(slots, filters={**slots.filters, dimension: (code,)})


_APART = frozenset({"sum", "difference", "ratio", "in_percent", "compare", "points"})
_MOVED = frozenset({"growth", "change", "cagr", "rise", "fall", "share"})


def _paired(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last two turns as one, where a follow-up only asks for their difference or ratio."""
    new, turns = question.slots, [turn for turn in dialogue.turns if turn.slots is not None]
    asks = new.operations & (_APART | _MOVED - {"share"})
    if (
        not asks
        or new.operations - _APART - _MOVED - {"polar"}
        or new.places
        or new.periods
        or new.measures
        or len(turns) < 2
    ):
        return None
    old, last = turns[-2].slots, turns[-1].slots
    if old is None or last is None:
        return None
    moved = not asks & _APART
    if old.measures == last.measures and old.periods == last.periods and old.partner != last.partner and not moved:
        return replace(last, partner=(*last.partner, *old.partner))
    if old.measures == last.measures and old.partner == last.partner and turns[-2].period and turns[-1].period:
        return _of_both(last, turns[-2].period, turns[-1].period)
    return None


def _of_both(last: Slots, first: str, second: str) -> Slots | None:
    """The last question over the periods of the last two, where they are two of one length."""
    if Period.parse(first).months != Period.parse(second).months:
        return None
    return replace(last, periods=tuple(dict.fromkeys((first, second))))


def _whole(slots: Slots) -> bool:
    return bool(slots.measures and slots.reporter and slots.partner and slots.periods)


def _antecedent(question: Question, dialogue: Dialogue) -> Turn | None:
    if "dialogue:first" in question.about:
        return next((turn for turn in dialogue.turns if turn.slots is not None), None)
    return dialogue.last


def _same(merged: Slots, earlier: Slots, own: Slots, name: str) -> bool:
    value = getattr(merged, name)
    return bool(value) and value == getattr(earlier, name) and value != getattr(own, name)


def _base_period(question: Question) -> Period | None:
    """The one period that growth is counted from: "its growth on 2023", not "its growth in 2023"."""
    asked, text = question.slots, question.text.lower()
    if not asked.operations & {"growth", "change", "rise", "fall"} or len(asked.periods) != 1:
        return None
    said = next(m for m in question.mentions if m.kind == "period")
    before = next((m for m in reversed(question.mentions) if m.end <= said.start), None)
    leads = before is not None and not text[before.end : said.start].strip()
    inside = leads and before is not None and "prepositions:in" in before.candidates
    counted_from = leads and not inside and before is not None and before.kind in ("prepositions", "operations")
    return Period.parse(asked.periods[0]) if counted_from and asked.periods[0][:1].isdigit() else None


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
    if base is not None and (start := _base_period(question)) and start.first < base.first:
        return (str(start), str(base))
    named = tuple(counted(period, base) for period in slots.periods)
    against = question.slots.operations & {"compare", "growth", "difference"} and len(question.slots.periods) == 1
    if against and turn.period and turn.period not in named and "compare" in question.slots.operations:
        return (*named, turn.period)
    return named
