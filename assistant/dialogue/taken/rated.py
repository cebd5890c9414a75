"""The duty of before as its rate: "which makes the average rate what, in percent?", "what rate is that on them?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.held.joining import group_of
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.topics.tariffs import cues

_AVERAGED = frozenset({"in_percent", "share", "mean", "ratio", "polar", "compare"})
_MOVES = frozenset({"growth", "change", "cagr", "rise", "fall", "yoy", "mom", "qoq", "fastest", "slowest"})
_HELD = frozenset({"exceed", "trail", "top", "bottom", "difference", "per_key"})
_PLAIN = frozenset({"series", "table", "per_key"})
_DUTIES = (("duty",), ("effective_duty",))


def rate_of_duty(question: Question, dialogue: Dialogue) -> Slots | None:
    """The rate of the last duty, where a message names nothing but a rate, and the imports that it is a rate of."""
    old = dialogue.last.slots if dialogue.last is not None else None
    if old is None or old.measures not in _DUTIES or old.operations - _PLAIN or not _asks(question, old):
        return None
    return replace(old, measures=("effective_duty",))


def rated(question: Question, dialogue: Dialogue) -> Question:
    """The question with the rate for its measure, where it names a rate of other goods or places after a duty."""
    old = dialogue.last.slots if dialogue.last is not None else None
    new, rates = question.slots, load(question.language).forms("held", "rate_words")
    paid = load(question.language).forms("tariffs", "pay")
    bare = new.measures == ("tariff",) and not new.periods and _is_rate_paid(question, rates)
    moved = new.operations & _MOVES or new.measures and not bare or question.unsupported or question.conflict
    if old is None or old.measures not in _DUTIES or moved or not rates & {*phrase(question.text)}:
        return question
    named = new.filters or new.places or new.keys
    unknown = tuple(word for word in question.unknown if fold(word) not in rates | paid)
    slots = replace(new, measures=("effective_duty",), operations=new.operations - {"mean", "in_percent"})
    about = question.about | {"dialogue:and"}  # "what rate did China pay?" is of the goods of before
    return replace(question, slots=slots, unknown=unknown, about=about) if named else question


def _is_rate_paid(question: Question, rates: frozenset[str]) -> bool:
    """Whether a tariff is a rate that was paid: "what rate did China pay?"."""
    named = [m for m in question.mentions if "measures:tariff" in m.candidates]
    return "pay" in cues(question.mentions) and bool(named) and all({*phrase(m.text)} & rates for m in named)


def rates_of_those(question: Question, dialogue: Dialogue) -> Slots | None:
    """The rates of those whose duties were asked for in turn: "what rate is each?", "whose rate is higher?"."""
    new, rates = question.slots, load(question.language).forms("held", "rate_words")
    group = group_of(dialogue, new.number)
    named = new.places or new.filters or new.periods or new.keys or new.condition or new.ordinal or question.unknown
    measured = new.measures and new.measures not in (("imports",), *_DUTIES)
    if group is None or group.measures not in _DUTIES or named or measured or not rates & {*phrase(question.text)}:
        return None
    asks = bool(new.operations) and new.operations <= _HELD | {"compare", "mean", "in_percent"}
    return replace(group, measures=("effective_duty",), operations=new.operations & _HELD) if asks else None


def _asks(question: Question, old: Slots) -> bool:
    new, language = question.slots, load(question.language)
    rates, small = language.forms("held", "rate_words"), language.forms("held", "rate_talk")
    named = new.filters or new.keys or new.without or new.condition or new.ordinal or new.number or new.floor
    again = {*new.places} <= {*old.partner, *old.reporter} and new.periods in ((), old.periods)
    plain = new.measures in ((), ("imports",)) and new.operations <= _AVERAGED and not question.unsupported
    known = all(fold(word) in rates | small for word in question.unknown)
    return bool(again and plain and known and not named and rates & {*phrase(question.text)})


__all__ = ["rate_of_duty", "rated", "rates_of_those"]
