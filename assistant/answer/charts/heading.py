"""What stands over a chart, and the scale that its values are drawn at."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from textwrap import wrap

from assistant.answer.draft import named
from assistant.answer.words import Words, capital
from assistant.periods import GRAINS
from assistant.types import Frame, Json

GREY = "#73828d"
"""Readable on white and on a dark page, where a mark takes no colour from the page's theme."""

# a title is cut at the chart's edge, so it is broken to fit a phone
_TITLE, _SUBTITLE = 38, 52


def heading(frame: Frame, told: Sequence[str], words: Words) -> dict[str, Json]:
    """The title of a chart: what is measured; under it the period, the population and what else is told."""
    measure, subject = named(frame, words), words.subject(frame)
    computed = measure != words.label(frame.measure)
    parts = [capital(subject) if computed else "", _period(frame, words), *_population(frame), *told]
    return {
        "text": wrap(capital(measure if computed else subject), _TITLE),
        "subtitle": wrap(" · ".join(filter(None, parts)), _SUBTITLE),
        "anchor": "start",
        "fontSize": 14,
        "subtitleColor": GREY,
        "subtitlePadding": 4,
        "offset": 12,
    }


def scaled(values: Sequence[Decimal], unit: str, words: Words) -> tuple[Decimal, str]:
    """What to divide by so that an axis reads as people say it, and how its unit is then called."""
    if not (len(unit) == 3 and unit.isupper()):
        return Decimal(1), "%" if unit == "percent" else words.unit(unit)
    currency = "US$" if unit == "USD" else unit
    largest = max(map(abs, values))
    for power, name in ((12, "trillion"), (9, "billion"), (6, "million")):
        if largest >= Decimal(10) ** power:
            return Decimal(10) ** power, f"{currency} {words.unit(name)}"
    return Decimal(1), currency


def _period(frame: Frame, words: Words) -> str:
    timed = next((at for at, key in enumerate(frame.by) if key in GRAINS), None)
    if timed is not None:
        keys = sorted({row.key[timed] for row in frame.rows})
        ends = (words.period(keys[0]), words.period(keys[-1]))
        return _range(*ends, words) if frame.by[timed] != "period" else ""
    base, period = frame.detail.get("base"), frame.about.period
    if base and period and "/" not in period:
        return _range(words.period(str(base)), words.period(period), words)
    return words.period(period)


def _range(first: str, last: str, words: Words) -> str:
    return first if first == last else words.phrase("range", first=first, last=last)


def _population(frame: Frame) -> list[str]:
    """Of what the rows are a part, where they are not all there is."""
    return [capital(note.text.removeprefix("partial: ")) for note in frame.notes if note.kind == "partial"]
