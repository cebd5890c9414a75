"""The first few of one year, of which it is asked which rose or fell: "which of our 10 largest suppliers of 2024 …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.change.both_moved import are_listed
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.ranks.few_named import few_named
from assistant.periods import TIMES
from assistant.types import Mention

_TOP = "operations:top"
FIRST = "first"
"""The test of a floor that is a place in a ranking, and no amount."""
_MOVES = {"trail": "below", "fall": "below", "exceed": "above", "rise": "above"}
_YEARS = (1, 2)
_SPEEDS = frozenset({"fastest", "slowest"})
_RATES = ("percent", "change")
_LEAST = frozenset({"bottom", "growth", "rise"})
_SAID = frozenset(
    {
        "top",
        "sized",
        "in_money",
        "count",
        "per_key",
        "growth",
        "compare",
        "polar",
        "yoy",
        "in_percent",
        "ordered",
        *_MOVES,
        *_SPEEDS,
    }
)


def among_first(slots: Slots, linked: Linked) -> Slots:
    """The slots with the first few of one year as what those that rose or fell, or did so most, are chosen from."""
    keyed = (len(slots.keys) == 1 and not TIMES & {*slots.keys} or bool(slots.level)) and len(slots.measures) < 2
    top = [code for m in linked.mentions if _TOP in m.candidates for code in m.candidates]
    moves = {test for name, test in _MOVES.items() if f"operations:{name}" not in top and name in slots.operations}
    speeds = slots.operations & _SPEEDS or ({"slowest"} if slots.operations >= _LEAST else set())
    named = [year for period in slots.periods for year in period.split("/")]
    years = sorted(named) if all(year.isdigit() for year in named) else []
    said = _SAID | {"change"} if speeds else _SAID
    said = said | {"bottom"} if "slowest" in speeds else said
    limit = slots.condition if slots.condition and slots.condition.unit in _RATES else None  # "grew by more than 10%"
    said |= {"per_key", "exceed", "trail", "count"} if limit else set()
    limited = slots.condition is not limit
    plain = not (slots.operations - said or limited or slots.floor or slots.partner and "partner" in slots.keys)
    told = len(moves) == 1 and len(years) in _YEARS or len(speeds) == 1 and years
    if are_listed(linked):  # "which grew in both 2023 and 2024"
        return slots
    ranked = slots.number and (
        "top" in slots.operations or speeds and few_named(linked)
    )  # "the five largest … that grew most"
    if not (keyed and plain and told and ranked):
        return slots
    if (year := year_of_ranking(linked.mentions).split("/")[-1] or years[-1]) not in years:
        return slots
    first, moved = Condition(FIRST, str(slots.number), "place"), Condition("above", "0", "percent")
    chosen = replace(slots, floor=first, floor_period=year, number=None, periods=tuple(years))
    done = slots.operations - {"top", "bottom", "ordered", "compare", "per_key", *_MOVES}
    if speeds:
        return replace(chosen, operations=done - {"growth"} | speeds)
    done |= {"change"} if limit and limit.unit == "change" else set()
    way = "fall" if moves == {"below"} else "rise"
    return replace(chosen, operations=done | {"growth", way}, condition=limit or moved)


def year_of_ranking(mentions: Sequence[Mention]) -> str:
    """The year that a ranking is told to be of, before it is asked what moved; "" where none is."""
    top = next((at for at, m in enumerate(mentions) if _TOP in m.candidates), len(mentions))
    if before := [c for m in _right_before(mentions, top) for c in m.candidates if c.startswith("period:")]:
        return before[0].removeprefix("period:")
    codes = [code for m in mentions[top + 1 :] for code in m.candidates]
    moved = next((at for at, code in enumerate(codes) if code.removeprefix("operations:") in _MOVES), len(codes))
    return next((code.removeprefix("period:") for code in codes[:moved] if code.startswith("period:")), "")


def _right_before(mentions: Sequence[Mention], top: int) -> Sequence[Mention]:
    """The mention right before a ranking and its number: 2023 of "the 2023 top ten", "2023's ten largest"."""
    end = next((m.start for m in mentions[top : top + 1]), 0)
    for mention in reversed(mentions[max(top - 2, 0) : top]):
        if end - mention.end > len("'s "):
            break
        if mention.kind != "quantity":
            return (mention,)
        end = mention.start
    return ()


__all__ = ["FIRST", "among_first", "year_of_ranking"]
