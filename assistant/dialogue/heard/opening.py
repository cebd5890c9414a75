"""Home's flow asked of the country that alone was named before: "let's talk about Germany", then "US imports, 2022"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.leads import is_fresh
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.store.selection import WORLD

_OPEN = ((), ("total",))
"""What a country is named with, where nothing is asked of it yet."""
_FLOWS = (("exports",), ("imports",), ("balance",), ("deficit",), ("surplus",))


def of_opened(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question without home as its side, where it goes on about the country that the last turn opened with."""
    turn = dialogue.last
    last = turn.slots if turn is not None and len(dialogue.turns) == 1 else None
    if last is None or not (_opens_with(last, home) and _is_ours(question, home)):
        return question
    return replace(question, slots=question.slots.without_sides())


def _opens_with(slots: Slots, home: str) -> bool:
    """Whether one country is named, and nothing that is asked of its trade."""
    timed = [period for period in slots.periods if not period.startswith("latest")]  # the newest is filled in
    more = timed or slots.operations or slots.keys or slots.filters or slots.condition
    one = len(slots.partner) == 1 and slots.partner[0] not in (home, WORLD)
    return one and slots.measures in _OPEN and not more


def _is_ours(question: Question, home: str) -> bool:
    """Whether one flow of home is asked for, and neither with whom nor as a whole: "all US imports"."""
    new, language = question.slots, load(question.language)
    whole = language.forms("lists", "whole_flow") & {*phrase(question.text)}
    plain = new.measures in _FLOWS and {*new.places} == {home} and new.reporter == (home,)
    more = new.partner or new.keys or new.condition or new.without or new.operations - {"polar"} or question.unknown
    return plain and not (more or whole or is_fresh(question))


__all__ = ["of_opened"]
