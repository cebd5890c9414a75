"""The mentions of a question as those of the plain one that it stands for: each step turns one way of saying it."""

from __future__ import annotations

from assistant.languages.language import Language
from assistant.lexicon.aside.dismissed import wanted
from assistant.lexicon.aside.doubts import doubted
from assistant.lexicon.aside.guessed import without_guess
from assistant.lexicon.aside.hearsay import without_hearsay
from assistant.lexicon.aside.left_out import led
from assistant.lexicon.aside.not_by import not_by
from assistant.lexicon.aside.preambles import without_preamble
from assistant.lexicon.aside.removals import with_removals
from assistant.lexicon.aside.sayers import without_sayers
from assistant.lexicon.aside.supposed import supposed
from assistant.lexicon.aside.taken_out import taken_out
from assistant.lexicon.aside.writers import without_writers
from assistant.lexicon.asking import as_kind
from assistant.lexicon.change.asked_beside import rate_beside
from assistant.lexicon.change.listed_rates import not_compounded
from assistant.lexicon.change.moves import moved
from assistant.lexicon.change.parted_limits import parted_limits
from assistant.lexicon.change.worsening import worsened
from assistant.lexicon.compare.both_ends import both_ends
from assistant.lexicon.compare.rival_words import passing
from assistant.lexicon.compare.turned_balances import with_turned_sign
from assistant.lexicon.compare.which_of import which_of
from assistant.lexicon.demands import without_imperatives
from assistant.lexicon.goods.apposed import put_together, said_once, without_kind, without_owner
from assistant.lexicon.goods.coded_names import in_brackets
from assistant.lexicon.goods.traded_products import as_goods
from assistant.lexicon.parts.making_up import accumulated
from assistant.lexicon.parts.owned_shares import owned_shares
from assistant.lexicon.parts.part_limits import limited
from assistant.lexicon.parts.portions import dollars
from assistant.lexicon.parts.sums import over_things
from assistant.lexicon.parts.time_shares import of_times
from assistant.lexicon.parts.totals import unminded
from assistant.lexicon.parts.weighs import of_all
from assistant.lexicon.question import Codes
from assistant.lexicon.ranks.any_of import of_things
from assistant.lexicon.ranks.behind_known import behind_known
from assistant.lexicon.ranks.claimed_place import with_claimed_place
from assistant.lexicon.ranks.first_places import first_places
from assistant.lexicon.ranks.most_from import most_from
from assistant.lexicon.ranks.next_in_rank import next_in_rank
from assistant.lexicon.ranks.orderings import from_end_to_end
from assistant.lexicon.rephrased import rephrased
from assistant.lexicon.topics.added_points import added_points
from assistant.lexicon.when.after_base import from_base
from assistant.lexicon.when.events import as_times
from assistant.lexicon.when.happenings import without_happenings
from assistant.lexicon.when.one_before import one_before
from assistant.lexicon.when.presidencies import in_office
from assistant.lexicon.when.said_twice import without_same
from assistant.lexicon.when.same_month import as_year_before
from assistant.lexicon.when.spells import without_spell
from assistant.lexicon.when.stretches import stretch_before, without_length
from assistant.lexicon.when.told_when import without_told_times
from assistant.lexicon.when.windows import windowed
from assistant.lexicon.who.books import chosen
from assistant.lexicon.who.bordering import across_borders
from assistant.lexicon.who.bounds import bounded
from assistant.lexicon.who.capitals import of_capitals
from assistant.lexicon.who.joint_places import jointly
from assistant.lexicon.who.land_crossings import by_land, over_land
from assistant.lexicon.who.mine import without_mine
from assistant.lexicon.who.modes import along
from assistant.lexicon.who.peoples import as_places
from assistant.lexicon.who.spelled_out import spelled_out
from assistant.lexicon.who.states_named import states_named
from assistant.lexicon.who.towns import of_their_country
from assistant.lexicon.who.trading_states import trading_states
from assistant.lexicon.words.joined_flows import joined_flows
from assistant.lexicon.words.qualified import qualifying
from assistant.lexicon.words.trade_words import in_trade_words
from assistant.types import Mention

Read = tuple[tuple[Mention, ...], Codes]
"""The mentions of a question, and its words that name nothing."""


def rewritten(text: str, mentions: tuple[Mention, ...], unknown: Codes, language: Language, home: str) -> Read:
    """The mentions and unknown words after every step, in an order that each step may count on."""
    mentions, unknown = in_office(text, mentions, unknown, language)
    mentions = joined_flows(text, mentions)
    mentions, unknown = without_happenings(text, mentions, unknown, language)
    mentions = both_ends(text, parted_limits(text, along(text, mentions, language), language), language)
    mentions, unknown = moved(text, mentions, unknown, language)
    mentions = chosen(text, from_end_to_end(text, mentions, language), language)
    unknown = qualifying(text, mentions, unknown, language)
    mentions, unknown = wanted(text, supposed(text, mentions, language), unknown, language)
    mentions = states_named(text, across_borders(mentions, language), language)
    mentions = of_their_country(text, of_capitals(mentions), language)
    mentions = without_mine(text, mentions, language)
    mentions = added_points(text, in_trade_words(text, mentions, language, home))
    mentions, compounds = put_together(
        text, said_once(text, without_owner(text, in_brackets(text, mentions))), language
    )
    mentions = of_all(text, owned_shares(text, mentions), language)
    mentions, unknown = rephrased(text, _again(text, mentions, language, home), unknown, language, home)
    mentions = over_things(text, of_times(text, mentions, language), language)
    mentions, unknown = limited(text, *accumulated(text, mentions, unknown, language), language, home)
    aside = (doubted, without_guess, without_hearsay, without_sayers, without_told_times, without_writers, taken_out)
    spans = (stretch_before, without_same, without_spell, without_length)
    for read in (*aside, *spans, without_kind, not_compounded):
        mentions, unknown = read(text, mentions, unknown, language)
    ranks = (most_from, first_places, behind_known, next_in_rank, with_claimed_place, with_turned_sign)
    for read in (spelled_out, by_land, one_before, worsened, *ranks, trading_states, unminded, of_things, which_of):
        mentions, unknown = read(text, mentions, unknown, language)
    mentions, unknown = without_preamble(text, mentions, unknown, language)
    mentions = as_kind(as_goods(over_land(text, mentions, language)), language)
    mentions = rate_beside(text, dollars(text, passing(text, mentions, language), language), language)
    mentions = with_removals(text, without_imperatives(text, mentions, language), language)
    mentions = jointly(text, mentions, language, home)
    unknown = (*unknown, *compounds)
    mentions, unknown = bounded(*as_times(text, mentions, unknown, language), home)
    mentions, unknown = led(text, *not_by(text, mentions, unknown, language), language)
    return mentions, unknown


def _again(text: str, mentions: tuple[Mention, ...], language: Language, home: str) -> tuple[Mention, ...]:
    """The mentions with stretches of months, years after one and peoples as the period or place that they are."""
    dated = as_year_before(as_places(text, mentions, language, home))
    return from_base(text, windowed(text, dated, language))
