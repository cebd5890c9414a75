"""Growth rates of listed years and what they are not: "for 2019, 2020 and 2021, their mean, not compounded"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_NOT, _COMPOUND, _MEAN = "exclusion:not", "operations:cagr", "operations:mean"
_STEPS = frozenset({"yoy", "average_growth"})
_OTHER_RATES = frozenset({"operations:per_year", "operations:cagr", "operations:mean"})
_FEWEST = 3
_YEAR = re.compile(r"period:\d{4}")
_GROWS = frozenset({"growth", "yoy", "rise", "fall"})
_HELD = frozenset(
    {"compare", "difference", "exceed", "trail", "ratio", "mean", "cagr", "average_growth", "top", "bottom"}
)


def not_compounded(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions without a compound rate that is not wanted: "not compounded"; a mean is said beside it."""
    said = {c for m in mentions for c in m.candidates}
    if _COMPOUND not in said or not {_MEAN, "operations:average_growth"} & said:
        return tuple(_of_rates(mentions, language)), unknown
    gone = {
        at
        for left, right in pairwise(mentions)
        if _COMPOUND in right.candidates
        and _NOT in left.candidates
        and not text[left.end : right.start].strip(" a").removesuffix("the").removesuffix("l").strip()
        for at in (left.start, right.start)
    }
    return tuple(_of_rates([m for m in mentions if m.start not in gone], language)), unknown


def _of_rates(mentions: Sequence[Mention], language: Language) -> Sequence[Mention]:
    """The mentions without "per year" where the mean of yearly rates is asked for by name: it is no compound rate."""
    led = tuple(language.forms("lists", "of_rates"))
    named = any("operations:average_growth" in m.candidates and fold(m.text).startswith(led) for m in mentions)
    return [m for m in mentions if not _OTHER_RATES & set(m.candidates)] if named and led else mentions


def listed_years(periods: Codes, operations: frozenset[str]) -> Codes:
    """The years that the mean of the growth rates of listed years runs over: from the year before the first of them.

    >>> listed_years(("2020", "2021", "2022"), frozenset({"yoy", "mean"}))
    ('2019/2022',)
    >>> listed_years(("2020", "2022", "2023"), frozenset({"yoy", "mean"}))
    ('2020', '2022', '2023')
    """
    years = [int(p) for p in periods if p.isdigit() and len(p) == len("2024")]
    row = years == list(range(min(years), max(years) + 1)) if years else False
    meant = "average_growth" in operations or "mean" in operations and operations & _STEPS
    if not meant or not row or not len(periods) == len(years) >= _FEWEST:
        return periods
    return (f"{years[0] - 1}/{years[-1]}",)


def told_by_year(linked: Linked) -> Codes:
    """The key of growth that is asked for in two years, each: "growth in 2023, and in 2024"; () where it is not."""
    done = set(linked.codes("operations"))
    years = [at for at, m in enumerate(linked.mentions) if _YEAR.fullmatch(m.candidates[0])]
    if len(years) != 2 or not done & _GROWS or done & _HELD:
        return ()
    between = [{*m.candidates} for m in linked.mentions[years[0] + 1 : years[1]]]
    joined = any("dialogue:and" in codes for codes in between)
    again = any("prepositions:in" in codes for codes in between) or "yoy" in done
    return ("year",) if joined and again or says_each(linked) else ()


def says_each(linked: Linked) -> bool:
    """Whether each of the years is spoken of: "each of the two years", "each of 2022 and 2023", "respectively"."""
    text, each = fold(linked.text), linked.language.any_of("listed_rates", "each")
    dated = re.search(rf"(?<!\w){each}\s+(?:of\s+|de\s+)?\d{{4}}\b|\d{{4}},?\s+{each}\W*$", text)
    return dated is not None or linked.language.said(text, "listed_rates", "years") is not None


__all__ = ["listed_years", "not_compounded", "says_each", "told_by_year"]
