"""Presidents as the years that they were in office: "under Reagan", "Obama's second term", "since Biden took office".

A term is read as its calendar years from the first to the last whole one, and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import in_order, without_spans
from assistant.types import Mention

_BOTH = 2


def in_office(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with what names the time of a president as the period that it was; other words as they are."""
    for match in _pattern(language).finditer(fold(text)):
        if period := _period(match, language):
            kept, unknown = without_spans(text, mentions, unknown, match.span())
            office = language.section("presidencies")["said"][0]
            corrected = f"{match[0].strip()} → {period.replace('/', '–')} ({office})"
            said = Mention("period", *match.span(), match[0], (f"period:{period}",), corrected=corrected)
            mentions = in_order([*kept, said])
    return tuple(mentions), unknown


def _period(match: re.Match[str], language: Language) -> str:
    """The years of the term that is named, or of all terms where they follow each other; "" where neither is clear."""
    said = {name for name, value in match.groupdict().items() if value}
    if not said & {"since", "under", "of_term", "term"}:
        return ""
    terms = _terms(language)[match["name"]]
    if nth := match["nth"] or match["nth_after"]:
        at = 0 if fold(nth) in language.forms("presidencies", "first") else 1
        terms = terms[at : at + 1]
    if not terms or len(terms) == _BOTH and int(terms[0].split("/")[1]) + 1 != int(terms[1].split("/")[0]):
        return ""  # two terms apart from each other
    start, end = terms[0].split("/")[0], terms[-1].split("/")[1]
    return f"{start}/" if "since" in said or not end else f"{start}/{end}"


@cache
def _terms(language: Language) -> dict[str, list[str]]:
    """The terms of each president by every name, as "2009/2012"; one that goes on has no end."""
    listed = language.section("presidencies").get("terms", {})
    return {fold(name): terms.split(" ") for terms, names in listed.items() for name in names}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A president with the words around a name that make it a time."""

    def lists(*names: str) -> str:
        return language.any_of("presidencies", *names)

    names = "|".join(sorted(map(re.escape, _terms(language)), key=lambda name: -len(name))) or "(?!)"
    nth = lists("first", "second")
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<since>{lists('since')})|(?P<under>{lists('under')})|{lists('led')})\s+)?"
        rf"(?:{lists('the')}\s+)?(?:(?P<nth>{nth})\s+)?(?:(?P<of_term>{lists('term')})\s+{lists('of')}\s+)?"
        rf"(?:{lists('took')}\s+)?(?:{lists('title')}\s+)?(?P<name>{names})(?!\w)(?:['’]s?)?"
        rf"(?:\s+(?P<nth_after>{nth}))?(?:\s+(?P<term>{lists('term')}))?(?:\s+{lists('took')})?(?!\w)"
    )


__all__ = ["in_office"]
