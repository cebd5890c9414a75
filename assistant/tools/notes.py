"""What an answer has to say about the table and books that a selection was read from."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.periods import GRAINS, Period
from assistant.store.choose import partial
from assistant.store.covers import Reading
from assistant.store.selection import WORLD, Selection
from assistant.types import Note, NoteKind

_RELEASES: tuple[NoteKind, ...] = ("extract", "estimate")
"""Releases that the answer has to name."""

_FLOWS = (("export", "import"), ("import", "export"))


def notes_on(selection: Selection, reading: Reading, group: str | None = None) -> tuple[Note, ...]:
    """The notes of a reading: partner's books, an extract, a partial population, gaps and breaks that it touches.

    A `group` that is told apart is noted with the last month in which its members count.
    """
    apart = (Note("members", f"{group} {max(period.last for period in reading.periods)}"),) if group else ()
    return (*apart, *_notes(selection, reading))


def _notes(selection: Selection, reading: Reading) -> Iterator[Note]:
    table = reading.table
    if reading.mirror:
        yield Note("books", table.books)
    yield from (Note(kind, table.release) for kind in _RELEASES if kind == table.release_kind)
    yield from (Note("partial", population) for population in partial(table, selection))
    span = _span(selection, reading.periods)
    for gap in table.gaps:
        if gap.touches(span, _codes(selection, reading)):
            narrow = gap.kind == "break" and set(gap.where) & set(selection.filters)
            yield Note("break" if narrow else "gap", gap.reason)


def _span(selection: Selection, periods: tuple[Period, ...]) -> Period:
    timed = any(key in GRAINS for key in selection.by)
    first, last = min(p.first for p in periods), max(p.last for p in periods)
    return Period(first, last) if timed or len(periods) == 1 else periods[0]


def _codes(selection: Selection, reading: Reading) -> dict[str, tuple[str, ...]]:
    partner = () if "partner" in selection.by and not reading.partner else reading.partner or (WORLD,)
    measure = selection.measure.name
    if reading.mirror:  # what one side exports the table holds as imports
        measure = next((measure.replace(one, other) for one, other in _FLOWS if measure.startswith(one)), measure)
    named = {"reporter": reading.reporter, "partner": partner, "measure": (measure,)}
    return {**named, **selection.filters}
