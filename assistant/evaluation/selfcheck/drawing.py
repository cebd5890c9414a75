"""Draws what to ask from the rows of the loaded tables, so that every table, a user's own too, is asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

import pandas as pd

from assistant.evaluation.selfcheck.asked import Asked
from assistant.evaluation.selfcheck.books import Book
from assistant.evaluation.selfcheck.cell import WORLD, Cell
from assistant.evaluation.selfcheck.library import Library
from assistant.periods import Period

_WEIGHTS = {
    **{"value": 24, "cross": 10, "balance": 11, "total": 8, "share": 10},
    **{"growth": 11, "ranking": 9, "extreme": 7, "count": 4, "series": 6},
}
_FLOW = {"export": "exports", "import": "imports"}


class Drawer:
    """Makes one question at a time; the same seed gives the same questions."""

    def __init__(self, library: Library, rng: Random) -> None:
        self.library, self.rng = library, rng
        self._named = library.store.names.titles

    def draw(self) -> tuple[Book, Asked] | None:
        """A question and the table that it was drawn from; None where this draw came to nothing that can be asked."""
        book = self.rng.choice(self.library.books)
        kinds = [kind for kind in _WEIGHTS if _fits(kind, book)]
        if not kinds:
            return None
        (kind,) = self.rng.choices(kinds, [_WEIGHTS[kind] for kind in kinds])
        asked = self._made(kind, book)
        return (book, asked) if asked else None

    def cell(self, book: Book, kind: str = "value") -> Cell | None:
        """A cell around one row of the table, with as many codes as the kind wants."""
        row = book.rows.iloc[self.rng.randrange(len(book.rows))]
        where = self._where(book, row, kind)
        partner = self._partner(book, str(row["partner"]))
        if where is None or not self._known(row["reporter"], partner):
            return None
        measure = self._measure(book, str(row["flow"]), kind)
        cell = Cell(measure, str(row["reporter"]), partner, self._period(book, int(row["month"]), kind), where)
        return cell if book.value(cell) is not None else None

    def _made(self, kind: str, book: Book) -> Asked | None:
        cell = self.cell(book, kind)
        make: Mapping[str, Callable[[Book, Cell], Asked | None]] = {
            **{"share": self._share, "growth": self._growth, "ranking": self._ranking},
            **{"extreme": self._extreme, "count": self._count, "series": self._series},
        }
        if cell is None:
            return None
        return make[kind](book, cell) if kind in make else Asked(kind, cell)

    def _where(self, book: Book, row: pd.Series, kind: str) -> tuple[tuple[str, str], ...] | None:
        """Codes of the row: those without which the table holds only a part, and more; None where one is a rest."""
        dims = [name for name in ("region", "port", "product", "mode") if name in row.index]
        partial = [name for name in dims if name != "mode" and book.table.population.get(name) != "complete"]
        # products in detail have to be named: without one, another table says it better
        wanted = 2 if kind == "cross" else self.rng.choice((0, 1, 1)) if kind != "ranking" else 0
        others = [name for name in dims if name not in partial]
        more = max(0, min(wanted, len(dims)) - len(partial))
        chosen = partial + self.rng.sample(others, more)
        codes = [(name, self._code(book, name, str(row[name]))) for name in dims if name in chosen]
        rests = [code for name, code in codes if code in book.table.residuals.get(name, ())]
        return None if rests else tuple(codes)

    def _code(self, book: Book, name: str, code: str) -> str:
        if name != "product" or not code[:1].isdigit():
            return code
        return code[: self.rng.choice([length for length in (2, 2, 4, 6) if length <= len(code)])]

    def _partner(self, book: Book, partner: str) -> str:
        whole = book.table.population.get("partner") == "complete"
        return WORLD if whole and self.rng.random() < 0.15 else partner

    def _known(self, *places: str) -> bool:
        rests = {code for book in self.library for code in book.table.residuals.get("partner", ())}
        return all(place in self._named["partner"] and place not in rests for place in places)

    def _measure(self, book: Book, flow: str, kind: str) -> str:
        if kind == "balance":
            return self.rng.choice(("balance", "surplus", "deficit"))
        if kind == "total":
            return "total"
        if "duty" in book.table.measures and kind == "value" and self.rng.random() < 0.3:
            return "duty"
        two_sided = kind in ("share", "ranking", "extreme", "series") and len(set(book.rows["flow"].unique())) == 2
        return "total" if two_sided and self.rng.random() < 0.2 else _FLOW[flow]

    def _period(self, book: Book, month: int, kind: str) -> Period:
        if kind in ("extreme", "count", "series"):
            return Period.year(month // 12)
        lengths = [length for length in (1, 1, 3, 6, 12, 12) if length >= book.step]
        length = self.rng.choice(lengths)
        period = Period(month // length * length, month // length * length + length - 1)
        several = length == 12 and kind not in ("growth", "ranking") and self.rng.random() < 0.15
        return Period(period.first, period.last + 12 * self.rng.randrange(1, 4)) if several else period

    def _share(self, book: Book, cell: Cell) -> Asked | None:
        if cell.partner != WORLD and book.table.population.get("partner") == "complete" and not cell.where:
            return Asked("share", cell.whole("partner"), f"partner_{cell.measure}", ("partner", cell.partner))
        parts = [pair for pair in cell.where if pair[0] in ("mode", "product")]
        if not parts:
            return None
        part = self.rng.choice(parts)
        return Asked("share", cell.whole(part[0]), part[0], part)

    def _growth(self, book: Book, cell: Cell) -> Asked | None:
        base = cell.period.shift(-12)
        return Asked("growth", cell, base=base) if book.value(cell.at(base)) else None

    def _ranking(self, book: Book, cell: Cell) -> Asked | None:
        named = {name for name, _ in cell.where}
        dims = [name for name in book.table.dims if name not in named]
        whole = book.table.population.get("partner") == "complete"
        dims = [name for name in dims if name != "partner" or whole and not cell.where]
        if not dims:
            return None
        by = self.rng.choice(dims)
        cell = replace(cell, where=tuple(pair for pair in cell.where if pair[0] != by))
        if by == "partner":
            return Asked("ranking", cell.whole("partner"), f"partner_{cell.measure}", by=by, number=self._number())
        form = by if by != "product" or book.is_coded else "section"
        return Asked("ranking", cell, form, by=by, number=min(self._number(), 3 if by == "mode" else 10))

    def _number(self) -> int:
        return self.rng.choice((3, 5, 10))

    def _extreme(self, book: Book, cell: Cell) -> Asked | None:
        end = self.rng.choice(("max", "min"))
        if book.step == 1 and self.rng.random() < 0.7:
            return Asked("extreme", cell, f"{end}_month", by="month")
        long = self._years(book, cell)
        return Asked("extreme", long, f"{end}_year", by="year") if long else None

    def _count(self, book: Book, cell: Cell) -> Asked | None:
        values = [book.value(cell.at(month)) for month in cell.period.split("month")]
        held = sorted(value for value in values if value is not None)
        size = 10**8
        limit = round(held[len(held) // 2] / size) * size if len(held) == 12 else 0
        if limit <= 0 or limit in held:
            return None
        return Asked("count", cell, self.rng.choice(("above", "below")), by="month", limit=limit)

    def _series(self, book: Book, cell: Cell) -> Asked | None:
        if book.step == 1 and self.rng.random() < 0.6:
            return Asked("series", cell, "month", by="month")
        long = self._years(book, cell)
        return Asked("series", long, "year", by="year") if long else None

    def _years(self, book: Book, cell: Cell) -> Cell | None:
        first = cell.period.first
        long = cell.at(Period(first, first + 12 * self.rng.randrange(3, 8) - 1))
        return long if book.value(long) is not None else None


def _fits(kind: str, book: Book) -> bool:
    """Whether a table can be asked such a thing at all."""
    both = set(book.rows["flow"].unique()) == {"export", "import"}
    dims = [name for name in book.table.dims if name != "partner"]
    return {
        "balance": both,
        "total": both,
        "cross": len(dims) > 1,
        "count": book.step == 1,
        "growth": len(book.table.periods) > 1,
        "extreme": len(book.table.periods) > 1,
        "series": len(book.table.periods) > 1,
    }.get(kind, True)
