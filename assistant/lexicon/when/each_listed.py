"""A test that things are to meet at each of the times in a list: "which suppliers fell in 2023 and in 2024"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.ranks.first_of_year import FIRST, year_of_ranking
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES
from assistant.types import Mention

EACH_LISTED = "each_listed"
_MOVED = Condition("above", "0", "percent")
_MOVES = frozenset({"rise", "fall"})
_SAID = frozenset({"growth", "series", "top", "count", "per_key", "compare", "yoy", "exceed", "trail", *_MOVES})
_TESTED = frozenset({"amount", "percent"})


def at_each_listed(slots: Slots, linked: Linked) -> Slots:
    """The slots with the test to be met at each of the years in a list; the first few of a year are chosen before."""
    kinds = {*slots.keys} - TIMES or ({"product"} if slots.level else set())
    moves, limit = slots.operations & _MOVES, slots.condition
    plain = len(kinds) == 1 and len(slots.measures) < 2 and not slots.floor and slots.operations <= _SAID
    tested = len(moves) == 1 if limit is None else limit.unit in _TESTED and not limit.high
    years = (
        _listed(linked, moves) if plain and tested and bool(moves) == (limit is None or limit.unit == "percent") else []
    )
    if not years or not {*years} >= {*slots.periods} - {year_of_ranking(linked.mentions)}:
        return slots
    few = slots.number if "top" in slots.operations else None
    if "top" in slots.operations and not few:
        return slots
    return replace(
        slots,
        keys=tuple(key for key in slots.keys if key not in TIMES),
        periods=tuple(sorted(years)),
        condition=limit or _MOVED,
        floor=Condition(FIRST, str(few), "place") if few else None,
        floor_period=(year_of_ranking(linked.mentions) or max(years)) if few else "",
        number=None if few else slots.number,
        operations=moves | slots.operations & {"count"} | {EACH_LISTED},
    )


def _listed(linked: Linked, moves: frozenset[str]) -> list[str]:
    """The years that stand in a list, where each is meant: "both in 2023 and in 2024"."""
    joins, between = (linked.language.forms("both_times", name) for name in ("joins", "between"))
    runs: list[list[Mention]] = []
    for mention in (m for m in linked.mentions if m.kind == "period"):
        gap = fold(linked.text[runs[-1][-1].end : mention.start]).strip(" ,") if runs else "?"
        runs = [*runs[:-1], [*runs[-1], mention]] if gap in joins | {""} else [*runs, [mention]]
    lists = [run for run in runs if len(run) > 1]
    codes = [m.candidates[0].removeprefix("period:") for m in lists[0]] if len(lists) == 1 else []
    led = fold(linked.text[: lists[0][0].start]).split()[-1:] if codes else []
    plain = bool(codes) and all(re.fullmatch(r"\d{4}", code) for code in codes) and not {*led} & between
    return codes if plain and (moves or _are_each(linked)) else []


def _are_each(linked: Linked) -> bool:
    """Whether the words say that it is asked of each: "both", "in each of", "as well as"."""
    return linked.language.said(fold(linked.text), "limited_times", "both") is not None


__all__ = ["EACH_LISTED", "at_each_listed"]
