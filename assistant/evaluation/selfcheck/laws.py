"""Laws that figures obey: those that the tables declare, held against their rows, and those between answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

import pandas as pd

from assistant.evaluation.selfcheck.asked import Asked
from assistant.evaluation.selfcheck.books import Book
from assistant.evaluation.selfcheck.cell import Cell
from assistant.evaluation.selfcheck.library import Library
from assistant.evaluation.selfcheck.marking import CLOSE
from assistant.periods import LENGTHS, Period
from assistant.store.tables import Law


@dataclass(frozen=True, slots=True)
class Held:
    """A declared law of a table: how many sums were compared, and the rows that lie outside its bounds."""

    table: str
    law: str
    compared: int
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bond:
    """Questions whose answers are bound: the figures times their factors add up to `total`."""

    law: str
    asked: tuple[Asked, ...]
    factors: tuple[int, ...]
    total: float = 0.0

    def apart(self, figures: Sequence[float]) -> float:
        """How far the answers are from the law, in their unit; 0 where only rounding parts them."""
        found = sum(factor * figure for factor, figure in zip(self.factors, figures, strict=True)) - self.total
        return 0.0 if abs(found) <= CLOSE * max(map(abs, figures)) else found


def declared(library: Library) -> list[Held]:
    """Every law of every table held against its rows."""
    books = {book.table.id: book for book in library}
    return [
        _held(book, law, flow, books)
        for book in library
        for law in (*book.table.laws, *_undeclared(book))
        for flow in law.flows
        if law.kind == "parts" or law.other in books
    ]


def _undeclared(book: Book) -> list[Law]:
    """A table that has totals and holds every member, and declares no law of it, promises that they add up."""
    stated = {law.dimension for law in book.table.laws if law.kind == "parts"}
    names = [n for n in book.table.totals if n not in stated and book.table.population.get(n, "complete") == "complete"]
    flows = tuple(sorted(map(str, book.rows["flow"].unique())))
    none, name = Decimal(0), "each {} adds up to the total"
    return [Law(name.format(n), "parts", 0, 10**9, none, none, dimension=n, flows=flows) for n in names]


def _held(book: Book, law: Law, flow: str, books: Mapping[str, Book]) -> Held:
    if law.kind == "parts":
        total = book.table.totals[law.dimension]
        parts = book.rows[_members(book, book.rows)]
        left, right = parts, book.rows[book.rows[law.dimension] == total]
        keys = [k for k in ("reporter", *book.table.dims) if k != law.dimension]
    else:
        other = books[law.other]
        left, right = book.rows[_members(book, book.rows)], other.rows[_members(other, other.rows)]
        keys = ["reporter", "partner"]
    sums = [_sums(rows, law, flow, keys) for rows in (left, right)]
    both = pd.concat(sums, axis=1, join="inner", keys=["one", "other"]).dropna()
    apart = 100 * (both["one"] / both["other"] - 1) if law.percent else both["one"] - both["other"]
    slack = 1e-9 * (100 if law.percent else both["other"].abs())
    wrong = both[(apart < float(law.low) - slack) | (apart > float(law.high) + slack)]
    rows = tuple(f"{_named(key)}: {row.one:,.0f} against {row.other:,.0f}" for key, row in wrong.iterrows())
    return Held(book.table.id, f"{law.name} ({flow})", len(both), rows)


def _members(book: Book, rows: pd.DataFrame) -> pd.Series:
    """The rows that may be summed: neither a group nor a total of any dimension."""
    kept = pd.Series(True, index=rows.index)
    for name in book.table.dims:
        if name in rows:
            kept &= ~rows[name].isin({*book.table.groups.get(name, ()), book.table.totals.get(name)})
    return kept


def _sums(rows: pd.DataFrame, law: Law, flow: str, keys: Sequence[str]) -> pd.Series:
    rows = rows[(rows["flow"] == flow) & rows["month"].between(law.first, law.last)]
    for name, codes in law.where.items():
        rows = rows[rows[name].isin(codes)]
    length = LENGTHS.get(law.per, 1)
    return rows.groupby([rows["month"] // length * length, *(rows[key] for key in keys)])["value"].sum()


def _named(key: object) -> str:
    month, *codes = key if isinstance(key, tuple) else (key,)
    return " ".join([str(Period(int(month), int(month))), *map(str, codes)])


def bonds(cell: Cell, book: Book, rng: Random) -> Bond | None:
    """A law between answers about a cell; None where the one that was drawn does not apply to it."""
    law = rng.choice((_balance, _total, _mirror, _quarters, _shares))
    return law(cell, book)


def _balance(cell: Cell, book: Book) -> Bond | None:
    if cell.measure == "duty" or book.value(replace(cell, measure="balance")) is None:
        return None
    three = [_asked("balance", "balance", cell), *(_asked("value", flow, cell) for flow in ("exports", "imports"))]
    return Bond("exports less imports are the balance", tuple(three), (1, -1, 1))


def _total(cell: Cell, book: Book) -> Bond | None:
    if cell.measure == "duty" or book.value(replace(cell, measure="total")) is None:
        return None
    three = [_asked("total", "total", cell), *(_asked("value", flow, cell) for flow in ("exports", "imports"))]
    return Bond("exports and imports are the total", tuple(three), (1, -1, -1))


def _mirror(cell: Cell, book: Book) -> Bond | None:
    if cell.partner == "WLD" or cell.partner in book.table.groups.get("partner", ()) or cell.measure == "duty":
        return None
    if any(name in ("region", "port") for name, _ in cell.where):
        return None
    return Bond("told from the other side, the same", (Asked("value", cell), Asked("value", cell.turned())), (1, -1))


def _quarters(cell: Cell, book: Book) -> Bond | None:
    year = cell.at(Period.year(cell.period.first // 12))
    if book.step > 3 or book.value(year) is None:
        return None
    four = [Asked("value", year.at(quarter)) for quarter in year.period.split("quarter")]
    return Bond("quarters add up to the year", (Asked("value", year), *four), (1, -1, -1, -1, -1))


def _shares(cell: Cell, book: Book) -> Bond | None:
    if "mode" not in book.table.dims or cell.measure == "duty" or book.table.population.get("mode") != "complete":
        return None
    whole = cell.whole("mode")
    codes = [c for c in (*book.table.members["mode"], *book.table.residuals.get("mode", ()))]
    parts = [code for code in codes if book.value(whole.narrowed("mode", code)) is not None]
    asked = tuple(Asked("share", whole, "mode", ("mode", code)) for code in parts)
    return Bond("shares add up to 100", asked, (1,) * len(asked), 100.0) if len(asked) > 1 else None


def _asked(kind: str, measure: str, cell: Cell) -> Asked:
    return Asked(kind, replace(cell, measure=measure))
