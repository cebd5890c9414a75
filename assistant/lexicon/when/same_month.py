"""A peak or low held against the same month before: "the lowest month of 2020, and how far below that of 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.periods import Period
from assistant.types import Mention

_RANKED = frozenset({"top", "bottom", "best", "worst"})
_HELD = frozenset({"difference", "trail", "exceed", "compare", "growth", "change", "rise", "fall", "yoy", "amount"})
_MOVES = frozenset({"growth", "change", "rise", "fall"})
_BREAK = re.compile(r"[,;:?]")
_PARTS = frozenset({"month", "quarter"})
_STEPPED = frozenset({"growth", "compare", "exceed", "trail"})
_TOLD_APART = frozenset(
    {"keys:month", "keys:quarter", *(f"searching:{name}" for name in ("which_time", "ever", "every", "when"))}
)
"""What months or quarters of a year are told apart by."""
_ELSE = frozenset({"fastest", "slowest", "count", "mean", "share", "first_time", "last_time", "sum"})


def year_before(slots: Slots, linked: Linked) -> Slots:
    """The slots of one extreme with the same month of an earlier year, where the question names that beside it."""
    asked = len(_RANKED & slots.operations) == 1 and len(_PARTS & {*slots.keys}) == 1
    if not asked or slots.operations & _ELSE or not slots.operations & _HELD or _is_limited(slots):
        return slots
    same = linked.language.any_of("seasons", "same_month")
    dated = [(m, c[7:]) for m in linked.mentions for c in m.candidates if c.startswith("period:")]
    led = [code for m, code in dated if linked.language.said(fold(m.text), "seasons", "same_month")] if same else []
    own = [code for _, code in dated if not code.startswith(("prev:", "same:"))]
    months = _months(led[0], own[0]) if len(led) == len(own) == 1 == len(dated) - 1 else 0
    if not months:
        return slots
    if moved := _ranked_move(linked):
        return replace(slots, operations=slots.operations - _RANKED - _HELD | {moved, "yoy"}, periods=(own[0],))
    keys = tuple(key for key in slots.keys if key in _PARTS)
    done = frozenset(slots.operations - _HELD - {"series"} | {"year_before"})
    return replace(slots, condition=None, operations=done, keys=keys, periods=(own[0], f"{own[0]}~-{months}"))


def as_year_before(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with the same month of an earlier year as one so many years before, where months are told apart.

    "In how many months of 2025 were imports above the same month of 2024" is of those of 2025, a year earlier each.
    """
    dated = {c.removeprefix("period:") for m in mentions for c in m.candidates if c.startswith("period:")}
    same, own = [c for c in dated if c.startswith("same:")], [c for c in dated if not c.startswith("same:")]
    told = any(_TOLD_APART & {*m.candidates} for m in mentions)
    months = _months(same[0], own[0]) if told and len(same) == len(own) == 1 else 0
    if not months or _is_in_month(own[0]):
        return mentions
    before = (f"period:prev:{months}", *([] if months == 12 else ["operations:year_before"]))  # no step of its own
    return [replace(m, candidates=before) if f"period:{same[0]}" in m.candidates else m for m in mentions]


def is_each_step(linked: Linked, done: Iterable[str]) -> bool:
    """Whether each month or quarter is held against the one a year before: "by month in 2024 against 2023"."""
    dated = list(dict.fromkeys(linked.codes("period")))
    told = len(_PARTS & {*linked.codes("keys")}) == 1 or "every" in linked.codes("searching")
    keyed = told and not _RANKED & {*done}
    return keyed and bool(_STEPPED & {*done}) and len(dated) == 2 and "prev:12" in dated


def _is_in_month(code: str) -> bool:
    """Whether a time is a month or shorter than what could be told apart in it."""
    return Period.parse(code).months < 3


def _ranked_move(linked: Linked) -> str:
    """What the month has of a change that is ranked itself: "the biggest change on the same month a year earlier"."""
    ranks, moves = (_meaning(linked, names) for names in (_RANKED, _MOVES))
    if len(ranks) != 1 or len(moves) != 1:
        return ""
    rank, move = ranks[0], moves[0]
    between = linked.text[min(rank.end, move.end) : max(rank.start, move.start)]
    if _BREAK.search(between) or linked.language.said(fold(between), "parts", "joins"):
        return ""
    down = bool({"operations:bottom", "operations:worst"} & {*rank.candidates})
    down = down != ("operations:fall" in move.candidates)
    return "slowest" if down else "fastest"


def _meaning(linked: Linked, names: frozenset[str]) -> list[Mention]:
    return [m for m in linked.mentions if names & {c.removeprefix("operations:") for c in m.candidates}]


def _is_limited(slots: Slots) -> bool:
    """Whether a limit is put to the months; "exceed the same month a year earlier" puts none."""
    return slots.condition is not None and slots.condition.unit != "growth"


def _months(code: str, own: str) -> int:
    """How many months before the time itself the other lies, 0 where that is not said or it does not lie before."""
    kind, _, number = code.partition(":")
    try:
        period = Period.parse(own)
    except ValueError:
        return 0
    if kind == "prev":
        return int(number) if int(number) % 12 == 0 else 0
    years = period.last // 12 - int(number) if kind == "same" and period.months <= 12 else 0
    return 12 * max(years, 0)


__all__ = ["as_year_before", "is_each_step", "year_before"]
