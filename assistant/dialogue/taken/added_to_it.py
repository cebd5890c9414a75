"""Points that were added to the tariff of before: "how many points were added to it as of August 7, 2025?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.measures import TARIFFS
from assistant.store.selection import is_closed
from assistant.tools.tariff_spans import is_day

_RATES = frozenset({*TARIFFS, "effective_duty"})
_SAID = frozenset({"points", "count", "amount", "difference", "in_percent", "sum", "mean", "rise", "growth", "polar"})


def added_to_it(question: Question, dialogue: Dialogue) -> Question:
    """The question with the addition for its measure, or with the rate after an addition: "and the rate in 2024?"."""
    old = dialogue.last.slots if dialogue.last is not None else None
    new = question.slots
    if old is None or not _RATES.issuperset(old.measures) or not old.measures or question.unsupported:
        return question
    if _is_above(question, old):
        return _measured(replace(question, slots=replace(new, periods=())), "added_tariff")
    if new.measures or new.keys or new.condition or new.operations - _SAID - {"per_key", "compare"}:
        return question
    language, said = load(question.language), {*phrase(question.text)}
    added = language.forms("tariffs", "added") | language.forms("held", "added_words")
    if said & added:
        unknown = tuple(word for word in question.unknown if fold(word) not in added)
        return _measured(replace(question, unknown=unknown), "added_tariff")
    again = old.measures == ("added_tariff",) and said & language.forms("held", "rate_words")
    return _measured(question, "tariff") if again and not question.unknown else question


def _is_above(question: Question, old: Slots) -> bool:
    """Whether a day's rate is held to a year before it, in points: "how many points higher than 2024?"."""
    new = question.slots
    named = new.measures or new.places or new.filters or new.keys or question.unknown
    dated = len(old.periods) == len(new.periods) == 1 and is_day(old.periods[0])
    later = dated and is_closed(new.periods[0]) and new.periods[0] < old.periods[0][:4]
    return later and not named and {"points", "exceed"} <= new.operations


def _measured(question: Question, measure: str) -> Question:
    """The question of a measure of the same goods as before."""
    slots = replace(question.slots, measures=(measure,), operations=question.slots.operations - _SAID)
    return replace(question, slots=slots, about=question.about | {"dialogue:and"})


__all__ = ["added_to_it"]
