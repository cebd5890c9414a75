"""What is put right in the slots of a question once its places are known: each step reads one way of saying a thing.

A step gives the slots back as they are where its way is not said, and may count on the steps before it. A new way of
saying something gets a file in the room of its kind, and its line here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.lexicon.change.against_year import against_year
from assistant.lexicon.change.both_moved import both_moved
from assistant.lexicon.change.index_base import based_first
from assistant.lexicon.change.ranked_steps import by_step
from assistant.lexicon.claimed import claimed
from assistant.lexicon.claimed_amounts import claims_amount
from assistant.lexicon.compare.all_of import all_of
from assistant.lexicon.compare.both_limits import both_limits
from assistant.lexicon.compare.coverage import covered
from assistant.lexicon.compare.defined import divided
from assistant.lexicon.compare.flow_chosen import flow_chosen
from assistant.lexicon.compare.held_flows import held_flows
from assistant.lexicon.compare.held_parts import held_parts
from assistant.lexicon.compare.held_to_mean import held_to_mean
from assistant.lexicon.compare.led_base import on_led_base
from assistant.lexicon.compare.limited_measures import limited_measures
from assistant.lexicon.compare.limited_times import limited_times
from assistant.lexicon.compare.multiples import multiplied, of_base
from assistant.lexicon.compare.multiplied_each import multiplied_each, of_each
from assistant.lexicon.compare.named_first import named_first
from assistant.lexicon.compare.outsold import outsold
from assistant.lexicon.compare.turned_balances import turned_balances
from assistant.lexicon.goods.which_goods import which_goods
from assistant.lexicon.linked import Linked
from assistant.lexicon.parts.each_total import each_total
from assistant.lexicon.parts.goods_holders import held_in_goods
from assistant.lexicon.parts.holders import held_by_several
from assistant.lexicon.parts.home_shares import of_home
from assistant.lexicon.parts.making_up import made_up
from assistant.lexicon.parts.members_of_whole import of_whole_before
from assistant.lexicon.parts.portions import per_dollar
from assistant.lexicon.parts.share_wordings import leaned_on
from assistant.lexicon.parts.shares import comes_from, depends, held_by_partners, named_twice
from assistant.lexicon.parts.state_shares import in_state
from assistant.lexicon.parts.sums import over_times
from assistant.lexicon.parts.turned_parts import by_its_ends
from assistant.lexicon.parts.wholes import of_group, of_other_flow, of_rival, of_sibling, of_supplier, of_world
from assistant.lexicon.question import Slots
from assistant.lexicon.ranks.any_of import existing
from assistant.lexicon.ranks.at_peak import at_peak
from assistant.lexicon.ranks.balances_of_first import balances_of_first
from assistant.lexicon.ranks.first_as_named import of_named_first
from assistant.lexicon.ranks.first_by_deed import first_by_deed
from assistant.lexicon.ranks.first_of_year import among_first
from assistant.lexicon.ranks.floors import floored
from assistant.lexicon.ranks.led_times import led_times
from assistant.lexicon.ranks.place_ranges import ranged
from assistant.lexicon.ranks.range_members import members_of_range
from assistant.lexicon.searching import sought
from assistant.lexicon.when.both_times import at_both_times
from assistant.lexicon.when.each_listed import at_each_listed
from assistant.lexicon.when.each_time import in_each_time
from assistant.lexicon.when.months_against import months_against
from assistant.lexicon.when.same_month import year_before
from assistant.lexicon.when.seasons import in_seasons
from assistant.lexicon.when.single_times import in_single_times
from assistant.lexicon.who.as_kind import as_kind
from assistant.lexicon.who.headed_trade import under_heading
from assistant.lexicon.who.owned_ranks import of_owner
from assistant.lexicon.who.sides import sided
from assistant.lexicon.who.state_sellers import among_states
from assistant.lexicon.who.told_twice import told_once, told_twice


def held(slots: Slots, linked: Linked) -> Slots:
    """The slots with the share as one of the partners' in what else is named, where the words make it that."""
    if "share" not in slots.operations or not slots.filters:
        return slots
    if leaned_on(linked.text, linked.mentions, linked.language):
        return replace(slots, partner_share=False)
    held = comes_from(linked) or named_twice(linked) or held_by_partners(linked, slots.filters)
    if depends(linked):
        return replace(slots, partner_share=True, keys=tuple(key for key in slots.keys if key not in slots.filters))
    return replace(slots, partner_share=True) if held else slots


STEPS: tuple[Callable[[Slots, Linked], Slots], ...] = (
    # whose part it is, and of which whole
    as_kind,
    under_heading,
    of_world,
    of_group,
    of_whole_before,
    of_home,
    held_by_several,
    among_states,
    of_owner,
    held,
    of_supplier,
    held_in_goods,
    in_state,
    of_rival,
    each_total,
    over_times,
    in_single_times,
    by_its_ends,
    of_other_flow,
    of_sibling,
    covered,
    divided,
    sided,
    multiplied_each,
    # what is ranked or counted, and among which
    told_once,
    members_of_range,
    first_by_deed,
    held_to_mean,
    balances_of_first,
    of_named_first,
    months_against,
    against_year,
    floored,
    told_twice,
    at_each_listed,
    among_first,
    outsold,
    # what is searched for, and which place or time of it
    made_up,
    by_step,
    sought,
    claimed,
    of_each,
    led_times,
    ranged,
    based_first,
    which_goods,
    # what is claimed, and when
    multiplied,
    of_base,
    in_seasons,
    year_before,
    claims_amount,
    both_moved,
    existing,
    both_limits,
    # limits, and one thing held against another
    flow_chosen,
    limited_measures,
    held_flows,
    limited_times,
    at_peak,
    held_parts,
    turned_balances,
    at_both_times,
    all_of,
    in_each_time,
    on_led_base,
    per_dollar,
    named_first,
)
"""The steps, in order."""

__all__ = ["STEPS", "held"]
