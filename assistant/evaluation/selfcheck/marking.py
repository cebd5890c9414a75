"""Whether a reply says what the rows say: the first figure, its order, its periods, and from a table that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from assistant.evaluation.judge import Judgement
from assistant.evaluation.selfcheck.asked import Asked, Right
from assistant.types import Json

CLOSE = 1e-6
"""Relative: answers are not rounded, only sums in floating numbers are."""
_PERIOD = re.compile(r"[12]\d{3}")
_SIGNED = frozenset({"balance", "surplus", "deficit"})


def mark(asked: Asked, rights: Mapping[str, Right], reply: Mapping[str, Json], deficit: str) -> Judgement:
    """The verdict on a reply, given what each table's rows give and what its language calls a deficit."""
    if reply["status"] == "declined":
        return Judgement("declined wrongly", str((reply.get("reason") or {}).get("text", "")))
    if reply["status"] != "answered":
        return Judgement("asked wrongly", str(reply["text"]))
    table = table_of(reply)
    if table not in rights:
        return Judgement("WRONG", f"answered from {table or 'no table'}; {', '.join(rights)} hold it")
    why = _miss(asked, rights[table], reply, deficit)
    return Judgement("WRONG", why) if why else Judgement("right")


def table_of(reply: Mapping[str, Json]) -> str:
    """The table that the first figure stands on."""
    return str(reply["figures"][0]["source"]) if reply["figures"] else ""


def figure(asked: Asked, reply: Mapping[str, Json], deficit: str, unit: str = "") -> float | None:
    """The first number of the direct answer, in the sign of what was asked; None where there is none."""
    numbers = [item for item in reply["answer"] if item["kind"] == "number" and unit in ("", item["unit"])]
    if not numbers:
        return None
    return float(numbers[0]["value"]) * _turn(asked, str(numbers[0]["label"]) == deficit)


def close(one: float, other: float, scale: float = 0.0) -> bool:
    """Whether two figures are the same but for rounding."""
    return abs(one - other) <= CLOSE * max(abs(one), abs(other), scale, 1e-9)


def _turn(asked: Asked, deficit: bool) -> int:
    """A deficit of 5 where a balance was asked for is a balance of -5."""
    return -1 if asked.cell.measure in _SIGNED and deficit != (asked.cell.measure == "deficit") else 1


def _miss(asked: Asked, right: Right, reply: Mapping[str, Json], deficit: str) -> str:
    if asked.kind == "series":
        return _series(right, reply)
    if asked.kind in ("ranking", "extreme"):
        kind = "period" if asked.kind == "extreme" else "entity"
        named = {code for _, code in asked.cell.where}
        said_codes = (item["value"] for item in reply["answer"] if item["kind"] == kind)
        codes = tuple(code for code in said_codes if code not in named)
        if codes[: len(right.keys)] != right.keys or kind == "entity" and len(codes) > len(right.keys):
            return f"{', '.join(codes) or 'nothing'} where {', '.join(right.keys)} is right"
    said = figure(asked, reply, deficit, right.unit)
    if said is None and right.change is not None:
        said = figure(asked, reply, deficit)
        return "" if said is not None and close(said, right.change) else f"{said} where {right.change:,.0f} is right"
    if said is None or not close(said, right.value):
        return f"{'no figure' if said is None else f'{said:,.4f}'} where {right.value:,.4f} {right.unit} is right"
    return ""


def _series(right: Right, reply: Mapping[str, Json]) -> str:
    rows = _without_sum((reply.get("table") or {}).get("rows", []), right)
    said = {key: number for row in rows if (number := _amount(row)) is not None and (key := _key(row, right.keys))}
    if tuple(said) != right.keys:
        return f"{len(said)} periods where {len(right.keys)} are right"
    wrong = [key for key, value in zip(right.keys, right.series, strict=True) if not close(said[key], value)]
    return f"{wrong[0]} is {said[wrong[0]]:,.0f}" if wrong else ""


def _without_sum(rows: Sequence[Sequence[Json]], right: Right) -> Sequence[Sequence[Json]]:
    """The rows of a table without a last line that adds them up rightly."""
    total = _amount(rows[-1]) if rows and _key(rows[-1], right.keys) not in right.keys else None
    return rows[:-1] if total is not None and close(total, sum(right.series)) else rows


def _key(row: Iterable[Json], keys: Iterable[str]) -> str:
    """The period of a row; its first cell where that is none of those asked for."""
    cells = list(map(str, row))
    return next((cell for cell in cells if cell in keys), cells[0])


def _amount(row: Sequence[Json]) -> float | None:
    """The first amount of a row after its keys."""
    for cell in row[1:]:
        try:
            amount = float(Decimal(str(cell)))
        except InvalidOperation:
            continue
        if not _PERIOD.fullmatch(str(cell)):
            return amount
    return None
