"""Selections that go into one figure are read from one table; a whole that it lacks, from the table that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.errors import ToolError
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.select import readings_of
from assistant.types import Call, Json

_BINARY = {"share", "contribution", "difference", "ratio", "apart", "among", "both", "intra_industry", "similarity"}
_OF = ("of", "total")


def joined(store: Store, calls: Sequence[Call]) -> Iterator[Call]:
    """The calls with the table named in all selections that an operator puts into one figure."""
    selections = {call.id: call for call in calls if call.tool == "select"}
    roots = _roots(calls)
    tables: dict[str, str] = {}
    for call in calls:
        group = [selections[root] for root in sorted(roots[call.id]) if root in selections]
        if call.tool in _BINARY and len(group) > 1 and (table := _common(store, group)):
            tables.update({one.id: table for one in group})
    for part, whole in _shares(calls, roots, selections):
        table_of_part = store.by_id.get(tables.get(part[0].id, ""))
        if table_of_part is not None and all(_is_wider(store, one, part, table_of_part) for one in whole):
            tables.update({one.id: table_of_part.whole for one in whole})
    for call in calls:
        basis = call.args.get("basis") or {}
        named = call.id in tables and "table" not in basis
        yield replace(call, args={**call.args, "basis": {**basis, "table": tables[call.id]}}) if named else call


def is_ref(value: Json) -> bool:
    """Whether an argument is what an earlier call gives: {"ref": "c1"}."""
    return isinstance(value, dict) and set(value) == {"ref"}


def _roots(calls: Sequence[Call]) -> dict[str, set[str]]:
    """The selections that stand behind each call."""
    roots: dict[str, set[str]] = {}
    for call in calls:
        refs = [value["ref"] for value in call.args.values() if is_ref(value)]
        roots[call.id] = {root for ref in refs for root in roots.get(ref, {ref})} or {call.id}
    return roots


def _common(store: Store, group: Iterable[Call]) -> str | None:
    """The first table that covers all of some selections; None where none does."""
    try:
        found = [[reading.table.id for reading in readings_of(store, call.args)] for call in group]
    except ToolError:
        return None
    narrowest = min(found, key=len)
    return next((table for table in narrowest if all(table in tables for tables in found)), None)


def _shares(
    calls: Sequence[Call], roots: Mapping[str, set[str]], selections: Mapping[str, Call]
) -> Iterator[tuple[list[Call], list[Call]]]:
    """The selections of the part and of the whole of each share."""
    for call in calls:
        if call.tool == "share" and all(is_ref(call.args[name]) for name in _OF):
            named = [roots.get(call.args[name]["ref"], set()) for name in _OF]
            part, whole = ([selections[root] for root in sorted(one) if root in selections] for one in named)
            if part and whole and named[0].isdisjoint(named[1]):
                yield part, whole


def _is_wider(store: Store, whole: Call, part: Iterable[Call], table: Table) -> bool:
    """Whether only the part is narrowed in what the table holds in part, and the table it names covers the whole."""
    partial = {name for name, population in table.population.items() if population != "complete"}
    narrowed, *others = ({*call.args, *call.args.get("by", ())} & partial for call in (whole, *part))
    if table.whole not in store.by_id or not all(narrowed < one for one in others):
        return False
    basis = {**(whole.args.get("basis") or {}), "table": table.whole}
    try:
        return bool(readings_of(store, {**whole.args, "basis": basis}))
    except ToolError:
        return False


__all__ = ["is_ref", "joined"]
