"""What a question may demand of a table's basis beside its publisher: how goods are valued, which release it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.periods import Period
from assistant.store.selection import Selection
from assistant.store.tables import Table

VALUATIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "general": ("import", ("customs value",)),
    "consumption": ("import", ("customs value, consumption",)),
    "customs": ("import", ("customs value", "customs value, consumption")),
    "fas": ("export", ("f.a.s.",)),
    "fob": ("export", ("f.o.b.",)),
    "cif": ("import", ("c.i.f.", "c.i.f. value")),
    "domestic": ("export", ("domestic exports, f.a.s.",)),
    "payments": ("import", ("balance of payments",)),
}
"""The flow that a demanded valuation is about, and the declared valuations that meet it; some no loaded table has."""

_TURNED = {"export": "import", "import": "export"}

Lack = tuple[str, Mapping[str, str]]


def flows_read(selection: Selection, mirror: bool) -> frozenset[str]:
    """The flows that a table's own books call what the selection reads."""
    flows = {flow for _, flow in selection.measure.terms.values()}
    return frozenset(_TURNED[flow] for flow in flows) if mirror else frozenset(flows)


def valuation(table: Table, flow: str) -> str:
    """How a table values a flow, as it declares it."""
    return table.basis.valuation_import if flow == "import" else table.basis.valuation_export


def unmet(table: Table, selection: Selection, mirror: bool, periods: Sequence[Period]) -> Lack | None:
    """The demanded valuation or release that a table does not have for these periods; None where it has them."""
    basis = selection.basis
    flows = flows_read(selection, mirror)
    if basis.valuation and not _is_valued(table, basis.valuation, flows):
        flow = next(iter(flows)) if len(flows) == 1 else None
        return "valuation", {"valuation": basis.valuation, "basis": table.basis.sentence(flow)}
    if basis.release:
        found = release_over(table, periods)
        if found != basis.release:
            return "release", {"release": basis.release, "found": found}
    return None


def release_over(table: Table, periods: Sequence[Period]) -> str:
    """As what a table's figures of several periods stand: one release, "mixed", or "" where it is not stated."""
    found = {table.release_of(period) for period in periods}
    return found.pop() if len(found) == 1 else "" if "" in found else "mixed"


def _is_valued(table: Table, name: str, flows: frozenset[str]) -> bool:
    flow, accepted = VALUATIONS.get(name, ("", ()))
    return flow in flows and valuation(table, flow) in accepted
