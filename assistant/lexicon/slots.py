"""Mentions to slots: what is measured, whose trade it is, with whom, when, by what, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.aside.exclusions import excluded, excluded_starts, subtracting, without
from assistant.lexicon.change.asked_beside import two_figures
from assistant.lexicon.change.listed_rates import told_by_year
from assistant.lexicon.compare.contrasted import contrasted
from assistant.lexicon.compare.each_way import each_way
from assistant.lexicon.compare.floored_rates import floored_rate
from assistant.lexicon.compare.rivals import rivalled
from assistant.lexicon.compare.search_sides import supplying
from assistant.lexicon.compare.to_or_from import to_or_from
from assistant.lexicon.compare.to_whom import to_whom
from assistant.lexicon.conditions import condition, number
from assistant.lexicon.demands import books_used, compared, demanded, sides_told
from assistant.lexicon.goods.coded_names import with_codes
from assistant.lexicon.goods.goods_together import goods_together
from assistant.lexicon.keys import is_apposed, keys
from assistant.lexicon.linked import SECTIONS, Linked
from assistant.lexicon.measuring import measured
from assistant.lexicon.open_names import open_names
from assistant.lexicon.operations import asks_meaning, asks_notion, operations
from assistant.lexicon.parts.shares import part, within
from assistant.lexicon.parts.time_shares import in_time
from assistant.lexicon.parts.wholes import by_member, shared_among, with_whole
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.ranks.among import told_apart
from assistant.lexicon.ranks.group_size import sizes_of_groups
from assistant.lexicon.ranks.members_of_first import members_of_first
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
from assistant.lexicon.steps import STEPS, held
from assistant.lexicon.topics.tariffs import (
    DUTIES,
    cues,
    is_collected_abroad,
    levied,
    tariff_measures,
    without_tariffs,
)
from assistant.lexicon.when.against_now import against_now
from assistant.lexicon.when.moved_from import moved_from
from assistant.lexicon.when.times import named_periods
from assistant.lexicon.who.mirrored import mirrored
from assistant.lexicon.who.modes import names_mode
from assistant.lexicon.who.order import places
from assistant.lexicon.who.placing import placed
from assistant.lexicon.who.speaker import paired, speaking, stated
from assistant.lexicon.who.state_ends import ABROAD, ended
from assistant.lexicon.who.state_sellers import between_states
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
        return held(floored_rate(levied(linked, slots), linked), linked), ""
    left_out = excluded(linked)
    found = places(linked.text, adverbs_aside(linked.mentions), linked.language, linked.home)
    gone = {m.text for m in linked.mentions if m.kind == "region" and m.start in excluded_starts(linked)}
    found = tuple(place for place in found if not (place.text in gone and place.role in ("destination", "origin")))
    found = paired(linked, tuple(place for place in found if place.codes[0] not in left_out))
    slots = compared(by_member(slots, found, linked.language, linked.home))
    slots, conflict = each_way(*contrasted(*placed(slots, found, linked.home), linked), linked)
    slots, conflict = between_states(*to_or_from(supplying(slots, linked), conflict, linked), linked)
    slots = with_whole(slots, found, linked.language, linked.home)
    for step in STEPS:
        slots = step(slots, linked)
    slots, conflict = to_whom(slots, conflict, linked)
    return ended(slots, linked.text, linked.language), conflict


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
    if asks_notion(linked):
        yield "explain:notion"
    if asks_meaning(linked):
        yield from ("explain:define", "explain:meaning")
