"""Which of the loaded tables may answer for a cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.evaluation.selfcheck.books import Book
from assistant.evaluation.selfcheck.cell import Cell
from assistant.store.store import Store

_Rank = tuple[bool, bool, bool]


class Library:
    """The books of all tables of trade flows."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.books = [Book(store, table) for table in store.tables if table.kind == "flow"]
        self.unasked = [table.id for table in store.tables if table.kind != "flow"]

    def holding(self, *cells: Cell) -> list[Book]:
        """The tables that may answer for all the cells at once: stated books first, then whole ones, then own ones."""
        held = [book for book in self.books if all(book.value(cell) is not None for cell in cells)]
        return _best({book: max(_rank(book, cell) for cell in cells) for book in held})

    def keyed(self, cell: Cell, dimension: str, *, sections: bool = False) -> list[Book]:
        """The tables that may put the members of a dimension in order: products by chapter, or by section."""
        fit = [book for book in self.books if dimension != "product" or book.is_coded is not sections]
        held = [book for book in fit if len(book.members(cell, dimension))]
        return _best({book: _rank(book, cell, dimension) for book in held})

    def __iter__(self) -> Iterator[Book]:
        return iter(self.books)


def _rank(book: Book, cell: Cell, keyed: str = "") -> _Rank:
    return book.table.books == "unstated", book.is_partial(cell, keyed), not keyed and book.mirrors(cell)


def _best(ranks: Mapping[Book, _Rank]) -> list[Book]:
    best = min(ranks.values(), default=None)
    return [book for book, rank in ranks.items() if rank == best]
