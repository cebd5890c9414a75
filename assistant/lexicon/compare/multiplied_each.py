"""How many of several things doubled, and which: a limit on the growth of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.periods import TIMES

_RATES = frozenset({"cagr", "average_growth", "trend_growth"})
_NONE = Decimal(0)
_COUNTED = frozenset({"count", "rise", "fall", "growth", "compare", "per_key"})
_MOVED = Condition("above", "0", "percent")
"""What rose or fell did so by more than nothing."""


def growth_of_multiple(linked: Linked) -> Condition | None:
    """The limit in percent that a multiple puts on growth: "doubled" is 100 % or more, "halved" −50 % or less."""
    told = linked.language.forms("multiple", "told")
    said = [(at, m) for at, m in enumerate(linked.mentions) if m.text in told and _factor(m.candidates)]
    if len(said) != 1:
        return None
    at, mention = said[0]
    grown = (Decimal(_factor(mention.candidates)) - 1) * 100
    before = linked.mentions[at - 1].candidates if at else ()
    up, down = ("above", "below") if "tests:above" in before else ("at_least", "at_most")
    return Condition(up if grown > _NONE else down, f"{grown.normalize():f}", "percent")


def multiplied_each(slots: Slots, linked: Linked) -> Slots:
    """The slots of a growth of each partner or product with the limit that the multiple puts on it.

    Beside a limit in money "doubling" stays, until that limit is found to be a floor of one year.
    """
    things = {*slots.keys} - TIMES or slots.level or slots.sections
    limit = growth_of_multiple(linked) if things and not slots.operations & _RATES else None
    if limit is None or not (len(slots.periods) > 1 or "/" in "".join(slots.periods)):
        return slots
    done = slots.operations - {"doubling", "ratio", "exceed", "trail", "compare", "difference"} | {"growth"}
    if slots.condition:
        return replace(slots, operations=done | {"doubling"})
    return replace(slots, operations=done, condition=limit)


def of_each(slots: Slots, _: Linked) -> Slots:
    """The slots of things that are counted where they rose or fell, or named where any meets a limit.

    "How many ports saw a rise" counts growth above zero; "is there any port below $1 billion" looks for no time.
    """
    things, timed = {*slots.keys} - TIMES, {*slots.keys} & TIMES
    if not things or timed:
        return slots
    if slots.condition and "any_time" in slots.operations:
        return replace(slots, operations=slots.operations - {"any_time", "polar"})
    moved = slots.operations & {"rise", "fall"}
    if len(moved) != 1 or slots.condition or slots.operations - _COUNTED:
        return slots
    if "count" in slots.operations:
        return replace(slots, operations=slots.operations - {"compare", "per_key"}, condition=_MOVED)
    fell = "fall" in moved and len(slots.periods) == 2  # those that fell are named, and not all
    return replace(slots, operations=slots.operations - {"compare"}) if fell else slots


def _factor(candidates: tuple[str, ...]) -> str:
    return next((code.removeprefix("multiples:") for code in candidates if code.startswith("multiples:")), "")


__all__ = ["growth_of_multiple", "multiplied_each", "of_each"]
