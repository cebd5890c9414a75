"""Whether a question is a follow-up, and what it takes from an earlier turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.dialogue.after_notes.agreed import agreed
from assistant.dialogue.after_notes.goods_asked import goods_asked, unowned
from assistant.dialogue.after_notes.goods_noted import of_goods_noted
from assistant.dialogue.after_notes.holdings import of_holdings
from assistant.dialogue.heard.leads import (
    bidden,
    corrected,
    is_follow_up,
    is_undo,
    of_same_flow,
    opened,
    says_what,
    says_whose,
)
from assistant.dialogue.heard.opening import of_opened
from assistant.dialogue.heard.saying import held_to, is_subject, leads, says
from assistant.dialogue.heard.short import short
from assistant.dialogue.heard.topped import topped
from assistant.dialogue.held.against import against
from assistant.dialogue.held.apart import (
    doubtful,
    found_pair,
    grown_between,
    led,
    picked_first,
    remaining,
    then_and_now,
)
from assistant.dialogue.held.both import shown, unpaired
from assistant.dialogue.held.diverted import diverted
from assistant.dialogue.held.faring import faring
from assistant.dialogue.held.growths import of_two_times_grown
from assistant.dialogue.held.held_times import as_moved
from assistant.dialogue.held.joining import drawn, flows_held, in_other_flow, named_once, together
from assistant.dialogue.held.more_from import is_it_first, more_from, more_of_one, more_than_together
from assistant.dialogue.held.more_of_two import more_of_two
from assistant.dialogue.held.overtaken import overtaken
from assistant.dialogue.held.part_of_before import part_of_before, unparted
from assistant.dialogue.held.peaks_held import peaks_held
from assistant.dialogue.held.reckoned import reckoned
from assistant.dialogue.held.signs import as_signed, by_sign, of_two_signs, unasked
from assistant.dialogue.held.whole_named import partless, share_of_whole, widened
from assistant.dialogue.kept.lost import unlost
from assistant.dialogue.kept.spoiled import spoiled, unplaced
from assistant.dialogue.kept.topics import on_topic
from assistant.dialogue.kept.unfound import unfound
from assistant.dialogue.kept.unheld import apart
from assistant.dialogue.pointed.among_first import among_first
from assistant.dialogue.pointed.asked_back import alone, empty, repeated, untimed
from assistant.dialogue.pointed.back_to_ranking import back_to_ranking
from assistant.dialogue.pointed.chosen import chosen
from assistant.dialogue.pointed.counted import counted, unlimited
from assistant.dialogue.pointed.each_named import each_named, uneach
from assistant.dialogue.pointed.first_of_shown import first_of_shown
from assistant.dialogue.pointed.in_ranking import of_the_rest, place_elsewhere, who_of_kind
from assistant.dialogue.pointed.last_told import last_told, up_to_told
from assistant.dialogue.pointed.members_told import members_told
from assistant.dialogue.pointed.peak_told import peak_told
from assistant.dialogue.pointed.places_apart import places_apart, without_places
from assistant.dialogue.pointed.pointing import unheard, unpointed
from assistant.dialogue.pointed.ranked import between_two, of_members, standing, who_of_all
from assistant.dialogue.pointed.rows import move_of_first, of_row, told_of_first
from assistant.dialogue.pointed.searched import (
    at_its_time,
    beyond_mean,
    grown_since,
    led_by,
    of_difference,
    off_its_year,
    off_mean,
    searched,
    share_of_its_time,
    value_at,
)
from assistant.dialogue.pointed.shares_told import share_told
from assistant.dialogue.pointed.since_then import from_then, since_first
from assistant.dialogue.ranking.asked import place_asked
from assistant.dialogue.taken.added_to_it import added_to_it
from assistant.dialogue.taken.both_flows import both_flows
from assistant.dialogue.taken.compared_again import compared_again
from assistant.dialogue.taken.ends_pointed import end_pointed, moved_along
from assistant.dialogue.taken.following import of_that_time, times
from assistant.dialogue.taken.governed import governed
from assistant.dialogue.taken.instead import instead
from assistant.dialogue.taken.limited_again import limited_again
from assistant.dialogue.taken.merging import merged
from assistant.dialogue.taken.moved import nth_part
from assistant.dialogue.taken.other_end import other_end
from assistant.dialogue.taken.owned import owned
from assistant.dialogue.taken.partner_acts import partner_acts
from assistant.dialogue.taken.passing import passing
from assistant.dialogue.taken.rated import rate_of_duty, rated, rates_of_those
from assistant.dialogue.taken.recorded import recorded
from assistant.dialogue.taken.restating import of_two_times, restated
from assistant.dialogue.taken.searched_anew import searched_anew
from assistant.dialogue.taken.shortened import filled, placed, shortened
from assistant.dialogue.taken.spanning import drawn_between, over_all_years
from assistant.dialogue.taken.there import at_the_spot, of_those_goods
from assistant.dialogue.taken.told_otherwise import as_level
from assistant.dialogue.taken.turning import turned
from assistant.dialogue.taken.year_kinds import other_year
from assistant.dialogue.turns import Dialogue, Turn
from assistant.dialogue.wholes.both_in import both_in
from assistant.dialogue.wholes.gone_back import all_again, gone_back
from assistant.dialogue.wholes.part_named import part_named
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.sourcing import DOUBT, sourcing
from assistant.lexicon.who.state_ends import ended
from assistant.periods import Period

_BETWEEN = frozenset({"ratio", "difference"})
_CHOOSING = frozenset({"exceed", "trail"})
_NARROWING = frozenset({"firms", "services", "units", "currency", "real", "adjusted", "per_head", "provinces"})
"""What no table has of a figure that is asked on: "how much of that did Toyota bring in?"."""
_SIZED = frozenset({"difference", "per_key"})
"""What "by how much had it changed by 2024?" names beside the change itself."""


def recall(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question with its empty slots filled from the last turn about data, where it is a follow-up."""
    if (asked := place_asked(question, dialogue)) and dialogue.last is not None:
        return filled(question, asked, dialogue.last)
    question = topped(passing(question, dialogue), dialogue)
    return unfound(unlost(_recalled(question, dialogue, home), question.slots, dialogue, home), dialogue, home)


def _recalled(question: Question, dialogue: Dialogue, home: str) -> Question:
    question, what = unplaced(question, dialogue), sourcing(question)
    if what and (what != DOUBT or dialogue.ends_in_figures):
        return replace(question, explains=what, earlier=dialogue.sourced)
    question = partner_acts(other_end(governed(compared_again(question, dialogue), dialogue), dialogue), dialogue)
    if again := all_again(question, dialogue):
        return again
    question, dialogue = both_in(*gone_back(part_named(question, dialogue), dialogue))
    question, dialogue = up_to_told(last_told(nth_part(question, dialogue), dialogue), dialogue)
    question, dialogue = share_told(peak_told(question, dialogue), dialogue, home)
    question = added_to_it(rated(question, dialogue), dialogue)
    question = of_goods_noted(agreed(of_holdings(question, dialogue), dialogue, home), dialogue)
    dialogue = back_to_ranking(question, as_signed(question, on_topic(question, dialogue)))
    question = told_of_first(question, dialogue)
    question = who_of_all(_by_product(instead(question, dialogue)), dialogue)
    question = between_two(of_members(who_of_kind(of_the_rest(question, dialogue), dialogue), dialogue), dialogue)
    question = end_pointed(
        moved_along(at_the_spot(of_those_goods(question, dialogue), dialogue), dialogue), dialogue, home
    )
    question = owned(faring(question, dialogue), dialogue, home)
    question = more_of_two(question, dialogue, home)
    question = bidden(of_same_flow(of_opened(question, dialogue, home), dialogue.last))
    question = limited_again(corrected(led(question)), dialogue.last) if dialogue.last is not None else question
    if meant := _of_told(question, dialogue, home) or shortened(question, dialogue):
        return meant
    if (asked := _asked_on(question, dialogue, home)) and dialogue.last is not None:
        told = filled(question, asked, dialogue.last)
        return replace(told, unsupported=tuple(cause for cause in question.unsupported if cause in _NARROWING))
    question = placed(question, dialogue)
    if is_undo(question) and dialogue.last is not None:
        dialogue = dialogue.undone()
    turn = _antecedent(question, dialogue)
    if turn is None or turn.slots is None:
        return of_that_time(replace(question, gap=unheard(question)), Turn(""))
    turn = opened(question, turn)
    if turn.slots is None:
        return question
    if not (is_follow_up(question) or says_what(question, turn.slots) or says_whose(question, turn)):
        return of_that_time(replace(question, gap=partless(question)), turn)
    return spoiled(_filled(question, dialogue, turn, turn.slots, home), question.slots, turn)


def _of_told(question: Question, dialogue: Dialogue, home: str) -> Question | None:
    """The question that works something out of the figures told, or asks when one overtook another; None for others."""
    worked = overtaken(question, dialogue) or peaks_held(question, dialogue) or reckoned(question, dialogue, home)
    return filled(question, worked, dialogue.last) if worked and dialogue.last is not None else None


def _by_product(question: Question) -> Question:
    """The question with what is looked for by its level as a key: "which commodity group was the largest there"."""
    slots = question.slots
    looked = (slots.sections or slots.level) and slots.operations & {"top", "bottom"}
    free = not slots.keys and "product" not in slots.filters
    return replace(question, slots=replace(slots, keys=("product",))) if looked and free else question


def _asked_on(question: Question, dialogue: Dialogue, home: str) -> Slots | None:
    """What the last answers were about, asked on: a place, a number, when it held, a part of a whole, one of two."""
    found = (
        searched,
        grown_since,
        at_its_time,
        of_difference,
        off_mean,
        off_its_year,
        beyond_mean,
        share_of_its_time,
        value_at,
    )
    leads, wholes = (
        (rates_of_those, rate_of_duty, first_of_shown),
        (led_by, move_of_first, other_year, part_of_before, share_of_whole),
    )
    first = (since_first, drawn_between, among_first, by_sign, standing, counted)
    ways = (*leads, *first, is_it_first, more_than_together, more_from, more_of_one, *found, *wholes)
    asked = next((asked for way in ways if (asked := way(question, dialogue))), None)
    asked = asked or place_elsewhere(question, dialogue, home)
    asked = members_told(question, dialogue, home) or asked
    each = each_named(question, dialogue, home)  # "they" are those that were asked about in turn
    return each or asked or chosen(question, dialogue, home) or goods_asked(question, dialogue, home)


def _filled(question: Question, dialogue: Dialogue, turn: Turn, last: Slots, home: str) -> Question:
    """The question with what it leaves open taken from the earlier turn."""
    if is_undo(question):
        return replace(question, slots=last, carried=("measures", "reporter", "partner", "periods"), previous=last)
    last, left = apart(question, as_level(widened(question, last), question), turn)
    aimed = restated(of_row(question, dialogue, last, home), last, question.mentions)
    aimed = over_all_years(question, aimed, last)
    other = in_other_flow(question, dialogue)  # "which of the two was larger in imports?"
    added = short(question)[0] == "plus"
    pair = None if other else both_flows(aimed, dialogue, added, leads(question, "measures"))
    if pair is not None:
        aimed = replace(aimed, measures=pair.measures, operations=aimed.operations - {"sum"})
    held = then_and_now(question, dialogue) or grown_between(question, dialogue)
    if held is None and (held := places_apart(question, dialogue)):
        question = without_places(question)
    held = held or against(question, dialogue, home)
    if held is not None:
        aimed, pair = held
    aimed = searched_anew(question, aimed, pair or last)
    aimed = _share_moved(_part_of_that(aimed, last, question), last, question)
    joined = drawn(question, dialogue) or together(question, dialogue) or found_pair(question, _about_data(dialogue))
    joined = joined or flows_held(question, dialogue)
    if joined is None and (joined := shown(question, dialogue)):  # "put them all in a table" adds nothing up
        aimed = replace(aimed, operations=aimed.operations - {"sum"})
    aimed = of_two_times(aimed, last)
    picked = aimed.ordinal or says(question, "latter")  # "how many times larger is the first?"
    if joined and picked and aimed.operations & _BETWEEN:
        aimed, pair = replace(aimed, ordinal=None), picked_first(question, aimed, joined)
    both = joined and aimed.operations & {*_BETWEEN, "series", "table"}  # "both", "the two"
    aimed = named_once(replace(aimed, number=None), joined) if joined and both else aimed
    grains = {Period.parse(turn.period).grain for turn in dialogue.turns[-2:] if turn.period}
    if joined and aimed.operations & _CHOOSING and {*aimed.keys} == grains:
        aimed = replace(aimed, keys=())  # "which year was higher?" of the two that were asked about
    about = question.about | {"dialogue:add"} if held_to(question) else question.about
    new, old = turned(aimed, pair or joined or remaining(question, aimed, last), about, subject=is_subject(question))
    slots = merged(new, old, home)
    carried = tuple(
        name
        for name in ("measures", "reporter", "partner", "periods", "filters", "without")
        if _same(slots, last, question.slots, name)
    )
    spoken = from_then(question, turn) or times(slots, question, turn)
    slots = slots if held else as_moved(replace(slots, periods=spoken), question)
    slots = recorded(ended(slots, question.text, load(question.language)), question, turn)
    return replace(
        question,
        slots=slots,
        carried=carried,
        previous=last,
        previous_table=turn.table,
        earlier=turn.calls,
        left_aside=left,
        gap=(diverted(question, last) or doubtful(question, dialogue))
        or of_two_times_grown(question, dialogue)
        or of_two_signs(question, dialogue)
        or empty(question, turn.unsupported)
        or (None if pair else unpointed(question, dialogue) or alone(question, slots))
        or untimed(question, slots, turn)
        or repeated(question, slots, last)
        or unowned(question, home)
        or uneach(question, slots)
        or unparted(question, last)
        or unlimited(question, last)
        or unpaired(question, slots, last)
        or (None if held else unasked(question, last)),
    )


def _share_moved(aimed: Slots, last: Slots, question: Question) -> Slots:
    """What a follow-up asks of the change of the share before it: "how has that changed since 2010?"."""
    named = aimed.measures or aimed.places or aimed.filters or aimed.keys
    moved = aimed.operations - _SIZED == {"growth"} and says(question, "changed")
    if named or "share" not in last.operations or not moved:
        return aimed
    return replace(aimed, operations=frozenset({"growth", "share"}))


def _part_of_that(aimed: Slots, last: Slots, question: Question) -> Slots:
    """What the earlier figure is narrowed by alone as the part, where the rest is named as the whole of its share.

    After cereals by rail, "what share of all cereal exports is that?" is of the rail in the cereals.
    """
    told = "share" in aimed.operations and "dialogue:that" in question.about
    again = aimed.keys[0] if told and len(aimed.keys) == 1 and not aimed.filters else ""
    if again in last.filters:  # "as a percentage of that chapter"
        aimed = replace(aimed, keys=(), level=None, filters={again: last.filters[again]})
    if told and aimed.keys == ("port",) and "port" in last.filters and {*aimed.filters} == {"region"}:
        return replace(aimed, keys=(), part="port")  # "what percent of all the Texas ports is that?"
    if not (told and aimed.filters) or any(last.filters.get(name) != codes for name, codes in aimed.filters.items()):
        return aimed
    alone = [name for name in last.filters if name not in aimed.filters]
    if not alone and not aimed.places:  # after truck imports from Mexico, "what share of truck imports is that?"
        return replace(aimed, part="", partner_share=True)
    return replace(aimed, part=alone[0]) if len(alone) == 1 else aimed


def _about_data(dialogue: Dialogue) -> list[Turn]:
    return [turn for turn in dialogue.turns if turn.slots is not None]


def _antecedent(question: Question, dialogue: Dialogue) -> Turn | None:
    """The turn that a follow-up leans on: the last, the first, or the newest about the place that it goes back to."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None]
    if "dialogue:first" in question.about:
        return next(iter(turns), None)
    if "dialogue:back" in question.about and question.slots.places:
        places = set(question.slots.places)
        for turn in reversed(turns):
            if turn.slots and places & {*turn.slots.partner, *turn.slots.reporter} == places:
                return turn
    return dialogue.last


def _same(merged: Slots, earlier: Slots, own: Slots, name: str) -> bool:
    """Whether a slot is that of before: of filters, any that the follow-up does not name itself."""
    value = getattr(merged, name)
    if isinstance(value, Mapping):
        own_names = getattr(own, name)
        return any(codes == value.get(key) and key not in own_names for key, codes in getattr(earlier, name).items())
    return bool(value) and value == getattr(earlier, name) and value != getattr(own, name)
