"""The whole that the rows of a ranking are parts of."""

from __future__ import annotations

from assistant.answer.charts.stacks import ADDITIVE
from assistant.errors import ToolError
from assistant.store.selection import DIMENSIONS
from assistant.store.store import Store
from assistant.tools.select import select
from assistant.types import Call, Evidence, Frame

_KEYS = {*DIMENSIONS, "partner"}


def whole(call: Call, evidence: Evidence, store: Store) -> Frame | None:
    """The same measure over all that was ranked, unknown modes and states included; None where parts do not add up.

    That is where values are no sums of money, where the ranked rows are only a part of all there are, and where the
    question named the rows to rank.
    """
    frame = evidence.frames[call.id]
    chosen = next((each for each in evidence.calls if {"ref": each.id} == call.args.get("of")), None)
    if call.tool != "rank" or chosen is None or chosen.tool != "select" or not _adds_up(frame):
        return None
    if chosen.args.get(frame.by[0]) or chosen.args.get("without"):
        return None
    if store.by_id[frame.table].population.get(frame.by[0], "complete") != "complete":
        return None
    try:
        return select(store, **{name: value for name, value in chosen.args.items() if name not in ("by", "level")})
    except ToolError:
        return None


def _adds_up(frame: Frame) -> bool:
    one_key = len(frame.by) == 1 and frame.by[0] in _KEYS
    return one_key and frame.measure in ADDITIVE and not any(note.kind == "partial" for note in frame.notes)
