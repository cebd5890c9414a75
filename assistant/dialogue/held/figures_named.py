"""Figures told as a follow-up names them: by their order, "the first", or a time by its month alone."""

from __future__ import annotations

import re

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.figures import Told
from assistant.languages.language import Language, load
from assistant.lexicon.question import Codes, Question
from assistant.lexicon.tokens import fold
from assistant.periods import LENGTHS, Period
from assistant.store.selection import is_closed


def by_order(question: Question, group: Told) -> Codes | None:
    """The figures told that are named by their order, "the first", "the last"; None where there is no such."""
    told, language = fold(question.text), load(question.language)
    forms = language.section("pairs").get("order", ())
    named = [*enumerate(forms), (-1, language.any_of("held", "the_last"))]
    found = [(match.start(), at) for at, form in named for match in _ordered(form, language).finditer(told)]
    if says(question, "first_two"):
        return group.codes[:2] if len(group.codes) > 2 else group.codes
    if any(at >= len(group.codes) for _, at in found):
        return None
    if not found and question.slots.ordinal:
        return None
    return tuple(dict.fromkeys(group.codes[at] for _, at in sorted(found)))


def _ordered(form: str, language: Language) -> re.Pattern[str]:
    """What is named by its order, and no half of a year nor one of a few."""
    return re.compile(rf"(?<!\w){form}(?!\w|\s+{language.any_of('held', 'not_ordered')}(?!\w))")


def time_of(said: str, group: Told) -> str:
    """The one time told that a time names, by itself, by its month, or by its year; "" where none or several do."""
    if group.respect != "periods":
        return ""
    if said in group.codes:
        return said
    closed = [code for code in group.codes if is_closed(code)]
    grain, _, number = said.partition(":")
    if grain in LENGTHS and number.isdigit():
        fits = [code for code in closed if _place_in_year(code, grain) == int(number)]
    else:
        fits = [code for code in closed if said.isdigit() and len(said) == 4 and code.startswith(f"{said}-")]
    return fits[0] if len(fits) == 1 else ""


def _place_in_year(code: str, grain: str) -> int:
    period = Period.parse(code)
    return period.first % 12 // LENGTHS[grain] + 1 if period.grain == grain else 0


__all__ = ["by_order", "time_of"]
