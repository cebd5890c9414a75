"""The effective duty of those whose imports are limited: "of suppliers above $1bn, which faced the highest duty rate".

An amount cannot limit a rate, so that it limits the imports that the duty is charged on.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.conditions import is_test, test_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.periods import TIMES

_RATES = (("effective_duty",), ("effective_duty", "imports"), ("imports", "effective_duty"))
_SAID = frozenset({"top", "bottom", "count", "peak", "ordered", "per_key", "exceed", "trail"})


def floored_rate(slots: Slots, linked: Linked) -> Slots:
    """The slots with the limit in dollars as a floor in imports, and one in percent as the condition."""
    limits = _limits(linked)
    floors, rates = ([c for c in limits if c.unit == unit] for unit in ("amount", "percent"))
    kinds = {*slots.keys} - TIMES
    plain = slots.measures in _RATES and slots.operations <= _SAID and len(slots.periods) < 2 and not slots.floor
    if not plain or len(kinds) + bool(slots.level) != 1 or len(floors) != 1 or len(rates) > 1 or len(limits) > 2:
        return slots
    if slots.condition is not None and slots.condition.high or slots.reporter != (linked.home,):
        return slots
    return replace(
        slots,
        measures=("effective_duty",),
        floor=replace(floors[0], unit="imports"),
        floor_period=next(iter(slots.periods), "latest-year"),
        condition=next(iter(rates), None),
        operations=slots.operations - {"exceed", "trail"},
    )


def _limits(linked: Linked) -> list[Condition]:
    """Each quantity with the test that stands before it."""
    found: list[Condition] = []
    for mention, amount in zip(linked.mentions, linked.mentions[1:], strict=False):
        unit, _, value = amount.candidates[0].partition(":")
        test = test_of(linked, mention) if is_test(linked, mention) and amount.kind == "quantity" else None
        if test is not None and test != "between":
            found.append(Condition(test, value, unit))
    return found


__all__ = ["floored_rate"]
