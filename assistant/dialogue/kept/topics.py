"""What a note was asked about, as the subject of the figures that are asked for after it."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import fold
from assistant.store.members import is_group

_TALKS = ("explain:", "availability:", "sourcing:", "indices:")


def topic(question: Question, dialogue: Dialogue) -> Slots | None:
    """The trade that a question named which a note answered: its measure, sides, goods and times; None for no trade.

    Of a question that names none it is that of the note before: "what is a deficit?", "and the current account?".
    """
    asked, before = question.asked, dialogue.last.slots if dialogue.last is not None else None
    if "explain:notion" in question.about and before is not None and not asked.places:  # of the trade spoken of
        asked = replace(before, measures=asked.measures, places=before.partner, operations=frozenset(), keys=())
    groups = [code for code in asked.places if is_group(code)]  # an agreement as often as trade
    narrowed = {name: codes for name, codes in asked.filters.items() if asked.measures or name != "product"}
    if groups or not (asked.measures or len(asked.places) == 1 or narrowed):
        return dialogue.turns[-1].topic if dialogue.turns and dialogue.turns[-1].slots is None else None
    eras = load(question.language).forms("eras", *load(question.language).section("eras"))
    if asked.demands or {*question.unknown} - eras:
        return None  # re-exports are a part of exports that no table tells apart
    sides = {name: getattr(asked, name) for name in ("reporter", "partner", "origin", "destination", "places")}
    return Slots(measures=asked.measures, filters=narrowed, periods=asked.periods or _era(question), **sides)


def on_topic(question: Question, dialogue: Dialogue) -> Dialogue:
    """The dialogue with the trade that the note before was asked about as its newest question about data.

    A notion alone ("what is a trade deficit") is a subject where no trade was spoken of before it; what is asked of
    the notion itself, in words that no table holds, is no figure.
    """
    last = dialogue.turns[-1] if dialogue.turns else Turn("")
    talks = question.unknown or any(cue.startswith(_TALKS) for cue in question.about)
    if last.topic is None or last.slots is not None or talks:
        return dialogue
    whole = last.topic.measures and (last.topic.partner or last.topic.filters)
    if dialogue.last is not None and not whole:
        return dialogue
    if not (whole or last.answered or "dialogue:that" in question.about):
        return dialogue  # of what was only stated, what points to it is asked
    return Dialogue((*dialogue.turns[:-1], replace(last, slots=last.topic, answered=False, calls=())))


def off_topic(dialogue: Dialogue) -> Dialogue:
    """The dialogue without the trade that the note before was asked about; itself where there is none."""
    if not dialogue.turns or dialogue.turns[-1].topic is None:
        return dialogue
    return Dialogue((*dialogue.turns[:-1], replace(dialogue.turns[-1], topic=None)))


def _era(question: Question) -> Codes:
    """The year that a name of a time stands for: "during covid"; () where none is said, or more than one."""
    language, heard = load(question.language), fold(question.text)
    years = tuple(year for year in language.section("eras") if language.said(heard, "eras", year))
    return years if len(years) == 1 else ()


__all__ = ["off_topic", "on_topic", "topic"]
