"""Which table answers: the best one that covers the whole question, and the others that could.

Two tables are never put together inside one selection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.errors import NoData
from assistant.store.anyone import UNSTATED
from assistant.store.covers import Lacks, Reading, codes_of, has, read
from assistant.store.selection import Basis, Selection
from assistant.store.tables import Table


def readings(
    tables: Sequence[Table], selection: Selection, groups: Mapping[str, tuple[str, ...]]
) -> tuple[Reading, ...]:
    """Every reading that covers the whole selection, best first; NoData with the nearest miss where there is none.

    Stated books come before unstated ones, whole populations before parts of them, own before mirrored, then the higher
    priority. Where a period is open, the table that reaches furthest comes first.
    """
    found, misses = [], []
    for table in tables:
        for mirror in (False, True):
            try:
                found.append(read(table, selection, mirror, groups))
            except Lacks as lack:
                misses.append((lack, table))
    if not found:
        raise _no_data(selection, misses, _instead(tables, selection, groups))
    return tuple(sorted(found, key=lambda reading: order(reading, selection)))


def order(reading: Reading, selection: Selection) -> tuple[bool, int, int, bool, int, str]:
    """What readings are compared by, the best lowest: stated books, whole populations, reach, own books, priority."""
    reach = -reading.newest if selection.is_open else 0
    if "whole" in selection.periods:  # the longest history comes before the newest month
        reach = min(period.first for period in reading.periods)
    unstated = reading.table.books == UNSTATED
    part = len(partial(reading.table, selection)) + _is_flawed(reading, selection)
    return unstated, part, reach, reading.mirror, -reading.table.priority, reading.table.id


def _is_flawed(reading: Reading, selection: Selection) -> bool:
    """Whether a range with a start of its own, or all there is, reaches into months that the table lacks in part."""
    if not any(text.endswith("/") or "/<" in text or text == "whole" for text in selection.periods):
        return False
    codes = codes_of(selection, reading.reporter, reading.partner)
    missing = (gap for gap in reading.table.gaps if gap.kind == "missing")
    return any(gap.touches(period, codes) for gap in missing for period in reading.periods)


def partial(table: Table, selection: Selection) -> tuple[str, ...]:
    """The populations that a selection sums or ranks over of which the table holds only a part."""
    named = {dimension for dimension in selection.filters if dimension not in selection.by}
    named |= {"partner"} if selection.partner else set()
    return tuple(what for dimension, what in table.population.items() if what != "complete" and dimension not in named)


def _instead(tables: Sequence[Table], selection: Selection, groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What was demanded, and the table that answers without the demand, where one does."""
    if not selection.basis.demands:
        return {}
    try:
        free = readings(tables, replace(selection, basis=Basis(population=selection.basis.population)), groups)[0].table
    except NoData:
        return {}
    return {"demands": ";".join(":".join(each) for each in selection.basis.demands), "instead": free.title}


def _no_data(selection: Selection, misses: Sequence[tuple[Lacks, Table]], instead: Mapping[str, str]) -> NoData:
    def reach(miss: tuple[Lacks, Table]) -> tuple[int, str, int]:
        lack, table = miss
        return lack.place, lack.detail.get("last", ""), table.priority

    if not misses:
        return NoData("no table is loaded", cause="basis")
    lack, table = max(_of_its_kind(misses), key=reach)
    detail = {"table": table.title, "measure": selection.measure.name, **lack.detail, **instead}
    return NoData(f"no loaded table covers this: {lack.stage} {lack.detail}", cause=lack.stage, detail=detail)


def _of_its_kind(misses: Sequence[tuple[Lacks, Table]]) -> Sequence[tuple[Lacks, Table]]:
    """The misses without those of tables that lack a code which another table holds: states of another country."""
    tables = [table for _, table in misses]

    def is_elsewhere(lack: Lacks) -> bool:
        dimension, code = lack.detail.get("dimension", ""), lack.detail.get("code", "")
        if lack.stage != "code" or dimension == "product":  # a product may be held by its chapter
            return False
        return any(has(t, dimension, code) for t in tables if dimension in t.dims)

    return [miss for miss in misses if not is_elsewhere(miss[0])] or misses
