"""Averages per month of what is loaded by year alone: "average monthly car exports to Mexico in 2023" is a twelfth."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.store.store import Store
from assistant.store.tables import Table

_MONTH = ("month",)


def spread_over_months(slots: Slots, store: Store) -> Slots:
    """The slots with the value over the months of its period, where no table by month has what narrows the trade."""
    asked = slots.operations == {"mean"} and slots.keys == _MONTH and len(slots.periods) < 2 and slots.condition is None
    if not asked or not slots.filters:
        return slots
    monthly = [table for table in store.tables if table.kind == "flow" and table.frequency == "M"]
    if any(_holds(table, slots) for table in monthly):
        return slots
    return replace(slots, operations=frozenset({"per_month"}), keys=())


def _holds(table: Table, slots: Slots) -> bool:
    """Whether the table has every code that narrows the trade."""
    return all(set(codes) <= table.codes.get(name, frozenset()) for name, codes in slots.filters.items())


__all__ = ["spread_over_months"]
