"""The table behind an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from assistant.answer.charts import chart
from assistant.answer.crossed import Cross, crossed
from assistant.answer.draft import named
from assistant.answer.keys import key_name
from assistant.answer.numbers import plain
from assistant.answer.words import Words, capital
from assistant.measures import divide
from assistant.periods import GRAINS
from assistant.types import Frame, Json

__all__ = ["chart", "table"]

_MANY = 20

Naming = Callable[[Sequence[Frame]], Mapping[str, str]]
"""Gives the tables of frames the names that a reader sees."""


def table(
    frames: Sequence[Frame], words: Words, whole: Frame | None = None, named_as: Naming | None = None
) -> dict[str, Json]:
    """The rows of the frames under their keys; values are decimal strings in whole units.

    Frames with the same keys stand side by side; of single figures each is a line of its own. Of two keys one goes
    across the top. A ranking of parts of a `whole` says each one's share of it, and what all others have.
    """
    first = frames[0]
    if not first.by:
        return _single(frames, words, named_as(frames) if named_as else {})
    alike = [frame for frame in frames if frame.by == first.by and frame.table == first.table]
    if len(alike) == 1 and (cross := crossed(first)):
        return _crossed(first, cross, words)
    columns = [*(capital(words.label(key)) for key in first.by), *(_header(frame, words) for frame in alike)]
    values = [{row.key: row.value for row in frame.rows} for frame in alike]
    ordered = sorted(first.rows, key=lambda row: -(row.value or 0)) if _is_long(first) else first.rows
    rows = [[*_names(first, row.key, words), *(_written(known.get(row.key)) for known in values)] for row in ordered]
    if whole is not None and len(alike) == 1:
        return _shared(first, columns, rows, whole, words)
    return {"columns": columns, "rows": rows}


def _is_long(frame: Frame) -> bool:
    """Whether there are so many parts that nobody reads them by their codes; a ranking has an order of its own."""
    return len(frame.rows) > _MANY and not {*frame.by} & {*GRAINS} and "rank" not in frame.detail


def _shared(
    frame: Frame, columns: list[str], rows: list[list[str | None]], whole: Frame, words: Words
) -> dict[str, Json]:
    """A ranking with a column of shares, and under it a row of all others and one of them all."""
    total = sum((row.value for row in whole.rows if row.value is not None), Decimal(0))
    kept = [row.value or Decimal(0) for row in frame.rows]
    if total <= 0 or total < sum(kept):
        return {"columns": columns, "rows": rows}
    if rest := total - sum(kept):
        others = int(frame.detail.get("ranked", 0)) - len(rows)
        name = capital(words.label("all_other")) + (f" ({others})" if others > 0 else "")
        kept, rows = [*kept, rest], [*rows, [name, plain(rest)]]
    rows = [*rows, [capital(words.label("in_all")), plain(total)]]
    shares = [divide(100 * value, total) for value in (*kept, total)]
    return {
        "columns": [*columns, f"{capital(words.label('share_of_all'))} ({words.unit('percent')})"],
        "rows": [[*row, _written(share)] for row, share in zip(rows, shares, strict=True)],
    }


def _crossed(frame: Frame, cross: Cross, words: Words) -> dict[str, Json]:
    """A line for each code down the side, a column for each across the top."""
    values = {(row.key[cross.down], row.key[cross.across]): row.value for row in frame.rows}
    down, across, unit = frame.by[cross.down], frame.by[cross.across], words.unit(frame.unit)
    heads = [f"{key_name(across, code, words)} ({unit})" for code in cross.columns]
    return {
        "columns": [capital(words.label(down)), *heads],
        "rows": [
            [_name(down, row, words), *(_written(values.get((row, column))) for column in cross.columns)]
            for row in cross.rows
        ],
    }


def _names(frame: Frame, key: Sequence[str], words: Words) -> list[str | None]:
    return [_name(d, code, words) for d, code in zip(frame.by, key, strict=True)]


def _name(dimension: str, code: str, words: Words) -> str:
    return code if dimension in GRAINS else key_name(dimension, code, words)


def _single(frames: Sequence[Frame], words: Words, sources: Mapping[str, str]) -> dict[str, Json]:
    columns = [capital(words.label(name)) for name in ("measure", "period", "value", "source")]
    columns[2] = f"{columns[2]} ({words.unit(frames[0].unit)})"
    rows = []
    for frame in frames:
        source = sources.get(frame.table, frame.table)
        unit = frame.detail.get("currency", frame.unit)
        for name, value in frame.detail.get("terms", {}).items():
            label = capital(words.label({"x": "exports", "m": "imports"}[name]))
            label = label if unit == frame.unit else f"{label} ({unit})"
            rows.append([label, frame.about.period, plain(Decimal(value)), source])
        rows.append([capital(named(frame, words)), frame.about.period, _written(frame.rows[0].value), source])
    return {"columns": columns, "rows": rows}


def _header(frame: Frame, words: Words) -> str:
    return f"{capital(named(frame, words))} ({words.unit(frame.unit)})"


def _written(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
