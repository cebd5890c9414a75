"""Questions about what a product code is: "what is chapter 85", which no note tells and the list of codes does."""

from __future__ import annotations

from assistant.lexicon.question import Question

_PRODUCT = "product:"


def code_asked(question: Question) -> str:
    """The one product code that is asked about by its number, and nothing of its trade; empty where there is none."""
    slots = question.asked
    named = [m for m in question.mentions if any(c.startswith(_PRODUCT) for c in m.candidates)]
    codes = slots.filters.get("product", ())
    numbered = len(named) == 1 and any(char.isdigit() for char in named[0].text)
    more = slots.measures or slots.places or slots.periods or slots.keys or slots.operations or question.unknown
    defined = "explain:define" in question.about
    return codes[0] if numbered and defined and len(codes) == 1 and len(slots.filters) == 1 and not more else ""


__all__ = ["code_asked"]
