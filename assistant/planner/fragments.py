"""Messages that name something and ask nothing of it: "cars", "last year", "compare them". They are asked back."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES
from assistant.types import Gap, Mention

_CONTINENT = ("america", "amerique")
"""A country in everyday English, a continent elsewhere; folded."""
_RELATIVE = frozenset({"that"})
"""A word that may open a clause: "the months that were above average"."""
_SOUGHT = frozenset({"top", "bottom", "best", "worst", "peak", "count"})
_SHARED = frozenset({"share", "in_percent", "polar"})
_NAMING = frozenset({"partner", "region", "port"})
"""What a question may be of in place of the countries that "they" are."""
_AMERICA = ("USA", "SCAMERICA")


def america(question: Question) -> Gap | None:
    """The question back to "exports to America", where nobody is named who would make it the United States."""
    named = [m.text for m in question.mentions if "place:USA" in m.candidates and m.text in _CONTINENT]
    ranked = question.asked.beside[1:2] == ("partner",)  # "where did Mexico stand among America's markets"
    if not named or question.asked.reporter or len(question.asked.places) > 1 or question.carried or ranked:
        return None
    return Gap("clarify", "unclear", "ambiguous", (("name", named[0]),), _AMERICA)


def unspoken(question: Question) -> Gap | None:
    """The question back where what it turns on was never said: "which month was it highest?", "who comes third?"."""
    if question.carried or question.previous or question.unknown:
        return None
    slots = question.asked
    points = any("dialogue:that" in m.candidates and m.text not in _RELATIVE for m in question.mentions)
    searched = set(slots.keys) & TIMES and (slots.condition or slots.operations & _SOUGHT)
    shared = "share" in slots.operations and not (slots.keys or slots.operations - _SHARED)
    ranked = (slots.pick or 0) > 1 or slots.operations in ({"top"}, {"bottom"})  # "who ranks first"
    placed = ranked and not slots.periods and _is_anyone(question)
    bare = not (slots.measures or slots.places or slots.filters) and (placed or points and (searched or shared))
    return Gap("clarify", "unclear", "referent") if bare or _nobody(question) else None


def _nobody(question: Question) -> bool:
    """Whether "they" trade and no one is named whom it stands for: "how much did they sell us?", "we sell them"."""
    slots, said = question.asked, question.mentions
    if set(slots.keys) & _NAMING or set(slots.filters) & _NAMING or slots.reporter and slots.partner:
        return False
    for at, mention in enumerate(said):
        if "dialogue:those" not in mention.candidates:
            continue
        named = any(c.startswith("place:") for m in said[:at] for c in m.candidates)
        if _trades(said[at + 1 : at + 2]) and not named and not slots.reporter:
            return True
        before = [m for m in said[:at] if m.kind != "prepositions"][-1:]
        sold_to = slots.reporter and set(slots.places) == {*slots.reporter}
        if _trades(before) and (sold_to or slots.places and not slots.reporter and not named):
            return True
    return False


def _is_anyone(question: Question) -> bool:
    """Whether what is placed is a bare "who", and not the largest partner or state that there is."""
    bare = set(map(fold, load(question.language).section("held")["choosing_one"]))
    return {fold(m.text) for m in question.mentions if m.kind == "keys"} <= bare


def _trades(mentions: Sequence[Mention]) -> bool:
    return any(c.startswith("verbs:") for m in mentions for c in m.candidates)


def floating(question: Question) -> Gap | None:
    """The question back where a time is counted from one that nobody named: "the year after"."""
    counted = any(period.startswith(("prev:", "next:", "same:")) for period in question.slots.periods)
    return Gap("clarify", "unclear", "referent") if counted else None


def fragment(question: Question) -> Gap | None:
    """What to ask back: of what the thing named is to be told, or what "them" points to; None for anything else."""
    slots = question.asked
    if question.unknown:
        return None
    named = slots.filters or slots.periods or slots.keys or slots.operations - {"polar"} or slots.condition
    points = "dialogue:that" in question.about or slots.ordinal or question.explains
    if points and not (slots.filters or slots.periods or slots.keys):
        return Gap("clarify", "unclear", "referent")
    return Gap("clarify", "unclear", "what") if named or points else None
