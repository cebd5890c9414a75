"""Whether a plan uses the numbers that were said: counts, lengths and places in a ranking, and amounts as limits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from assistant.lexicon.question import Question
from assistant.planner.grammar.times import months_of

_NUMBERED = ("rank", "extreme", "roll", "position", "doubling", "volatility")


def numbers(question: Question, tools: set[str]) -> Iterator[str]:
    """Counts beyond those that a ranking and a condition use, amounts without a condition."""
    slots, understood = question.slots, _understood(question, tools)
    quantities = [m for m in question.mentions if m.kind == "quantity"]
    counts = [m for m in quantities if m.candidates[0].startswith("n:") and m.candidates[0] not in understood]
    placed = [m for m in counts if m.candidates[0] == f"n:{slots.pick}"][1:]  # "the last of the ten: who is number 10?"
    spare = [m for m in counts if m not in placed]
    allowed = 1 if tools & set(_NUMBERED) or slots.level else 0
    if len(spare) > allowed + (2 if slots.condition else 0):
        yield spare[-1].text
    amounts = [m for m in quantities if not m.candidates[0].startswith("n:")]
    if amounts[1 if slots.floor else 0 :] and not slots.condition:
        yield amounts[0].text


def _understood(question: Question, tools: set[str]) -> set[str]:
    """The counts that only say once more what the slots hold."""
    slots = question.slots
    codes = slots.filters.get("product", ())
    lists = (slots.partner, slots.whole, slots.reporter, slots.periods, slots.measures, *slots.filters.values())
    sizes = map(len, lists)
    understood = {"n:1", *(f"n:{code.lstrip('0')}" for code in codes)}  # "07" is read as 7
    told = [size for size in sizes if size > 1]
    understood |= {f"n:{size}" for size in (*told, *(one * other for one, other in combinations(told, 2)))}
    understood |= {f"n:{place}" for place in (slots.pick, slots.pick_to) if slots.pick_to}
    understood |= {"n:100"} if "rebase" in slots.operations else set()
    return understood | _lengths(question, rated="growth" in tools)


def _lengths(question: Question, rated: bool) -> set[str]:
    """The counts that are lengths of the times asked about, in months or in years."""
    slots = question.slots
    lengths = [months for months in map(months_of, slots.periods) if months]
    told = {f"n:{months // unit}" for months in lengths for unit in (1, 12)}
    told |= {f"n:{months // 12 - 1}" for months in lengths if rated}  # growth over five years runs from the one before
    told |= {f"n:{period.split(':')[1]}" for period in slots.periods if period.startswith("last:")}
    told |= {"n:2"} if rated and question.previous is not None else set()  # "between those two" years
    until = any(p.startswith("/") or len(p) == len("2024-06") for p in question.asked.periods)  # "12 months to June"
    return told | ({"n:12"} if "month" in slots.keys and not until else set())


__all__ = ["numbers"]
