"""All trade together, where that is said and no partner is: "the overall deficit in 2022", "total exports in March"."""

from __future__ import annotations

import re

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold

_FLOWS = frozenset({"exports", "imports", "balance", "deficit", "surplus"})
_PLACED = frozenset({"partner", "region", "region_mx", "port", "product", "mode"})


def is_overall(question: Question) -> bool:
    """Whether a flow or balance is called overall right before or after it, and nothing says whose or of what it is."""
    slots = question.slots
    if slots.reporter or slots.partner or _PLACED & {*slots.keys, *slots.filters, *slots.without}:
        return False
    if not slots.measures or not {*slots.measures} <= _FLOWS or question.previous is not None:
        return False
    language, text = load(question.language), fold(question.text)
    words = language.any_of("overall", "words")
    said = [m for m in question.mentions if any(c.startswith("measures:") for c in m.candidates)]
    before = re.compile(rf"(?<!\w){words}\s+(?:{language.any_of('overall', 'between')}\s+)*$")
    after = re.compile(rf"(?:\s+(?:in\s+)?\d{{4}})?,?\s+{words}(?!\w)")
    within = re.compile(rf"(?<!\w){words}(?!\w)")
    return any(
        before.search(text[: m.start]) or after.match(text, m.end) or within.search(text, m.start, m.end) for m in said
    )


__all__ = ["is_overall"]
