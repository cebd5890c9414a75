"""Days written out: "9 April 2025", "April 9th, 2025", "9 de abril de 2025", "2025-04-09"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from assistant.languages.language import Language, load
from assistant.lexicon.tokens import fold

_NEAR = 16
"""How many characters may stand between a day without a year and the one whose year it takes."""
_YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?![\d.,]\d|\d)")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def days(text: str, language: Language, year: str = "") -> tuple[tuple[int, int, str], ...]:
    """Each day that a text names: where it starts and ends, and its date; of `year` where it says no year at all.

    >>> days("on April 9th, 2025", load("en"))
    ((3, 18, '2025-04-09'),)
    """
    plain = fold(text)
    found = sorted(_found(plain, language.code))
    dated = sorted((*_undated(plain, found, language.code, year), *found))
    return tuple(sorted((*_first_of_two(plain, dated, language.code), *dated)))


def is_on_day(text: str, language: Language) -> bool:
    """Whether a day is named as the one on which something happened, and not as one since or until which.

    >>> [is_on_day(text, load("en")) for text in ("what changed on 3 April 2025", "since 3 April 2025")]
    [True, False]
    """
    bounds = language.forms("rates", "day_bounds")
    led = (fold(text)[:start].split()[-2:] for start, _, _ in days(text, language))
    return any({*words[-1:]} & language.forms("rates", "on_day") and not {*words} & bounds for words in led)


def _first_of_two(text: str, dated: list[tuple[int, int, str]], code: str) -> Iterator[tuple[int, int, str]]:
    """Days that take the month and year of the one that ends the stretch: "between 1 and 14 November 2025"."""
    for start, _, date_of in dated:
        found = _joins(code).search(text[:start])
        if found and (day := _day(date_of[:4], date_of[5:7], found["day"])):
            yield found.start("day"), found.end("day"), day


@cache
def _joins(code: str) -> re.Pattern[str]:
    """A day and the word that joins it to a later one, at the end of a text."""
    periods = load(code).section("periods")
    the = load(code).any_of("times", "the")
    words = sorted({fold(word) for name in ("to", "and") for word in periods.get(name, ())} | {"-", "–"}, key=len)
    joins = "|".join(map(re.escape, reversed(words)))
    return re.compile(rf"(?<![\d.,$])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s*(?:{joins})\s*(?:{the}\s+)?$")


def _undated(text: str, found: list[tuple[int, int, str]], code: str, year: str) -> Iterator[tuple[int, int, str]]:
    """Days of the year of the one that follows, else of the one year said: "10 April and 20 May 2025"."""
    months, patterns = _without_year(code)
    only = {*_YEAR.findall(text)}
    said = next(iter(only)) if len(only) == 1 and not found else "" if only else year
    for pattern in patterns:
        for match in pattern.finditer(text):
            of = next((day[:4] for start, _, day in found if 0 <= start - match.end() <= _NEAR), said)
            inside = any(start < match.end() and match.start() < end for start, end, _ in found)
            if of and not inside and (day := _day(of, months[match["month"]], match["day"])):
                yield match.start(), match.end(), day


@cache
def _without_year(code: str) -> tuple[dict[str, str], tuple[re.Pattern[str], ...]]:
    """The months of a language, and how a day without a year is written with them."""
    months, _ = written(code)
    month = "(?P<month>" + "|".join(sorted(map(re.escape, months), key=len, reverse=True)) + r")\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
    forms = (rf"\b{day}(?:\s+(?:de\s+|of\s+)?){month}(?!\w)", rf"\b{month}\s+{day}(?!\w)")
    return months, tuple(map(re.compile, forms))


def _found(text: str, code: str) -> Iterator[tuple[int, int, str]]:
    for match in _ISO.finditer(text):
        if day := _day(match[1], match[2], match[3]):
            yield match.start(), match.end(), day
    months, patterns = written(code)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if day := _day(match["year"], months[match["month"]], match["day"]):
                yield match.start(), match.end(), day


@cache
def written(code: str) -> tuple[dict[str, str], tuple[re.Pattern[str], ...]]:
    """The months of a language, and how a day is written with them."""
    listed = load(code).section("periods")["months"]
    months = {fold(name): number for number, names in listed.items() for name in names}
    month = "(?P<month>" + "|".join(sorted(map(re.escape, months), key=len, reverse=True)) + r")\.?"
    day, year, of = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?", r"(?P<year>\d{4})", r"(?:,\s*|\s+(?:de\s+|del\s+|of\s+)?)"
    forms = (
        rf"\b{day}{of}{month}{of}{year}\b",
        rf"\b{month}\s+{day}{of}{year}\b",
        rf"\b{month}{of}{year},?\s+\((?:the\s+|el\s+|on\s+the\s+)?{day}\)",
    )
    return months, tuple(map(re.compile, forms))


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
