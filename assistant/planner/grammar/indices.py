"""Indices that the loaded tables can compute: concentration, intra-industry trade, likeness of two baskets."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.share import share
from assistant.planner.grammar.steps import Plan, is_timed, keyed_by, ref, untimed
from assistant.planner.indices import INDICES, SPREAD
from assistant.store.selection import WORLD

_BESIDE = frozenset(
    {"per_key", "series", "table", "polar", "compare", "count", "amount", "implied", "exceed", "trail", "difference"}
)
"""Operations that say no more than what to list: two values side by side, a value a year."""
_FLOWS = frozenset({"exports", "imports", "total"})
_CHAPTERS = len("87")


def is_index(slots: Slots) -> bool:
    """Whether one index is asked for, of flows whose parts can be told apart, and nothing is done with it."""
    named, beside = slots.operations & INDICES, slots.operations - INDICES
    alone = beside <= _BESIDE and slots.condition is None and not (slots.pick or slots.beside or slots.floor)
    if not named or not alone or not {*slots.measures} <= {*_FLOWS, "balance"}:
        return False
    if beside & {"exceed", "trail", "difference"} and not _are_two(slots):
        return False
    if named <= SPREAD:
        return _is_spread(slots)
    return len(named) == 1 and (_is_two_way(slots) if named == {"intra_industry"} else _are_baskets(slots))


def index(made: Plan, slots: Slots) -> None:
    """The calls of the index; of two measures one after the other."""
    if "similarity" in slots.operations:
        _likeness(made, slots)
    elif "intra_industry" in slots.operations:
        _two_way(made, slots)
    else:
        for measure in slots.measures:
            _concentration(made, replace(slots, measures=(measure,)))


def _are_two(slots: Slots) -> bool:
    """Whether two things are held against each other, of which both values are told."""
    return 2 in map(len, (slots.measures, slots.partner, slots.periods)) and not is_timed(slots)


def _is_spread(slots: Slots) -> bool:
    """Whether it is of the parts of one kind, all of which count: no partners or products that were chosen."""
    over = untimed(slots.keys)
    if len(over) != 1 or not {*slots.measures} <= _FLOWS:
        return False
    if any(not code.endswith("-") for code in slots.filters.get(over[0], ())):
        return False
    return over[0] != "partner" or not slots.partner or slots.partner == (WORLD,)


def _is_two_way(slots: Slots) -> bool:
    """Whether it is of the trade with named partners, over all products or of one."""
    named = bool(slots.partner) and WORLD not in slots.partner and len(slots.reporter) == 1
    return named and set(untimed(slots.keys)) <= {"product"} and not ("product" in slots.keys and _goods(slots))


def _are_baskets(slots: Slots) -> bool:
    """Whether two baskets of one flow are compared, each with a partner or reporter of its own, in one period."""
    slots = _in_market(slots)
    sizes = sorted(map(len, (slots.partner, slots.reporter)))
    one = len(slots.measures) == len(slots.periods) == 1 and slots.measures[0] in ("exports", "imports")
    return one and sizes == [1, 2] and set(untimed(slots.keys)) <= {"product"} and not is_timed(slots) | _goods(slots)


def _goods(slots: Slots) -> bool:
    return bool(slots.filters.get("product"))


def _concentration(made: Plan, slots: Slots) -> None:
    (over,) = untimed(slots.keys)
    slots = _in_chapters(slots) if over == "product" else slots
    within = over == "partner" and bool(slots.filters)
    whole = (slots.among,) if slots.among else slots.whole
    shares = share(made, replace(slots, operations=frozenset({"share"}), partner_share=within, whole=whole))
    kind = "effective" if "effective_number" in slots.operations else None
    made.add("concentration", of=ref(shares), over=over, kind=kind)


def _two_way(made: Plan, slots: Slots) -> None:
    over = None if _goods(slots) else "product"
    plain = replace(slots, operations=frozenset())
    plain = plain if over is None else _in_chapters(replace(plain, keys=(*slots.keys, "product")))
    flows = [
        made.select(replace(plain, measures=(flow,)), slots.periods, _by(plain)) for flow in ("exports", "imports")
    ]
    made.add("intra_industry", of=ref(flows[0]), to=ref(flows[1]), over=over)


def _likeness(made: Plan, slots: Slots) -> None:
    slots = _in_chapters(replace(_in_market(slots), operations=frozenset(), keys=("product",)))
    if len(slots.partner) == 2:
        sides = [replace(slots, partner=(code,)) for code in slots.partner]
    else:
        sides = [replace(slots, reporter=(code,)) for code in slots.reporter]
    baskets = [made.select(side, slots.periods, ["product"]) for side in sides]
    made.add("similarity", of=ref(baskets[0]), to=ref(baskets[1]))


def _in_market(slots: Slots) -> Slots:
    """The slots of what two countries sell in the market of the third that is named: what it buys from them."""
    others = tuple(code for code in slots.partner if code not in slots.reporter)
    if len(others) != 2 or len(slots.partner) != 3:
        return slots
    return replace(slots, partner=others, measures=("imports",) if slots.measures == ("total",) else slots.measures)


def _by(slots: Slots) -> list[str]:
    return [*dict.fromkeys((*keyed_by(slots), *(["period"] if len(slots.periods) > 1 else [])))]


def _in_chapters(slots: Slots) -> Slots:
    """The slots with products told apart by chapter where no other level is said."""
    return slots if slots.level or slots.sections else replace(slots, level=_CHAPTERS)


__all__ = ["index", "is_index"]
