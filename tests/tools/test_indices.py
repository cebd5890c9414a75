"""Indices worked by hand, with the published goldens, and what they refuse."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.combine import share
from assistant.tools.operators.indices import concentration, intra_industry, similarity
from assistant.types import About, Frame, Note, Row

STORE: Store = None  # type: ignore[assignment]
X, M = {"01": 319, "02": 43, "03": 10}, {"01": 354, "02": 141, "03": 100}


def frame(values: dict[str, int], by: tuple[str, ...] = ("product",), notes: tuple[Note, ...] = ()) -> Frame:
    rows = tuple(Row(tuple(key.split()), Decimal(value)) for key, value in values.items())
    return Frame("exports", "USD", by, rows, About("USA", "MEX", "export", period="2024"), "t", "basis", notes=notes)


def shares(values: dict[str, int], by: tuple[str, ...] = ("product",)) -> Frame:
    whole = Frame("exports", "USD", (), (Row((), Decimal(sum(values.values()))),), About(period="2024"), "t", "basis")
    return share(STORE, of=frame(values, by), total=whole)


def test_concentration_is_the_sum_of_squared_shares_and_its_inverse() -> None:
    found = concentration(STORE, of=shares({"01": 50, "02": 30, "03": 20}), over="product")
    assert (found.value, found.unit, found.by) == (Decimal("0.38"), "ratio", ())
    assert Decimal(found.detail["terms"]["points"]) == 3800
    equal = concentration(
        STORE, of=shares(dict.fromkeys(("01", "02", "03", "04"), 5)), over="product", kind="effective"
    )
    assert (equal.value, equal.unit, equal.detail["n"]) == (Decimal(4), "index", 4)


def test_what_has_no_trade_is_no_part_and_the_unnamed_rest_is_told() -> None:
    of = shares({"01": 50, "02": 50, "03": 0})
    half = Frame("exports", "USD", (), (Row((), Decimal(200)),), About(period="2024"), "t", "basis")
    known = concentration(STORE, of=share(STORE, of=frame({"01": 50, "02": 50}), total=half), over="product")
    assert concentration(STORE, of=of, over="product").detail["n"] == 2
    assert (known.value, Decimal(known.detail["terms"]["covered"])) == (Decimal("0.5"), 50)


def test_concentration_has_a_value_for_each_line() -> None:
    of = shares({"01 2023": 1, "02 2023": 1, "01 2024": 4}, ("product", "period"))
    found = concentration(STORE, of=of, over="product")
    assert {row.key: row.value for row in found.rows} == {("2023",): Decimal("0.5"), ("2024",): Decimal(1)}


def test_grubel_lloyd_meets_the_published_values() -> None:
    whole = intra_industry(STORE, of=frame(X), to=frame(M), over="product")
    assert round(whole.value or 0, 4) == Decimal("0.7694")
    single = intra_industry(STORE, of=frame({"": 319}, by=()), to=frame({"": 354}, by=()))
    assert [round(v, 4) for v in (single.value,) if v] == [Decimal("0.9480")]


def test_what_goes_one_way_only_is_not_two_way() -> None:
    assert intra_industry(STORE, of=frame({"01": 5}), to=frame({"02": 5}), over="product").value == 0
    assert intra_industry(STORE, of=frame(X), to=frame(X), over="product").value == 1


def test_similarity_adds_the_smaller_shares() -> None:
    assert similarity(STORE, of=frame({"01": 60, "02": 40}), to=frame({"01": 1, "03": 3})).value == 25
    assert similarity(STORE, of=frame(X), to=frame({key: 7 * value for key, value in X.items()})).value == 100
    assert similarity(STORE, of=frame({"01": 1}), to=frame({"02": 1})).value == 0


def test_a_part_of_a_population_has_no_index() -> None:
    part = frame({"01": 1, "02": 2}, notes=(Note("partial", "partial: Texas ports"),))
    for call in (
        lambda: intra_industry(STORE, of=part, to=part, over="product"),
        lambda: similarity(STORE, of=part, to=part),
    ):
        with pytest.raises(NoData, match="Texas ports"):
            call()


def test_values_that_are_no_shares_are_refused() -> None:
    with pytest.raises(BadArguments, match="shares by key"):
        concentration(STORE, of=frame(X), over="product")
    with pytest.raises(BadArguments, match="no key"):
        concentration(STORE, of=shares(X), over="mode")
