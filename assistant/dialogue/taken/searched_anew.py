"""Over which times something is looked for after the figure of one: a search is of all there is, and not of that one.

"In which year did it first top 50 billion?", "when was it highest?", "was that a record?" after the figure of 2024.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.search_cues import RUNNING
from assistant.lexicon.searching import SEARCHES
from assistant.periods import LENGTHS, TIMES, Period
from assistant.store.selection import is_closed

_ALL: Codes = ("ever",)
_NEWEST = {"latest": "month", "latest-quarter": "quarter", "latest-year": "year"}
_ENDS = frozenset({"top", "bottom"})
_PEAKED = frozenset({"peak", "when_peak", "best", "worst"})
_RACING = frozenset({"overtake", "exceed", "trail"})
_FIGURED = frozenset({"polar", "share", "in_percent", "amount", "compare", "growth", "rise", "fall", "change", "yoy"})
"""What may have been done to get the one figure that is spoken of."""
_SIGNS = {"negative": "deficit", "positive": "surplus"}
_SOUGHT = {
    "ever": frozenset({"any_time", "polar"}),
    "since_when": RUNNING,
    "first": frozenset({"first_time"}),
    "last": frozenset({"last_time"}),
    "last_time": frozenset({"last_time"}),
    "which_time": frozenset({"all_times"}),
}
"""What each cue of a search looks for, where the sign of a balance is what holds."""
_SHARED = frozenset({"share"})


def searched_anew(question: Question, new: Slots, old: Slots) -> Slots:
    """The follow-up's slots over all times that there are, where something is looked for after the figure of one.

    What is looked for within the one that was told ("in which month?" after a year) is of that one.
    """
    new = _signed(question, new, old)
    told = _grain(old) if len(old.partner) < 2 or new.operations & _RACING else ""
    if not told or new.periods not in ((), _ALL) or not _searches(new):
        return new
    asked = _asked_grain(new, told)
    if LENGTHS[asked] < LENGTHS[told] and not new.periods:
        return new
    if asked == told != "year" and "dialogue:that_time" in question.about:  # "the highest month that year?"
        return replace(new, periods=(str(Period.year(Period.parse(old.periods[0]).last // 12)),))
    if asked == told == "month" and new.operations & _ENDS and "when_peak" not in new.operations:
        return new  # "in which month was it highest?" after a month names no stretch
    return _over_all(new, old, asked)


def _signed(question: Question, new: Slots, old: Slots) -> Slots:
    """The follow-up's slots with the sign of the balance as what is looked for: "was it ever negative?"."""
    cues = {code.removeprefix("searching:") for m in question.mentions for code in m.candidates}
    measure = next((name for cue, name in _SIGNS.items() if cue in cues), "")
    if not measure or old.measures != ("balance",) or new.measures or new.condition or {*new.keys} - TIMES:
        return new
    cues |= {"ever"} if "ever" in new.periods and "polar" in new.operations else set()
    done = next((found for cue, found in _SOUGHT.items() if cue in cues), frozenset())
    return replace(new, measures=(measure,), operations=done) if done else new


def _over_all(new: Slots, old: Slots, grain: str) -> Slots:
    keys = tuple(key for key in new.keys if key not in TIMES)
    shared = old.operations & _SHARED if not new.measures else frozenset()
    peak = {"when_peak"} if grain == "year" else frozenset()
    return replace(new, periods=_ALL, keys=(*keys, grain), operations=new.operations - peak | shared)


def _grain(old: Slots) -> str:
    """The length of the one time that the earlier figure is of; "" where it is of several, or was ranked."""
    single = old.periods[0] if len(old.periods) == 1 else ""
    plain = not old.operations - _FIGURED and not old.condition and not {*old.keys} & TIMES
    if not (single and plain):
        return ""
    closed = is_closed(single) and not set("/:") & {*single}
    return Period.parse(single).grain if closed else _NEWEST.get(single, "")


def _searches(new: Slots) -> bool:
    """Whether times are looked for: the first or last of something, those that meet a limit, the highest of all."""
    others = {*new.keys} - TIMES
    if others or new.number or new.ordinal:
        return False
    if new.operations & SEARCHES:
        return True
    timed = bool({*new.keys} & TIMES)
    limited = timed and new.condition is not None and not new.operations - {"count", "polar"}
    ended = timed and bool(new.operations & _ENDS) and not new.operations - _ENDS - _PEAKED
    return limited or ended and not (new.places or new.filters)


def _asked_grain(new: Slots, told: str) -> str:
    """The length of the times that are looked for: as named, else that of the figure; "when" names none."""
    named = [key for key in new.keys if key in TIMES]
    return named[0] if named and "when_peak" not in new.operations else told


__all__ = ["searched_anew"]
