"""What tables declare, in the language of the answer: titles, bases, populations, reasons of gaps.

The tools work on what table.toml says; here it is turned into the reader's language, before any sentence is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant.errors import ToolError
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.types import Evidence, Frame, Gap, Listing

if TYPE_CHECKING:
    from assistant.store.passages import Passages
    from assistant.store.store import Engine

Texts = Mapping[str, str]
"""A text of a table.toml → what it is in one language; a text that is not there is said as it stands."""

_PARTIAL = "partial: "
_SAID = ("title", "publisher", "release", "licence", "description")
_BASES = ("text", "text_export", "text_import")


def told(text: str, texts: Texts) -> str:
    """A declared text in the language; of several that "; " joins, each one.

    >>> told("partial: Texas ports", {"Texas ports": "los puertos de Texas"})
    'partial: los puertos de Texas'
    """
    if text in texts or not texts:
        return texts.get(text, text)
    if text.startswith(_PARTIAL):
        return _PARTIAL + told(text.removeprefix(_PARTIAL), texts)
    return "; ".join(texts.get(part, part) for part in text.split("; "))


def told_evidence(evidence: Evidence, texts: Texts) -> Evidence:
    """The evidence with what its tables declare in the language."""
    if not texts:
        return evidence
    return replace(
        evidence,
        frames={name: _frame(frame, texts) for name, frame in evidence.frames.items()},
        listings={name: _listing(listing, texts) for name, listing in evidence.listings.items()},
        problems={name: _problem(problem, texts) for name, problem in evidence.problems.items()},
    )


def told_gap(gap: Gap, texts: Texts) -> Gap:
    """The gap with the table that it names in the language."""
    return replace(gap, detail=tuple((name, told(value, texts)) for name, value in gap.detail)) if texts else gap


class ToldStore(Store):
    """A store whose tables declare everything in one language; rows, names and notes are the store's own."""

    def __init__(self, store: Store, texts: Texts) -> None:
        self._store = store
        self.directory, self.names = store.directory, store.names
        self.tables = tuple(_table(table, texts) for table in store.tables)

    @cached_property
    def engine(self) -> Engine:
        """What runs statements over the tables of the store."""
        return self._store.engine

    @cached_property
    def passages(self) -> Passages:
        """The passages of the store."""
        return self._store.passages


def _frame(frame: Frame, texts: Texts) -> Frame:
    notes = tuple(replace(note, text=told(note.text, texts)) for note in frame.notes)
    return replace(frame, basis=told(frame.basis, texts), notes=notes)


def _problem(problem: ToolError, texts: Texts) -> ToolError:
    said = copy(problem)
    said.detail = {name: told(value, texts) for name, value in problem.detail.items()}
    return said


def _listing(listing: Listing, texts: Texts) -> Listing:
    """A look-up with the details of the tables that it considered in the language."""
    found = listing.detail.get("considered")
    if not found:
        return listing
    considered = [[*each, {k: told(v, texts) for k, v in detail.items()}] for *each, detail in found]
    return replace(listing, detail={**listing.detail, "considered": considered})


def _table(table: Table, texts: Texts) -> Table:
    basis: dict[str, Any] = {name: told(getattr(table.basis, name), texts) for name in _BASES}
    said: dict[str, Any] = {name: told(getattr(table, name), texts) for name in _SAID}
    return replace(
        table,
        **said,
        basis=replace(table.basis, **basis),
        population={name: told(what, texts) for name, what in table.population.items()},
        gaps=tuple(replace(gap, reason=told(gap.reason, texts)) for gap in table.gaps),
    )
