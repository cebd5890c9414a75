"""Whether a question is a follow-up, and what it takes from an earlier turn."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.dialogue.against import against
from assistant.dialogue.apart import doubtful, found_pair, grown_between, led, picked_first, remaining, then_and_now
from assistant.dialogue.counted import counted
from assistant.dialogue.following import times
from assistant.dialogue.joining import together
from assistant.dialogue.merging import merged
from assistant.dialogue.pointing import TURNING, agreed, alone, empty, pointed, repeated, unpointed
from assistant.dialogue.ranked import standing
from assistant.dialogue.restating import both_flows, restated
from assistant.dialogue.short import short
from assistant.dialogue.shortened import filled, placed, shortened
from assistant.dialogue.turning import turned
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.sourcing import sourcing
from assistant.lexicon.state_ends import ended
from assistant.periods import Period

_LEANING = frozenset(f"dialogue:{cue}" for cue in ("and", "repair", "that", "first"))
_NAMING = frozenset({"measures", "place", "product", "goods", "region", "port", "modes", "period"})
"""Kinds of words that say what a question is about."""
_BETWEEN = frozenset({"ratio", "difference"})
_CHOOSING = frozenset({"exceed", "trail"})
_SHORT = 6
"""Words; a measure with a place in so few ("deficit with the UK?") is of the time that was spoken of."""


def recall(question: Question, dialogue: Dialogue, home: str = "USA") -> Question:
    """The question with its empty slots filled from the last turn about data, where it is a follow-up."""
    if what := sourcing(question):
        return replace(question, explains=what, earlier=dialogue.sourced)
    if dialogue.turns and dialogue.turns[-1].agreements:
        question = agreed(question, dialogue, home)
    question = led(question) if dialogue.last is not None else question
    if meant := shortened(question, dialogue):
        return meant
    if (asked := standing(question, dialogue) or counted(question, dialogue)) and dialogue.last is not None:
        return filled(question, asked, dialogue.last)
    question = placed(question, dialogue)
    if is_undo(question) and dialogue.last is not None:
        dialogue = dialogue.undone()
    turn = _antecedent(question, dialogue)
    if turn is None or turn.slots is None:
        return question
    if not is_follow_up(question):
        return _of_that_time(question, turn)
    return _spoiled(_filled(question, dialogue, turn, turn.slots, home), question.slots, turn)


def _filled(question: Question, dialogue: Dialogue, turn: Turn, last: Slots, home: str) -> Question:
    """The question with what it leaves open taken from the earlier turn."""
    if is_undo(question):
        return replace(question, slots=last, carried=("measures", "reporter", "partner", "periods"), previous=last)
    aimed = restated(_as_homes(pointed(question, dialogue), question.slots, home), last, question.mentions)
    if pair := both_flows(aimed, dialogue, short(question)[0] == "plus"):
        aimed = replace(aimed, measures=pair.measures, operations=aimed.operations - {"sum"})
    held = then_and_now(question, dialogue) or grown_between(question, dialogue) or against(question, dialogue)
    if held is not None:
        aimed, pair = held
    aimed = _part_of_that(aimed, last, question)
    joined = together(question, dialogue) or found_pair(question, _about_data(dialogue))
    if joined and aimed.ordinal and aimed.operations & _BETWEEN:  # "how many times larger is the first?"
        aimed, pair = replace(aimed, ordinal=None), picked_first(question, aimed, joined)
    aimed = replace(aimed, number=None) if joined and aimed.operations & _BETWEEN else aimed
    if joined and aimed.operations & _CHOOSING and aimed.keys == (Period.parse(joined.periods[0]).grain,):
        aimed = replace(aimed, keys=())  # "which year was higher?" of the two that were asked about
    new, old = turned(aimed, pair or joined or remaining(question, aimed, last), question.about)
    slots = merged(new, old, home)
    carried = tuple(
        name
        for name in ("measures", "reporter", "partner", "periods", "filters", "without")
        if _same(slots, last, question.slots, name)
    )
    slots = slots if held else replace(slots, periods=times(slots, question, turn))
    slots = ended(slots, question.text, load(question.language))
    return replace(
        question,
        slots=slots,
        carried=carried,
        previous=last,
        previous_table=turn.table,
        earlier=turn.calls,
        gap=doubtful(question, dialogue)
        or empty(question)
        or (None if pair else unpointed(question, dialogue) or alone(question, slots))
        or repeated(question, slots, last),
    )


def _part_of_that(aimed: Slots, last: Slots, question: Question) -> Slots:
    """What the earlier figure is narrowed by alone as the part, where the rest is named as the whole of its share.

    After cereals by rail, "what share of all cereal exports is that?" is of the rail in the cereals.
    """
    shared = "share" in aimed.operations and "dialogue:that" in question.about and aimed.filters
    if not shared or any(last.filters.get(name) != codes for name, codes in aimed.filters.items()):
        return aimed
    alone = [name for name in last.filters if name not in aimed.filters]
    if not alone and not aimed.places:  # after truck imports from Mexico, "what share of truck imports is that?"
        return replace(aimed, part="", partner_share=True)
    return replace(aimed, part=alone[0]) if len(alone) == 1 else aimed


def _about_data(dialogue: Dialogue) -> list[Turn]:
    return [turn for turn in dialogue.turns if turn.slots is not None]


def _as_homes(aimed: Slots, own: Slots, home: str) -> Slots:
    """What a row of a ranking sold to home or bought from it, as home's own flow: "how much did the third sell us?"."""
    turned = {("exports", own.destination): "imports", ("imports", own.origin): "exports"}
    measure = turned.get((own.measures[0] if own.measures else "", (home,)))
    return replace(aimed, measures=(measure,), reporter=(home,)) if own.ordinal and measure else aimed


def is_undo(question: Question) -> bool:
    """Whether the message only takes the last question back: "undo", "scrap that"."""
    slots = question.slots
    if question.previous is not None:  # filled already, with what it goes back to
        return "dialogue:undo" in question.about and question.asked == question.previous
    said = (slots.measures, slots.places, slots.periods, slots.filters, slots.keys, slots.operations, slots.without)
    return "dialogue:undo" in question.about and not any(said)


def is_follow_up(question: Question) -> bool:
    """Whether a question leans on what was asked before: a cue says so, or it names too little to stand alone."""
    slots = question.slots
    if "explain:meaning" in question.about and not slots.places or _is_fresh(question):
        return False
    named = slots.measures or slots.places or slots.periods or slots.filters or slots.keys or slots.operations
    if "dialogue:thanks" in question.about and not (named or slots.ordinal or TURNING & question.about):
        return False  # "ok, thanks"
    if _leans(question) and not _whole(slots):
        return True
    if "explain:define" in question.about and slots.demands and not (slots.measures or slots.periods or slots.places):
        return False
    relative = any(period.startswith(("prev:", "next:")) for period in slots.periods)
    held = "compare" in slots.operations and bool(slots.places)  # "how does Italy compare?"
    talks = ("explain:why", "availability") if held else ("explain:why", "explain:how", "availability")
    if question.unknown or any(cue.startswith(talks) for cue in question.about):
        return relative and bool(slots.measures) is False
    if not slots.measures or slots.implied and not slots.periods:
        return bool(
            slots.ordinal
            or slots.number
            or slots.periods
            or slots.places
            or slots.operations
            or slots.filters
            or slots.keys
            or slots.without
            or slots.demands
            or slots.condition
            or TURNING & question.about
        )
    if slots.ordinal or _of_what(slots):
        return True
    return not slots.places or relative and len(slots.periods) == 1


def _of_what(slots: Slots) -> bool:
    """Whether a whole is named, and nothing as the part of it: "as a share of all US goods trade?"."""
    named = slots.partner or slots.periods or slots.filters or slots.keys or slots.without or slots.part
    more = slots.within or slots.among or slots.whole or slots.partner_share or slots.condition
    shared = "share" in slots.operations and not slots.operations - {"share", "in_percent"}
    return shared and slots.measures == ("total",) and len(slots.places) == 1 and not (named or more)


def _is_fresh(question: Question) -> bool:
    """Whether the message says that it turns to another topic, and asks something: "unrelated: imports from Japan"."""
    slots = question.slots
    whole = slots.measures or slots.periods and {"port", "region"} & {*slots.filters}
    return "dialogue:fresh" in question.about and bool(whole)


def _leans(question: Question) -> bool:
    """Whether a cue leans on what went before; an "and" inside a list ("Mexico and Canada") does not."""
    cues = _LEANING & question.about
    if cues != {"dialogue:and"}:
        return bool(cues)
    opening = min((m.start for m in question.mentions if "dialogue:and" in m.candidates), default=0)
    named = [m.start for m in question.mentions if m.kind in _NAMING]
    return not named or not min(named) < opening < max(named)  # "goods then" leans as well


def _whole(slots: Slots) -> bool:
    return bool(slots.measures and slots.reporter and slots.partner and slots.periods)


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


def _of_that_time(question: Question, turn: Turn) -> Question:
    """A short question of its own that names no time is of the time spoken of, and takes nothing else over."""
    slots, period = question.slots, turn.period
    free = not (slots.periods or slots.condition or slots.keys or slots.operations - {"compare", "polar", "share"})
    few = len(question.text.split()) <= (_SHORT + 2 if "share" in slots.operations else _SHORT)
    short = slots.measures and slots.places and few and not question.unknown
    named = turn.answered and turn.slots and turn.slots.periods == (period,)
    talks = _is_fresh(question) or any(cue.startswith("explain") for cue in question.about)
    if not (free and short and named) or talks or period is None:
        return question
    return replace(question, slots=replace(slots, periods=(period,)), carried=("periods",))


def _same(merged: Slots, earlier: Slots, own: Slots, name: str) -> bool:
    value = getattr(merged, name)
    return bool(value) and value == getattr(earlier, name) and value != getattr(own, name)


def _is_placed(word: str, text: str) -> bool:
    """Whether the unknown word stands where a place does: "imports from Freedonia"."""
    return re.search(rf"\b(?:from|to|with|desde|con|hacia)\s+{re.escape(word)}\b", text.lower()) is not None


def _spoiled(question: Question, own: Slots, turn: Turn) -> Question:
    """The question with what no table holds of the earlier one, unless the follow-up puts it right."""
    righted = any(m.kind in ("goods", "product", "modes", "port", "region") for m in question.mentions)
    righted |= bool({"dialogue:repair", "dialogue:dollars"} & question.about)
    righted |= bool(own.places) and not turn.unsupported and all(_is_placed(word, turn.text) for word in turn.spoiled)
    timed = bool(turn.unsupported) and set(turn.unsupported) <= {"forecast", "daily"}
    righted |= timed and bool(own.periods or own.keys)
    righted |= bool(own.measures and own.periods and not own.places and not question.carried)
    if righted or not (turn.spoiled or turn.unsupported):
        return question
    unknown, unsupported = (*question.unknown, *turn.spoiled), (*question.unsupported, *turn.unsupported)
    return replace(question, unknown=unknown, unsupported=unsupported)
