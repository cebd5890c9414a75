"""The time that a rise or fall starts from, where it alone is named: "fell after 2018", "rise from December 2024"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES, Period
from assistant.types import Mention

_MOVES = frozenset({"rise", "fall", "growth", "change"})
_BESIDE = _MOVES | {"difference", "amount", "in_percent", "polar", "percent"}
_FROM = "prepositions:from"


def moved_from(slots: Slots, linked: Linked) -> Slots:
    """The slots of a move from the time named up to the newest, or up to the one that ends it.

    What fell after 2018 fell from what it was in 2018.
    """
    named = [m for m in linked.mentions if m.kind == "period"]
    moves = slots.operations & _MOVES and not slots.operations - _BESIDE and slots.measures and not slots.condition
    if not moves or not named or {*slots.keys} & TIMES or len(slots.periods) != 1:
        return slots
    periods = _since(linked, named[0]) if len(named) == 1 else ()
    return replace(slots, periods=_from_before(linked, named[0], slots.periods) or periods or slots.periods)


def _from_before(linked: Linked, when: Mention, periods: Codes) -> Codes:
    """The range with the year or month of "after" as its first, which alone it leaves out; () where it says another."""
    later, first = _code(when), periods[0].partition("/")[0]
    told = linked.language.said(fold(linked.text[when.start : when.end]), "periods", "after")
    if not later.endswith("/") or first != later[:-1] or told is None:
        return ()
    start = Period.parse(first)
    return (str(start.shift(-start.months)) + periods[0][len(first) :],)


def _since(linked: Linked, when: Mention) -> Codes:
    """The open range of a closed time right after "from"; () elsewhere."""
    before = [m for m in linked.mentions if m.end <= when.start][-1:]
    close = bool(before) and not linked.text[before[0].end : when.start].strip()
    code = _code(when)
    return (f"{code}/",) if close and _FROM in before[0].candidates and code[:1].isdigit() and "/" not in code else ()


def _code(when: Mention) -> str:
    return next((c.removeprefix("period:") for c in when.candidates if c.startswith("period:")), "")


__all__ = ["moved_from"]
