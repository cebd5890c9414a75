"""Shares and contributions: a part and the whole that it belongs to."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Codes, Slots
from assistant.periods import TIMES
from assistant.planner.grammar.nested import nested
from assistant.planner.grammar.steps import Plan, keyed_by, ref, untimed
from assistant.planner.grammar.times import ends_of
from assistant.store.selection import WORLD


def is_shareable(slots: Slots) -> bool:
    """Whether the slots name a part of something larger."""
    return bool(slots.filters or slots.partner not in ((), (WORLD,)) or untimed(slots.keys))


def share(made: Plan, slots: Slots) -> str:
    """The part and the whole: of a mode or product within the partner's trade, of a partner within the world's."""
    if pair := nested(slots):
        by = [*keyed_by(pair[0]), *(["period"] if len(slots.periods) > 1 else [])]
        inner, outer = (made.select(each, slots.periods, by) for each in pair)
        return made.add("share", of=ref(inner), total=ref(outer))
    by = [*keyed_by(slots), *(["period"] if len(slots.periods) > 1 else [])]
    part = made.select(slots, slots.periods, by)
    detailed = bool(slots.within) or not slots.partner_share and _is_detailed(slots, by)
    partner = slots.partner if detailed else slots.whole or (WORLD,)
    filters = slots.filters if slots.partner_share or slots.within else _kept(slots)
    filters = {**filters, slots.part.split()[-1]: slots.siblings} if slots.siblings else filters
    measures = (slots.within,) if slots.within else slots.measures
    left_out = slots.without if "partner" in slots.without or set(slots.without) & set(slots.filters) else {}
    whole = replace(slots, measures=measures, filters=filters, without=left_out, partner=partner)
    whole = replace(whole, operations=whole.operations | {"sum"}) if slots.siblings else whole
    apart = detailed and (len(partner) > 1 or "partner" in slots.keys)
    kept = (*TIMES, "period", "reporter", *(["partner"] if apart else []))
    own = () if slots.partner_share else slots.part.split()  # the whole of trucks in two chapters is each chapter
    shared = [key for key in by if key in kept or key not in own and len(filters.get(key, ())) > 1]
    total = made.select(whole, slots.periods, shared)
    return made.add("share", of=ref(part), total=ref(total))


def _kept(slots: Slots) -> dict[str, Codes]:
    """The filters that the whole has as well: all where the parts are keyed, else those that are not the part."""
    keyed = any(key not in (*TIMES, "partner", "period") for key in slots.keys)
    parts = [] if keyed else slots.part.split() or [*slots.filters][:1]
    return {name: codes for name, codes in slots.filters.items() if name not in parts and name not in slots.keys}


def _is_detailed(slots: Slots, by: list[str]) -> bool:
    """Whether the part is of a mode, product or the like, and so within the partner's trade."""
    narrowed = bool(slots.filters) or bool(set(slots.without) - {"partner"})
    return narrowed or any(key not in (*TIMES, "partner", "period") for key in by)


def share_over_time(made: Plan, slots: Slots, ends: tuple[str, ...]) -> str:
    """The change of a share between two periods, in percentage points."""
    rows = share(made, replace(slots, periods=ends))
    return made.add("growth", of=ref(rows), kind="total", unit="change")


def share_of_growth(made: Plan, slots: Slots) -> str:
    """What part of the whole's change between two periods a part made up, in percent of that change."""
    ends = ends_of(slots) or (f"{slots.periods[-1]}~-12", slots.periods[-1])
    inner = replace(slots, filters={}, without={}, partner=slots.partner if slots.filters else (WORLD,))
    whole = replace(slots, measures=(slots.within,)) if slots.within else inner
    part, total = (made.select(each, ends, ["period"]) for each in (slots, whole))
    changes = [made.add("growth", of=ref(rows), kind="total", unit="change") for rows in (part, total)]
    return made.add("share", of=ref(changes[0]), total=ref(changes[1]))


def contribution(made: Plan, slots: Slots) -> str:
    """What a part added to the growth of the whole, in percentage points of the whole's earlier value."""
    period = slots.periods[-1]
    ends = ends_of(slots) or (f"{period}~-12", period)
    by = untimed(keyed_by(slots))
    part = made.select(slots, ends, [*by, "period"])
    detailed = _is_detailed(slots, by)
    whole = replace(slots, filters={}, without={}, partner=slots.partner if detailed else (WORLD,))
    total = made.select(whole, ends, ["period"])
    return made.add("contribution", of=ref(part), total=ref(total))
