"""How few of the largest rows reach a part of the whole: half of exports, 80 % of imports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.frames import present
from assistant.types import Frame, Row


def fewest(store: Store, *, of: Frame, reach: str | int) -> Frame:
    """The fewest of the shares, largest first, that together `reach` a percentage, each with the share reached by then.

    NoData where all together do not reach it, or a share is negative: then a sum of the largest says nothing.
    """
    goal = Decimal(reach)
    if "share" not in of.detail or not of.by or not 0 < goal <= 100:
        raise BadArguments("this adds up shares by key until they reach a percentage above 0 and at most 100")
    shares = sorted(present(of.rows), key=lambda row: (-row[1], row[0]))
    if shares[-1][1] < 0:
        raise NoData("a negative share cannot be added up to a part", kind="not_computable", cause="sign")
    rows = tuple(_reaching(shares, goal))
    if rows[-1].value is None or rows[-1].value < goal:
        raise NoData("all of them together do not reach this part", kind="not_computable", cause="reach")
    said = f"{round(goal, 2).normalize():f}"  # two thirds: 66.67
    detail = {**of.detail, "reach": said, "searched": [len(shares), list(shares[0][0]), list(shares[-1][0])]}
    return replace(of, rows=rows, detail=detail)


def _reaching(shares: list[tuple[tuple[str, ...], Decimal]], goal: Decimal) -> Iterator[Row]:
    """Each row with the running sum, up to the first that reaches the goal."""
    reached = Decimal(0)
    for key, value in shares:
        reached += value
        yield Row(key, reached)
        if reached >= goal:
            return
