"""Whether a message leans on what was asked before, takes it back, or turns to something else."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import closes, opens
from assistant.dialogue.pointed.asked_back import TURNING
from assistant.dialogue.turns import Turn
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase

_LEANING = frozenset(f"dialogue:{cue}" for cue in ("and", "repair", "that", "first", "flip"))
_NAMING = frozenset({"measures", "place", "product", "goods", "region", "port", "modes", "period"})
"""Kinds of words that say what a question is about."""
_MEANING = frozenset({"explain:meaning", "explain:notion"})
FEW = 6
"""Words; a measure with a place in so few ("deficit with the UK?") is of the time that was spoken of."""


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
    if _MEANING & question.about and not slots.places or is_fresh(question):
        return False
    named = slots.measures or slots.places or slots.periods or slots.filters or slots.keys or slots.operations
    asked = {"dialogue:that_time", "dialogue:flip"} & question.about  # "thanks - and how much was it in that month?"
    if "dialogue:thanks" in question.about and not (named or asked or slots.ordinal or TURNING & question.about):
        return False  # "ok, thanks"
    if _leans(question) and not _whole(slots):
        return True
    if "explain:define" in question.about and slots.demands and not (slots.measures or slots.periods or slots.places):
        return False
    relative = any(period.startswith(("prev:", "next:")) for period in slots.periods)
    one = sum(map(len, slots.filters.values())) == 1
    held = "compare" in slots.operations and bool(slots.places or one)  # "how does Italy compare?", "how does rail …?"
    talks = ("explain:why", "availability") if held else ("explain:why", "explain:how", "availability")
    if (question.unknown or question.unsupported) and _only_works(question):
        return True
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


def corrected(question: Question) -> Question:
    """The question without the superlative that only takes the last one back: "mejor 2022", "mejor con Canadá"."""
    slots = question.slots
    said = slots.measures and not slots.implied
    more = said or slots.keys or slots.number or slots.condition or slots.operations - {"best", "top"}
    if more or not (slots.periods or slots.places or slots.filters) or not opens(question, "rather"):
        return question
    return replace(question, slots=replace(slots, operations=frozenset()))


def bidden(question: Question) -> Question:
    """The question without the yes or no that a "do" asks for, where it bids to do the same: "do Turkey too"."""
    slots = question.slots
    said = ({code.split(":")[0] for code in m.candidates} for m in question.mentions)
    acts = any("verbs" in kinds and "measures" not in kinds for kinds in said)
    again = slots.operations == {"polar"} and "dialogue:and" in question.about and opens(question, "bidding")
    if not again or acts or not closes(question, "bidden"):
        return question
    return replace(question, slots=replace(slots, operations=frozenset()))


def of_same_flow(question: Question, turn: Turn | None) -> Question:
    """The question without the flow of the figure that another time is held to: "were imports in 2023 above that?"."""
    new, last = question.slots, turn.slots if turn is not None else None
    held = new.operations & {"exceed", "trail"} and "dialogue:that" in question.about and len(new.periods) == 1
    named = new.places or new.filters or new.keys or new.condition or new.without or new.ordinal or new.number
    if last is None or not held or named or last.operations or last.keys or new.measures != last.measures:
        return question
    return replace(question, slots=replace(new, measures=()))


def says_what(question: Question, asked_back: Slots) -> bool:
    """Whether a message names what is measured of a thing named alone before: "exports to Canada" after "Michigan"."""
    new, named = question.slots, asked_back.filters or asked_back.places
    short = len(question.text.split()) <= FEW + 4 and not is_fresh(question)
    free = not (new.reporter or new.filters or question.unknown or question.unsupported)
    return bool(named) and not asked_back.measures and bool(new.measures) and short and free


def opened(question: Question, turn: Turn) -> Turn:
    """The turn with only what it named, where goods alone were named: "for cars", "imports from Japan"."""
    slots = turn.slots
    if not turn.named_alone or slots is None or not says_what(question, replace(slots, measures=())):
        return turn
    return replace(turn, slots=Slots(filters=slots.filters), period=None)


def says_whose(question: Question, turn: Turn) -> bool:
    """Whether a message names the end of a flow that was asked back: "duties on steel", then "from Mexico in 2024"."""
    asked, new = turn.slots, question.slots
    open_ended = not turn.answered and asked is not None and asked.measures and not (asked.partner or asked.places)
    return bool(open_ended and new.implied and new.places) and not (new.operations or question.unknown)


def _only_works(question: Question) -> bool:
    """Whether a few words only say what is to be done with a figure: "in percent of the state one?", "in euros"."""
    slots, few = question.slots, len(question.text.split()) <= FEW + 2
    named = slots.measures or slots.places or slots.filters or slots.periods
    talks = any(cue.startswith(("explain:", "availability:", "sourcing:", "indices:")) for cue in question.about)
    asks = question.unsupported or slots.operations - {"polar"}
    return few and bool(asks) and not (named or talks)


def _of_what(slots: Slots) -> bool:
    """Whether a whole is named, and nothing as the part of it: "as a share of all US goods trade?"."""
    named = slots.partner or slots.periods or slots.filters or slots.keys or slots.without or slots.part
    more = slots.within or slots.among or slots.whole or slots.partner_share or slots.condition
    shared = "share" in slots.operations and not slots.operations - {"share", "in_percent"}
    return shared and slots.measures == ("total",) and len(slots.places) == 1 and not (named or more)


def is_fresh(question: Question) -> bool:
    """Whether the message says that it turns to another topic, and asks something: "unrelated: imports from Japan"."""
    slots = question.slots
    whole = slots.measures or slots.periods and {"port", "region"} & {*slots.filters}
    return "dialogue:fresh" in question.about and bool(whole)


def stands_for(question: Question) -> bool:
    """Whether a pronoun before the verb stands for a place named before: "¿cuánto le vendimos?", not "… a Chile"."""
    slots, words = question.slots, load(question.language).forms("held", "to_them")
    open_ended = not (slots.partner or slots.origin or slots.destination or slots.keys or len(set(slots.places)) > 1)
    verbs = (m for m in question.mentions if {"verbs:sell", "verbs:buy"} & {*m.candidates})
    return open_ended and any(words & {*phrase(question.text[: m.start])[-1:]} for m in verbs)


def _leans(question: Question) -> bool:
    """Whether a cue leans on what went before; an "and" inside a list ("Mexico and Canada") does not."""
    cues = _LEANING & question.about
    if stands_for(question):
        return True
    if cues != {"dialogue:and"}:
        return bool(cues)
    opening = min((m.start for m in question.mentions if "dialogue:and" in m.candidates), default=0)
    named = [m.start for m in question.mentions if m.kind in _NAMING]
    return not named or not min(named) < opening < max(named)  # "goods then" leans as well


def _whole(slots: Slots) -> bool:
    """Whether a question stands alone; a flow told by "to" only is that of before: "and to Brazil in 2012"."""
    return bool(slots.measures and not slots.implied and slots.reporter and slots.partner and slots.periods)


__all__ = ["FEW", "corrected", "is_follow_up", "is_fresh", "is_undo", "opened", "says_what", "says_whose"]
