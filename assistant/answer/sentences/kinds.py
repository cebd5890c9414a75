"""One sentence for each kind of result: the direct answer, with slots for its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.answer.sentences.both_limits import both_limits, is_both
from assistant.answer.sentences.compare import difference, limited, reduced
from assistant.answer.sentences.cumulated import fewest
from assistant.answer.sentences.each_listed import each_listed, is_each_listed
from assistant.answer.sentences.growth import doubling, growth, volatility
from assistant.answer.sentences.growth_compared import apart
from assistant.answer.sentences.head import Head, Said, boolean
from assistant.answer.sentences.indices import concentration, intra_industry, similarity
from assistant.answer.sentences.leading import leading
from assistant.answer.sentences.led import led
from assistant.answer.sentences.picks import count, extreme, position, rank, where
from assistant.answer.sentences.rivals import are_rivals, is_ahead, rivals
from assistant.answer.sentences.rows import side_by_side
from assistant.answer.sentences.search import is_search, search
from assistant.answer.sentences.seasons import seasonal, seasonal_extreme
from assistant.answer.sentences.single import contribution, share, value_of

_Writer = Callable[[Head], Said]

_BY_TOOL: Mapping[str, _Writer] = {
    "apart": apart,
    "concentration": concentration,
    "contribution": contribution,
    "count": count,
    "difference": difference,
    "doubling": doubling,
    "extreme": extreme,
    "intra_industry": intra_industry,
    "mean": reduced,
    "median": reduced,
    "position": position,
    "rank": rank,
    "ratio": difference,
    "seasonal": seasonal,
    "similarity": similarity,
    "total": reduced,
    "volatility": volatility,
    "where": where,
}
_SINGLE: Mapping[str, _Writer] = {"growth": growth, "share": share}
_SEVERAL = 2
_PAIRED = ("ratio", "difference")
"""Results that are said so where they have one row; several rows stand side by side."""


def sentence(head: Head) -> Said:
    """The sentence of a head, with a yes or no where it is asked of all that it states: moves one way, or a limit."""
    text, answers = _sentence(head)
    if {"polar", "all_of"} <= head.operations and "where" in head.frame.detail:
        every = len(head.frame.rows) == head.frame.detail["searched"][0]
        return head.words.phrase("yes" if every else "no", text=text), [boolean(every), *answers]
    moves = head.operations & {"rise", "fall"}
    values = [row.value for row in head.frame.rows if row.value is not None]
    answered = any(each["kind"] == "boolean" for each in answers) or len(values) < _SEVERAL
    if answered or "polar" not in head.operations or len(moves) != 1 or "growth" not in head.frame.detail:
        return text, answers
    holds = all(value > 0 if "rise" in moves else value < 0 for value in values)
    return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]


def _sentence(head: Head) -> Said:
    """The sentence of a head, by the tool that made it."""
    if head.call.tool in ("where", "count") and is_ahead(head):
        return rivals(head) if are_rivals(head) else leading(head)
    if is_both(head):
        return each_listed(head) if is_each_listed(head) else both_limits(head)
    if head.call.tool == "count" and head.of(head.call.args["of"]["ref"]).call.tool == "fewest":
        return fewest(head)
    if head.call.tool == "extreme" and "seasonal" in head.frame.detail:
        return seasonal_extreme(head)
    if is_search(head):
        return search(head)
    if head.call.tool == "where" and not head.frame.by and head.of(head.call.args["of"]["ref"]).call.tool in _PAIRED:
        return limited(head)
    if head.call.tool == "rank" and "each" in head.frame.detail:
        return led(head)
    if head.call.tool == "rank" and not head.frame.rows:
        return where(head)  # a ranking of those that meet a condition, and none does
    if writer := _BY_TOOL.get(head.call.tool):
        return writer(head)
    return side_by_side(head) if len(head.frame.rows) > 1 else _SINGLE.get(head.call.tool, value_of)(head)
