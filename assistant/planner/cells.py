"""Cells of two kinds of things, which are ranked or counted only where pairs are asked for: "which state and mode"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.languages.language import load
from assistant.lexicon.question import RANKED, Question
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Call, Mention

_PICKED = RANKED | {"count"}
"""What is asked of the things of a kind, and not of each cell."""
_KINDS = frozenset({"partner", "product", "mode", "region", "port"})
_JOINED = ("-", "/", "–")
_NEAR = 2
"""Words between the kinds of a pair: "and", "from which"."""


def cells(question: Question, calls: tuple[Call, ...]) -> Iterator[str]:
    """The second kind where the first alone is ranked, counted or limited: "how many states by mode took over $1bn"."""
    slots, tools = question.slots, {call.tool for call in calls}
    keyed = [{*(call.args.get("by") or ())} & _KINDS for call in calls if call.tool == "select"]
    picked = slots.operations & _PICKED or slots.condition or slots.floor
    if not picked or tools.isdisjoint({"rank", "where", "count", "extreme"}) or not any(len(by) > 1 for by in keyed):
        return
    kinds = [m for m in question.mentions if any(_key(c) in slots.keys for c in m.candidates)]
    if not any(_are_pairs(question, *pair) for pair in pairwise(kinds)):
        yield kinds[-1].text if kinds else "keys"


def _key(candidate: str) -> str:
    section, _, code = candidate.partition(":")
    return code.removesuffix("_mx") if section == "keys" else ""


def _are_pairs(question: Question, first: Mention, second: Mention) -> bool:
    """Whether two kinds are asked for together: "which state and mode", "which goods from which country"."""
    joins = load(question.language).forms("lists", "pairing")
    gap = fold(question.text)[first.end : second.start]
    return gap.strip() in _JOINED or len(phrase(gap)) <= _NEAR and bool({*phrase(gap)} & joins)


__all__ = ["cells"]
