"""A part of each of some years, written out: "every December from 2020 to 2023", "Q4 of each year, 2020 to 2022"."""

from __future__ import annotations

import re
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_forms import YEAR, any_of

_MOST = 12
"""Years that are written out; a longer run is asked for as a series."""


def each_written_out(text: str, language: Language) -> str:
    """The text with each part named in its year, as a list: "December of 2020 and December of 2021"."""
    pattern = _pattern(language)
    folded = fold(text)
    found = pattern.search(folded) if pattern and len(folded) == len(text) else None
    years = range(int(found["first"]), int(found["last"]) + 1) if found else range(0)
    if not found or not 1 < len(years) <= _MOST:
        return text
    part = text[slice(*found.span(next(name for name in ("part", "named", "many") if found[name])))]
    of, joined = language.section("periods")["of"][0], language.section("lists")["and_or"][0]
    *first, last = (f"{part} {of} {year}" for year in years)
    return f"{text[: found.start()]}{', '.join(first)} {joined} {last}{text[found.end() :]}"


@cache
def _pattern(language: Language) -> re.Pattern[str] | None:
    """A part that is said to be of each year, and the first and last of the years."""
    words = language.section("periods")
    if not language.section("times").get("every"):
        return None
    months = any_of([name for names in words["months"].values() for name in names])
    ordinals = any_of([name for names in words["ordinals"].values() for name in names])
    part = rf"(?:{months}|q[1-4]|{ordinals}\s+(?:{any_of(words['quarter'])}|{any_of(words['half'])}))"
    the, every, yearly = (language.any_of("times", name) for name in ("the", "every", "every_year"))
    of, to = any_of(words["of"]), any_of((*words["to"], *words["listed"]))
    small = any_of((*words["of"], *words["between"], *words["since"], *language.section("times").get("years", ())))
    led = rf"(?:[\s,:(]+{small})*"
    alone = rf"(?:{the}\s+)?(?P<named>{part})\s+(?:{of}\s+)?{yearly}|(?:{the}\s+)?(?P<many>{months})s"
    said = rf"(?:{every}\s+(?P<part>{part})s?(?:\s+{yearly})?|{alone})"
    return re.compile(rf"(?<!\w){said}{led}[\s,:(]+(?P<first>{YEAR})\s*{to}\s*(?P<last>{YEAR})(?!\d)\)?")


__all__ = ["each_written_out"]
