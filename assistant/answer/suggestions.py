"""Next questions that the loaded data can answer, from what was just answered."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.words import Words
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase
from assistant.measures import OTHER_FLOW, TARIFFS
from assistant.periods import GRAINS, Period
from assistant.store.selection import is_closed
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.types import Evidence, Frame

_MOST = 3
_YEAR = 12
_LONGEST = 60
"""Months that a table and a chart of months still show well."""
_BALANCES = frozenset({"surplus", "deficit", "balance"})
_MOVED_ALIKE = frozenset({"share", "growth", "yoy", "count", "top", "sum", "mean", "fastest", "slowest", "table"})
"""Operations that are done again for another year when one is named."""
_RANKED = Period.year(2024)
"""The newest year of which all partners are loaded."""
_NEAR = frozenset({"MEX", "CAN"})
"""The partners whose trade is loaded by mode of transport."""
_ALL_MODES = Period.month(2003, 11)
"""From then on air and vessel are counted with the land modes."""


def suggestions(question: Question, evidence: Evidence, words: Words, store: Store, home: str) -> tuple[str, ...]:
    """Up to three questions to go on with; each is one that the rules answer after this one."""
    frame = evidence.main
    table = store.by_id.get(frame.table) if frame else None
    asked = _after(question, frame, table, words, home) if frame and table else ()
    own = {*phrase(question.text)}  # not what was just asked
    fresh = tuple(dict.fromkeys(text for text in asked if set(phrase(text)) - own - {"us"}))
    return fresh[:_MOST] or (words.phrase("questions.example"),)


def _after(question: Question, frame: Frame, table: Table, words: Words, home: str) -> Iterator[str]:
    """The questions that lead on from a figure, the nearest first."""
    if frame.measure in TARIFFS:
        yield from (words.phrase(f"questions.{name}") for name in ("tariff_since", "tariff_top"))
        return
    period = _period(frame)
    plain = not question.slots.operations
    if period:
        names = _after_value(frame, table, period, home) if plain else _after_other(question, frame, table, period)
        yield from (words.phrase(f"questions.{name}") for name in names)
    if plain and (other := _other_partner(frame, table, home)):
        yield words.phrase("questions.with", name=words.place(other))
    if frame.measure in OTHER_FLOW and frame.about.reporter == home and frame.by[:1] != ("partner",):
        ranked = str(period) if period and period.last < _RANKED.first else str(_RANKED)
        yield words.phrase(f"questions.partners_{frame.measure}", period=words.period(ranked))


def _period(frame: Frame) -> Period | None:
    """The one stretch of months that a frame is of; None where it is of several, or of days."""
    if frame.by and frame.by[0] in GRAINS:
        times = [Period.parse(row.key[0]) for row in frame.rows]
        return Period(min(time.first for time in times), max(time.last for time in times)) if times else None
    return Period.parse(frame.about.period) if is_closed(frame.about.period or "") else None


def _after_value(frame: Frame, table: Table, period: Period, home: str) -> Iterator[str]:
    """What a figure, or its parts, leads on to."""
    if _has_year_before(table, period):
        yield "year_before"
        if not frame.by and frame.measure in (*OTHER_FLOW, "total"):
            yield "growth"
    if frame.mirror or frame.measure in _BALANCES:
        yield "why"
    if _has_modes(frame, table, period, home):
        yield "by_mode"
    if table.frequency == "month" and not frame.by and 1 < period.months <= _LONGEST:
        yield "monthly"
    if frame.by == ("month",):
        yield "highest"


def _after_other(question: Question, frame: Frame, table: Table, period: Period) -> Iterator[str]:
    """What a share, a growth or a ranking leads on to."""
    if question.slots.operations <= _MOVED_ALIKE and len(frame.by) < 2 and _has_year_before(table, period):
        yield "year_before"


def _has_year_before(table: Table, period: Period) -> bool:
    """Whether the table has the same months a year before."""
    return period.months <= _YEAR and {period.first - _YEAR, period.last - _YEAR} & {*table.periods} != set()


def _other_partner(frame: Frame, table: Table, home: str) -> str:
    """A neighbour to ask the same about; "" where the table has none or the figure is of no single partner."""
    about, partners = frame.about, table.codes.get("partner", ())
    single = about.reporter == home and about.partner in partners and not (frame.by or about.port or about.product)
    others = (code for code in ("CAN", "MEX") if code != about.partner and code in partners)
    return next(others, "") if single else ""


def _has_modes(frame: Frame, table: Table, period: Period, home: str) -> bool:
    about = frame.about
    valued = frame.measure in (*OTHER_FLOW, *_BALANCES, "total")
    whole = valued and not (frame.by or about.product or about.region or about.port or about.mode)
    return (
        whole
        and home in (about.reporter, about.partner)
        and bool(_NEAR & {about.reporter, about.partner})
        and ("mode" in table.dims or period.first >= _ALL_MODES.first)
    )
