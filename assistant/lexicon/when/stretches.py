"""Periods that one word sets beside another: "vs the preceding 12", "in 2021 after 2020", "the three-year total"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from assistant.languages.language import Language
from assistant.lexicon.linked import TIME_KEYS
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import in_order, without_spans
from assistant.periods import LENGTHS, Period
from assistant.types import Mention

_MOVES = frozenset(
    {"growth", "rise", "fall", "change", "compare", "difference", "exceed", "trail", "in_percent", "ratio"}
)
_SPANNED = frozenset({"growth", "change", "fastest", "slowest", "compare"})
_STEPPED = frozenset(
    {"yoy", "mom", "qoq", "mean", "cagr", "average_growth", "trend_growth", "per_year", "count", "series", "ttm"}
)
"""What is asked of each step of a range, or per step, and not of its ends."""
_RANKED, _TIMES = frozenset({"top", "bottom", "best", "worst"}), frozenset({"searching:when", "searching:which_time"})
"""What is looked for among times, and the words that ask for one."""
_YEAR = 12
_COUNT = r"(?P<n>\d{1,2}|six|nine|twelve|seis|nueve|doce)"
_NUMBERS = {"six": 6, "seis": 6, "nine": 9, "nueve": 9, "twelve": 12, "doce": 12}
_BEFORE = re.compile(
    rf"\b(?:the |its |those )?(?:previous|preceding|prior|earlier)\s+{_COUNT}(?:[-\s]?(?:months?|mos?\b))?(?!\w)"
    rf"|\bthe\s+{_COUNT.replace('<n>', '<m>')}(?:\s+months?)?\s+"
    r"(?:before|prior|earlier|preceding)(?:\s+(?:that|those|it|them))?\b"
    rf"|\b(?:los|las)\s+{_COUNT.replace('<n>', '<o>')}(?:\s+meses)?\s+(?:anteriores|previos|precedentes)\b"
)


def stretch_before(
    text: str, mentions: Sequence[Mention], unknown: Codes, _language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with "the preceding 12" as the window before the one of as many months that is named."""
    windows = [p for m in mentions if m.kind == "period" and (p := _closed(m.candidates[0]))]
    moves = {c.removeprefix("operations:") for m in mentions for c in m.candidates} & _MOVES
    match = _BEFORE.search(fold(text)) if len(windows) == 1 and moves else None
    if match is None:
        return tuple(mentions), unknown
    count = next(group for group in match.groups() if group)
    months, (start, end) = _NUMBERS.get(count) or int(count), match.span()
    inside = [m for m in mentions if m.start < end and start < m.end]
    if months != windows[0].months or any(_closed(m.candidates[0]) for m in inside):
        return tuple(mentions), unknown
    said = Mention("period", start, end, match[0], (f"period:prev:{months}",))
    kept, unknown = without_spans(text, mentions, unknown, (start, end))
    return in_order([*kept, said]), unknown


def without_length(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions without the length of the years that something moved over: "over five years, 2019 to 2024"."""
    done = {c.removeprefix("operations:") for m in mentions for c in m.candidates}
    ranges = [p for m in mentions if m.kind == "period" and (p := _closed(m.candidates[0])) and p.months >= _YEAR]
    sought = done & _RANKED and (any(_TIMES & {*m.candidates} for m in mentions) or _counts_twice(mentions))
    if not ((done & _SPANNED or sought) and len(ranges) == 1) or done & _STEPPED:
        return tuple(mentions), unknown
    gone = [m for pair in _lengths(text, mentions, ranges[0], language) for m in pair]
    if sought and not done & _SPANNED and not _ranks_things(mentions):
        gone = gone[::2]  # "in the ten years 2015 to 2024, when was it highest", not "… the five largest suppliers"
    across = language.forms("lists", "across") if gone else frozenset()
    return tuple(m for m in mentions if m not in gone and m.text not in across), unknown


_UNITS = {"keys:year": _YEAR, "keys:month": 1}


def _ranks_things(mentions: Sequence[Mention]) -> bool:
    """Whether things of a kind are ranked and no times."""
    return any(c.startswith("keys:") and c not in TIME_KEYS for m in mentions for c in m.candidates)


def _counts_twice(mentions: Sequence[Mention]) -> bool:
    """Whether a second number says how many are asked for: "in the ten years 2015 to 2024, which three years"."""
    return sum(m.kind == "quantity" for m in mentions) > 1


def _lengths(
    text: str, mentions: Sequence[Mention], whole: Period, language: Language
) -> Iterator[tuple[Mention, Mention]]:
    """Each number of years or months that a range is long; of years one more where its first and last are both told.

    Of "each of the five years" and "the top five years" every one is meant, and not how long they are.
    """
    for before, number, unit in zip((None, *mentions), mentions, mentions[1:], strict=False):
        of = before if before is not None and "prepositions:of" in before.candidates else None
        each = (
            of
            and not _counts_twice(mentions)
            and set(fold(text[of.end : number.start]).split()) <= language.forms("lists", "articles")
        )
        months = next((size for key, size in _UNITS.items() if key in unit.candidates), 0)
        named = before is not None and _RANKED & {c.removeprefix("operations:") for c in before.candidates}
        if each or named or not months or number.kind != "quantity" or text[number.end : unit.start].strip():
            continue
        count = number.candidates[0].removeprefix("n:")
        if count.isdigit() and whole.months - int(count) * months in (0, _YEAR if months == _YEAR else 0):
            yield number, unit


def _closed(code: str) -> Period | None:
    """The period of a code that has a beginning and an end of its own."""
    with suppress(ValueError):
        return Period.parse(code.removeprefix("period:")) if code.startswith("period:") else None
    return None


def settled_pairs(named: Codes, operations: frozenset[str]) -> Codes:
    """The periods without those that only say how long another is, and two of a change where one is written open.

    >>> settled_pairs(("2021", "2021/"), frozenset({"growth"})), settled_pairs(("1994", "/2024"), frozenset({"ratio"}))
    (('2020', '2021'), ('1994', '2024'))
    >>> settled_pairs(("last:3:year", "2020/2022"), frozenset())
    ('2020/2022',)
    """
    if len(named) == 3 and named[0].startswith("FY") and set(named[1:]) == {"month:10", "month:9"}:
        return named[:1]
    if len(named) != 2:
        return named
    length = next((p for p in named if p.startswith("last:") and "@" not in p), "")
    other = named[1 - named.index(length)] if length else ""
    if length and "/" in other and (whole := _closed(f"period:{other}")) and _is_told(length, whole, operations):
        return (other,)
    return _ends(*named) if operations & _MOVES else named


def _is_told(length: str, whole: Period, operations: frozenset[str]) -> bool:
    """Whether a range is so long; the years that something moved over are one less than those of the range."""
    ends = _YEAR if operations & _MOVES and length.endswith(":year") and not operations & _STEPPED else 0
    return whole.months - _months(length) in (0, ends)


def _months(length: str) -> int:
    """The months of "last:3:year"; 0 where they are not told."""
    _, count, unit = length.split(":")
    return int(count) * LENGTHS.get(unit, 0) if count.isdigit() else 0


def _ends(first: str, second: str) -> Codes:
    """The two periods of a change where one says "after" the other or "up to" it."""
    for plain, marked in ((first, second), (second, first)):
        if not plain[:1].isdigit() or "/" in plain or len(plain) not in (4, 7):
            continue
        if marked == f"{plain}/":  # "in 2021 after 2020"
            period = Period.parse(plain)
            return str(period.shift(-period.months)), plain
        if marked.startswith("/") and len(marked) == len(plain) + 1 and plain < marked[1:]:
            return plain, marked[1:]
    return first, second


__all__ = ["settled_pairs", "stretch_before", "without_length"]
