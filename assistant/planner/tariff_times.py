"""The moments that a question about tariffs means: days, the end of a month or year, the year before, two compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import phrase, words
from assistant.lexicon.when.days import days, is_on_day
from assistant.periods import Period
from assistant.store.selection import is_closed
from assistant.store.tables import Table
from assistant.tools.tariff_spans import base_year
from assistant.types import Gap

CHANGED = frozenset({"growth", "rise", "fall", "change", "fastest", "slowest"})
"""Operations that ask how far a rate moved."""


def dated(question: Question) -> Question:
    """The question with "9 April 2025" as a day, and not as a month with a number beside it."""
    found = days(question.text, load(question.language), _year_before(question))
    if not found:
        return question
    inside = [m for m in question.mentions if any(start < m.end and m.start < end for start, end, _ in found)]
    taken = {c.removeprefix("period:") for m in inside for c in m.candidates if c.startswith("period:")}
    taken |= {day[:7] for _, _, day in found}
    mentions = tuple(m for m in question.mentions if m not in inside)
    named = (f"{found[0][2]}/",) if _is_since(question, found) else tuple(day for _, _, day in found)
    kept = (*named, *(p for p in question.slots.periods if p not in taken))
    spare = [m.candidates[0][2:] for m in mentions if m.kind == "quantity" and m.candidates[0].startswith("n:")]
    number = next((int(text) for text in spare if text.isdigit() and 0 < int(text) <= 300), None)
    limit = question.slots.condition
    if limit and limit.unit == "n" and {limit.value, limit.high} - {None} <= {str(int(d[-2:])) for _, _, d in found}:
        question = replace(question, slots=replace(question.slots, condition=None))  # "between 10 April and 20 May"
    said_in = {word for start, end, _ in found for word in phrase(question.text[start:end])}
    return replace(
        question,
        mentions=mentions,
        unknown=tuple(word for word in question.unknown if word not in said_in),
        slots=replace(question.slots, periods=tuple(dict.fromkeys(kept)), number=number),
        asked=replace(question.asked, number=number),
    )


def _year_before(question: Question) -> str:
    """The year of the one day that was spoken of before: after 11 April 2025, "and from 12 May?"; "" for none."""
    before = question.previous.periods if question.previous is not None else ()
    return before[0][:4] if len(before) == 1 and _is_day(before[0]) else ""


def _is_since(question: Question, found: tuple[tuple[int, int, str], ...]) -> bool:
    """Whether the only day that is named starts what is asked for: "since 9 April 2025"."""
    led = phrase(question.text[: found[0][0]])[-2:]
    return len(found) == 1 and bool({*led} & load(question.language).forms("rates", "since"))


def said_once(question: Question, newest: str) -> Question:
    """The question without a "latest" that only says again what the newest day, which it names, is."""
    slots = question.slots
    if newest not in slots.periods:
        return question
    periods = tuple(period for period in slots.periods if period != "latest")
    return replace(question, slots=replace(slots, periods=periods))


def facing(question: Question) -> Question:
    """The question with the newest moment beside one that a rate is compared with: "how does it compare to 2024?"."""
    slots = question.slots
    alone = len(slots.partner) == len(slots.periods) == 1 and is_closed(to_month(slots.periods[0]))
    if not alone or "compare" not in slots.operations or len(slots.filters.get("product", ())) > 1:
        return question
    return replace(question, slots=replace(slots, periods=(*slots.periods, "latest")))


def timed(slots: Slots, table: Table, question: Question, both: bool) -> Slots:
    """The slots with the moments to compare, or the one moment that is asked for."""
    periods, first = slots.periods or ("latest",), base_year(table)
    changed = _is_changed(slots, periods)
    if both:
        periods = (first, periods[-1])
    elif changed and len(periods) == 1 and "/" in periods[0]:
        periods = _ends(periods[0], first)
    if len(periods) == 2:
        measures = ("tariff" if name == "added_tariff" else name for name in slots.measures)
        slots = replace(slots, measures=tuple(measures), periods=tuple(sorted(periods, key=_order)))
        return replace(slots, operations=_compared(slots))
    if not changed or len(periods) > 2:
        return replace(slots, periods=periods)
    if _is_month(periods[0]) and not _is_until(question) and slots.measures[0] != "added_tariff":
        earlier = Period.parse(periods[0]).shift(-1)
        before = str(earlier) if earlier.first >= table.first.first else first
        return replace(slots, periods=(before, periods[0]), operations=_compared(slots))
    on_day = _is_day(periods[0]) and is_on_day(question.text, load(question.language))
    if on_day and slots.measures[0] != "added_tariff":
        before = (date.fromisoformat(periods[0]) - timedelta(days=1)).isoformat()
        return replace(slots, periods=(before, periods[0]), operations=_compared(slots))
    kept = slots.operations - {"growth", "rise", "fall", "change", "difference", "in_percent", "fastest", "slowest"}
    ranked = {"top"} if "fastest" in slots.operations else {"bottom"} if "slowest" in slots.operations else set()
    return replace(
        slots, measures=("added_tariff", *slots.measures[1:]), periods=periods, operations=frozenset({*kept, *ranked})
    )


def _is_changed(slots: Slots, periods: Codes) -> bool:
    """Whether it is asked how far a rate moved; "más bajo" is low, and the same word as fell."""
    ranked = slots.operations & {"top", "bottom"}
    spread = "/" in periods[0] and "series" not in slots.operations and slots.measures[0] == "added_tariff"
    apart = "difference" in slots.operations and len(slots.partner) < 2
    return bool(slots.operations & ({"change"} if ranked else CHANGED)) or apart or spread


def _ends(period: str, first: str) -> Codes:
    """The two ends of a range; the year before the additions stands for its January."""
    start, end = period.split("/")
    if not start:
        return (period,)
    return first if start == f"{first}-01" else start, end or "latest"


def _compared(slots: Slots) -> frozenset[str]:
    """The operations of a comparison of two moments; of many partners, which way they moved."""
    moved = slots.operations & {"rise", "fall", "fastest", "slowest"} if "partner" in slots.keys else frozenset()
    return slots.operations - CHANGED | moved | {"change"}


def uncovered(slots: Slots, table: Table) -> Gap | None:
    """The decline of a period before the year that the additions start from, or of a date for a table without."""
    ends = {"first": str(table.first), "last": str(table.last), "table": table.title}
    early = [p for p in slots.periods if is_closed(p) and Period.parse(p).last // 12 <= int(base_year(table))]
    if any(period != base_year(table) for period in early):
        return Gap("declined", "no_data", "period", tuple(ends.items()))
    dated = [p for p in slots.periods if p not in ("latest", "latest-year", base_year(table), str(table.last))]
    if table.frequency == "A" and (dated or slots.operations & {"series"}):
        return Gap("declined", "no_data", "tariff_undated", (("period", str(table.last)),))
    return None


def to_month(period: str) -> str:
    """A day as its month: only rates hold from a day."""
    return period[:7] if len(period) == len("2025-04-09") and "/" not in period and period[:4].isdigit() else period


def says(question: Question, name: str) -> bool:
    """Whether a question says one of its language's phrases of a kind: "what_if", "percent"."""
    plain = " ".join(token.word for token in words(question.text))
    return load(question.language).said(plain, "rates", name) is not None


def _order(period: str) -> tuple[int, str]:
    try:
        return Period.parse(to_month(period)).last, period
    except ValueError:
        return 10**6, period


def _is_month(period: str) -> bool:
    return is_closed(period) and Period.parse(period).grain == "month"


def _is_day(period: str) -> bool:
    return to_month(period) != period


def _is_until(question: Question) -> bool:
    """Whether the period is said as an end: "by October 2025", "hasta octubre"."""
    ends = load(question.language).forms("rates", "until")
    months = (m for m in question.mentions if any(c.startswith("period:") for c in m.candidates))
    return any(set(phrase(question.text[: month.start])[-1:]) & ends for month in months)
