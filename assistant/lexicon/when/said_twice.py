"""A time that is said twice: "the newest date, 19 Aug 2026", "last year, I mean 2024", "in the same twelve months"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.periods import Period
from assistant.store.selection import is_closed
from assistant.types import Mention

_NEWEST = frozenset({"latest", "latest-year", "latest-quarter"})
_MOVED = frozenset({"growth", "rise", "fall", "change", "difference", "in_percent"})
_YEAR, _HALF = 12, 6
_UNITS = {"keys:month": 1, "keys:quarter": 3, "keys:year": _YEAR}


def newest_once(linked: Linked, named: Codes) -> Codes:
    """The periods without a newest one that the other one, right beside it, says by its date."""
    closed = [period for period in named if _is_one_time(period)]
    newest = [period for period in named if period in _NEWEST]
    if len(named) != 2 or not (len(closed) == len(newest) == 1):
        return named
    corrected = "latest-year" in newest and not set(linked.codes("operations")) and not _are_joined(linked)
    return tuple(closed) if corrected or _are_beside(linked, {f"period:{period}" for period in named}) else named


def dated_once(linked: Linked, named: Codes) -> Codes:
    """The periods without one that is counted and then named: "ten years later, in 2021", "a decade on (2021)"."""
    counted = [m for m in linked.mentions if m.kind == "period" and _step(m)]
    dated = [m for m in linked.mentions if m.kind == "period" and not _step(m)]
    if len(counted) != 1 or len(dated) != 1 or not is_closed(dated[0].candidates[0].removeprefix("period:")):
        return named
    gap = linked.text[counted[0].end : dated[0].start]
    small = linked.language.forms("times", "dates_led")
    base = {*phrase(linked.text[: counted[0].start])[-1:]} & linked.language.forms("times", "counted_from")
    led = counted[0].end <= dated[0].start and re.match(r"\s*[,(:–—-]", gap) and {*phrase(gap)} <= small and not base
    if led and _MOVED & {*linked.codes("operations")}:  # "by how much had it grown five years later, in 2021"
        return _ends(_step(counted[0]), Period.parse(dated[0].candidates[0].removeprefix("period:")))
    return tuple(period for period in named if period != _step(counted[0])) if led else named


def _ends(step: str, dated: Period) -> Codes:
    """The time that a step leads from and the one that it leads to, the earlier first."""
    way, _, months = step.partition(":")
    other = dated.shift(-int(months) if way == "next" else int(months))
    return tuple(map(str, sorted((dated, other), key=lambda period: period.first)))


def _step(mention: Mention) -> str:
    """How far a period lies from another one: "next:120"; "" where it is named itself."""
    code = mention.candidates[0].removeprefix("period:")
    return code if code.startswith(("next:", "prev:")) else ""


def _are_joined(linked: Linked) -> bool:
    """Whether an "and" stands between two times, which are both asked for: "in 1995 and in the latest year"."""
    times = [m for m in linked.mentions if m.kind == "period"]
    ands = [m.start for m in linked.mentions if "dialogue:and" in m.candidates]
    return len(times) == 2 and any(times[0].end <= at < times[1].start for at in ands)


def without_same(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions without a stretch that is called the same as the one period before it: "the same twelve months"."""
    gone: set[Mention] = set()
    for at, same in enumerate(mentions):
        told = [m for m in mentions[at + 1 : at + 3] if m.kind == "quantity" or TIME_KEYS & {*m.candidates}]
        before = {c.removeprefix("period:") for m in mentions[:at] for c in m.candidates if c.startswith("period:")}
        if same.text not in language.forms("times", "same") or not told or len(before) != 1:
            continue
        period = before.pop()
        if is_closed(period) and _length(told) == Period.parse(period).months and _alone(text, [same, *told]):
            gone |= {same, *told}
    return tuple(m for m in mentions if m not in gone), _without_halves(mentions, unknown, language)


def _without_halves(mentions: Sequence[Mention], unknown: Codes, language: Language) -> Codes:
    """The unknown words without "half" where two of them are named: "H1 or H2 of 2022: which half was higher"."""
    named = {c.removeprefix("period:") for m in mentions for c in m.candidates if c.startswith("period:")}
    halves = [period for period in named if is_closed(period) and Period.parse(period).months == _HALF]
    return tuple(w for w in unknown if len(halves) != 2 or w not in language.forms("periods", "half"))


def _length(told: Sequence[Mention]) -> int:
    """The months of "twelve months" or "year"; 0 where no length is told."""
    counts = [m.candidates[0].removeprefix("n:") for m in told if m.kind == "quantity"]
    units = [size for m in told for key, size in _UNITS.items() if key in m.candidates]
    count = int(counts[0]) if counts and counts[0].isdigit() else not counts
    return count * units[0] if len(units) == 1 and len(told) <= 2 else 0


def _alone(text: str, told: Sequence[Mention]) -> bool:
    """Whether nothing stands between, and no other time is led to: "the same months of 2023"."""
    gaps = (text[one.end : other.start].strip(" -") for one, other in zip(told, told[1:], strict=False))
    return not any(gaps) and not re.match(r"\s+\w+\s+\d{4}", text[told[-1].end :])


def _is_one_time(period: str) -> bool:
    return is_closed(period) and Period.parse(period).months <= _YEAR


def _are_beside(linked: Linked, codes: set[str]) -> bool:
    """Whether a comma or bracket parts them, and words that name nothing: "the latest you have (May 2024)"."""
    ends = [m for m in linked.mentions if codes & set(m.candidates)]
    if len(ends) != 2:
        return False
    gap = linked.text[ends[0].end : ends[1].start]
    held = rf"(?<!\w){linked.language.any_of('times', 'newest_held')}(?!\w)"  # "we have, so"
    rest = re.sub(held, " ", fold(gap))
    inside = [m for m in linked.mentions if ends[0].end <= m.start < ends[1].start and fold(m.text) in rest]
    told = {word for m in inside for word in phrase(m.text)} | linked.language.harmless
    small = all(TIME_KEYS & set(m.candidates) or m.kind == "harmless" for m in inside)  # "es decir"
    return small and bool(re.search(r"[,(:–—]|\s-", gap)) and set(phrase(rest)) <= told


__all__ = ["dated_once", "newest_once", "without_same"]
