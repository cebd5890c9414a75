"""Slots to calls: a selection, then the operators that the question's operations ask for, in a fixed order."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.measures import TARIFFS
from assistant.periods import TIMES
from assistant.planner.grammar.along import ALONG_TIME, along_time
from assistant.planner.grammar.at_peak import at_peak, is_at_peak
from assistant.planner.grammar.both_limits import both, is_both
from assistant.planner.grammar.chosen_times import chosen_time, is_chosen_time
from assistant.planner.grammar.counted_beside import counted_beside, is_counted_beside
from assistant.planner.grammar.cumulated import cumulated, is_cumulated
from assistant.planner.grammar.each_listed import each_listed, is_each_listed
from assistant.planner.grammar.each_year import (
    found_apart,
    is_found_apart,
    is_limited_apart,
    is_ranked_apart,
    limited_apart,
    ranked_apart,
)
from assistant.planner.grammar.first_over_second import first_over_second, is_first_over_second
from assistant.planner.grammar.floors import above_floor
from assistant.planner.grammar.growth import are_rates, growth
from assistant.planner.grammar.growth_compared import contenders, growth_compared
from assistant.planner.grammar.indices import index, is_index
from assistant.planner.grammar.joint_shares import is_joint_share, joint_share
from assistant.planner.grammar.leading import are_leading, leading
from assistant.planner.grammar.leads import is_lead, lead
from assistant.planner.grammar.led_times import is_led, led
from assistant.planner.grammar.means import are_means, means_apart
from assistant.planner.grammar.multiples import is_multiple, multiple
from assistant.planner.grammar.multiples_of_base import is_of_base, of_base
from assistant.planner.grammar.peaks import are_peaks_apart, is_peak_date, peak_date, peaks_apart
from assistant.planner.grammar.picks import after
from assistant.planner.grammar.ratios import are_ratios, each_apart, ratios
from assistant.planner.grammar.records import is_record, record
from assistant.planner.grammar.rest import all_but, has_rest, is_all_but, with_rest
from assistant.planner.grammar.rivals import are_rivals, rivals
from assistant.planner.grammar.search import is_search, search
from assistant.planner.grammar.seasons import is_seasonal, seasonal
from assistant.planner.grammar.shape import (
    GROWING,
    averaged,
    compares_times,
    grained,
    is_implied_series,
    is_sized,
    over_all,
)
from assistant.planner.grammar.share import contribution, is_shareable, share, share_of_growth, share_over_time
from assistant.planner.grammar.shares_apart import are_shares_apart, shares_apart
from assistant.planner.grammar.spread import is_spread, spread
from assistant.planner.grammar.steps import Plan, keyed_by, ref
from assistant.planner.grammar.tariffs import tariffs
from assistant.planner.grammar.time_shares import is_time_share, time_share
from assistant.planner.grammar.times import ends_of, is_one
from assistant.planner.grammar.year_before import is_year_before, year_before
from assistant.store.selection import WORLD
from assistant.types import Call

_BESIDE = frozenset({"exceed", "trail", "difference", "compare", "ratio"})
_MOVES = frozenset({"growth", "change", "rise", "fall", "points", "fastest", "slowest"})
_WHOLE = (
    (is_index, index),
    (is_both, both),
    (is_each_listed, each_listed),
    (is_at_peak, at_peak),
    (are_rivals, rivals),
    (is_counted_beside, counted_beside),
    (is_led, led),
    (are_leading, leading),
    (is_lead, lead),
    (is_cumulated, cumulated),
    (is_seasonal, seasonal),
    (is_year_before, year_before),
    (is_of_base, of_base),
    (is_multiple, multiple),
    (is_spread, spread),
    (are_shares_apart, shares_apart),
    (is_time_share, time_share),
    (is_peak_date, peak_date),
    (are_peaks_apart, peaks_apart),
    (is_record, lambda made, slots: record(made, slots, _rows)),
    (is_chosen_time, chosen_time),
    (are_ratios, ratios),
    (has_rest, with_rest),
    (is_all_but, all_but),
    (is_first_over_second, first_over_second),
    (lambda slots: slots.beside[:1] == ("at",) and len(slots.periods) > 1, lambda made, slots: _each_year(made, slots)),
    (are_rates, lambda made, slots: _each_year(made, slots)),
    (is_found_apart, lambda made, slots: found_apart(made, slots, _body)),
    (is_ranked_apart, lambda made, slots: ranked_apart(made, slots, _body)),
    (is_limited_apart, lambda made, slots: limited_apart(made, slots, _body)),
)
"""Questions that are composed as a whole, and what composes them."""


def plan(slots: Slots, prefix: str = "c") -> tuple[Call, ...]:
    """The calls of completed slots; the last one is the answer."""
    made = Plan(prefix=prefix)
    both = set(slots.measures) == {"exports", "imports"}
    if slots.measures[0] in TARIFFS:
        tariffs(made, slots)
    elif whole := next((make for holds, make in _WHOLE if holds(slots)), None):
        whole(made, slots)
    elif is_search(slots):
        search(made, slots, _rows)
    elif are_means(slots):
        means_apart(made, slots)
    elif pair := contenders(slots):
        growth_compared(made, slots, pair)
    elif both and "per_dollar" not in slots.operations and slots.operations & _BESIDE and not _are_listed(slots):
        _sides(made, slots)
    else:
        plain = both and not slots.operations and not slots.keys
        for measure in ("total", *slots.measures) if plain else slots.measures:
            _body(made, replace(slots, measures=(measure,)))
    if not made.calls:  # a search or comparison that does not compose: what the plan leaves out is declined
        _body(made, replace(slots, measures=slots.measures[:1]))
    return tuple(made.calls)


def _are_listed(slots: Slots) -> bool:
    """Whether exports and imports are only compared, line by line: "exports vs imports by month", "… of A and B"."""
    lines = [key for key in slots.keys if not (key in TIMES and is_one(slots.periods, key))]
    return slots.operations & _BESIDE == {"compare"} and (bool(lines) or bool(each_apart(slots)))


def _each_year(made: Plan, slots: Slots) -> None:
    """A rank in each of several years, a yearly rate over each of several stretches."""
    for period in slots.periods:
        _body(made, replace(slots, periods=(period,)))


def _sides(made: Plan, slots: Slots) -> None:
    """Exports beside imports: both, and the one less or over the other in the order of the question.

    Of several partners, modes or listed times each has its own.
    """
    if apart := each_apart(slots):
        for single in apart:
            _sides(made, single)
        return
    first, second = (
        made.select(replace(slots, measures=(measure,)), slots.periods, keyed_by(slots))
        for measure in slots.measures[:2]
    )
    percent = True if "in_percent" in slots.operations else None
    if "ratio" in slots.operations:
        made.add("ratio", of=ref(first), to=ref(second), percent=percent)
    else:
        made.add("difference", of=ref(first), minus=ref(second), percent=percent)


def _body(made: Plan, slots: Slots) -> None:
    """The calls for one measure: a partner's rank, or rows and what is done with them."""
    if code := _ranked(slots):
        rows = made.select(replace(slots, partner=(), keys=("partner",)), slots.periods, ["partner"])
        ranked = made.add("rank", of=ref(rows), n=300)
        made.add("position", of=ref(ranked), code=code, within=slots.number or 1, at=slots.pick)
        return
    slots = over_all(grained(averaged(slots)))
    if is_joint_share(slots):
        joint_share(made, slots)
    if is_sized(slots):
        in_money = replace(slots, operations=slots.operations | {"change"})
        after(made, in_money, _rows(made, in_money))
    after(made, slots, _rows(made, slots))


def _rows(made: Plan, slots: Slots) -> str:
    """The rows that the question is about; of several operations the most particular one makes them."""
    operations, shared = slots.operations, "share" in slots.operations and is_shareable(slots)
    if slots.floor:
        return above_floor(made, slots, _rows)
    if "share_of_growth" in operations:
        return share_of_growth(made, slots)
    versus = len(slots.periods) == 2 and len(slots.partner) < 2 and operations & {"exceed", "trail"}
    if shared and (operations & _MOVES or versus) and (ends := ends_of(slots)):
        return share_over_time(made, slots, ends)
    if "contribution" in operations:
        return contribution(made, slots)
    if operations & GROWING or compares_times(slots) or slots.condition and slots.condition.unit == "growth":
        rows = growth(made, slots)
        return made.add("doubling", of=ref(rows)) if "doubling" in operations else rows
    if shared:
        return share(made, slots)
    if operations & ALONG_TIME:
        return along_time(made, slots)
    if is_implied_series(slots):
        made.select(slots, slots.periods, keyed_by(replace(slots, keys=())))
    rows = made.select(slots, slots.periods, keyed_by(slots))
    spread = next(iter(sorted(operations & {"per_day", "per_month"})), "")
    return made.add(spread, of=ref(rows)) if spread else rows


def _ranked(slots: Slots) -> str | None:
    """The partner whose place among all partners is asked: "is Mexico the largest partner", "where does China rank"."""
    single = len(slots.partner) == len(slots.periods) == len(slots.measures) == 1
    asked = "partner" in slots.keys and single and slots.operations & {"top", "bottom"}
    return slots.partner[0] if asked and slots.partner != (WORLD,) and not slots.operations & {"share"} else None
