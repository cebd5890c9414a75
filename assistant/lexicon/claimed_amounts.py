"""The amount that a question claims one figure to be: "is the deficit 172 billion?", "about 15 % of imports, true?"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.store.selection import is_closed
from assistant.types import Mention

_MOVES = frozenset({"growth", "rise", "fall", "change"})
_ONE = frozenset({"polar", "share", "yoy", "per_key", "per_day", *_MOVES})
"""What is done where one figure is left to be held to the amount."""
_UNITS = ("amount", "percent")
_WIDEST, _ROUND, _LOOSE, _SHORT = Decimal("0.05"), Decimal("0.025"), Decimal("0.05"), Decimal("0.1")
"""How far a figure may lie from the amount, in parts of it: said to its last digit, said in round numbers ("200
billion"), said to be about it, and below what it is nearly."""
_EXACT = 3
"""Digits from which an amount may also be the figure cut short: "505 billion" of 505.851."""
_NEAR = 3
"""How many words before an amount may say how exact it is: "around the", "close to about"."""


def claims_amount(slots: Slots, linked: Linked) -> Slots:
    """The slots of a yes or no whether one figure is an amount, with what rounds to that amount as their condition."""
    return _denied(_claimed(slots, linked), linked)


def _claimed(slots: Slots, linked: Linked) -> Slots:
    amount = _amount(linked)
    slots = replace(slots, operations=slots.operations | {"share"}) if _is_part(linked, amount) else slots
    yearly = slots.keys == ("year",) and len(slots.periods) < 2 and _is_yearly(linked, amount)
    one = slots.operations <= _ONE and (not slots.keys or yearly) and not (slots.condition or slots.floor)
    single = all(len(codes) < 2 for codes in (slots.measures, slots.partner, slots.reporter, *slots.filters.values()))
    if amount is None or not (one and single and _is_asked(slots, linked, amount)):
        return slots
    found, moves = _limits(linked, amount), bool(slots.operations & _MOVES)
    if found.unit == "percent" and not (moves or "share" in slots.operations):
        return slots
    if len(slots.periods) > 1 and not moves or any(not is_closed(p) for p in slots.periods if p[:1].isdigit()):
        return slots
    found = replace(found, unit="change") if found.unit == "amount" and moves else found
    return replace(slots, condition=found, operations=slots.operations - {"per_key"} | {"polar"}, keys=())


def _denied(slots: Slots, linked: Linked) -> Slots:
    """The slots of a claim of which it is asked if it is wrong: "is that false?", "am I wrong that"."""
    asked = (
        "polar" in slots.operations and slots.measures and linked.language.said(fold(linked.text), "claims", "denied")
    )
    return replace(slots, operations=slots.operations | {"denied"}) if asked else slots


def _amount(linked: Linked) -> Mention | None:
    """The only number of the question, where it is money or a percentage."""
    told = [m for m in linked.mentions if m.kind == "quantity"]
    return told[0] if len(told) == 1 and told[0].candidates[0].startswith(_UNITS) else None


def _is_part(linked: Linked, amount: Mention | None) -> bool:
    """Whether a percentage is one of a flow, which is a share of it: "25 % of our exports go to Canada"."""
    after = [m for m in linked.mentions if amount and m.start >= amount.end][:3]
    percent = amount is not None and amount.candidates[0].startswith("percent")
    flows = ("measures:imports", "measures:exports", "measures:total")
    return (
        percent
        and bool(after)
        and "prepositions:of" in after[0].candidates
        and any(set(flows) & {*m.candidates} for m in after[1:])
    )


def _is_asked(slots: Slots, linked: Linked, amount: Mention) -> bool:
    """Whether a yes or no is asked for, or something is stated that may be so or not: "… was 295 billion", "true?"."""
    said = "polar" in slots.operations or linked.language.said(fold(linked.text), "claims", "checked", "denied")
    return bool(said) or _is_stated(linked, amount)


def _is_stated(linked: Linked, amount: Mention) -> bool:
    """Whether the amount follows a verb that says what something was, and nothing else is asked."""
    if {*phrase(linked.text)} & linked.language.forms("polar", "asks"):
        return False
    before = [m for m in linked.mentions if m.end <= amount.start]
    held = linked.language.any_of("claims", "stands")
    degree = linked.language.any_of("claims", "about", "nearly")
    text = fold(linked.text[: amount.start])
    traded = [m.end for m in before[-1:] if any(c.startswith("verbs:") for c in m.candidates)]
    near = any(re.fullmatch(rf"(?:\s*{degree})?[\s$]*", text[end:]) for end in traded)
    return near or re.search(rf"(?<!\w){held}(?:\s+{degree})?[\s$]*$", text) is not None


def _is_yearly(linked: Linked, amount: Mention | None) -> bool:
    """Whether the amount itself is by year: "200 billion a year"."""
    after = fold(linked.text[amount.end :]) if amount else ""
    found = linked.language.said(after, "claims", "yearly")
    return found is not None and not after[: found.start()].strip(" ,")


def _limits(linked: Linked, amount: Mention) -> Condition:
    """Between what a figure lies that may be called the amount, as exact as it was said."""
    unit, written = amount.candidates[0].split(":", 1)
    value, before = Decimal(written), " ".join(phrase(linked.text[: amount.start])[-_NEAR:])
    low = high = _half_place(value, unit)
    if linked.language.said(before, "claims", "nearly"):
        low, high = value * _SHORT, Decimal(0)
    elif linked.language.said(before, "claims", "about"):
        low = high = max(low, value * _LOOSE)
    elif len(value.normalize().as_tuple().digits) >= _EXACT:
        high *= 2
    return Condition("between", f"{value - low:f}", unit, f"{value + high:f}")


def _half_place(value: Decimal, unit: str) -> Decimal:
    """Half of the last place that an amount is said to; of round amounts the zeros say little.

    >>> _half_place(Decimal("439000000000"), "amount"), _half_place(Decimal("15"), "percent")
    (Decimal('500000000'), Decimal('0.5'))
    >>> _half_place(Decimal("200000000000"), "amount")
    Decimal('5000000000.000')
    """
    _, digits, exponent = value.normalize().as_tuple()
    if unit == "percent":
        return Decimal("0.5").scaleb(min(0, int(exponent)))
    place = Decimal(5).scaleb(int(exponent) - 1)
    return min(place, value * (_ROUND if len(digits) == 1 else _WIDEST)).quantize(Decimal("1")) if place >= 1 else place


__all__ = ["claims_amount"]
