"""When one of the two that were told moved ahead of the other: "since which year has it been ahead?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.joining import pair_of
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.periods import TIMES, Period
from assistant.store.selection import is_closed

_SIDES = frozenset({"exceed", "trail"})
_TOLD = frozenset({"compare", "top", "bottom", "polar", "difference", "ordered", *_SIDES})
_SAID = frozenset(
    {*_SIDES, "compare", "difference", "polar", "shift", "top", "first_time", "last_time", "overtake", "any_time"}
)
_FOUND = {
    "since_when": frozenset({"exceed", "overtake", "last_time"}),
    "when": frozenset({"exceed", "overtake"}),
    "which_time": frozenset({"exceed", "overtake"}),
}
"""What each cue of a search looks for, where one is ahead of the other."""


def overtaken(question: Question, dialogue: Dialogue) -> Slots | None:
    """The two that were told, over all times, as the search for the one's lead; None where none is asked for."""
    new, turn = question.slots, dialogue.last
    pair = _pair(dialogue) if turn is not None and turn.answered and not question.unknown else None
    done = _done(question)
    if turn is None or pair is None or not done or not _is_bare(new, pair):
        return None
    first = _ahead(question, turn, pair)
    grain = next((key for key in new.keys if key in TIMES), _grain(pair))
    if not first or not grain:
        return None
    order = (first, *(code for code in pair.partner if code != first))
    return replace(plain(pair), partner=order, periods=("ever",), keys=(grain,), operations=done)


def _pair(dialogue: Dialogue) -> Slots | None:
    """The two partners that the last answer told together, or the last two one after the other; None for others."""
    last = dialogue.last.slots if dialogue.last is not None else None
    told = last if last is not None and len(last.partner) == 2 else pair_of(dialogue)
    if told is None or len(told.partner) != 2 or told.operations - _TOLD or {*told.keys} - {"partner"}:
        return None
    return told if len(told.periods) == 1 and len(told.measures) == 1 and told.condition is None else None


def _done(question: Question) -> frozenset[str]:
    """What is looked for: since when the one has led, when it took the lead, or whether it ever did."""
    leads = question.slots.operations & _SIDES or says(question, "exceeds_it") or says(question, "trails_it")
    cues = {c.removeprefix("searching:") for m in question.mentions for c in m.candidates}
    if not leads:
        return frozenset()
    if cue := next((cue for cue in _FOUND if cue in cues), ""):
        return _FOUND[cue] | ({"first_time"} if "first" in cues else set())
    if "polar" in question.slots.operations and "ever" in {*cues, *question.slots.periods}:
        return frozenset({"exceed", "any_time", "polar"})
    return frozenset()


def _is_bare(new: Slots, pair: Slots) -> bool:
    """Whether nothing is named but the two, and the kind of time."""
    named = new.filters or new.condition or new.without or new.ordinal or new.number not in (None, 2)
    same = new.implied or new.measures in ((), pair.measures)
    known = {*new.places} <= {*pair.partner, *pair.reporter} and {*new.keys} <= TIMES and new.periods in ((), ("ever",))
    return not named and same and known and new.operations <= _SAID


def _ahead(question: Question, turn: Turn, pair: Slots) -> str:
    """The one whose lead is asked about: the one that is named, else the one that was told to lead, or told last."""
    named: Codes = tuple(dict.fromkeys(code for code in question.slots.places if code in pair.partner))
    first = named[0] if named else _spoken_of(turn, pair)
    behind = "trail" in question.slots.operations or says(question, "trails_it")
    return next((code for code in pair.partner if (code != first) is behind), "") if first else ""


def _spoken_of(turn: Turn, pair: Slots) -> str:
    """What "it" is: the last that was asked about, else the leader of the two."""
    alone = turn.slots.partner if turn.slots is not None else ()
    led = turn.order[0] if turn.ranked[0] == "partner" and turn.order else ""
    return alone[0] if len(alone) == 1 else led if led in pair.partner else ""


def _grain(pair: Slots) -> str:
    return Period.parse(pair.periods[0]).grain if is_closed(pair.periods[0]) and "/" not in pair.periods[0] else ""


__all__ = ["overtaken"]
