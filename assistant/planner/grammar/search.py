"""Searches over time: a series with a test, and the first, the last, all or the longest run of what meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.lexicon.compare.outgrowing import COMPARED
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.searching import SEARCHES
from assistant.periods import STEPS, TIMES
from assistant.planner.grammar.limits import downward
from assistant.planner.grammar.share import is_shareable
from assistant.planner.grammar.sides import Sides, sides
from assistant.planner.grammar.steps import Plan, keyed_by, ref, untimed
from assistant.planner.grammar.times import ALL, span, widened
from assistant.store.selection import is_closed

Rows = Callable[[Plan, Slots], str]
"""What makes the rows of slots in a plan."""

_STEPS = {"month": ("mom", "yoy"), "quarter": ("qoq", "yoy"), "year": ("yoy",)}
_MOVES = frozenset({"rise", "fall", "growth", "change"})
_SIZES = ("amount", "change")
_VERSUS = frozenset({"exceed", "trail"})
_SAID = frozenset({"count", "compare", "polar", "per_key", "difference", "in_percent", "exceed", "trail"})
_LONG = 24
"""In a range of more months than this, two rivals are set side by side by year where the question does not say."""


def is_search(slots: Slots) -> bool:
    """Whether the periods are asked for in which something holds."""
    return bool(slots.operations & SEARCHES)


def search(made: Plan, slots: Slots, rows_of: Rows) -> None:
    """The search by each length of period and each kind of growth that the question may mean; nothing where none fits.

    "When did imports last fall" may mean on the month before or on the year: both are answered, one after the other.
    """
    if slots.periods == ("ever",):
        slots = replace(slots, periods=(reach(slots),))
    pair = sides(slots) if slots.operations & _VERSUS and _is_lead(slots.condition) else None
    if pair is None and (untimed(keyed_by(slots)) or len(slots.measures) > 1 or not _is_tested(slots)):
        return
    for grain, step in _readings(slots, versus=pair is not None):
        plain = replace(slots, operations=slots.operations - SEARCHES - _SAID, keys=(grain,))
        rows, test, value = _series(made, plain, pair, step, rows_of)
        if "trail" in slots.operations and pair:
            limit = downward(slots.condition) if slots.condition else Condition("below", "0", "amount")
            test, value = limit.test, limit.value
        if rows:
            _picked(made, slots, rows, test, value)


def _is_lead(limit: Condition | None) -> bool:
    """Whether of two rivals any lead is searched, or one of a size: "exceeded … by more than $14bn"."""
    return limit is None or limit.unit == "change" and limit.high is None


def _is_tested(slots: Slots) -> bool:
    """Whether one series is searched for something: a limit, a rise or fall, a surplus or deficit."""
    return bool(slots.condition or slots.operations & _MOVES or {"surplus", "deficit"} & {*slots.measures})


def reach(slots: Slots) -> str:
    """Which stretch of time a search through all there is goes over: the longest history, or the newest without gaps.

    The first time and the longest run need the history; the last time and a run that goes on need the newest months.
    """
    history = "first_time" in slots.operations or "streak" in slots.operations and "now_running" not in slots.operations
    return "whole" if history or "overtake" in slots.operations else "sound"


def _readings(slots: Slots, *, versus: bool) -> Iterator[tuple[str, str]]:
    """Each grain, with the growth step where a rise or fall is searched."""
    asked = next((key for key in slots.keys if key in TIMES), None)
    moving = bool(slots.operations & _MOVES) and (slots.condition is None or slots.condition.unit in _SIZES)
    moving = moving and not versus
    named = next((kind for kind in STEPS if kind in slots.operations), None)
    short = span(slots.periods) <= _LONG and not {*slots.periods} & ALL
    if moving:
        grain = asked or ("quarter" if named == "qoq" else "month")
        yield from ((grain, step) for step in ((named,) if named else _STEPS[grain]))
    elif asked:
        yield asked, "yoy"
    elif "streak" in slots.operations or short or "count" in slots.operations:
        yield "month", "yoy"
    else:
        grains = ("year",) if versus else ("month", "year")
        yield from ((grain, "yoy") for grain in grains)


def _series(made: Plan, slots: Slots, pair: Sides | None, step: str, rows_of: Rows) -> tuple[str, str, str]:
    """The rows to search, and the test that they have to meet."""
    limit = slots.condition
    if pair is not None:
        left, right = (_side(made, _narrowed(slots, side), rows_of) for side in pair)
        lead = limit or Condition("above", "0", "amount")
        return made.add("difference", of=ref(left), minus=ref(right)), lead.test, lead.value
    if limit is not None:
        return _limited(made, slots, limit, step, rows_of)
    if slots.operations & _MOVES:
        return _changes(made, slots, step), "below" if "fall" in slots.operations else "above", "0"
    return made.select(slots, slots.periods, list(slots.keys)), "above", "0"


def _narrowed(slots: Slots, side: Slots) -> Slots:
    """The slots over the places, measure and filters of one of the two."""
    chosen = replace(slots, measures=side.measures, reporter=side.reporter)
    return replace(chosen, partner=side.partner, filters=side.filters)


def _side(made: Plan, slots: Slots, rows_of: Rows) -> str:
    """One of two rivals over time: its values, its share, or its growth on the year before."""
    plain = replace(slots, operations=slots.operations - COMPARED)
    if not slots.operations & COMPARED:
        return rows_of(made, plain)
    rows = made.select(plain, _widened(plain, "yoy"), list(plain.keys))
    return made.add("growth", of=ref(rows), kind="yoy", unit="percent")


def _changes(made: Plan, slots: Slots, step: str) -> str:
    """The change of each period in the unit of the values: a balance that changes sign has no growth in percent."""
    rows = made.select(slots, _widened(slots, step), list(slots.keys))
    return made.add("growth", of=ref(rows), kind=step, unit="change")


def _limited(made: Plan, slots: Slots, limit: Condition, step: str, rows_of: Rows) -> tuple[str, str, str]:
    """The rows of a limit that is written out: of values, shares, or growth; "fell by more than 5 %" is below −5 %."""
    if limit.unit == "growth":
        return _changes(made, slots, "yoy"), limit.test, limit.value
    moving = bool(slots.operations & _MOVES)
    rated = moving or "share" in slots.operations and is_shareable(slots)
    if limit.unit not in (*_SIZES, "percent") or limit.high or limit.unit == "percent" and not rated:
        return "", "", ""
    if limit.unit in _SIZES and not moving and (rated or limit.unit == "change"):
        return "", "", ""
    rows = _changes(made, slots, step) if limit.unit in _SIZES and moving else rows_of(made, slots)
    limit = downward(limit) if "fall" in slots.operations else limit
    return rows, limit.test, limit.value


def _widened(slots: Slots, step: str) -> tuple[str, ...]:
    """The periods with those before them that growth is taken from."""
    return widened(slots.periods, STEPS[step])


def _picked(made: Plan, slots: Slots, rows: str, test: str, value: str) -> None:
    """What is done with the rows: where the one overtakes the other, the longest run, or the periods that meet it."""
    operations = slots.operations
    newest = None if all(is_closed(period.removeprefix("/")) for period in slots.periods) else True
    which = "first" if "first_time" in operations else "last" if operations & {"last_time", "elapsed"} else "all"
    if "overtake" in operations:
        made.add("crossing", of=ref(rows), which=which, to_newest=newest, claimed=slots.claimed or None)
        return
    if "streak" in operations:
        made.add("streak", of=ref(rows), test=test, value=value, to_newest=newest)
        return
    kept = made.add("where", of=ref(rows), test=test, value=value)
    which = "any" if operations & {"any_time", "every_time"} else which
    found = made.add("find", of=ref(kept), which=which, to_newest=newest, claimed=slots.claimed or None)
    if "sum" in operations and which == "all":
        made.add("total", of=ref(found))
    if "count" in operations and which == "all":
        counted = made.add("count", of=ref(found))
        if "count_share" in operations:
            made.add("ratio", of=ref(counted), to=ref(made.add("count", of=ref(rows))), percent=True)
