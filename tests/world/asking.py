"""Short ways to ask the small world: a selection as a frame, a frame as plain figures in millions."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant import Assistant, Dialogue
from assistant.measures import MEASURES
from assistant.periods import Period
from assistant.store.choose import readings
from assistant.store.covers import Reading
from assistant.store.selection import Basis, Selection
from assistant.store.store import Store
from assistant.tools.select import select
from assistant.types import About, Frame, Row

WORLD = Path(__file__).parent / "corpus"
MILLION = 10**6


def picked(store: Store, measure: str, partner: Any = "MEX", period: Any = "2023", **rest: Any) -> Frame:
    """The US's trade unless another reporter is named."""
    return select(store, **{"measure": measure, "reporter": "USA", "partner": partner, "period": period, **rest})


def millions(frame: Frame) -> Any:
    """The figure of a frame of one, else the figures by key; keys of one code stand alone."""
    found = {row.key[0] if len(row.key) == 1 else row.key: _small(row.value) for row in frame.rows}
    return found[()] if not frame.by else found


def plain(frame: Frame) -> Any:
    """As `millions`, for figures that are not money."""
    found = {row.key[0] if len(row.key) == 1 else row.key: row.value for row in frame.rows}
    return found[()] if not frame.by else found


def best(store: Store, measure: str, partner: tuple[str, ...], *periods: str, **rest: Any) -> list[str]:
    """The ids of the tables that could answer, best first; mirrored ones with a tilde."""
    return [
        ("~" if found.mirror else "") + found.table.id for found in asked(store, measure, partner, *periods, **rest)
    ]


def asked(store: Store, measure: str, partner: tuple[str, ...], *periods: str, **rest: Any) -> tuple[Reading, ...]:
    """The readings of a selection, best first."""
    basis = Basis(**rest.pop("basis", {}))
    given = {"reporter": ("USA",), "partner": partner, "periods": periods or ("2023",), "basis": basis, **rest}
    return readings(store.tables, Selection(measure=MEASURES[measure], **given), store.names.groups)


def line(*values: int | str | None, start: str = "2020", measure: str = "imports", **changes: Any) -> Frame:
    """A frame of one line from a start: years after "2020", months after "2020-01", quarters after "2020-Q1"."""
    period = Period.parse(start)
    keys = [str(period.shift(index * period.months)) for index in range(len(values))]
    rows = tuple(
        Row((key,), None if value is None else Decimal(value)) for key, value in zip(keys, values, strict=True)
    )
    return frame((period.grain,), rows, measure=measure, **changes)


def frame(by: tuple[str, ...], rows: tuple[Row, ...], **changes: Any) -> Frame:
    """A frame of one made-up table."""
    about = About(reporter="USA", partner="MEX")
    base = {"measure": "imports", "unit": "USD", "about": about, "table": "made_up", "basis": "made up"}
    return Frame(**{**base, "by": by, "rows": rows, **changes})


def _small(value: Decimal | None) -> Decimal | None:
    return None if value is None else value / MILLION


def talk(assistant: Assistant, *turns: str) -> dict[str, Any]:
    """The reply to the last of several turns."""
    dialogue = Dialogue()
    for turn in turns:
        reply, dialogue = assistant.ask(turn, dialogue)
    found: dict[str, Any] = reply.to_dict()
    return found
