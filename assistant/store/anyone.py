"""Tables of everyone's trade whose reporter is not stated: who is in them, and how far they reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.store.selection import Selection
from assistant.store.tables import Table

UNSTATED = "unstated"
"""The books of a table that does not say who reported: it answers only where no other can."""


def may_be_partial(table: Table, selection: Selection) -> bool:
    """Whether the partners that the table holds will do, though not all: many books of one source, or asked for."""
    wanted = selection.basis.population
    return wanted == "loaded" or wanted == "partial" and table.books == UNSTATED


def everyone(table: Table, selection: Selection) -> tuple[str, ...]:
    """All sellers and buyers of a table, without the places that the selection names and without residuals."""
    left_out = {*selection.reporter, *table.residuals.get("partner", ()), *table.groups.get("partner", ())}
    return tuple(sorted(table.coverage.reporters() - left_out))


def reach_of_any(
    table: Table, reporter: Sequence[str], partner: Sequence[str], flows: Iterable[str]
) -> tuple[int, int] | None:
    """The first and the last month that any of the reporters has with the partners; None where none has."""
    found = [
        span
        for flow in flows
        for code in reporter
        for other in partner
        if (span := table.coverage.partners(code, flow).get(other))
    ]
    return (min(span.first for span in found), max(span.last for span in found)) if found else None
