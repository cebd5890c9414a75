"""Years as they are dictated: "twenty twenty-four", "dos mil veinticuatro"."""

from __future__ import annotations

import re
from functools import cache

from assistant.languages.language import Language, load
from assistant.lexicon.tokens import fold

_YEARS = range(1960, 2041)
_ROUND = 2000
"""Written out it is an amount as well: "two thousand tonnes"."""


def years_in_digits(text: str, language: Language) -> str:
    """The text with dictated years in digits.

    >>> years_in_digits("imports in twenty twenty four against nineteen ninety-nine", load("en"))
    'imports in 2024 against 1999'
    >>> years_in_digits("en dos mil veinticuatro, más de dos mil millones", load("es"))
    'en 2024, más de dos mil millones'
    >>> years_in_digits("a surplus in the nineties", load("en"))
    'a surplus in the 1990s'
    """
    text = _decades_in_digits(text, language)
    leads = language.section("shorthand").get("years", ())
    plain = fold(text)
    if not any(lead in plain for lead in leads):
        return text
    years, pattern = _spoken(language.code)
    found = [(match.span(), years[" ".join(re.findall(r"\w+", match[0]))]) for match in pattern.finditer(plain)]
    for (start, end), year in reversed(found):
        text = f"{text[:start]}{year}{text[end:]}"
    return text


def _decades_in_digits(text: str, language: Language) -> str:
    """The text with decades in digits: "the nineties"."""
    for said, decade in language.section("shorthand").get("decades", {}).items():
        if said in text:
            text = re.sub(rf"\b{said}\b", decade, text)
    return text


@cache
def _spoken(code: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """The years by how they are said, as a year or as a number, and what finds them, the longest first."""
    from num2words import num2words  # imported where a year is dictated: it takes a twentieth of a second

    language = load(code)
    years: dict[str, int] = {}
    for year in _YEARS:
        said = (num2words(year, lang=code, to=kind) for kind in ("year", "cardinal"))
        words = [re.findall(r"\w+", fold(form)) for form in said]
        joins = set(map(fold, language.section("numbers").get("joins", ())))
        forms = [*words, *([word for word in form if word not in joins] for form in words)]
        years |= {} if year == _ROUND else {" ".join(form): year for form in forms}
    scales = language.section("numbers")["scales"].values()
    after = "|".join(re.escape(fold(word).strip()) for names in scales for word in names)
    every = "|".join(r"[\s-]+".join(form.split()) for form in sorted(years, key=len, reverse=True))
    return years, re.compile(rf"(?<!\w)(?:{every})(?![\w-])(?!\s+(?:{after})\b)")


__all__ = ["years_in_digits"]
