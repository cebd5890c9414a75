"""The one of two that a multiple is asked of: "Brownsville vs Hidalgo in 2024, how many times larger is Hidalgo"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import SECTIONS, Linked, codes_of
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold


def named_first(slots: Slots, linked: Linked) -> Slots:
    """The slots with the one of a pair that is named again behind the multiple as the first of both.

    Behind a "than" stands what it is measured by; of the one that is so many times smaller the other is the multiple.
    """
    cue = next((m for m in reversed(linked.mentions) if "operations:ratio" in m.candidates), None)
    if cue is None or "ratio" not in slots.operations:
        return slots
    after = fold(linked.text[cue.end :])
    if any(linked.language.said(after, "comparatives", name) for name in ("than", "bare")):
        return slots
    less = linked.language.said(f"{cue.text} {after}", "comparatives", "less") is not None
    before, behind = ([m for m in linked.mentions if (m.start < cue.start) == first] for first in (True, False))

    def turned(codes: Codes, section: str) -> Codes:
        said = [code for m in before for code in codes_of(m, section) if code in codes]
        twice = len(codes) == 2 and said[-1:] and said.count(said[-1]) > 1
        if twice:  # "truck versus rail: truck is how many times rail"
            return (said[-1], *(code for code in codes if code != said[-1]))
        told, again = ({c for m in named for c in codes_of(m, section)} for named in (before, behind))
        return _turned(codes, again, less) if {*codes} <= told else codes

    filters = {name: turned(codes, SECTIONS.get(name, name)) for name, codes in slots.filters.items()}
    reporter, partner = turned(slots.reporter, "place"), turned(slots.partner, "place")
    measures = turned(slots.measures, "measures")
    return replace(slots, reporter=reporter, partner=partner, filters=filters, measures=measures)


def _turned(codes: Codes, again: set[str], less: bool) -> Codes:
    """Two codes with the only one that is named again first, or second where it is the lesser; others as they are."""
    first = tuple(code for code in codes if code in again)
    if len(codes) != 2 or len(first) != 1:
        return codes
    other = tuple(code for code in codes if code not in first)
    return (*other, *first) if less else (*first, *other)


__all__ = ["named_first"]
