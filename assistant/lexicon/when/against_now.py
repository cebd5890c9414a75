"""One period that is held against the newest one: "more from Vietnam than in 2019?", "grown compared with 2022"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.when.period_forms import any_of
from assistant.measures import TARIFFS

_HELD = frozenset({"exceed", "trail"})
_GROWN = frozenset({"growth", "compare"})
_MONTH = re.compile(r"\d{4}-\d\d")
_BESIDE = frozenset({"polar", "difference", "in_percent", "amount", "change", "top"})
"""What may stand beside; a bare "more" of some languages is a superlative too."""


def against_now(slots: Slots, linked: Linked) -> Slots:
    """The slots with the newest time beside the one that is named; as they are where something else is compared."""
    if not {*slots.measures} & {*TARIFFS}:  # a tariff holds from day to day
        slots = replace(slots, periods=_of_a_length(slots.periods, linked))
    several = [slots.measures, slots.partner, slots.reporter, *slots.filters.values()]
    plain = not (slots.keys or slots.condition or slots.beside) and all(len(codes) < 2 for codes in several)
    if plain and slots.measures and not slots.operations and _is_then_and_now(slots.periods):
        return replace(slots, operations=frozenset({"compare"}))
    bare = "compare" in slots.operations and not slots.operations - _GROWN - _BESIDE
    grown = bare or _GROWN <= slots.operations
    if plain and grown and slots.measures and slots.places and _is_base(linked):
        return replace(slots, periods=_with_newest(slots.periods) or slots.periods)
    if not slots.operations & _HELD or slots.operations - {*_HELD, *_BESIDE} or not plain:
        return slots
    if slots.measures == ("gap",):  # "how much more did we sell to Japan than buy from it in 2023"
        return replace(slots, operations=slots.operations - _HELD) if "difference" in slots.operations else slots
    periods = _with_newest(slots.periods)
    if not periods or not slots.measures or not _follows_than(linked):
        return slots  # a follow-up counts from what it follows
    return replace(slots, periods=periods, operations=slots.operations - {"top"})


def _of_a_length(periods: Codes, linked: Linked) -> Codes:
    """Two periods with "now" as the newest year where the other is a year: "less than in 1995 now"."""
    years = [period for period in periods if period.isdigit()]
    if len(periods) != 2 or len(years) != 1 or "latest" not in periods:
        return periods
    months = linked.language.forms("periods", "month")
    said = next((m.text for m in linked.mentions if "period:latest" in m.candidates), "")
    return tuple("latest-year" if p == "latest" and not months & {*phrase(said)} else p for p in periods)


def _is_then_and_now(periods: Codes) -> bool:
    """Whether a year and the newest one are asked for side by side: "exports to Canada in 1995 and now"."""
    return len(periods) == 2 and periods[0].isdigit() and periods[1] == "latest-year"


def _with_newest(periods: Codes) -> Codes:
    if len(periods) != 1:
        return ()
    (period,) = periods
    if period.isdigit():
        return period, "latest-year"
    if _MONTH.fullmatch(period):
        return period, f"month:{int(period[-2:])}"
    _, relative, months = period.partition("prev:")
    return (f"latest-year~-{months}", "latest-year") if relative and int(months) % 12 == 0 else ()


def _is_base(linked: Linked) -> bool:
    """Whether the period stands right after the word that compares: "compared with 2022", not "in 2022 against"."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    based = (
        when.kind == "period" and linked.text[word.end : when.start].isspace()
        for word, when in pairs
        if "operations:compare" in word.candidates
    )
    return any(based)


def _follows_than(linked: Linked) -> bool:
    """Whether nothing but small words stands between "than" and the period."""
    when = next((m.start for m in linked.mentions if m.kind == "period"), None)
    than = any_of(linked.language.section("comparatives").get("bare", ("than",)))
    before = re.search(rf"\b{than}\s+((?:\w+\s+){{0,4}})$", fold(linked.text)[:when]) if when else None
    named = (m for m in linked.mentions if before and before.start(1) <= m.start < (when or 0))
    others = ("place", "region", "port", "measures", "product", "modes")
    return before is not None and not any(m.kind in others for m in named)


__all__ = ["against_now"]
