"""Why a table answered and each of the others did not: what it lacks, or what put it after the one that was used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.store.choose import order, partial
from assistant.store.covers import Lacks, Reading, read
from assistant.store.demands import flows_read, valuation
from assistant.store.selection import Selection
from assistant.store.tables import Table

Groups = Mapping[str, tuple[str, ...]]
Verdict = Literal["used", "could", "no"]

_RANKED = ("unstated", "part", "reach", "mirror", "priority")
"""What `choose.order` compares, in its order."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A table with what became of it: used, able to answer as well, or not; `reason` names a phrase in words."""

    table: Table
    verdict: Verdict
    reason: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)


def considered(
    tables: Sequence[Table], selections: Sequence[Selection], groups: Groups, used: Sequence[str]
) -> tuple[Considered, ...]:
    """Every table with its verdict on the selections: the used ones, those that could, then those that cannot.

    Selections that went into one figure stand on one table, so a table must cover them all; `used` are table ids.
    """
    found = [_judged(table, tables, selections, groups, used) for table in tables]
    rank = {"used": 0, "could": 1, "no": 2}
    return tuple(sorted(found, key=lambda each: (rank[each.verdict], -each.table.priority, each.table.id)))


def _judged(
    table: Table, tables: Sequence[Table], selections: Sequence[Selection], groups: Groups, used: Sequence[str]
) -> Considered:
    if table.id in used:
        return Considered(table, "used")
    found: list[Reading] = []
    for selection in selections:
        reading = _reading(table, selection, groups)
        if isinstance(reading, Lacks):
            reason, detail = _lack(table, selection, reading)
            return Considered(table, "no", reason, detail)
        found.append(reading)
    chosen = next((each for each in tables if each.id in used), None)
    best = _reading(chosen, selections[0], groups) if chosen else None
    if not isinstance(best, Reading):
        return Considered(table, "could", "priority", {})
    reason, detail = _after(found[0], best, selections[0])
    return Considered(table, "could", reason, detail)


def _reading(table: Table, selection: Selection, groups: Groups) -> Reading | Lacks:
    """The table's own reading, else its mirrored one, else what the own one lacks (the furthest it got)."""
    lacks = []
    for mirror in (False, True):
        try:
            return read(table, selection, mirror, groups)
        except Lacks as lack:
            lacks.append(lack)
    return max(lacks, key=lambda lack: lack.place)


def _lack(table: Table, selection: Selection, lack: Lacks) -> tuple[str, dict[str, str]]:
    """The reason of a lack; a table that has only the other flow lacks the flow, not the place."""
    detail = {**lack.detail, "measure": selection.measure.name}
    if lack.stage == "place":
        wanted = {flow for _, flow in selection.measure.terms.values()}
        missing = [flow for flow in sorted(wanted) if not table.coverage.partners(selection.reporter[0], flow)]
        if missing and table.books in selection.reporter:
            return "flow", {**detail, "flow": missing[0]}
        partner = ",".join(selection.partner)
        return "place", {"reporter": ",".join(selection.reporter), "partner": partner, **detail}
    return lack.stage, detail


def _after(reading: Reading, best: Reading, selection: Selection) -> tuple[str, dict[str, str]]:
    """What put a reading after the one that was used."""
    for flow in sorted(flows_read(selection, reading.mirror)):
        if reading.mirror == best.mirror and valuation(reading.table, flow) != valuation(best.table, flow):
            return "valued", {"basis": reading.table.basis.sentence(flow)}
    own, other = order(reading, selection), order(best, selection)
    if own < other:
        return "basis", {}  # it would come first, had the question not asked for another one
    name = next((name for at, name in enumerate(_RANKED) if int(own[at]) > int(other[at])), "priority")
    detail = {"priority": str(reading.table.priority), "best": str(best.table.priority), "books": reading.table.books}
    if name == "part" and (parts := partial(reading.table, selection)):
        detail["population"] = "; ".join(part.removeprefix("partial: ") for part in parts)
    return name, detail
