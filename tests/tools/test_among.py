"""The rows whose things stand in another frame, worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.errors import BadArguments, NoData
from assistant.tools.operators.among import among, both
from assistant.types import About, Frame, Row


def frame(values: dict[str, int], **detail: object) -> Frame:
    rows = tuple(Row((code,), Decimal(value)) for code, value in values.items())
    return Frame("imports", "USD", ("product",), rows, About(period="2021"), "t", "b", detail=detail)


def test_only_what_met_the_floor_is_kept() -> None:
    grown = frame({"27": 5, "31": 62, "87": -3})
    large = frame({"27": 100, "87": 900}, where={"test": "at_least", "value": "100", "high": None})
    kept = among(None, of=grown, within=large)  # type: ignore[arg-type]
    assert [row.key for row in kept.rows] == [("27",), ("87",)]
    assert kept.detail["among"] == {"test": "at_least", "value": "100", "high": None, "period": "2021"}


def test_nothing_above_the_floor_is_no_data() -> None:
    with pytest.raises(NoData):
        among(None, of=frame({"27": 5}), within=frame({"99": 1}))  # type: ignore[arg-type]


def test_both_keeps_what_each_condition_kept() -> None:
    limit = {"test": "above", "value": "4", "high": None}
    first, second = frame({"27": 5, "31": 62}, where=limit), frame({"31": 9, "87": 7}, where=limit)
    assert [row.key for row in both(None, of=first, other=second).rows] == [("31",)]  # type: ignore[arg-type]
    assert not both(None, of=first, other=frame({}, where=limit)).rows  # type: ignore[arg-type]
    with pytest.raises(BadArguments):
        both(None, of=first, other=frame({"31": 9}))  # type: ignore[arg-type]
