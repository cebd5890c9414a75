"""A span told by each of its units: "the deficit for each of the last ten years" is ten figures and no sum."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES

_SHOWN = frozenset({"per_key", "series", "table"})
_TALK = frozenset({"polar", "compare"})
_GROWN = frozenset({"growth", "yoy", "rise", "fall", "in_percent"})


def by_each_unit(slots: Slots, linked: Linked) -> Slots:
    """The slots with the unit of the one span as their key, where a word for each leads to it, or a table is asked for.

    Of a relative span that is its own unit ("the last five months"), of one from a year to a year the year. Growth in
    each of several years is told by year too.
    """
    if "table" in slots.operations and len(slots.periods) == 1 and not (slots.keys or slots.condition):
        return _tabled(slots)
    kind, _, rest = (slots.periods[0] if len(slots.periods) == 1 else "").partition(":")
    count, _, unit = rest.partition(":")
    told = _SHOWN | (_GROWN if unit == "year" and "growth" in slots.operations else frozenset())
    told |= frozenset({"compare"} if {"rise", "fall"} <= slots.operations else ())  # "rise or fall in each of …"
    plain = bool(slots.measures) and not slots.keys and not slots.operations - told and slots.condition is None
    if kind != "last" or count == "1" or unit not in TIMES or not (plain and _is_led(linked)):
        return slots
    said = {"per_key", "rise", "fall"} | told & {"compare"}
    return replace(slots, keys=(unit,), operations=slots.operations - said)


def _tabled(slots: Slots) -> Slots:
    """The slots with the unit of their span as the key, where nothing but a table is made of their figures."""
    kind, _, rest = slots.periods[0].partition(":")
    count, _, unit = rest.partition(":")
    relative = unit if kind == "last" and unit in TIMES and count != "1" else ""
    unit = "year" if re.fullmatch(r"\d{4}/(\d{4})?", slots.periods[0]) else relative
    return replace(slots, keys=(unit,)) if unit and not slots.operations - _SHOWN - _TALK else slots


def _is_led(linked: Linked) -> bool:
    """Whether a word for each stands right before the period: "for each of the last ten years"."""
    said = next((m for m in linked.mentions if m.kind == "period"), None)
    each = linked.language.any_of("listed_rates", "each_of_span")
    article = linked.language.any_of("lists", "articles")
    led = re.search(rf"(?<!\w){each}(?:\s+{article})?\s*$", fold(linked.text[: said.start])) if said else None
    return led is not None


__all__ = ["by_each_unit"]
