"""What a search over time found, asked on: "the last year it did?", "how far above the average was that month?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import closes, says
from assistant.dialogue.heard.short import short
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.compare.held_to_mean import single_and_span
from assistant.lexicon.question import Codes, Condition, Question, Slots
from assistant.lexicon.when.times import counted
from assistant.periods import Period
from assistant.store.selection import is_closed

_SEARCHED = frozenset({"any_time", "every_time", "all_times", "first_time", "last_time"})
_SIGNED = frozenset({"surplus", "deficit"})
_NEWEST = {"latest": "month", "latest-quarter": "quarter", "latest-year": "year"}
_TIMES = frozenset(_NEWEST.values())
_ONCE = frozenset({"first_time", "last_time"})
_ENDS = frozenset({"top", "bottom"})
_FOUND = _ENDS | {"peak", "polar"}
_HELD = frozenset({"difference", "exceed", "trail", "in_percent"})
_GROWN = frozenset({"growth", "change", "rise", "fall", "difference", "in_percent"})
_SIDES = {"exceed": "above", "trail": "below"}
_PACED = frozenset({"fastest", "slowest"})
_BESIDE = frozenset({"mean", "difference", "when_peak"})
_COUNTED = frozenset({"count", "all_times"})
_YEAR = 12


def searched(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last search as one for its newest or its first time; None where no clause says that it is asked for."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new = question.slots
    named = new.measures or new.places or new.filters or new.condition or question.unknown
    denied = _cued(question, "exclusion")  # "the last year it did not"
    if last is None or named or denied or not _tests(last) or not says(question, "held_true"):
        return None
    grain, cue = _newest(question) or _first(question)
    kept = last.operations - _SEARCHED - {"polar"}
    side = next((side for name, side in _SIDES.items() if name in new.operations), "")
    limit = replace(last.condition, test=side) if side and last.condition else last.condition  # "it was below that"
    asked = replace(last, operations=kept | {cue}, condition=limit)
    return replace(asked, keys=(grain,) if grain else last.keys) if cue else None


def off_mean(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last search for the highest or lowest time, with how far it lies from the mean of all; None for any other."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new = question.slots
    told = new.condition is not None and (new.condition.unit, new.condition.value) == ("mean", "0")
    limited = new.condition is not None and not (told and "dialogue:that" in question.about)
    named = new.measures or new.places or new.filters or new.periods or limited or new.number or new.ordinal
    if last is None or named or question.unknown or not _finds_one(last) or not set(new.keys) <= set(last.keys):
        return None
    asked = "mean" in new.operations and (told or new.operations & _HELD) and not new.operations - _HELD - {"mean"}
    kept = last.operations - {"polar"} | {"mean", "difference"} | new.operations & {"in_percent"}
    return replace(last, operations=kept) if asked else None


def off_its_year(question: Question, dialogue: Dialogue) -> Slots | None:
    """The one month or quarter that was told, held against the mean of its year: "less than the average month?"."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new = question.slots
    told = new.condition is not None and (new.condition.unit, new.condition.value) == ("mean", "0")
    named = new.measures or new.places or new.filters or new.periods or new.number or new.ordinal
    named = named or new.condition is not None and not told
    if last is None or named or question.unknown or last.operations - {"polar"} or last.keys or len(last.periods) != 1:
        return None
    asked = "mean" in new.operations and (told or new.operations & _HELD) and not new.operations - _HELD - {"mean"}
    if not asked or not is_closed(last.periods[0]) or "/" in last.periods[0]:
        return None
    single = Period.parse(last.periods[0])
    if single.months >= _YEAR or new.keys != (single.grain,):
        return None
    spans = (str(single), str(Period.year(single.last // _YEAR)))
    return replace(plain(last), periods=spans, keys=new.keys, operations=new.operations | {"compare"})


def of_difference(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last difference of two over time, where its highest is asked for: "in which month was it widest?"."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new = question.slots
    if last is None or question.unknown or new.measures or new.places or new.filters or new.periods or new.condition:
        return None
    two = any(len(codes) == 2 for codes in (last.partner, *last.filters.values())) and not last.keys
    asked = new.operations in ({"top"}, {"bottom"}) and set(new.keys) <= _TIMES and bool(new.keys)
    if not (two and asked and last.operations & _HELD and "dialogue:that" in question.about):
        return None
    return replace(last, keys=new.keys, operations=new.operations | {"difference"})


def beyond_mean(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last average as a limit, where it is asked how many or which times lie above or below it; None elsewhere."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new = question.slots
    named = new.measures or new.places or new.filters or new.periods or new.condition or new.number or new.ordinal
    if last is None or named or question.unknown or last.operations != {"mean"} or last.condition:
        return None
    side, timed = new.operations & _SIDES.keys(), len(last.keys) == 1 and last.keys[0] in _TIMES
    asked = new.keys == last.keys and timed and len(side) == 1 and not new.operations - side - _COUNTED
    if not asked:
        return None
    limit = Condition(_SIDES[next(iter(side))], "0", "mean")
    return replace(last, operations=new.operations & {"count"}, condition=limit)


def at_its_time(question: Question, dialogue: Dialogue) -> Slots | None:
    """Another measure at the time that was found: "how large was the deficit then?"; None for any other question."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    named = new.places or new.filters or new.periods or new.without or new.condition or new.number or question.unknown
    if last is None or turn is None or named or len(turn.ranked[1]) != 1:
        return None
    if turn.ranked[0] not in _TIMES or not (_finds_one(last) or last.operations & _ONCE):
        return None
    asked = new.measures and not new.implied and not new.operations and set(new.keys) <= set(last.keys)
    if not asked or not closes(question, "at_that_time"):
        return None
    kept = last.operations - _FOUND - _ONCE
    return replace(last, measures=new.measures, operations=kept, periods=turn.ranked[1], keys=(), condition=None)


def led_by(question: Question, dialogue: Dialogue) -> Slots | None:
    """The lead at the time when one overtook another: after "when did Mexico first pass China?", "by how much?"."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    named = new.measures or new.places or new.filters or new.keys or new.periods or question.unknown
    if last is None or turn is None or named or new.operations != {"difference"}:
        return None
    found = turn.ranked[0] in _TIMES and len(turn.ranked[1]) == 1 and last.operations & {*_ONCE, "overtake"}
    if not found or len(last.partner) != 2 or last.condition or not last.operations & {"exceed", "trail", "overtake"}:
        return None
    return replace(plain(last), operations=new.operations, periods=turn.ranked[1])


def value_at(question: Question, dialogue: Dialogue) -> Slots | None:
    """The value or the growth at a time that is named, after the highest one was found: "how much was it in 1992?"."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    named = new.measures or new.places or new.filters or new.without or new.condition or new.number or question.unknown
    if last is not None and turn is not None and (_finds_one(last) or last.operations & _ONCE) and not named:
        one = turn.ranked[0] in _TIMES and len(turn.ranked[1]) == 1
        at_it = short(question)[0] == "size" and last.operations & _ONCE or "dialogue:that_time" in question.about
        bare = not (new.operations or new.keys or new.periods)
        if at_it and one and bare:
            return replace(plain(last), periods=turn.ranked[1])  # "how big was it then?"
    new = replace(new, periods=_in_year_of(new.periods, turn))
    more = new.ordinal or new.keys or new.operations or len(new.periods) != 1
    if last is None or named or more or len(last.keys) != 1 or not is_closed(new.periods[0]):
        return None
    grown = last.operations & _PACED and not last.operations - _PACED - {"sized"}
    found = last.operations & _ENDS and not last.operations - _FOUND - _BESIDE
    if last.condition is not None or not (found or grown) or not _is_of_grain(new.periods[0], last):
        return None
    return replace(plain(last), operations=frozenset({"growth"}) if grown else frozenset(), periods=new.periods)


def _in_year_of(periods: Codes, turn: Turn | None) -> Codes:
    """A part of a year as that of the year of the time that was found: after November 2024, "in December?"."""
    part = len(periods) == 1 and periods[0].startswith(("month:", "quarter:")) and not periods[0].endswith("/")
    if turn is None or not part or turn.ranked[0] not in _TIMES or len(turn.ranked[1]) != 1:
        return periods
    return (counted(periods[0], Period.year(Period.parse(turn.ranked[1][0]).last // 12)),)


def _is_of_grain(period: str, last: Slots) -> bool:
    """Whether a time is as long as those that were searched; a peak of no grain is of months and of years."""
    grain = Period.parse(period).grain
    any_grain = "when_peak" in last.operations and not is_closed(last.periods[0])
    return grain == last.keys[0] or grain == "year" and any_grain


def share_of_its_time(question: Question, dialogue: Dialogue) -> Slots | None:
    """The time that was found as a part of the year that it was found in: "what share of 2023 imports was that?"."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    if last is None or turn is None or not _finds_one(last) or "dialogue:that" not in question.about:
        return None
    named = new.filters or new.places or new.without or new.condition or new.number or question.unknown
    same = new.measures in ((), last.measures) and set(new.keys) <= {"year"}
    if named or not same or new.operations - {"in_percent"} != {"share"} or len(turn.ranked[1]) != 1:
        return None
    found = turn.ranked[1][0]
    of_year = new.keys or _cued(question, "dialogue:whole_year") or _cued(question, "dialogue:that_time")
    whole = last.periods if all(map(is_closed, last.periods)) else (str(Period.year(Period.parse(found).last // 12)),)
    spans = single_and_span((found, *(new.periods or (whole if of_year else ()))))
    if not spans or spans[0] != turn.ranked[1][0] or not Period.parse(spans[1]).covers(Period.parse(spans[0])):
        return None
    return replace(last, periods=spans, keys=(), operations=frozenset({"share_in_time"}))


def grown_since(question: Question, dialogue: Dialogue) -> Slots | None:
    """How far it moved from the time that was found to now: after the highest year, "and since then?"."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    named = new.measures or new.places or new.filters or new.periods or new.keys or new.condition or question.unknown
    if last is None or turn is None or named or "dialogue:since_then" not in question.about:
        return None
    found = turn.ranked[0] in _TIMES and len(turn.ranked[1]) == 1 and last.operations & _ENDS
    if not found or new.operations - _GROWN or last.condition is not None or set(last.keys) - _TIMES:
        return None
    return replace(plain(last), operations=frozenset({"growth"}), periods=(f"{turn.ranked[1][0]}/",))


def _finds_one(last: Slots) -> bool:
    """Whether the one highest or the one lowest time of a series was found."""
    timed = len(last.keys) == 1 and set(last.keys) <= _TIMES and (last.number or 1) == 1 and not last.pick
    return timed and len(last.operations & _ENDS) == 1 and not last.operations - _FOUND and last.condition is None


def _tests(last: Slots) -> bool:
    """Whether something holds or not at each time: what was searched for, or a surplus or deficit that there is."""
    signed = bool(last.measures) and set(last.measures) <= _SIGNED and not last.operations - {"polar"}
    return bool(last.operations & _SEARCHED) or signed


def _newest(question: Question) -> tuple[str, str] | None:
    """The grain of the newest time, where "last year" is that of a clause: "the last year it did"."""
    periods = question.slots.periods
    if _cued(question, "searching:last_time"):
        return _grain(question), "last_time"
    return (_NEWEST[periods[0]], "last_time") if len(periods) == 1 and periods[0] in _NEWEST else None


def _first(question: Question) -> tuple[str, str]:
    """The grain of the first time that is asked for, with the operation that finds it; twice "" where none is."""
    return (_grain(question), "first_time") if "first_time" in question.slots.operations else ("", "")


def _grain(question: Question) -> str:
    return next((key for key in question.slots.keys if key in _TIMES), "")


def _cued(question: Question, cue: str) -> bool:
    return any(code.startswith(cue) for mention in question.mentions for code in mention.candidates)


__all__ = [
    "led_by",
    "at_its_time",
    "beyond_mean",
    "grown_since",
    "of_difference",
    "off_its_year",
    "off_mean",
    "searched",
    "share_of_its_time",
    "value_at",
]
