"""What a follow-up takes from a question about a trade agreement: its partner, and the day that was told."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.when.times import counted
from assistant.periods import Period
from assistant.store.members import is_country

_YEAR, _MONTH = len("2024"), len("2024-07")


def agreed(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question with the partner of the agreement just asked about, and its times counted from the day told."""
    turn = dialogue.turns[-1] if dialogue.turns else None
    if turn is None or not turn.agreements:
        return question
    question = replace(question, slots=_dated(question, turn.period or ""))
    return _placed(question, [code for code in turn.agreements.get("places", ()) if code != home], home)


def _placed(question: Question, places: list[str], home: str) -> Question:
    """The question with the one partner that was named: "how much did we export there?"."""
    slots = question.slots
    pointing = "dialogue:that" in question.about and slots.measures and not set(slots.places) - {home}
    if not pointing or len(places) != 1 or not is_country(places[0]):
        return question
    ends = ((home,), (places[0],))
    reporter, partner = ends[::-1] if slots.partner == (home,) else ends  # "how much did they sell us?"
    return replace(question, slots=replace(slots, reporter=reporter, partner=partner), carried=("partner",))


def _dated(question: Question, day: str) -> Slots:
    """The slots with "the year after that", "that year" and "since then" as times counted from a day."""
    slots = question.slots
    if not day or not slots.measures:
        return slots
    return replace(slots, periods=_times(slots.periods, question.about, day) or slots.periods)


def _times(periods: Codes, about: frozenset[str], day: str) -> Codes:
    year = day[:_YEAR]
    if periods and periods[0].startswith(("prev:", "next:")):
        step = int(periods[0].partition(":")[2])
        return (counted(periods[0], Period.parse(year if step % 12 == 0 else day[:_MONTH])),)
    if periods:
        return ()
    if "dialogue:since_then" in about:
        return (f"{year if day[:_MONTH].endswith('-01') else day[:_MONTH]}/",)
    return (year,) if "dialogue:that_time" in about else ()
