"""The figures told last that differ in one respect alone: three years of a flow, two states, exports and imports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Slots
from assistant.measures import OTHER_FLOW
from assistant.periods import Period
from assistant.store.selection import is_closed

_PLAIN = frozenset({"polar", "per_key", "amount", "sum"})
"""What wording adds to a single figure; several that are summed are told as one."""
_SHOWN = frozenset({"compare", "series", "table"})
_MOVED = frozenset(
    {"growth", "change", "rise", "fall", "yoy", "polar", "in_percent", "in_money", "difference", "exceed", "trail"}
)
_WHOLES = ("without", "source", "books", "table", "release", "valuation", "within", "whole", "part", "partner_share")
_DAY = len("2025-04-09")


@dataclass(frozen=True, slots=True)
class Told:
    """The figures told: what they are of, the one respect in which they differ, and its codes in the order told.

    The respect is "periods", "partner", "measures", or the dimension of a filter.
    """

    slots: Slots
    respect: str
    codes: Codes

    def over(self, codes: Iterable[str]) -> Slots:
        """What they are of, over some of their codes."""
        if self.respect in ("periods", "partner", "measures"):
            changed: dict[str, Any] = {self.respect: tuple(codes)}
            return replace(self.slots, **changed)
        return replace(self.slots, filters={**self.slots.filters, self.respect: tuple(codes)})

    @property
    def moved(self) -> bool:
        """Whether each of them is a growth or a change over time."""
        return "growth" in self.slots.operations

    @property
    def shared(self) -> bool:
        """Whether each of them is a share."""
        return "share" in self.slots.operations


def told(dialogue: Dialogue, home: str, measures: Codes = ()) -> Told | None:
    """The newest figures that differ in one respect alone; None where only one was told.

    `measures`: of exports and imports told together, those of the one that is asked about.
    """
    figures: list[Slots] = []
    for turn in reversed([turn for turn in dialogue.turns if turn.slots is not None]):
        if not (these := _figures(turn, dialogue.last, home)):
            break
        figures = [*(each for each in these if not measures or each.measures == measures), *figures]
    return _alike(figures) if figures else None


def _alike(figures: list[Slots]) -> Told | None:
    """The newest of them that differ in the one respect in which the last two do."""
    newest, respect = figures[-1], ""
    alike: list[Slots] = []
    for each in reversed(figures):
        differ = _respects(each, newest)
        if len(differ) > 1 or differ and respect not in ("", differ[0]):
            break
        respect = differ[0] if differ else respect
        alike.insert(0, each)
    names = tuple(dict.fromkeys(_code(each, respect) for each in alike)) if respect else ()
    return Told(newest, respect, names) if len(names) > 1 else None


def _code(slots: Slots, respect: str) -> str:
    named = respect in ("periods", "partner", "measures")
    codes: Codes = getattr(slots, respect) if named else slots.filters[respect]
    return codes[0]


def _respects(one: Slots, other: Slots) -> list[str]:
    """What tells two figures apart; a mark of its own where that is nothing that could be put side by side."""
    names = [name for name in ("measures", "partner", "periods") if getattr(one, name) != getattr(other, name)]
    names += [name for name in {*one.filters, *other.filters} if one.filters.get(name) != other.filters.get(name)]
    apart = one.operations != other.operations or one.reporter != other.reporter
    apart = apart or {*one.filters} != {*other.filters} or any(getattr(one, n) != getattr(other, n) for n in _WHOLES)
    apart = apart or "periods" in names and (len(one.periods) > 1 or len(other.periods) > 1)
    return [*names, "", ""] if apart else names


def _figures(turn: Turn, last: Turn | None, home: str) -> tuple[Slots, ...]:
    """The figures that a turn told, each as the slots of one; () where it told a ranking, a line or none."""
    slots = turn.slots
    if slots is None or not turn.answered or slots.condition or slots.number or slots.pick or slots.beside:
        return ()
    bare = _bare(_from_home(slots, home) if last is not None and turn.table == last.table else slots, turn)
    group, summed = _listed(bare), "sum" in slots.operations
    if not bare.measures or group is None:
        return (bare,) if bare.measures and len(bare.partner) == 1 and not _lists(bare) else ()
    return () if bare.operations or summed else tuple(group.over((code,)) for code in group.codes)


def _lists(slots: Slots) -> dict[str, Codes]:
    """What comes in several in the slots; the two times of a growth are of one figure."""
    lists = {"measures": slots.measures, "partner": slots.partner, "periods": slots.periods, **slots.filters}
    grown = slots.operations == {"growth"}
    return {name: codes for name, codes in lists.items() if len(codes) > 1 and not (grown and name == "periods")}


def _listed(slots: Slots) -> Told | None:
    """The figures that one question asked for together, where they differ in one respect."""
    several = _lists(slots)
    return Told(slots, *next(iter(several.items()))) if len(several) == 1 else None


def _bare(slots: Slots, turn: Turn) -> Slots:
    """The slots of a figure without what only says how it was asked for; no measure where it is no such figure."""
    grain = Period.parse(turn.period).grain if turn.period else ""
    done, keys = slots.operations - _PLAIN, {*slots.keys} - {grain}
    kind = _kind(slots, done)
    if keys or kind is None:
        return Slots()
    periods = _times(slots, turn, kind)
    bare = replace(slots.sided(slots.reporter, slots.partner), places=(), periods=periods, keys=(), operations=kind)
    return replace(bare, implied=False, ordinal=None, goods=False, claimed="")


def _kind(slots: Slots, done: frozenset[str]) -> frozenset[str] | None:
    """What a figure is: a value, a share, or a growth over two times; None for anything else."""
    if not done - _SHOWN:
        return frozenset()
    if done == {"share"}:
        return done
    moved = done & {"growth", "difference", "yoy"} and not done - _MOVED
    spanned = len(slots.periods) == 2 or len(slots.periods) == 1 and "/" in slots.periods[0]
    return frozenset({"growth"}) if moved and (spanned or "yoy" in done or "growth" in done) else None


def _times(slots: Slots, turn: Turn, kind: frozenset[str]) -> Codes:
    """The time of a figure as it was told; of a growth both, the earlier first."""
    if kind == {"growth"}:
        ends = slots.periods[0].split("/") if len(slots.periods) == 1 else slots.periods
        closed = len(ends) == 2 and all(map(is_closed, ends))
        return tuple(sorted(ends, key=Period.parse)) if closed else slots.periods
    if len(slots.periods) == 1 and turn.period and len(slots.periods[0]) != _DAY:
        return (turn.period,)
    return slots.periods


def _from_home(slots: Slots, home: str) -> Slots:
    """The slots as the country told them whose trade is asked for: what Chile sold the US is what the US imported."""
    single = len(slots.reporter) == len(slots.partner) == len(slots.measures) == 1
    if not single or slots.partner != (home,) or slots.measures[0] not in OTHER_FLOW:
        return slots
    return replace(slots, measures=(OTHER_FLOW[slots.measures[0]],), reporter=slots.partner, partner=slots.reporter)


__all__ = ["Told", "told"]
