"""The largest of the changes from step to step: "the steepest month-on-month fall", "the strongest annual growth"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.question import RANKED, Codes, Slots
from assistant.periods import STEPS, TIMES, Period
from assistant.types import Mention

_GRAINS = {"mom": "month", "qoq": "quarter", "yoy": "year"}
_OF_KEY = {"keys:month": "mom", "keys:quarter": "qoq"}
_MOVED = frozenset(f"operations:{name}" for name in ("rise", "fall", "growth", "change", "fastest", "slowest"))
_ASIDE = frozenset({"operations:in_percent", "operations:share"})


def by_step(slots: Slots, linked: Linked) -> Slots:
    """The slots with the times that the largest change is looked for among, and the step that each is over."""
    several = any(len(codes) > 1 for codes in (slots.partner, slots.measures, slots.periods, *slots.filters.values()))
    named = {*STEPS} & slots.operations or set(_adjectives(linked))
    plain = slots.operations & RANKED and not set(slots.keys) - TIMES and not (slots.level or slots.number)
    if several or len(named) != 1 or not plain or slots.condition:
        return slots
    (step,) = named
    months = _months(slots.periods)
    if 0 < months <= STEPS[step] and step != "yoy" or months == 1:
        return slots
    grain = "month" if step == "yoy" and 0 < months <= STEPS[step] else _GRAINS[step]
    return replace(slots, keys=slots.keys or (grain,), operations=slots.operations | {step})


def _months(periods: Codes) -> int:
    """How many months a period is long that is written out; 0 where none is, or it is open."""
    try:
        return Period.parse(periods[0]).months if periods else 0
    except ValueError:
        return 0


def _adjectives(linked: Linked) -> list[str]:
    """The steps that a word beside a change says of it: "the largest monthly increase"."""
    told = [m for m in linked.mentions if not _ASIDE & {*m.candidates}]
    pairs = list(zip(told, told[1:], strict=False))
    steps = linked.language.forms("lists", "stepwise")
    beside = [*pairs, *((after, before) for before, after in pairs)]
    return [
        _OF_KEY[code]
        for time, move in beside
        for code in TIME_KEYS & _OF_KEY.keys() & {*time.candidates}
        if time.text in steps and _MOVED & {*move.candidates} and not _between(linked, time, move)
    ]


def _between(linked: Linked, one: Mention, other: Mention) -> bool:
    """Whether more than a word on percent stands between the two."""
    first, last = sorted((one, other), key=lambda mention: mention.start)
    return any(mark in linked.text[first.end : last.start] for mark in ",;:?.")
