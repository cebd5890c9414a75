"""One time held against that of the earlier answer: which of the two is said to be the higher one."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.measures import TURNED
from assistant.periods import Period
from assistant.store.selection import is_closed
from assistant.types import Mention


def as_moved(slots: Slots, question: Question) -> Slots:
    """The slots with "higher" and "lower" said of the later of two times, as a change is told.

    After 2024, "was it higher in 2023?" claims that the later is lower; of two times the first is what it is said of.
    """
    asked, sides = question.slots, slots.operations & set(TURNED)
    plain = "polar" in slots.operations and len(sides) == 1 and len(asked.periods) == 1 and not asked.places
    if not plain or len(slots.periods) != 2 or not all(map(is_closed, slots.periods)):
        return slots
    first, second = map(Period.parse, slots.periods)
    if first.first >= second.first:
        return slots
    return replace(slots, operations=slots.operations - sides | {TURNED[side] for side in sides})


def is_held_to(question: Question) -> bool:
    """Whether the time that is named is what the earlier figure is held against: "higher than in 2023"."""
    said = next((m for m in question.mentions if m.kind == "period"), None)
    if said is None or "compare" in question.slots.operations:
        return said is not None
    than = load(question.language).any_of("comparatives", "than", "bare")
    led = re.search(rf"\b{than}\s+(?:\w+\s+){{0,2}}$", fold(question.text[: said.start]))
    return led is not None or any(_exceeds(verb, said, question) for verb in question.mentions)


def _exceeds(verb: Mention, said: Mention, question: Question) -> bool:
    """Whether a verb and no comparative stands right before the time: "did it beat 2023"."""
    language, codes = load(question.language), {f"operations:{side}" for side in TURNED}
    between = set(phrase(question.text[verb.end : said.start])) - language.forms("lists", "articles")
    verbal = codes & {*verb.candidates} and verb.text not in language.forms("comparatives", "more", "less")
    return bool(verbal) and verb.end <= said.start and not between


__all__ = ["as_moved", "is_held_to"]
