"""Two rates side by side: which growth or which change of a share is greater, and by how many percentage points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.frames import one_basis
from assistant.types import Frame, Row

_RATES = ("percent", "percentage points")


def apart(store: Store, *, of: Frame, minus: Frame, order: str = "most") -> Frame:
    """How far one change lies above another: two growth rates or two changes of a share, in percentage points.

    Changes in money are subtracted in their own unit. With order="size" the one that moved further is ahead,
    whichever way it moved; with "least" the lower one is.
    """
    if order not in ("most", "least", "size"):
        raise BadArguments(f'`order` is "most", "least" or "size", not {order!r}')
    one_basis(of, minus)
    if of.by or minus.by or of.unit != minus.unit:
        raise BadArguments("this takes two single figures in the same unit")
    left, right = of.value, minus.value
    if left is None or right is None:
        raise NoData("there is no earlier figure to compare with", kind="not_computable", cause="base")
    left, right = (abs(left), abs(right)) if order == "size" else (left, right)
    unit = "percentage points" if of.unit in _RATES else of.unit
    ahead = (left - right) * (-1 if order == "least" else 1)
    detail = {**of.detail, "apart": order, "ahead": "first" if ahead > 0 else "second" if ahead < 0 else "none"}
    about = of.about if of.about == minus.about else replace(of.about, partner=None)
    return replace(of, unit=unit, rows=(Row((), Decimal(left - right)),), about=about, precision=None, detail=detail)
