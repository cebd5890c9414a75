"""The same in another kind of year: "calendar year, I mean" after a fiscal year, and the other way round."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.short import short
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots

_FISCAL = "FY"


def other_year(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last question over calendar years where it was of fiscal years, or over fiscal years; None for any other."""
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    kind = short(question)[0]
    if last is None or not last.periods or kind not in ("calendar", "fiscal"):
        return None
    years = [text.removeprefix(_FISCAL) for text in last.periods]
    if not all(year.isdigit() and len(year) == len("2024") for year in years):
        return None
    return replace(last, periods=tuple(f"{_FISCAL if kind == 'fiscal' else ''}{year}" for year in years))


__all__ = ["other_year"]
