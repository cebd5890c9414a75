"""What must hold whatever is asked: parts and wholes, both sides of a balance, months and years."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.store.store import Store
from assistant.tools.operators.change import cumulate, growth, rebase, roll
from assistant.tools.operators.combine import contribution, share, total
from assistant.tools.operators.pick import rank, where
from assistant.types import Row
from tests.world.asking import frame, line, picked, plain

NEAR = Decimal("1e-8")
YEARS = ("2021", "2022", "2023")
amounts = st.integers(1, 10**12)
series = st.lists(amounts, min_size=2, max_size=12)
bounded = settings(max_examples=50, deadline=None, derandomize=True)


def value(store: Store, *args: Any, **rest: Any) -> Decimal:
    found = picked(store, *args, **rest).value
    assert found is not None
    return found


@pytest.mark.parametrize("partner", ["MEX", "CAN", "CHN", "WLD", "USMCA"])
@pytest.mark.parametrize("year", YEARS)
def test_the_balance_is_exports_less_imports(world: Store, partner: str, year: str) -> None:
    exports, imports = value(world, "exports", partner, year), value(world, "imports", partner, year)
    assert value(world, "balance", partner, year) == exports - imports == -value(world, "deficit", partner, year)
    assert value(world, "total", partner, year) == exports + imports
    assert value(world, "coverage_ratio", partner, year) == pytest.approx(exports / imports)


@pytest.mark.parametrize("measure", ["imports", "exports", "balance", "total"])
@pytest.mark.parametrize("year", ["2022", "2023"])
def test_months_and_quarters_sum_to_the_year(world: Store, measure: str, year: str) -> None:
    whole = value(world, measure, "MEX", year)
    for grain in ("month", "quarter"):
        parts = picked(world, measure, "MEX", year, by=[grain], basis={"table": "us_monthly"})
        assert plain(total(world, of=parts)) == whole


@pytest.mark.parametrize("year", YEARS)
def test_shares_of_partners_and_residual_sum_to_100(world: Store, year: str) -> None:
    whole = picked(world, "imports", None, year)
    shares = plain(share(world, of=picked(world, "imports", None, year, by=["partner"]), total=whole))
    residual = Decimal(1000) * 10**6 / whole.value
    assert abs(sum(shares.values()) + residual - 100) < NEAR


@pytest.mark.parametrize("partner", ["MEX", "CAN", "CHN"])
def test_shares_of_products_sum_to_100(world: Store, partner: str) -> None:
    given_ = {"basis": {"table": "us_products"}}
    whole = picked(world, "imports", partner, **given_)
    shares = plain(share(world, of=picked(world, "imports", partner, by=["product"], **given_), total=whole))
    assert abs(sum(shares.values()) - 100) < NEAR


@pytest.mark.parametrize("year", ["2021", "2022"])
def test_contributions_sum_to_total_growth(world: Store, year: str) -> None:
    given_ = {"period": [year, "2023"], "basis": {"table": "us_products"}}
    whole = picked(world, "imports", "MEX", by=["year"], **given_)
    parts = contribution(world, of=picked(world, "imports", "MEX", by=["product", "year"], **given_), total=whole)
    assert abs(sum(plain(parts).values()) - plain(growth(world, of=whole, kind="total"))) < NEAR


def test_one_sides_exports_are_the_others_imports_on_the_same_books(world: Store) -> None:
    basis = {"basis": {"table": "us_goods"}}
    for year in YEARS:
        assert value(world, "imports", "MEX", year, **basis) == value(
            world, "exports", "USA", year, reporter="MEX", **basis
        )
        assert value(world, "balance", "MEX", year, **basis) == -value(
            world, "balance", "USA", year, reporter="MEX", **basis
        )


@bounded
@given(values=st.lists(amounts, min_size=1, max_size=8))
def test_shares_of_any_list_sum_to_100(world: Store, values: list[int]) -> None:
    parts = frame(("partner",), tuple(Row((str(n),), Decimal(v)) for n, v in enumerate(values)))
    whole = frame((), (Row((), Decimal(sum(values))),))
    assert abs(sum(plain(share(world, of=parts, total=whole)).values()) - 100) < NEAR


@bounded
@given(values=series, factor=st.integers(2, 1000))
def test_growth_does_not_depend_on_the_unit(world: Store, values: list[int], factor: int) -> None:
    for kind in ("total", "cagr", "average", "trend"):
        one = plain(growth(world, of=line(*values), kind=kind))
        other = plain(growth(world, of=line(*(v * factor for v in values)), kind=kind))
        assert float(one) == pytest.approx(float(other), rel=1e-6, abs=1e-6)


@bounded
@given(values=series)
def test_compound_growth_leads_from_the_first_to_the_last(world: Store, values: list[int]) -> None:
    rate = plain(growth(world, of=line(*values), kind="cagr"))
    assert float(values[0] * (1 + rate / 100) ** (len(values) - 1)) == pytest.approx(values[-1], rel=1e-6)


@bounded
@given(values=series)
def test_changes_add_up(world: Store, values: list[int]) -> None:
    steps = plain(growth(world, of=line(*values), unit="change"))
    steps = steps if isinstance(steps, dict) else {"only": steps}
    assert sum(steps.values()) == values[-1] - values[0]
    assert list(plain(cumulate(world, of=line(*values))).values())[-1] == sum(values)
    assert plain(roll(world, of=line(*values), months=len(values)))[str(2019 + len(values))] == sum(values)


@bounded
@given(values=series)
def test_an_index_keeps_the_growth(world: Store, values: list[int]) -> None:
    indexed = rebase(world, of=line(*values))
    assert indexed.rows[0].value == 100
    grown = [plain(growth(world, of=of, kind="total")) for of in (indexed, line(*values))]
    assert float(grown[0]) == pytest.approx(float(grown[1]), rel=1e-6, abs=1e-6)


@bounded
@given(values=st.lists(amounts, min_size=1, max_size=10), n=st.integers(1, 12), limit=amounts)
def test_a_ranking_is_in_order_and_a_condition_splits(world: Store, values: list[int], n: int, limit: int) -> None:
    of = line(*values)
    ranked = [row.value for row in rank(world, of=of, n=n).rows]
    assert ranked == sorted(values, reverse=True)[:n]
    kept = [where(world, of=of, test=test, value=str(limit)).rows for test in ("above", "at_most")]
    assert sum(map(len, kept)) == len(values)
