"""Selections nobody thought of, against pandas over the same files."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.periods import Period
from assistant.store.store import Store
from tests.world.asking import WORLD, millions, picked

LISTED = ("CAN", "CHN", "MEX")
MEASURES = {
    "imports": lambda x, m: m,
    "exports": lambda x, m: x,
    "total": lambda x, m: x + m,
    "balance": lambda x, m: x - m,
    "deficit": lambda x, m: m - x,
}
bounded = settings(max_examples=40, deadline=None, derandomize=True)


@cache
def rows(table: str) -> pd.DataFrame:
    return pd.read_csv(WORLD / "tables" / table / "data.csv", dtype={"period": str, "chapter": str, "quarter": str})


def spread(table: str, frame: pd.DataFrame, keys: list[str], measure: str) -> dict[Any, Any]:
    """The measure by key, from pandas sums of each flow; a key without one of its flows has none."""
    flows = frame.groupby([*keys, "flow"])["value"].sum().unstack("flow")
    combined = MEASURES[measure](flows.get("export"), flows.get("import"))
    return {key: Decimal(int(value)) for key, value in combined.items() if pd.notna(value)}


@bounded
@given(
    measure=st.sampled_from(sorted(MEASURES)),
    partners=st.sets(st.sampled_from(LISTED), min_size=1).map(sorted),
    years=st.tuples(st.integers(2021, 2023), st.integers(2021, 2023)).map(sorted),
    by=st.permutations(["partner", "year"]),
)
def test_partners_by_year(world: Store, measure: str, partners: list[str], years: list[int], by: list[str]) -> None:
    frame = picked(world, measure, partners, f"{years[0]}/{years[1]}", by=by, basis={"table": "us_goods"})
    data = rows("us_goods").assign(year=lambda f: f["period"])
    kept = data[data["partner"].isin(partners) & data["year"].astype(int).between(*years)]
    assert millions(frame) == spread("us_goods", kept, list(by), measure)


@bounded
@given(
    measure=st.sampled_from(sorted(MEASURES)),
    span=st.tuples(st.integers(0, 25), st.integers(0, 25)).map(sorted),
    grain=st.sampled_from(["month", "period", "quarter", "year"]),
)
def test_months_put_together(world: Store, measure: str, span: list[int], grain: str) -> None:
    start = Period.month(2022, 1).first
    period = Period(start + span[0], start + span[1])
    parts = [period] if grain == "period" else list(period.split(grain))
    if not parts:
        return
    frame = picked(world, measure, "MEX", str(period), by=[grain], basis={"table": "us_monthly"})
    data = rows("us_monthly").assign(month=lambda f: f["period"].map(lambda text: Period.parse(text).first))
    for part in parts:
        kept = data[data["month"].between(part.first, part.last)].assign(all=str(part))
        assert millions(frame)[str(part)] == spread("us_monthly", kept, ["all"], measure)[str(part)]
    assert len(frame.rows) == len(parts)


@bounded
@given(
    partners=st.sets(st.sampled_from(LISTED), min_size=1).map(sorted),
    chapters=st.sets(st.sampled_from(["27", "85", "87"]), min_size=1).map(sorted),
    left=st.sampled_from([None, "CAN", "CHN"]),
    by=st.sampled_from([[], ["partner"], ["product"], ["partner", "product"], ["year"], ["product", "year"]]),
)
def test_products(world: Store, partners: list[str], chapters: list[str], left: str | None, by: list[str]) -> None:
    partners = [code for code in partners if code != left] or ["MEX"]
    given_ = {"product": chapters, "by": by, "basis": {"table": "us_products"}}
    frame = picked(world, "imports", partners, "2021/2023", **given_)
    data = rows("us_products").rename(columns={"chapter": "product"}).assign(year=lambda f: f["period"])
    kept = data[data["partner"].isin(partners) & data["product"].isin(chapters)]
    if not by:
        assert millions(frame) == int(kept["value"].sum())
        return
    sums = kept.groupby(by if len(by) > 1 else by[0])["value"].sum()
    assert millions(frame) == {key: Decimal(int(value)) for key, value in sums.items()}
