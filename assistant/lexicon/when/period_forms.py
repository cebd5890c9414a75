"""How single periods are written: the patterns of months, quarters, halves and years in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold

YEAR = r"(?:1[89]|20|21)\d\d"
"""A year as it is written in full."""


def forms(words: Mapping[str, Any], the: str, month: str, ordinal: str) -> Iterator[str]:
    """The forms of a period, the longer before those that are a part of them; `the` is an article or none."""
    of = any_of(words["of"])
    fiscal, quarter, half = any_of(words["fiscal"]), any_of(words["quarter"]), any_of(words["half"])
    sep = r"[\s.,/'-]*"
    edges = [name for names in words.get("edges", {}).values() for name in names]
    if edges:
        yield rf"(?P<edge>{any_of(edges)})\s+{any_of(words['month'][:1])}\s+{of}\s+(?P<year>{YEAR})"
    yield rf"(?<!\d/)(?P<year>{YEAR})[-/](?P<mm>0[1-9]|1[0-2])(?!/\d)"
    yield rf"(?P<mm>0?[1-9]|1[0-2])/(?P<year>{YEAR})"
    yield rf"(?P<year>{YEAR})\s*m(?P<mm>\d\d?)"
    yield rf"(?P<month>{month})\.?(?:{sep}|\s+(?:{of}|,)\s+)(?P<year>{YEAR})"
    yield rf"(?P<month>{month})\.?(?:['-]|\s+')(?P<short>\d\d)"
    yield rf"(?P<month>{month})(?P<short>\d\d)"
    if words.get("brief"):  # "Jun 24" where nothing says that it is a day
        yield rf"(?P<month>{any_of(words['brief'])})\.?\s+(?P<short>2[0-6])(?!\s*(?:st|nd|rd|th)\b|[-–/]\d)"
    if words.get("short"):  # "nov 24" where a day stands before its month; "noviembre 24 de 2023" is a day
        shortened = rf"(?P<short>[0-2]\d|9\d)(?!\s+(?:de|del|{month})\b|[-–/]\d)"
        yield rf"(?P<month>{month})\.?(?:\s*/\s*|\s+)(?:{any_of(words['short'])}\s+)?{shortened}"
        yield rf"{any_of(words['short_year'])}\s+'?{shortened}(?=\s*(?:$|[?!,;:)]|\.(?!\d)))"
    yield rf"(?P<year>{YEAR})[\s.,-]+(?P<month>{month})"
    yield rf"(?:q|t)\s?(?P<q>[1-4])(?:{sep}|\s+{of}\s+)(?P<year>{YEAR})"
    yield r"(?:q|t)(?P<q>[1-4])[\s'/-]+(?P<short>\d\d)"
    yield rf"(?P<year>{YEAR})[\s-]*(?:q|t)(?P<q>[1-4])"
    yield rf"(?P<q>[1-4])(?:q|t)(?:[\s'/-]*|\s+{of}\s+)(?:(?P<year>{YEAR})|(?P<short>\d\d))"
    yield rf"(?P<q>{ordinal})[\s-]+{quarter}(?:\s+(?:{of}|,))?\s+{the}(?P<year>{YEAR})"
    yield from _numbered(words, of, ordinal)
    joins = any_of((*words["to"], *words.get("or", ())))
    then = rf"(?=\s+{joins}\s+(?:(?:{of}|{joins})\s+)?{the}{ordinal}[\s-]+"
    yield rf"(?P<q>{ordinal}){then}{quarter}\b)"  # "the first to the second quarter of 2021"
    yield rf"(?P<half>{ordinal}){then}{half}\b)"
    yield rf"[hs](?P<half>[12])(?:{sep}|\s+{of}\s+)(?P<year>{YEAR})"
    yield r"[hs](?P<half>[12])[\s'/-]+(?P<short>\d\d)"
    yield rf"(?P<year>{YEAR})[\s-]*[hs](?P<half>[12])"
    yield rf"(?P<half>[12])[hs](?:[\s'/-]*|\s+{of}\s+)(?:(?P<year>{YEAR})|(?P<short>\d\d))"
    yield rf"(?P<half>{ordinal})[\s-]+{half}(?:\s+(?:{of}|,))?\s+(?P<year>{YEAR})"
    # "FY24/25" is a year from one to the next, which the US fiscal year is not
    yield rf"(?P<fiscal>{fiscal})[\s'-]*(?:(?P<year>{YEAR})|(?P<short>\d\d))(?![-/–]\d)"
    yield rf"cy[\s'-]*(?:(?P<year>{YEAR})|(?P<short>\d\d))"
    yield rf"(?P<year>{YEAR})\s+(?P<fiscal>{fiscal})"
    yield rf"(?P<year>{YEAR})[-–/](?P<until>\d\d)"
    yield r"(?P<decade>(?:19|20)\d0)'?s"
    yield rf"(?P<year>{YEAR})"
    yield r"(?:q|t)(?P<q>[1-4])"
    yield rf"(?P<q>{ordinal})[\s-]+{quarter}"
    yield r"h(?P<half>[12])"
    yield rf"(?P<half>{ordinal})[\s-]+{half}"
    yield rf"(?P<month>{month})"


def _numbered(words: Mapping[str, Any], of: str, ordinal: str) -> Iterator[str]:
    """Parts of a year by number, and spells of months that only some languages name: "primer cuatrimestre 2024"."""
    year = rf"(?:\s+{of})?\s+(?P<year>{YEAR})"
    for name, unit in (("q", words["quarter"][0]), ("half", words["half"][0])):
        if len(words.get("spells", {})):
            yield rf"(?P<{name}>[1-4])\s+{fold(unit)}{year}"
            yield rf"{fold(unit)}\s+(?P<{name}>[1-4]|{ordinal}){year}"
    for months, names in words.get("spells", {}).items():
        yield rf"(?P<nth>{ordinal})\s+(?P<spell{months}>{any_of(names)}){year}"


def join(to: Iterable[str], language: Language) -> re.Pattern[str]:
    """The words that join two periods to a range, with what may stand before the later one."""
    return re.compile(rf"\s*{any_of(to)}\s*(?:{language.any_of('times', 'to_the')}\s+)?")


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; nothing where there are none."""
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    pattern = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in ordered)
    return f"(?:{pattern})" if pattern else "(?!)"


__all__ = ["YEAR", "any_of", "forms", "join"]
