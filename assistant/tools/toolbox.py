"""Runs the calls of a plan: one table for all selections of a figure, references resolved, problems kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.errors import BadArguments, NoData, ToolError
from assistant.store.anyone import UNSTATED
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools import SHORTCUTS, TOOLS
from assistant.tools.one_table import is_ref, joined
from assistant.tools.select import readings_of
from assistant.tools.tariff_spans import written_out
from assistant.types import Call, Evidence, Frame, Json, Listing, Passage

READERS = ("select", "tariff")
"""The tools that read rows of a table; the others work on what these found."""


class Toolbox:
    """The tools over one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def run(self, calls: Sequence[Call], earlier: Evidence | None = None) -> Evidence:
        """What the calls give, each resolved to one table and closed periods; a failed call is kept as a problem."""
        evidence = Evidence()
        known = earlier or Evidence()
        try:
            steps = tuple(joined(self.store, tuple(expand(calls))))
        except BadArguments as problem:
            return Evidence(calls=tuple(calls), problems={call.id: problem for call in calls})
        for call in steps:
            evidence += self._one(call, known + evidence)
        return evidence

    def _one(self, call: Call, known: Evidence) -> Evidence:
        try:
            call, others = self._resolved(call)
            result = _function(call.tool)(self.store, **_arguments(call, known))
            return _found(call, replace(result, others=others) if others else result)
        except ToolError as problem:
            return Evidence(calls=(call,), problems={call.id: problem})
        except (TypeError, ValueError, ArithmeticError) as error:
            return Evidence(calls=(call,), problems={call.id: BadArguments(f"{call.tool}: {error}")})

    def _resolved(self, call: Call) -> tuple[Call, tuple[str, ...]]:
        """The call with its table and periods written out, and the other tables that could answer it."""
        if call.tool == "tariff":
            return replace(call, args=written_out(self.store, call.args)), ()
        if call.tool != "select":
            return call, ()
        best, *others = readings_of(self.store, call.args)
        closed = [str(period) for period in best.periods]
        basis = {**(call.args.get("basis") or {}), "table": best.table.id}
        call = replace(call, args={**call.args, "period": closed[0] if len(closed) == 1 else closed, "basis": basis})
        return call, tuple(_one_a_source(best.table, [other.table for other in others]))


def _one_a_source(best: Table, others: Iterable[Table]) -> Iterator[str]:
    """The best other table of each other source that measures the same thing."""
    seen = {best.source}
    for table in others:
        same = table.basis.valuation_import == best.basis.valuation_import or "extract" in (
            table.release_kind,
            best.release_kind,
        )
        if table.source not in seen and table.books != UNSTATED and same:
            seen.add(table.source)
            yield table.id


def expand(calls: Iterable[Call]) -> Iterator[Call]:
    """The calls with each shortcut written out as selections and operators; the last keeps the shortcut's id."""
    for call in calls:
        if call.tool not in SHORTCUTS:
            yield call
            continue
        try:
            steps = SHORTCUTS[call.tool](**call.args)
        except TypeError as error:
            raise BadArguments(f"{call.tool}: {error}") from error
        names = {step.id: f"{call.id}.{step.id}" for step in steps[:-1]} | {steps[-1].id: call.id}
        yield from (Call(names[step.id], step.tool, _renamed(step.args, names)) for step in steps)


def _renamed(args: Mapping[str, Json], names: Mapping[str, str]) -> dict[str, Json]:
    return {key: {"ref": names[value["ref"]]} if is_ref(value) else value for key, value in args.items()}


def _function(name: str) -> Callable[..., Any]:
    if name not in TOOLS:
        raise BadArguments(f"there is no tool {name!r}; there are {', '.join(TOOLS)}")
    return TOOLS[name]


def _arguments(call: Call, known: Evidence) -> dict[str, Any]:
    return {key: _looked_up(value["ref"], known) if is_ref(value) else value for key, value in call.args.items()}


def _looked_up(ref: str, known: Evidence) -> Frame:
    if ref in known.problems:
        raise known.problems[ref]
    if ref not in known.frames:
        raise BadArguments(f"no earlier call is named {ref!r}")
    return known.frames[ref]


def _found(call: Call, result: Frame | Listing | tuple[Passage, ...]) -> Evidence:
    if isinstance(result, Frame):
        return Evidence(calls=(call,), frames={call.id: result})
    if isinstance(result, Listing):
        return Evidence(calls=(call,), listings={call.id: result})
    if not result:
        nothing = NoData("no note covers this", cause="passages")
        return Evidence(calls=(call,), problems={call.id: nothing})
    return Evidence(calls=(call,), passages=result)
