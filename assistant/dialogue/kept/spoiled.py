"""What no table holds of an earlier question stays with it, unless a follow-up puts it right."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.aside.messages import TOLD
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold

_PASSING = frozenset({"opinion", "chat", "advice", "judged", "deeds", "required", "secrets", "files", *TOLD})
"""What rules out the question that it was said in, and says nothing of the trade: a later figure leaves it aside."""
_PLACES = frozenset({"cities", "provinces"})
_MEASURED = frozenset({"jobs", "prices", "fdi", "crossings", "gdp", "advice", "freight"})
"""What stands for a measure, and is put right by one that is named."""


def spoiled(question: Question, own: Slots, turn: Turn) -> Question:
    """The question with what no table holds of the earlier one, unless the follow-up puts it right.

    Words that narrow no figure it leaves aside.
    """
    question = replace(question, left_aside=(*question.left_aside, *turn.passed))
    named = own.measures or own.places or own.periods or own.filters or own.keys or own.operations
    lasting = tuple(cause for cause in turn.unsupported if not (named and cause in _PASSING))
    if own.measures and not own.implied:
        lasting = tuple(cause for cause in lasting if cause not in _MEASURED)
    turn = replace(turn, unsupported=lasting)
    righted = any(m.kind in ("goods", "product", "modes", "port", "region") for m in question.mentions)
    righted &= not _stood_for_time(turn)  # goods say nothing of the time that was meant
    elsewhere = turn.ambiguous and own.places and not own.filters  # "I meant to Canada" settles no name of goods
    righted |= bool({"dialogue:repair", "dialogue:dollars"} & question.about) and not elsewhere
    righted |= bool(own.places) and not turn.unsupported and all(_is_placed(word, turn) for word in turn.spoiled)
    timed = bool(turn.unsupported) and set(turn.unsupported) <= {"forecast", "daily"}
    righted |= timed and bool(own.periods or own.keys)
    righted |= set(turn.unsupported) == {"provinces"} and "region" in own.keys  # "by US state then"
    righted |= bool(own.measures and own.periods and not own.places and not question.carried)
    righted |= _is_said_again(question, own, turn)
    whole = own.measures and (own.periods or own.keys or own.operations)
    righted |= "supposed" in turn.unsupported and bool(whole)
    righted |= bool(turn.ambiguous and whole)  # "top 3 export markets in 2024" is not of the oil before
    if _is_time_instead(question, own, turn):
        return replace(question, slots=replace(question.slots, operations=question.slots.operations - {"compare"}))
    if righted or not (turn.spoiled or turn.unsupported):
        return question
    several = {name for name, _ in turn.ambiguous}
    unknown = (*question.unknown, *(word for word in turn.spoiled if word not in several))
    ambiguous = (*question.ambiguous, *turn.ambiguous)
    return replace(
        question, unknown=unknown, ambiguous=ambiguous, unsupported=(*question.unsupported, *turn.unsupported)
    )


def unplaced(question: Question, dialogue: Dialogue) -> Question:
    """The question with the place that no table holds, where that alone came before: "Detroit", then "its exports"."""
    last, new = dialogue.turns[-1] if dialogue.turns else Turn(""), question.slots
    own = new.reporter or {*new.filters} & {"port", "region"} or "dialogue:that" not in question.about
    if own or dialogue.last is not None or not {*last.unsupported} & _PLACES:
        return question
    return replace(question, unsupported=(*question.unsupported, *last.unsupported))


def _is_placed(word: str, turn: Turn) -> bool:
    """Whether the unknown word stands where a place does: "imports from Freedonia"."""
    led = load(turn.language or "en").any_of("prepositions", "from", "to", "with")
    return re.search(rf"(?<!\w){led}\s+{re.escape(fold(word))}(?!\w)", fold(turn.text)) is not None


def _is_said_again(question: Question, own: Slots, turn: Turn) -> bool:
    """Whether a declined measure is named again by itself: "just the deficit" after the deficit per head."""
    same = turn.slots is not None and own.measures == turn.slots.measures and not own.implied
    return same and (says(question, "by_itself") or says(question, "in_its_place"))


def _is_time_instead(question: Question, own: Slots, turn: Turn) -> bool:
    """Whether a time is named in the place of words that stood for one: after "under X", "2017-2020 then"."""
    named = own.places or own.measures or own.filters or turn.unsupported or question.unknown
    return bool(own.periods) and not named and says(question, "in_its_place") and _stood_for_time(turn)


def _stood_for_time(turn: Turn) -> bool:
    """Whether what no table holds stands behind an "under" or "during", and no other time was named."""
    dated = turn.slots is not None and any(period[:1].isdigit() for period in turn.slots.periods)
    under, told = load(turn.language or "en").any_of("held", "under"), fold(turn.text)
    led = None if dated or not turn.spoiled else re.search(rf"(?<!\w){under}(?!\w)", told)
    return led is not None and all(fold(word) in told[led.end() :] for word in turn.spoiled)


__all__ = ["spoiled", "unplaced"]
