"""What meets a test at each of the listed times: "which of the ten largest suppliers fell both in 2023 and in 2024"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.lexicon.when.each_listed import EACH_LISTED
from assistant.planner.grammar.growth import growth
from assistant.planner.grammar.limits import downward
from assistant.planner.grammar.steps import Plan, keyed_by, ref, untimed

_ALL = 300


def is_each_listed(slots: Slots) -> bool:
    """Whether things of one kind are to meet a test at each of several times."""
    return EACH_LISTED in slots.operations and slots.condition is not None and len(untimed(keyed_by(slots))) == 1


def each_listed(made: Plan, slots: Slots) -> None:
    """The things that meet it each time, by the last one; of the first few of a year, where these are named."""
    chosen = _first_few(made, slots)
    rows = [_rows(made, replace(slots, floor=None, periods=(period,)), chosen) for period in slots.periods]
    found, *earlier = [_met(made, slots, each) for each in reversed(rows)]
    for other in earlier:
        found = made.add("both", of=ref(found), other=ref(other))
    if "count" in slots.operations:
        made.add("count", of=ref(found))
    else:
        made.add("rank", of=ref(found), n=_ALL, order="asc" if "fall" in slots.operations else "desc")


def _rows(made: Plan, slots: Slots, chosen: str) -> str:
    """The values at one time, or their growth; of those that were chosen before."""
    moved = slots.operations & {"rise", "fall"}
    rows = growth(made, slots) if moved else made.select(slots, slots.periods, untimed(keyed_by(slots)))
    return made.add("among", of=ref(rows), within=ref(chosen)) if chosen else rows


def _met(made: Plan, slots: Slots, rows: str) -> str:
    """The rows that meet the test, which of a fall is put to changes."""
    limit = slots.condition
    assert limit is not None
    limit = downward(limit) if "fall" in slots.operations else limit
    return made.add("where", of=ref(rows), test=limit.test, value=limit.value)


def _first_few(made: Plan, slots: Slots) -> str:
    """The first few of the year that they are named of; "" where none are."""
    if slots.floor is None:
        return ""
    values = made.select(replace(slots, condition=None), (slots.floor_period,), untimed(keyed_by(slots)))
    return made.add("rank", of=ref(values), n=int(slots.floor.value))
