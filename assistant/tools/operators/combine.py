"""Operators that put rows or frames together: share, contribution, mean, median, total, difference, ratio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.measures import divide
from assistant.periods import Period
from assistant.store.store import Store
from assistant.tools.operators.frames import Key, lines, one_basis, present, refuse_rates, time_index, untimed
from assistant.types import Frame, Note, Row

_SIGNED = ("balance", "surplus", "deficit", "normalised_balance")


def share(store: Store, *, of: Frame, total: Frame) -> Frame:
    """Each row in percent of the row of `total` that it belongs to (same keys, or the single total)."""
    refuse_rates(of)
    if of.unit != total.unit:
        raise NoData(f"{of.unit} are no part of {total.unit}", kind="not_computable", cause="arguments")
    whole = _whole(store, of, total)
    if not whole:
        one_basis(of, total)
    if part := next(_wider(of, total), None):
        population = part.removeprefix("partial: ")
        raise NoData(part, kind="not_computable", cause="partial", detail={"population": population})
    signed = of.measure in _SIGNED and total.measure in _SIGNED
    if signed and any(row.value is None or row.value < 0 for row in (*of.rows, *total.rows)):
        raise NoData("a balance has no shares: parts may have opposite signs", kind="not_computable", cause="sign")
    rows = tuple(Row(r.key, _quotient(r.value, _matching(of, r, total), 100)) for r in of.rows)
    _require(rows)
    among = tuple(note for note in total.notes if note.kind == "partial" and note not in of.notes)
    detail = {**of.detail, "share": True}
    return replace(of, unit="percent", rows=rows, precision=None, notes=(*of.notes, *whole, *among), detail=detail)


def _whole(store: Store, of: Frame, total: Frame) -> tuple[Note, ...]:
    """That the whole stands in the table that the part's own names for it, at the same time; () where it does not.

    NoData where the whole lacks something for this time, which the part may have: the share would be too large.
    """
    part, table = (None, None) if of.table == total.table else map(store.by_id.get, (of.table, total.table))
    if part is None or table is None or part.whole != table.id or of.about.period != total.about.period:
        return ()
    lacking = {gap.reason for gap in table.gaps if gap.kind == "missing"} & {note.text for note in total.notes}
    if lacking:
        reason = "; ".join(sorted(lacking))
        raise NoData(reason, kind="not_computable", cause="lacking", detail={"reason": reason})
    return (Note("whole", table.title),)


def _wider(of: Frame, total: Frame) -> Iterator[str]:
    """Each population of a whole that is a part of all there is, but for one that its part is of too: both by land.

    A state's trade that one table alone holds, by land modes, is told as that, and so are the shares in it.
    """
    if of.table == total.table and total.about.region and of.about.region == total.about.region:
        return
    same = {note.text for note in of.notes if note.kind == "partial" and of.by == total.by}
    yield from (note.text for note in total.notes if note.kind == "partial" and note.text not in same)


def contribution(store: Store, *, of: Frame, total: Frame) -> Frame:
    """What each line adds to the growth of the total from the first to the last period, in percentage points."""
    refuse_rates(of)
    one_basis(of, total)
    (whole,) = lines(total).values()
    base, periods = next(iter(whole.values())), list(whole)
    ends = periods[0], periods[-1]
    values = {key: _quotient(_step([points.get(end) for end in ends]), base, 100) for key, points in lines(of).items()}
    detail = {**of.detail, "contribution": True, "base": str(periods[0])}
    return untimed(of, values, str(periods[-1]), unit="percentage points", precision=None, detail=detail)


def mean(store: Store, *, of: Frame) -> Frame:
    """The arithmetic mean of the rows."""
    refuse_rates(of)
    values = [value for _, value in present(of.rows)]
    return _reduced(of, divide(sum(values, Decimal(0)), Decimal(len(values))), "mean")


def median(store: Store, *, of: Frame) -> Frame:
    """The middle value of the rows, of an even number of rows the mean of the two in the middle."""
    values = sorted(value for _, value in present(of.rows))
    middle = len(values) // 2
    either = values[middle] if len(values) % 2 else divide(values[middle - 1] + values[middle], Decimal(2))
    return _reduced(of, either, "median")


def total(store: Store, *, of: Frame) -> Frame:
    """The sum of the rows."""
    refuse_rates(of)
    return _reduced(of, sum((value for _, value in present(of.rows)), Decimal(0)), "sum")


def difference(store: Store, *, of: Frame, minus: Frame | None = None, percent: bool = False) -> Frame:
    """`of` less `minus`, row by row where the keys agree; of one frame with two rows, the first less the second.

    With percent=True, in percent of what is subtracted.
    """
    if percent:
        part = _pairwise(
            of, minus, "difference", lambda a, b: None if a is None or b is None else _quotient(a - b, b, 100)
        )
        _require(part.rows)
        return replace(part, unit="percent", precision=None)
    apart = _pairwise(of, minus, "difference", lambda a, b: None if a is None or b is None else a - b)
    return replace(apart, unit="percentage points") if of.unit == "percent" else apart


def ratio(store: Store, *, of: Frame, to: Frame | None = None, percent: bool = False, larger: bool = False) -> Frame:
    """`of` divided by `to`, row by row; of one frame with two rows, the first by the second.

    With percent=True, in percent of `to`; with larger=True, the larger of the two divided by the smaller.
    """
    factor = 100 if percent else 1
    result = _pairwise(of, to, "ratio", lambda a, b: _quotient(*_larger_first(a, b, larger), factor))
    _require(result.rows)
    return replace(result, unit="percent" if percent else "ratio", precision=None)


def _larger_first(one: Decimal | None, other: Decimal | None, larger: bool) -> tuple[Decimal | None, Decimal | None]:
    """Both values, the larger one first where that is asked."""
    turned = larger and one is not None and other is not None and one < other
    return (other, one) if turned else (one, other)


def _quotient(part: Decimal | None, whole: Decimal | None, factor: int) -> Decimal | None:
    return None if part is None or whole is None else divide(factor * part, whole)


def _require(rows: tuple[Row, ...]) -> None:
    if all(row.value is None for row in rows):
        raise NoData("the total is zero or missing", kind="not_computable", cause="base")


def _matching(of: Frame, row: Row, other: Frame) -> Decimal | None:
    if not other.by:
        return other.value
    wanted = tuple(row.key[of.by.index(key)] for key in other.by if key in of.by)
    found = [r.value for r in other.rows if r.key == wanted]
    return found[0] if len(found) == 1 and len(wanted) == len(other.by) else None


def _step(values: list[Decimal | None]) -> Decimal | None:
    first, last = values[0], values[-1]
    return None if first is None or last is None else last - first


def _reduced(of: Frame, value: Decimal | None, how: str) -> Frame:
    try:
        at = time_index(of)
        periods = sorted(Period.parse(row.key[at]) for row in of.rows)
        about = replace(of.about, period=str(Period(periods[0].first, periods[-1].last)))
    except BadArguments:
        about = of.about
    detail = {**of.detail, "reduced": how, "rows": len(of.rows), "over": list(of.by)}
    return replace(of, by=(), rows=(Row((), value),), about=about, detail=detail)


def _pairwise(
    of: Frame, other: Frame | None, name: str, compute: Callable[[Decimal | None, Decimal | None], Decimal | None]
) -> Frame:
    if other is None:
        return _two_rows(of, name, compute)
    one_basis(of, other)
    if len(of.rows) == len(other.rows) == 1:
        row = Row((), compute(of.rows[0].value, other.rows[0].value))
        return replace(of, by=(), rows=(row,), detail={**of.detail, name: True})
    rows = tuple(Row(key, compute(a, b)) for key, a, b in _aligned(of, other))
    if not rows:
        raise BadArguments("the two selections share no rows")
    return replace(of, rows=rows, detail={**of.detail, name: True})


def _aligned(of: Frame, other: Frame) -> Iterator[tuple[Key, Decimal | None, Decimal | None]]:
    if not other.by:
        yield from ((row.key, row.value, other.value) for row in of.rows)
        return
    known = {row.key: row.value for row in other.rows}
    yield from ((row.key, row.value, known[row.key]) for row in of.rows if row.key in known)


def _two_rows(of: Frame, name: str, compute: Callable[[Decimal | None, Decimal | None], Decimal | None]) -> Frame:
    if len(of.rows) != 2:
        raise BadArguments(f"{name} of one selection needs exactly two rows, not {len(of.rows)}")
    first, second = of.rows
    detail = {**of.detail, name: True, "first": list(first.key), "second": list(second.key), "of_by": list(of.by)}
    return replace(of, by=(), rows=(Row((), compute(first.value, second.value)),), detail=detail)
