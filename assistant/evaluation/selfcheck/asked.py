"""A question of the check before it is worded, and the figures that would be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.evaluation.selfcheck.books import Book
from assistant.evaluation.selfcheck.cell import Cell
from assistant.evaluation.selfcheck.library import Library
from assistant.periods import Period


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a kind, the cell that it is about, and what the kind needs beside it.

    `part` is the (dimension, code) of a share, `by` the dimension of a ranking or the grain of a series, `limit` a
    condition in whole units, `form` the name of the patterns that word it.
    """

    kind: str
    cell: Cell
    form: str = "any"
    part: tuple[str, str] = ("", "")
    by: str = ""
    base: Period | None = None
    number: int = 0
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Right:
    """What one table's rows give: the first figure, and in order the codes or periods that come with it.

    `change` is a growth in units of currency: "by how much" asks for either.
    """

    value: float
    unit: str
    keys: tuple[str, ...] = ()
    series: tuple[float, ...] = ()
    change: float | None = None


def answers(asked: Asked, library: Library) -> Mapping[str, Right]:
    """The right answer by each table that may give it; {} where none holds all that is asked."""
    return _KINDS[asked.kind](asked, library)


def _figure(asked: Asked, library: Library) -> dict[str, Right]:
    return {
        book.table.id: Right(value, book.table.currency)
        for book in library.holding(asked.cell)
        if (value := book.value(asked.cell)) is not None
    }


def _share(asked: Asked, library: Library) -> dict[str, Right]:
    part = asked.cell.narrowed(*asked.part)
    found = {}
    for book in library.holding(asked.cell, part):
        value, whole = book.value(part), book.value(asked.cell)
        if value is not None and whole:
            found[book.table.id] = Right(100 * value / whole, "percent")
    return found


def _growth(asked: Asked, library: Library) -> dict[str, Right]:
    base = asked.cell.at(asked.base or asked.cell.period)
    found = {}
    for book in library.holding(asked.cell, base):
        now, before = book.value(asked.cell), book.value(base)
        if book.breaks(asked.cell, base):
            return {}
        if now is not None and before:
            found[book.table.id] = Right(100 * (now / before - 1), "percent", change=now - before)
    return found


def _ranking(asked: Asked, library: Library) -> dict[str, Right]:
    found = {}
    for book in library.keyed(asked.cell, asked.by, sections=asked.form == "section"):
        members = book.members(asked.cell, asked.by)
        top = members.iloc[: asked.number + 1]
        if len(top) < asked.number or not top.is_unique or top.iloc[-1] <= 0:
            return {}
        codes = tuple(map(str, top.index[: asked.number]))
        found[book.table.id] = Right(float(top.iloc[0]), book.table.currency, codes)
    return found


def _extreme(asked: Asked, library: Library) -> dict[str, Right]:
    found = {}
    for book in library.holding(*_split(asked)):
        values = {str(cell.period): value for cell, value in _steps(asked, book)}
        if len(set(values.values())) < len(values):
            return {}
        pick = max if asked.form.startswith("max") else min
        when = pick(values, key=lambda key: values[key])
        found[book.table.id] = Right(values[when], book.table.currency, (when,))
    return found


def _count(asked: Asked, library: Library) -> dict[str, Right]:
    above = asked.form == "above"
    return {
        book.table.id: Right(
            float(sum(value > asked.limit if above else value < asked.limit for _, value in _steps(asked, book))),
            "count",
        )
        for book in library.holding(*_split(asked))
    }


def _series(asked: Asked, library: Library) -> dict[str, Right]:
    found = {}
    for book in library.holding(*_split(asked)):
        steps = _steps(asked, book)
        keys = tuple(str(cell.period) for cell, _ in steps)
        found[book.table.id] = Right(steps[0][1], book.table.currency, keys, tuple(value for _, value in steps))
    return found


def _split(asked: Asked) -> list[Cell]:
    return [asked.cell.at(period) for period in asked.cell.period.split(asked.by)]


def _steps(asked: Asked, book: Book) -> Sequence[tuple[Cell, float]]:
    found = [(cell, book.value(cell)) for cell in _split(asked)]
    return [(cell, value) for cell, value in found if value is not None]


_KINDS = {
    "value": _figure,
    "balance": _figure,
    "total": _figure,
    "cross": _figure,
    "share": _share,
    "growth": _growth,
    "ranking": _ranking,
    "extreme": _extreme,
    "count": _count,
    "series": _series,
}
KINDS = tuple(_KINDS)
"""Every kind of question."""
