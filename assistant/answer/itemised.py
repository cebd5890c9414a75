"""A series that was asked for as a table: what a balance is made of beside it, and a last line with the sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.answer.numbers import plain
from assistant.answer.words import Words, capital
from assistant.errors import ToolError
from assistant.periods import GRAINS
from assistant.store.store import Store
from assistant.tools.select import select
from assistant.types import Call, Frame, Json

_MADE_OF = {"balance", "deficit", "surplus", "total"}
_SUMMED = {*_MADE_OF, "exports", "imports"}


def itemised(call: Call, frame: Frame, store: Store) -> list[Frame]:
    """The exports and the imports of a series of balances or totals, and the series; the series alone of others."""
    if call.tool != "select" or frame.measure not in _MADE_OF or not _is_series(frame):
        return [frame]
    try:
        parts = [select(store, **{**call.args, "measure": flow}) for flow in ("exports", "imports")]
    except ToolError:
        return [frame]
    alike = all((part.table, part.by, len(part.rows)) == (frame.table, frame.by, len(frame.rows)) for part in parts)
    return [*parts, frame] if alike else [frame]


def summed(made: dict[str, Json], frames: Sequence[Frame], words: Words) -> dict[str, Json]:
    """The table of series with their sums in a last line; as it is where they do not add up."""
    if not all(_is_series(frame) and frame.measure in _SUMMED and "growth" not in frame.detail for frame in frames):
        return made
    sums = [sum((row.value or Decimal(0) for row in frame.rows), Decimal(0)) for frame in frames]
    return {**made, "rows": [*made["rows"], [capital(words.label("in_all")), *map(plain, sums)]]}


def _is_series(frame: Frame) -> bool:
    """Whether there is a sum of money for each of several periods, none of them missing."""
    whole = all(row.value is not None for row in frame.rows)
    return len(frame.by) == 1 and frame.by[0] in GRAINS and len(frame.rows) > 1 and whole and len(frame.unit) == 3
