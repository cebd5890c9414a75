"""Searches over time: when something was first or last so, whether ever, how often, how long in a row, who overtook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon.compare.outgrowing import compared_growth
from assistant.lexicon.compare.peaks_apart import peaks_apart
from assistant.lexicon.compare.search_sides import sided_search
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import RANKED, Condition, Slots
from assistant.lexicon.search_cues import (
    RUNNING,
    cues_of,
    ending,
    is_running,
    is_spread_over,
    over_range,
    peak_until,
    peaking,
    says_such,
    turned,
)
from assistant.lexicon.searched_times import defined_time
from assistant.lexicon.tokens import phrase
from assistant.periods import TIMES
from assistant.store.selection import is_closed

SEARCHES = frozenset(
    {"first_time", "last_time", "any_time", "every_time", "all_times", "overtake", "elapsed", "streak", "now_running"}
)
"""The operations that look for the periods in which something holds."""

_GRAINS = {"latest": "month", "latest-year": "year", "latest-quarter": "quarter"}
_MOVES = frozenset({"rise", "fall"})
_VERSUS = frozenset({"exceed", "trail"})
_SIGNED = ("surplus", "deficit")
_THINGS = frozenset({"partner", "region", "port", "mode", "product"})
_DATED = frozenset({"when", "which_time"})
_AHEAD = frozenset({"overtake", "outsell"})


def sought(slots: Slots, linked: Linked) -> Slots:
    """The slots of a search over time, or of two growths that are compared, put right; other slots as they are."""
    cues = cues_of(linked) - ({"ever"} if _is_of_one_time(slots, linked) else set())
    if cues & _AHEAD and slots.condition is None:
        slots = replace(slots, operations=slots.operations | {"exceed"})
    slots = _limited(sided_search(slots, linked, cues), linked, cues)
    if is_pair(slots) and (apart := peaks_apart(slots, linked, cues)):
        return apart
    slots = peaking(
        ending(replace(slots, keys=tuple(dict.fromkeys((*slots.keys, *searched_keys(linked))))), linked), cues
    )
    slots = peak_until(slots, linked)
    named = (key for key in slots.keys if not says_such(slots, key))
    slots = compared_growth(replace(turned(slots, cues), keys=tuple(named)), linked, cues)
    cues |= {"first"} if _leads(linked) else frozenset()
    cues -= {"first"} if _counts(linked) else frozenset()
    dated, cue = defined_time(slots, linked)
    if _is_ranked(slots, linked):
        return replace(slots, operations=slots.operations | ({"first_time"} if "first" in cues else frozenset()))
    if slots.condition and slots.condition.high and not cues & {"first", "last", "last_time", "elapsed"}:
        return slots  # "months when … between 26 and 28 billion": a plain condition
    defined = bool(cue) and any(_asked(dated, cues | {cue}))
    found = _searched(dated, cues | {cue}) if defined else _searched(slots, cues)
    return over_range(found, linked) if found.operations & SEARCHES else found


def _is_of_one_time(slots: Slots, linked: Linked) -> bool:
    """Whether "was there a surplus", or a fall, is asked of one closed time as a whole, and of no part of it."""
    told = [m.text for m in linked.mentions if "searching:ever" in m.candidates]
    closed = all(is_closed(period) and "/" not in period for period in slots.periods)
    whole = len(slots.periods) < 2 and closed and TIMES.isdisjoint((*slots.keys, *linked.codes("keys")))
    signed = bool(slots.measures) and slots.measures[0] in _SIGNED
    plain = (
        slots.condition is None and (signed or bool(slots.operations & _MOVES)) and "which_time" not in cues_of(linked)
    )
    return bool(told) and plain and whole and set(told) <= linked.language.forms("lists", "existed")


def is_pair(slots: Slots) -> bool:
    """Whether exactly one thing comes in two: partners, flows, reporters, modes, products, states or ports."""
    lists = [slots.partner, slots.measures, slots.reporter, *slots.filters.values()]
    return [len(codes) for codes in lists if len(codes) > 1] == [2]


def _searched(slots: Slots, cues: frozenset[str]) -> Slots:
    """The slots with what is searched for among their operations; a "first" without a test is kept to be declined."""
    asked = RUNNING if is_running(slots, cues) else frozenset(_asked(slots, cues))
    if not asked:
        return replace(slots, operations=slots.operations | {"first_time"}) if "first" in cues else slots
    named = tuple(period for period in slots.periods if period != "ever")
    dropped = {"exceed", "trail"} if slots.condition and not _is_of_rivals(slots) else set()
    dropped |= {"ratio"} if "many_times" in cues else set()
    operations = slots.operations - dropped - RANKED | asked
    return replace(slots, operations=operations, periods=named or slots.periods, ordinal=None)


def _asked(slots: Slots, cues: frozenset[str]) -> Iterator[str]:
    """What is asked of the periods in which something holds: nothing where the slots hold no test."""
    operations = slots.operations
    versus = bool(operations & _VERSUS) and _is_of_rivals(slots) and not _tells_things(slots)
    moved = versus or bool(slots.condition or operations & _MOVES)
    signed = bool(slots.measures) and slots.measures[0] in _SIGNED
    counted = "count" in operations and bool(TIMES & {*slots.keys}) or "many_times" in cues
    dated = bool(cues & {"when", "which_time", "first"} or "overtake" in cues and {*slots.keys} & {*_GRAINS.values()})
    if "streak" in operations and (moved or signed):
        yield from RUNNING if "now" in cues or RUNNING <= operations else ("streak",)
    elif "elapsed" in cues and (moved or signed):
        yield "elapsed"
    elif versus and not slots.condition and dated and _overtakes(cues):
        yield from ("overtake", *(f"{cue}_time" for cue in ("first", "last") if cue in cues))
    elif versus and "since_when" in cues:
        yield from ("overtake", "last_time")
    elif "first" in cues and (moved or signed):
        yield "first_time"
    elif ("last_time" in cues or "last" in cues and cues & {"when", "which_time"}) and (moved or signed):
        yield "last_time"
    elif "polar" in operations and "every" in cues and (moved or signed):
        yield "every_time"
    elif "polar" in operations and ("ever" in cues or "ever" in slots.periods) and (moved or signed):
        yield "any_time"
    elif (
        signed
        and "which_time" in cues
        and not operations - {"count", "series"}  # "in which years was there a surplus"
        or moved
        and cues & {"when", "many_times"}
        or versus
        and (cues & {"which_time"} or counted or is_spread_over(slots))
    ):
        yield "every_time" if "polar" in operations and not counted and not cues & _DATED else "all_times"


def _overtakes(cues: frozenset[str]) -> bool:
    """Whether the time is asked for at which one of two moved ahead of the other."""
    return "overtake" in cues or "surpass" in cues and not cues & {"last", "last_time"}


def _is_of_rivals(slots: Slots) -> bool:
    """Whether two are held against each other, with or without a limit on how far the one is ahead."""
    return is_pair(slots) and (slots.condition is None or slots.condition.unit == "change")


def _tells_things(slots: Slots) -> bool:
    """Whether things are told apart, and not times: "which states", "how many commodity groups"."""
    return bool(_THINGS & {*slots.keys} or slots.sections or slots.level)


def _is_ranked(slots: Slots, linked: Linked) -> bool:
    """Whether a superlative is asked for; the "más" of "más a China que a México" is none."""
    comparing = linked.language.forms("search", "more", "less") if slots.operations & _VERSUS else frozenset()
    ranked = {f"operations:{name}" for name in RANKED}
    named = any(ranked & {*m.candidates} and m.text not in comparing for m in linked.mentions)
    return named and bool(slots.operations & RANKED)


def _limited(slots: Slots, linked: Linked, cues: frozenset[str]) -> Slots:
    """The slots with an amount that stands apart from its verb: "superó por primera vez el déficit los 15 mil …"."""
    amounts = [m for m in linked.mentions if m.kind == "quantity" and not m.candidates[0].startswith("n:")]
    if slots.condition or not cues or len(amounts) != 1 or is_pair(slots) or not slots.operations & _VERSUS:
        return slots
    unit, value = amounts[0].candidates[0].split(":", 1)
    test = "below" if "trail" in slots.operations else "above"
    return replace(slots, condition=Condition(test, value, unit))


def _leads(linked: Linked) -> bool:
    """Whether "the first" stands before what it counts, and does not point into an earlier answer."""
    leads = linked.language.forms("search", "leads")
    named = [m for m in linked.mentions if "ordinals:1" in m.candidates and m.text in leads]
    counts = [m.start for m in linked.mentions if m.kind == "quantity"]
    named = [m for m in named if not any(m.end <= at and not linked.text[m.end : at].strip() for at in counts)]
    return any(linked.text[m.end :].strip()[:1].isalpha() for m in named)


def _counts(linked: Linked) -> bool:
    """Whether "first" counts things: "the first three"."""
    starts = [m.start for m in linked.mentions if m.kind == "quantity"]
    firsts = [m.end for m in linked.mentions if "searching:first" in m.candidates]
    return any(start >= end and not linked.text[end:start].strip() for end in firsts for start in starts)


def searched_keys(linked: Linked) -> Iterator[str]:
    """The time keys inside cues: the month of "in any month"."""
    for mention in linked.mentions:
        if any(c.startswith("searching:") for c in mention.candidates):
            meanings = (m for word in phrase(mention.text) for m in linked.language.phrases.get((word,), ()))
            yield from (code for section, code in meanings if section == "keys" and code in _GRAINS.values())
