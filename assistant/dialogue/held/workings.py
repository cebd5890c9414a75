"""How something is worked out of the figures told: of times, of places or goods, of measures, of growths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.dialogue.held.figures import Told
from assistant.dialogue.held.operands import Operands
from assistant.lexicon.question import Codes, Slots
from assistant.measures import RATES
from assistant.periods import LENGTHS, TIMES, Period
from assistant.store.selection import is_closed

ALL = frozenset({"sum", "mean"})
COMPOUND = frozenset({"cagr", "average_growth"})
RANKED = frozenset({"top", "bottom", "peak", "best", "worst"})
_GROWN = frozenset({"growth", "change", "rise", "fall"})
_APART = frozenset({"difference", "exceed", "trail"})
_TALK = frozenset({"polar", "in_percent", "in_money", "sized", "points"})
_STEPS = frozenset({"fastest", "slowest"})
_LEAST = frozenset({"trail", "slower", "slowest"})
_PACED = frozenset({"faster", "slower", "fastest", "slowest", "exceed", "trail", "difference", "points"})


def worked(group: Told, chosen: Operands, done: frozenset[str]) -> Slots | None:
    """The question that does something with the figures told; None where they do not go with it."""
    if group.moved:
        return _of_growths(group, chosen, done)
    return _WAYS.get(group.respect, _of_things)(group, chosen, done) if done else None


def _of_times(group: Told, chosen: Operands, done: frozenset[str]) -> Slots | None:
    """What is worked out of the figures of several times."""
    if {*group.slots.measures} & RATES:
        ends = group.over(sorted(chosen.pair))
        return replace(ends, operations=frozenset({"difference"})) if _is_apart(done) else None
    if not all(map(is_closed, group.codes)) or len({Period.parse(code).months for code in group.codes}) > 1:
        return None
    if done in ({"sum"}, {"mean"}) and not group.shared:
        return _over_all(group, chosen.codes, done)
    if done & _STEPS and not done - _STEPS - _TALK and len(chosen.codes) > 2 and not group.shared:
        return replace(group.over(_in_order(chosen.codes)), operations=done)
    if done & RANKED and not done - RANKED - {"polar"} and not group.shared:
        return _over_all(group, chosen.codes, done)
    pair = _in_order(chosen.pair)
    if done & COMPOUND or {"growth", "mean"} <= done:
        return replace(group.over(("/".join(pair),)), operations=frozenset({"cagr"})) if not group.shared else None
    if group.shared:
        return _points(group, pair, done)
    if "ratio" in done:
        named = chosen.subject or chosen.base
        order = frozenset({"ratio", "in_order"}) if named else frozenset({"ratio"})
        return replace(group.over(chosen.pair if named else pair), operations=order)
    if done - {"polar"} in ({"doubling"}, {"multiple"}) and done != {"doubling"}:
        return replace(group.over(pair), operations=frozenset({"multiple", "polar"}))
    return _grown(group, chosen, pair, done)


def _grown(group: Told, chosen: Operands, pair: Codes, done: frozenset[str]) -> Slots | None:
    """The growth from the one time to the other; None where a time is named that the growth itself may be in."""
    if done - {"in_percent"} == {"yoy"} and Period.parse(pair[1]) == Period.parse(pair[0]).shift(LENGTHS["year"]):
        done = done - {"yoy"} | {"growth"}
    moved, apart = done & _GROWN, done & _APART
    if done - _GROWN - _APART - _TALK or "points" in done or chosen.subject and not chosen.base and moved - apart:
        return None
    if not (moved or "difference" in apart or done == {"in_percent"} or chosen.base and apart):
        return None
    sides = {"rise" if ("exceed" in apart) == (chosen.pair[0] == pair[1]) else "fall"} if "polar" in done else set()
    sides = sides if apart & {"exceed", "trail"} else set()
    kept = done & {*_GROWN, "in_percent", "in_money", "polar"}
    operations = kept | {"growth"} | sides if moved or "polar" in done or "in_percent" in done else {"difference"}
    return replace(group.over(pair), operations=frozenset(operations))


def _points(group: Told, pair: Codes, done: frozenset[str]) -> Slots | None:
    """How far a share moved from one time to the other, in percentage points."""
    if done - _GROWN - {"difference", "points", "polar"} or not done & {*_GROWN, "difference", "points"}:
        return None
    sides = done & {"rise", "fall"} if "polar" in done else frozenset()
    told_so = done & {"polar"} if sides else frozenset()
    return replace(group.over(pair), operations=frozenset({"growth", "points", "share"}) | sides | told_so)


def _over_all(group: Told, codes: Codes, done: frozenset[str]) -> Slots:
    """The sum, the mean or the first of the times told: over the one stretch that they make, else over each of them."""
    times = sorted(map(Period.parse, codes))
    joined = all(one.last + 1 == other.first for one, other in zip(times, times[1:], strict=False))
    grain = times[0].grain
    if not joined or grain not in TIMES:
        return replace(group.over(_in_order(codes)), operations=done)
    span = str(Period(times[0].first, times[-1].last))
    return replace(group.over((span,)), operations=done, keys=() if "sum" in done else (grain,))


def _of_things(group: Told, chosen: Operands, done: frozenset[str]) -> Slots | None:
    """What is worked out of the figures of several partners, states, ports, modes or goods."""
    if group.shared or not done & {"difference", "ratio", "sum", "mean", "points", "exceed", "trail"}:
        return None
    if done <= ALL:
        return replace(group.over(chosen.codes), operations=done)
    if {*group.slots.measures} & RATES:
        claimed = chosen.subject and done in ({"exceed", "polar"}, {"trail", "polar"})  # "is China's higher?"
        asked = done if claimed else frozenset({"difference"}) if _is_apart(done) else frozenset()
        return replace(group.over(chosen.pair), operations=asked) if asked else None
    if done == {"difference", "share"} and chosen.base:  # "the difference as a percent of California's"
        return replace(group.over(chosen.pair), operations=frozenset({"exceed", "in_percent"}))
    if done - _APART - {"ratio", "in_percent", "polar"} or done & {"exceed", "trail"} and not chosen.subject:
        return None
    return replace(group.over(chosen.pair), operations=done)


def _is_apart(done: frozenset[str]) -> bool:
    """Whether it is asked how far two rates lie apart; who pays more is no such question."""
    sized = done & {*_GROWN, "difference", "points"}
    return bool(sized) and not done - _GROWN - _APART - _TALK and "polar" not in done


def _of_measures(group: Told, chosen: Operands, done: frozenset[str]) -> Slots | None:
    """What is worked out of two measures of one thing: of exports and imports, of a charge and the goods."""
    codes = {*group.codes}
    if codes == {"imports", "duty"} and done <= {"share", "in_percent"}:
        return replace(group.over(("effective_duty",)), operations=frozenset())
    if codes == {"imports", "freight"} and done <= {"share", "in_percent"}:
        part = next(reversed([*group.slots.filters]), "")
        return replace(group.over(("freight",)), operations=frozenset({"share"}), within="imports", part=part)
    if codes != {"exports", "imports"} or group.shared:
        return None
    if done == {"sum"}:
        return replace(group.over(("total",)), operations=frozenset())
    apart = done in ({"difference"}, {"ratio"}, {"difference", "in_percent"})
    return replace(group.over(chosen.pair), operations=done) if apart else None


def _of_growths(group: Told, chosen: Operands, done: frozenset[str]) -> Slots | None:
    """Which of several growths over the same time is the greater, and by how many points."""
    if group.respect in ("periods", "measures") or not done & _PACED or done - _PACED - _GROWN - _TALK:
        return None
    if len(group.codes) > 2 and not done & _STEPS:
        return None
    side = {"slower", "trail"} if done & _LEAST else {"faster", "exceed"}
    return replace(group.over(chosen.pair), operations=frozenset(side) | done & {"in_money", "polar"})


def _in_order(codes: Codes) -> Codes:
    return tuple(sorted(codes, key=Period.parse))


_WAYS: dict[str, Callable[[Told, Operands, frozenset[str]], Slots | None]] = {
    "periods": _of_times,
    "measures": _of_measures,
}
"""How something is worked out, by what tells the figures apart; of places and goods alike."""

__all__ = ["ALL", "COMPOUND", "RANKED", "worked"]
