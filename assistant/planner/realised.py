"""Whether a plan does all that was said: every operation, exclusion, number and place of the question has its part in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.lexicon.question import Question
from assistant.types import Call

_DONE_BY: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("growth", "yoy", "mom", "qoq", "cagr", "average_growth", "trend_growth", "change"), ("growth", "contribution")
    ),
    **dict.fromkeys(("rise", "fall"), ("growth", "contribution")),
    **dict.fromkeys(("fastest", "slowest"), ("growth",)),
    **dict.fromkeys(("top", "bottom"), ("rank", "extreme", "position")),
    "share": ("share", "contribution"),
    "contribution": ("contribution",),
    "share_of_growth": ("share",),
    "count": ("count",),
    "mean": ("mean", "roll", "growth"),
    "sum": ("total", "select"),
    "ratio": ("ratio",),
    "difference": ("difference", "growth", "share"),
    "in_percent": ("growth", "share", "ratio", "difference", "contribution"),
    "ttm": ("roll", "select"),
    "moving_average": ("roll",),
    "cumulate": ("cumulate",),
    "rebase": ("rebase",),
    "ordered": ("rank",),
    "volatility": ("volatility",),
    "doubling": ("doubling",),
    "exceed": ("difference", "where", "growth", "ratio", "rank"),
    "trail": ("difference",),
    "streak": (),
}
_NUMBERED = ("rank", "extreme", "roll", "position", "doubling", "volatility")


def unrealised(question: Question, calls: tuple[Call, ...]) -> tuple[str, ...]:
    """What the question says that the calls leave out: names of operations, excluded things, numbers, places."""
    return tuple(dict.fromkeys(_missing(question, calls)))


def _missing(question: Question, calls: tuple[Call, ...]) -> Iterator[str]:
    tools = {call.tool for call in calls}
    slots = question.slots
    for name in sorted(slots.operations - ({"count"} if tools & {"doubling", "share", "ratio"} else set())):
        if name in _DONE_BY and tools.isdisjoint(_DONE_BY[name]):
            yield name.replace("_", " ")
    if "count" in slots.operations and "mean" in slots.operations and "where" not in tools:
        yield "mean"
    if "mean" in slots.operations and len(slots.periods) > 1 and "growth" not in slots.operations:
        yield "mean"
    if "partner" in slots.keys and len(slots.partner) == 1 and not tools & {"position", "share", "contribution"}:
        yield "partners"
    open_ended = [p for p in question.asked.periods if not p[:1].isdigit() or p.endswith("/")]
    if len(question.asked.periods) > 1 and open_ended and "growth" not in tools:
        yield "periods"
    if "this-year" in question.asked.periods and len(question.asked.periods) > 1:
        yield "periods"
    if tools >= {"share", "growth"} and len(slots.partner) > 1:
        yield "share of another's change"
    own = question.mentions
    if any(c == "exclusion:not" for m in own for c in m.candidates) and not slots.without:
        yield "exclusion"
    if len({"top", "fastest", "slowest"} & slots.operations) > 1 and "rank" in tools:
        yield "ranking within a ranking"
    months = [call for call in calls if call.tool == "select" and len(str(call.args.get("period"))) == 7]
    if "mean" in tools and months:
        yield "mean of one month"
    if slots.condition and tools.isdisjoint({"where"}):
        yield "condition"
    numbers = [m for m in own if m.kind == "quantity" and m.candidates[0].startswith("n:")]
    numbers = [m for m in numbers if not (m.candidates == ("n:12",) and "month" in slots.keys)]
    products = question.slots.filters.get("product", ())
    numbers = [m for m in numbers if m.candidates[0][2:] not in products]
    spare = [
        m
        for m in numbers
        if m.candidates != ("n:1",) and not (m.candidates[0] == "n:100" and "rebase" in slots.operations)
    ]
    allowed = 1 if tools & set(_NUMBERED) or slots.level else 0
    if len(spare) > allowed + (2 if slots.condition else 0):
        yield spare[-1].text
    amounts = [m for m in own if m.kind == "quantity" and not m.candidates[0].startswith("n:")]
    if amounts and not slots.condition:
        yield amounts[0].text
    known = {*slots.reporter, *slots.partner, *slots.without.get("partner", ())}
    named = [code for code in question.asked.places if code not in known]
    yield from (
        code for code in named if len(code) == 3 or len(known) < 2
    )  # a group named beside its members is context
