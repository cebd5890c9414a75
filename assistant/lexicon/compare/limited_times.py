"""A limit met at one time and another at a second: "over $10bn in 2024 but less than that in 2010"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.conditions import is_test, test_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.periods import TIMES

_SAID = frozenset({"exceed", "trail", "compare", "difference", "count", "both", "all_times"})
_TURNED = {"above": "at_most", "below": "at_least", "at_least": "below", "at_most": "above"}
_POINTING = frozenset({"dialogue:that", "dialogue:those"})
_YEAR = len("2024")


def limited_times(slots: Slots, linked: Linked) -> Slots:
    """The slots with the limit of the first time, and that of the second as a floor; as they are without two limits."""
    years = _years(linked)
    limits = _limits(linked) if _can_be(slots) and len(years) == 2 else []
    if len(limits) == 1:
        test, value = limits[0]
        limits += [(_TURNED[test], value)] if _is_denied(linked, years) else [(test, value)] if _is_both(linked) else []
    if len(limits) != 2 or set("/".join(slots.periods).split("/")) != set(years):
        return slots
    (test, value), (other, second) = limits
    return replace(
        slots,
        periods=(years[0],),
        condition=Condition(test, value, "amount"),
        floor=Condition(other, second, "amount"),
        floor_period=years[1],
        keys=tuple(key for key in slots.keys if key not in TIMES),
        operations=slots.operations - (_SAID - {"count"}),
        without={},
    )


def _can_be(slots: Slots) -> bool:
    """Whether things of one kind with amounts above or below a limit are asked for, of one measure."""
    keys = {*slots.keys} - {*TIMES}
    amount = slots.condition is not None and slots.condition.unit == "amount" and not slots.condition.high
    single = len(slots.measures) < 2 and not slots.floor and not slots.partner_share
    return len(keys) + bool(slots.sections) == 1 and amount and single and slots.operations <= _SAID


def _years(linked: Linked) -> list[str]:
    """The years that are named, in the order of the question; nothing where another time is named too."""
    codes = [m.candidates[0].removeprefix("period:") for m in linked.mentions if m.kind == "period"]
    found = list(dict.fromkeys(codes))
    return found if all(code.isdigit() and len(code) == _YEAR for code in found) else []


def _limits(linked: Linked) -> list[tuple[str, str]]:
    """The test and amount of each limit; "that" is the amount before."""
    found: list[tuple[str, str]] = []
    for at, mention in enumerate(linked.mentions):
        test = test_of(linked, mention)
        if test not in _TURNED:
            continue
        after = linked.mentions[at + 1 : at + 2]
        if is_test(linked, mention) and after and after[0].candidates[0].startswith("amount:"):
            found.append((test, after[0].candidates[0].partition(":")[2]))
        elif found and after and _POINTING & {*after[0].candidates}:
            found.append((test, found[-1][1]))
    return found


def _is_denied(linked: Linked, years: list[str]) -> bool:
    """Whether the second time is the one at which the limit was not met: "but not in 2010"."""
    first, second = (next(m for m in linked.mentions if f"period:{year}" in m.candidates) for year in years)
    said = phrase(linked.text[first.end : second.start])
    compared = {*said} & linked.language.forms("comparatives", "more", "less", "than")  # "but not more than in 2022"
    return bool({*said} & linked.language.forms("limited_times", "denials")) and not compared


def _is_both(linked: Linked) -> bool:
    """Whether both times are said to meet it: "in both 2010 and 2024"."""
    return linked.language.said(fold(linked.text), "limited_times", "both") is not None


__all__ = ["limited_times"]
