"""What was asked for in so many words and is not said: "what percentage" without one, a yes or no that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.answer.draft import Draft
from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold
from assistant.measures import TARIFFS
from assistant.types import Gap

_UNITS: Mapping[str, frozenset[str]] = {
    "percentage": frozenset({"percent", "percentage points", "ratio"}),
    "points": frozenset({"percentage points"}),
    "money": frozenset({"USD", "USD/kg", "ratio"}),
    "mass": frozenset({"kg", "USD/kg"}),
    "place": frozenset({"rank"}),
}
"""The words of a language that ask for a kind of figure, and the units that it is told in."""
_PLAIN = frozenset({"polar"})


def unsaid(question: Question, draft: Draft) -> Gap | None:
    """The decline of a draft that gives figures, but not the kind that was asked for; None where nothing is missing."""
    if draft.quotes or not draft.facts:
        return None
    missing = ", ".join(_missing(question, draft))
    return Gap("declined", "unclear", "not_realised", (("what", missing),)) if missing else None


def _missing(question: Question, draft: Draft) -> Iterator[str]:
    language, text = load(question.language), fold(question.text)
    units = {str(told.get("unit")) for told in draft.answer}
    for name, told in _UNITS.items():
        asked = language.said(text, "asked_kinds", name)
        shared = name == "money" and "share" in question.slots.operations  # "of every $100, how many dollars"
        if asked is not None and units.isdisjoint(told) and not shared:
            yield asked[0]
    named = {*question.asked.measures} - {*TARIFFS} and not question.carried  # not "is there another source?"
    plain = question.slots.operations == _PLAIN and bool(named)
    sized = language.said(text, "asked_kinds", "sized")  # "is it a surplus, and how large was it"
    if plain and sized is None and all(told["kind"] != "boolean" for told in draft.answer):
        yield "polar"


__all__ = ["unsaid"]
