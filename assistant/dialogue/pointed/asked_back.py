"""The question back where a follow-up says too little: "no", "the other two", "both together" after one figure."""

from __future__ import annotations

from assistant.dialogue.heard.saying import says
from assistant.dialogue.heard.short import short
from assistant.dialogue.held.against import unmatched
from assistant.dialogue.turns import Turn
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import words
from assistant.periods import Period
from assistant.store.selection import is_closed
from assistant.types import Gap

TURNING = frozenset(
    f"dialogue:{cue}"
    for cue in ("flip", "whole_year", "since_then", "dollars", "level", "back", "undo", "first", "restore")
    + tuple(f"all_{name}" for name in ("mode", "product", "region", "port", "partner"))
)
"""Cues that change the earlier question by themselves."""
_ASKED = (
    *("measures", "reporter", "partner", "filters", "without", "periods", "keys", "operations", "number", "condition"),
    *("pick", "pick_to", "beside", "within", "whole", "among", "level", "source", "books", "table", "release"),
)
"""What makes a question another one."""


def empty(question: Question, unsupported: Codes = ()) -> Gap | None:
    """The question back where a message puts right or adds, and does not say what: "no", "the other two".

    After services, which are `unsupported`, "ok, goods then" says what.
    """
    slots = question.slots
    if short(question)[0] == "other":
        return Gap("clarify", "unclear", "pointed")
    said = (slots.measures, slots.places, slots.periods, slots.filters, slots.keys, slots.operations, slots.without)
    if any(said) or slots.ordinal or slots.demands or slots.condition or slots.number:
        return None
    if "services" in unsupported and any(m.kind == "goods" for m in question.mentions):
        return None
    cues = {"dialogue:repair", "dialogue:add", "dialogue:only"} & question.about - {"dialogue:undo"}
    wanting = bool(cues) or "dialogue:and" in question.about and _names_nothing(question)
    return Gap("clarify", "unclear", "what") if wanting and not TURNING & question.about else None


def _names_nothing(question: Question) -> bool:
    """Whether beside an "and" stands a word for things that are none of trade: "and documents?" is no repetition."""
    language = load(question.language)
    talk = language.section("qualifying").get("talk", ())
    things = language.forms("harmless", *talk) | language.forms("qualifying", "things")
    things -= language.forms("short", "fillers") | language.forms("lists", "articles")
    said = (t.word for t in words(question.text) if not any(m.start <= t.start < m.end for m in question.mentions))
    return any(m.kind in ("goods", "books") for m in question.mentions) or any(word in things for word in said)


def untimed(question: Question, slots: Slots, turn: Turn) -> Gap | None:
    """The question back where "that year" names none: after a line over years, in which no one year was found."""
    last = turn.slots or Slots()
    told = "dialogue:that_time" in question.about and not (question.slots.periods or question.slots.operations)
    listed = bool({*last.keys} & {"month", "quarter", "year"}) and len(turn.ranked[1]) != 1
    return Gap("clarify", "unclear", "pointed") if told and listed and slots.periods == last.periods else None


def repeated(question: Question, slots: Slots, last: Slots) -> Gap | None:
    """The question back where something is to be chosen and what is understood is the last question once more.

    After two shares of rail, "which leans more on it?" would repeat the second: what is chosen from was not understood.
    """
    same = all(getattr(slots, name) == getattr(last, name) for name in _ASKED)
    again = same and (says(question, "choosing") or _says_more(question))
    return Gap("clarify", "unclear", "what") if again or _claims_nothing(question, last) else None


def _claims_nothing(question: Question, last: Slots) -> bool:
    """Whether a yes or no is asked of a list, and nothing that is known is claimed of it: "in the same order?"."""
    new = question.slots
    claimed = new.measures or new.places or new.periods or new.filters or new.keys or new.without or new.demands
    counted = new.condition or new.ordinal or new.number
    return new.operations == {"polar"} and bool(last.keys) and not (claimed or counted)


def _says_more(question: Question) -> bool:
    """Whether a message that names nothing has words that nobody read: "and what bounces back?" is no repetition."""
    new, language = question.slots, load(question.language)
    named = new.measures or new.places or new.periods or new.filters or new.keys or new.operations or new.demands
    if named or new.without or new.condition or new.ordinal or new.number or TURNING & question.about:
        return False
    read = language.forms("short", "fillers") | language.forms("held", "read_anyway")
    left = (t.word for t in words(question.text) if not any(m.start <= t.start < m.end for m in question.mentions))
    return any(word not in read for word in left)


def alone(question: Question, slots: Slots) -> Gap | None:
    """The question back where a sum is asked of a single figure: "both together" after one question."""
    parts = [slots.partner, *slots.filters.values()]
    several = any(len(codes) > 1 for codes in (*parts, slots.periods, slots.measures, slots.reporter))
    listed = slots.keys or several or any("/" in text for text in slots.periods)
    if "share" in slots.operations:
        listed = any(len(codes) > 1 for codes in parts)  # the shares of two years are not added up
    named = question.slots.measures or question.slots.places or question.slots.periods or question.slots.filters
    only = question.slots.operations == {"sum"} and not named
    lone = only and not listed or _undivided(question, slots)
    return Gap("clarify", "unclear", "alone") if lone else unmatched(question, slots)


def _undivided(question: Question, slots: Slots) -> bool:
    """Whether a time is asked for by parts that are as long as itself: "and the other quarters" after one quarter."""
    own, lengths = question.slots, {"month": 1, "quarter": 3}
    parts = [lengths[key] for key in own.keys if key in lengths]
    closed = [text for text in slots.periods if is_closed(text)]
    named = own.measures or own.places or own.filters or own.periods
    plain = not named and not slots.operations - {"series", "table"} and len(closed) == len(slots.periods) == 1
    return bool(parts) and plain and Period.parse(closed[0]).months == max(parts)
