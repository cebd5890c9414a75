"""How far apart two sources put the same figure; the one operator that looks at two tables."""

from __future__ import annotations

from dataclasses import replace

from assistant.errors import BadArguments
from assistant.store.store import Store
from assistant.types import Frame, Row


def discrepancy(store: Store, *, of: Frame, beside: Frame) -> Frame:
    """What one source says less what another says of the same thing, where both give a single figure.

    It measures the sources and not trade: nothing further is computed from it.
    """
    if (of.measure, of.unit, of.by, of.about.period) != (beside.measure, beside.unit, beside.by, beside.about.period):
        raise BadArguments("only two readings of one figure can be set against each other")
    if of.by or of.value is None or beside.value is None:
        raise BadArguments("only single figures can be set against each other")
    unit = "percentage points" if of.unit == "percent" else of.unit
    detail = {"difference": True, "beside": beside.table}
    return replace(of, unit=unit, rows=(Row((), of.value - beside.value),), precision=None, detail=detail)
