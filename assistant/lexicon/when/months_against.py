"""Months set against those of the year before: "how many months of 2025 were above the same month of 2024"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.searching import searched_keys
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_WAYS = {"exceed": "rise", "trail": "fall"}
_TESTS = {"tests:above": "rise", "tests:below": "fall"}
_HELD = frozenset({"operations:exceed", "operations:trail", *_TESTS})
_TURNED = {"rise": "fall", "fall": "rise"}
_SAID = frozenset({"exceed", "trail", "count", "polar", "compare", "difference", "top", "bottom"})
_PARTS = (("month",), ("quarter",))


def months_against(slots: Slots, linked: Linked) -> Slots:
    """The slots with the months of one of two years as those that rose or fell on the year before."""
    keys = slots.keys or tuple(dict.fromkeys(searched_keys(linked)))
    plain = keys in _PARTS and slots.operations <= _SAID and slots.condition is None and slots.number is None
    single = len(slots.partner) < 2 and len(slots.measures) < 2 and all(len(c) < 2 for c in slots.filters.values())
    ways = [way for name, way in _WAYS.items() if name in slots.operations] or _beside_year(linked)
    base = _base(linked) if plain and single and len(ways) == 1 else ""
    if not base:
        return slots
    years = sorted(slots.periods)
    way = ways[0] if years[0] == base else _TURNED[ways[0]]
    done = slots.operations & {"count", "polar"} | {"growth", "yoy", way}
    return replace(slots, periods=(years[1],), operations=done, keys=keys)


def _beside_year(linked: Linked) -> list[str]:
    """The way of a test that a year follows: "below 2024 levels"."""
    pairs = [(m, after) for m, after in pairwise(linked.mentions) if after.kind == "period"]
    return [way for name, way in _TESTS.items() if any(name in m.candidates for m, _ in pairs)]


def _base(linked: Linked) -> str:
    """The year whose months the others are held against: behind "the same month of", or the last; "" where unclear."""
    dated = [m for m in linked.mentions if m.kind == "period"]
    years = [m.candidates[0].removeprefix("period:") for m in dated]
    plain = len(years) == 2 and all(year.isdigit() and len(year) == len("2024") for year in years)
    if not plain or abs(int(years[0]) - int(years[1])) != 1:
        return ""
    led = [year for m, year in zip(dated, years, strict=True) if _is_led(linked, m)]
    return led[0] if len(led) == 1 else years[1] if not led and _is_held(linked, *dated) else ""


def _is_led(linked: Linked, dated: Mention) -> bool:
    """Whether "the same month" stands right before a year."""
    before = " ".join(fold(linked.text[: dated.start]).split()[-4:])
    return linked.language.said(before, "seasons", "same_month") is not None


def _is_held(linked: Linked, first: Mention, second: Mention) -> bool:
    """Whether what holds the one year against the other stands between the two."""
    held = (m for m in linked.mentions if first.end <= m.start and m.end <= second.start)
    than = linked.language.said(fold(linked.text[first.end : second.start]), "comparatives", "than", "bare")
    return than is not None or any(_HELD & {*m.candidates} for m in held)


__all__ = ["months_against"]
