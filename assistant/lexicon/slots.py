"""Mentions to slots: what is measured, whose trade it is, with whom, when, by what, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.aside.exclusions import excluded, excluded_starts, subtracting, without
from assistant.lexicon.change.against_year import against_year
from assistant.lexicon.change.asked_beside import two_figures
from assistant.lexicon.change.both_moved import both_moved
from assistant.lexicon.change.index_base import based_first
from assistant.lexicon.change.listed_rates import told_by_year
from assistant.lexicon.change.ranked_steps import by_step
from assistant.lexicon.claimed import claimed
from assistant.lexicon.claimed_amounts import claims_amount
from assistant.lexicon.compare.all_of import all_of
from assistant.lexicon.compare.both_limits import both_limits
from assistant.lexicon.compare.contrasted import contrasted
from assistant.lexicon.compare.coverage import covered
from assistant.lexicon.compare.defined import divided
from assistant.lexicon.compare.each_way import each_way
from assistant.lexicon.compare.floored_rates import floored_rate
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
from assistant.lexicon.compare.rivals import rivalled
from assistant.lexicon.compare.search_sides import supplying
from assistant.lexicon.compare.to_or_from import to_or_from
from assistant.lexicon.compare.turned_balances import turned_balances
from assistant.lexicon.conditions import condition, number
from assistant.lexicon.demands import books_used, compared, demanded, sides_told
from assistant.lexicon.goods.coded_names import with_codes
from assistant.lexicon.goods.goods_together import goods_together
from assistant.lexicon.goods.which_goods import which_goods
from assistant.lexicon.keys import is_apposed, keys
from assistant.lexicon.linked import SECTIONS, Linked
from assistant.lexicon.measuring import measured
from assistant.lexicon.open_names import open_names
from assistant.lexicon.operations import asks_meaning, operations
from assistant.lexicon.parts.each_total import each_total
from assistant.lexicon.parts.goods_holders import held_in_goods
from assistant.lexicon.parts.holders import held_by_several
from assistant.lexicon.parts.home_shares import of_home
from assistant.lexicon.parts.making_up import made_up
from assistant.lexicon.parts.portions import per_dollar
from assistant.lexicon.parts.shares import comes_from, depends, held_by_partners, named_twice, part, within
from assistant.lexicon.parts.state_shares import in_state
from assistant.lexicon.parts.sums import over_times
from assistant.lexicon.parts.time_shares import in_time
from assistant.lexicon.parts.turned_parts import by_its_ends
from assistant.lexicon.parts.wholes import (
    by_member,
    of_group,
    of_other_flow,
    of_rival,
    of_supplier,
    of_world,
    shared_among,
    with_whole,
)
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.ranks.among import told_apart
from assistant.lexicon.ranks.any_of import existing
from assistant.lexicon.ranks.at_peak import at_peak
from assistant.lexicon.ranks.balances_of_first import balances_of_first
from assistant.lexicon.ranks.first_as_named import of_named_first
from assistant.lexicon.ranks.first_by_deed import first_by_deed
from assistant.lexicon.ranks.first_of_year import among_first
from assistant.lexicon.ranks.floors import floored
from assistant.lexicon.ranks.group_size import sizes_of_groups
from assistant.lexicon.ranks.led_times import led_times
from assistant.lexicon.ranks.members_of_first import members_of_first
from assistant.lexicon.ranks.place_ranges import ranged
from assistant.lexicon.ranks.rank_asked import (
    by_section,
    flow_of_rivals,
    in_its_group,
    level,
    rank_asked,
    ranked_abroad,
    with_kind,
)
from assistant.lexicon.ranks.standing import neighbour, placing_in_rank
from assistant.lexicon.rewritten import rewritten
from assistant.lexicon.searched_times import adverbs_aside
from assistant.lexicon.searching import sought
from assistant.lexicon.topics.tariffs import (
    DUTIES,
    cues,
    is_collected_abroad,
    levied,
    tariff_measures,
    without_tariffs,
)
from assistant.lexicon.when.against_now import against_now
from assistant.lexicon.when.both_times import at_both_times
from assistant.lexicon.when.each_time import in_each_time
from assistant.lexicon.when.months_against import months_against
from assistant.lexicon.when.moved_from import moved_from
from assistant.lexicon.when.same_month import year_before
from assistant.lexicon.when.seasons import in_seasons
from assistant.lexicon.when.single_times import in_single_times
from assistant.lexicon.when.times import named_periods
from assistant.lexicon.who.mirrored import mirrored
from assistant.lexicon.who.modes import names_mode
from assistant.lexicon.who.order import places
from assistant.lexicon.who.owned_ranks import of_owner
from assistant.lexicon.who.placing import placed
from assistant.lexicon.who.sides import sided
from assistant.lexicon.who.speaker import paired, speaking, stated
from assistant.lexicon.who.state_ends import ABROAD, ended
from assistant.lexicon.who.state_sellers import among_states
from assistant.lexicon.who.told_twice import told_once, told_twice
from assistant.lexicon.words.neighbours import settled
from assistant.measures import TARIFFS
from assistant.types import Mention


def question(text: str, mentions: tuple[Mention, ...], unknown: Codes, language: Language, home: str) -> Question:
    """The question with its slots filled from its own words alone."""
    mentions, unknown = rewritten(text, mentions, unknown, language, home)
    mentions, unknown, ours, presented = speaking(text, settled(text, mentions, language), unknown, language, home)
    own, home = home, ours
    linked = Linked(text, mentions, language, home)
    if not tariff_measures(linked) and not set(linked.codes("measures")) & set(DUTIES):
        mentions, unknown = without_tariffs(mentions, unknown, language)
        linked = Linked(text, mentions, language, home)
    sizes = sizes_of_groups(linked)
    apart, among = (mentions, "") if tariff_measures(linked) else told_apart(linked)
    apart, mentions = (tuple(m for m in read if m.start not in sizes) for read in (apart, mentions))
    linked = Linked(text, apart, language, home)
    slots, conflict = _slots(linked)
    slots, conflict = mirrored(*rivalled(slots, conflict, linked), linked)
    slots = goods_together(moved_from(against_now(in_its_group(slots, linked), linked), linked), linked)
    return Question(
        text=text,
        language=language.code,
        mentions=mentions,
        slots=members_of_first(
            shared_among(stated(slots, ours, own) if presented else slots, among or slots.among), mentions
        ),
        unknown=unknown,
        unsupported=tuple(dict.fromkeys(linked.codes("unsupported"))),
        about=frozenset(_about(linked)),
        ambiguous=open_names(linked),
        conflict=conflict,
        corrected=tuple(m.corrected for m in mentions if m.corrected),
    )


def _slots(linked: Linked) -> tuple[Slots, str]:
    """The slots, and what contradicts itself in them."""
    asked, near = linked, neighbour(linked) or rank_asked(linked)
    linked = linked if near is None else replace(linked, mentions=[m for m in linked.mentions if m.start != near.start])
    filters = ranked_abroad(_filters(linked), near)
    slots = Slots(
        filters=filters,
        without=without(linked),
        periods=in_time(linked) or named_periods(linked),
        keys=with_kind((*(k for k in keys(linked) if not is_apposed(k, filters)), *told_by_year(linked)), near, linked),
        ordinal=None if placing_in_rank(linked) else next((int(code) for code in linked.codes("ordinals")), None),
        level=level(linked, near),
        sections=by_section(linked),
        operations=operations(asked) - subtracting(linked),
        number=number(linked),
        pick=placing_in_rank(linked),
        measures=two_figures(linked, measured(linked)) or flow_of_rivals(linked, near or placing_in_rank(linked)),
        beside=(near.side, near.dimension, near.code) if near else (),
        condition=condition(linked),
        books=_books(linked),
        **demanded(linked),
        within=within(linked),
        part=part(linked, filters),
    )
    charged = {*TARIFFS, "effective_duty", *(["duty"] if "pay" in cues(linked.mentions) else [])}
    if charged & set(slots.measures[:1]) or "duty" in slots.measures and is_collected_abroad(linked):
        return _held(floored_rate(levied(linked, slots), linked), linked), ""
    left_out = excluded(linked)
    found = places(linked.text, adverbs_aside(linked.mentions), linked.language, linked.home)
    gone = {m.text for m in linked.mentions if m.kind == "region" and m.start in excluded_starts(linked)}
    found = tuple(place for place in found if not (place.text in gone and place.role in ("destination", "origin")))
    found = paired(linked, tuple(place for place in found if place.codes[0] not in left_out))
    slots = compared(by_member(slots, found, linked.language, linked.home))
    slots, conflict = each_way(*contrasted(*placed(slots, found, linked.home), linked), linked)
    slots, conflict = to_or_from(supplying(slots, linked), conflict, linked)
    slots = of_world(with_whole(slots, found, linked.language, linked.home), linked.home)
    slots = of_group(slots, linked.language, linked.home)
    slots = of_owner(among_states(held_by_several(of_home(slots, linked), linked), linked), linked)
    slots = in_state(held_in_goods(of_supplier(_held(slots, linked), linked), linked), linked)
    slots = in_single_times(
        over_times(each_total(of_rival(slots, linked.mentions, linked.language), linked), linked), linked
    )
    slots = of_other_flow(by_its_ends(slots), linked.mentions, linked.language)
    slots = multiplied_each(sided(divided(covered(slots, linked), linked), linked), linked)
    slots = balances_of_first(held_to_mean(first_by_deed(told_once(slots, linked), linked)), linked.mentions)
    slots = of_named_first(slots, linked)
    slots = outsold(
        among_first(told_twice(floored(against_year(months_against(slots, linked), linked), linked), linked), linked),
        linked,
    )
    slots = led_times(of_each(claimed(sought(by_step(made_up(slots, linked), linked), linked), linked)), linked)
    slots = which_goods(based_first(ranged(slots, linked), linked), linked)
    slots = year_before(in_seasons(of_base(multiplied(slots, linked), linked), linked), linked)
    slots = both_limits(existing(both_moved(claims_amount(slots, linked), linked), linked), linked)
    slots = at_peak(limited_times(held_flows(limited_measures(flow_chosen(slots), linked), linked), linked), linked)
    slots = all_of(at_both_times(turned_balances(held_parts(slots, linked), linked), linked), linked)
    slots = per_dollar(on_led_base(in_each_time(slots, linked), linked), linked)
    return ended(named_first(slots, linked), linked.text, linked.language), conflict


def _held(slots: Slots, linked: Linked) -> Slots:
    """The slots with the share as one of the partners' in what else is named, where the words make it that."""
    if "share" not in slots.operations or not slots.filters:
        return slots
    held = comes_from(linked) or named_twice(linked) or held_by_partners(linked, slots.filters)
    if depends(linked):
        return replace(slots, partner_share=True, keys=tuple(key for key in slots.keys if key not in slots.filters))
    return replace(slots, partner_share=True) if held else slots


def _filters(linked: Linked) -> dict[str, Codes]:
    """The codes that narrow the trade, by dimension."""
    found = {dimension: _listed(linked, section) for dimension, section in SECTIONS.items()}
    if any(len(m.candidates) > 1 for m in linked.mentions if m.kind == "product"):
        found["product"] = ()
    else:
        found["product"] = with_codes(linked, found["product"])
    if "region_mx" in linked.codes("keys") and not found["region"]:
        found["region"] = ABROAD
    return {dimension: codes for dimension, codes in found.items() if codes}


def _listed(linked: Linked, section: str) -> Codes:
    """The codes of a section that are asked for and not left out."""
    left_out, prefix = excluded_starts(linked), f"{section}:"
    kept = [m for m in linked.mentions if m.start not in left_out and names_mode(linked, m)]
    return tuple(dict.fromkeys(c.removeprefix(prefix) for m in kept for c in m.candidates if c.startswith(prefix)))


def _books(linked: Linked) -> str | None:
    """Whose books are demanded: "on Mexican data", "INEGI"; held against the home country's, the other side's."""
    named = [code for code in linked.codes("books") if code != "books"] or list(sides_told(linked))
    foreign = [code for code in named if code != linked.home]
    return next(iter(foreign or named), None) or books_used(linked)


def _about(linked: Linked) -> Iterator[str]:
    """What kind of talk the cues make it: "explain:why", "availability:data", "dialogue:and"."""
    for section in ("explain", "availability", "dialogue", "sourcing", "indices"):
        yield from (f"{section}:{code}" for code in linked.codes(section))
    if asks_meaning(linked):
        yield from ("explain:define", "explain:meaning")
