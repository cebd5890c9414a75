"""Times that a sum leaves apart: "A and B as one, in 2019 and again in 2024" asks for two figures, not for one."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.change.listed_rates import says_each
from assistant.lexicon.linked import Linked
from assistant.lexicon.parts.sums import are_in_a_row
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.types import Mention

EACH = "each_time"
"""The operation of a sum that adds up things and no times."""


def in_single_times(slots: Slots, linked: Linked) -> Slots:
    """The slots with a sum that leaves listed times apart: it adds up the things alone, and nothing where one is named.

    Several things are what a sum is of where no word puts the times together; one thing is asked for each time only
    where the words say so, "in 2019 and again in 2024".
    """
    dated = [m for m in linked.mentions if m.kind == "period"]
    if "sum" not in slots.operations or len(slots.periods) < 2 or len(dated) < 2 or _are_together(linked, dated):
        return slots
    apart = says_each(linked) or _are_led_apart(linked, dated)
    if any(len(codes) > 1 for codes in (slots.partner, slots.reporter, *slots.filters.values())):
        row = not apart and len(slots.periods) > 2 and are_in_a_row(slots.periods)
        return slots if row else replace(slots, operations=slots.operations | {EACH})
    return replace(slots, operations=slots.operations - {"sum"}) if apart else slots


def _are_together(linked: Linked, dated: list[Mention]) -> bool:
    """Whether the words add the times up: "2019 and 2024 together", "over 2019 and 2024", "2019 plus 2024"."""
    text, said = fold(linked.text), linked.language
    last, first = dated[-1].end, dated[0].start
    behind = any(
        "operations:sum" in m.candidates and m.start >= last and not text[last : m.start].strip(" ,()")
        for m in linked.mentions
    )
    over, adding, plus = (said.any_of(*names) for names in (("sums", "over"), ("lists", "adding"), ("lists", "plus")))
    led = re.search(rf"(?<!\w)(?:{over}|{adding})(?: the)?(?: years| months)?\s*$", text[:first])
    joined = any(re.fullmatch(plus, text[a.end : b.start].strip()) for a, b in zip(dated, dated[1:], strict=False))
    return bool(behind or led or joined or said.said(text, "lists", "one_figure"))


def _are_led_apart(linked: Linked, dated: list[Mention]) -> bool:
    """Whether the last time is led by words of its own: "and again in 2024", "and in 2024"."""
    gap = fold(linked.text[dated[-2].end : dated[-1].start]).strip(" ,")
    return re.fullmatch(linked.language.any_of("sums", "apart"), gap) is not None


__all__ = ["EACH", "in_single_times"]
