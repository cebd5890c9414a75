"""The year of the earlier answer, kept where it was only the newest one of its table: "from Brazil", "and Mexico?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question, Slots
from assistant.store.store import Store
from assistant.store.tables import Table

_NEWEST = ("latest-year",)


def kept_year(question: Question, slots: Slots, store: Store) -> Slots:
    """The slots with the year that the earlier answer told, where a follow-up changes whose trade it is alone.

    Another table may reach further for the new place, and two years say nothing of the two places. Where the table of
    the earlier answer does not hold the new place, its newest year stands, and is said.
    """
    year, last = _year_told(question), question.previous
    if last is None or not year or slots.periods != _NEWEST or question.asked.periods != last.periods:
        return slots
    moved = (slots.reporter, slots.partner) != (last.reporter, last.partner)
    table = store.by_id.get(question.previous_table or "")
    return replace(slots, periods=(year,)) if moved and table and _holds(table, slots) else slots


def _year_told(question: Question) -> str:
    """The one year that the calls of the earlier answer selected; "" where it was none or more."""
    told = {str(call.args["period"]) for call in question.earlier if call.tool == "select"}
    year = told.pop() if len(told) == 1 else ""
    return year if year.isdigit() and len(year) == len("2024") else ""


def _holds(table: Table, slots: Slots) -> bool:
    """Whether the table has every one of the new places in one flow at least."""
    pairs = ((one, other) for one in slots.reporter for other in slots.partner)
    return all(any((*pair, flow) in table.coverage for flow in ("export", "import")) for pair in pairs)


__all__ = ["kept_year"]
