"""Averages by calendar month, the same month before and the fewest that reach a part: by hand, and against pandas."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.combine import share
from assistant.tools.operators.cumulated import fewest
from assistant.tools.operators.pick import extreme
from assistant.tools.operators.seasons import earlier, seasonal
from assistant.types import Row
from tests.tools.test_oracle import bounded, rows
from tests.world.asking import frame, line, picked, plain

MILLION = 10**6


def shares(**values: int | str) -> Any:
    listed = tuple(Row((code,), Decimal(value)) for code, value in values.items())
    return frame(("partner",), listed, unit="percent", detail={"share": True})


@pytest.mark.parametrize("grain", ["month", "quarter"])
def test_averages_are_those_of_pandas(world: Store, grain: str) -> None:
    found = seasonal(world, of=picked(world, "imports", period="2022-01/2024-02", by=[grain]))
    data = rows("us_monthly").query("flow == 'import' and period < '2024'")
    at = data["period"].str[5:].astype(int).map(lambda n: n if grain == "month" else (n - 1) // 3 + 1)
    sums = data.assign(at=at, year=data["period"].str[:4]).groupby(["at", "year"])["value"].sum()
    expected = {f"{grain}:{n}": Decimal(int(v)) * MILLION / 2 for n, v in sums.groupby("at").sum().items()}
    assert plain(found) == expected and found.by == ("season",)
    assert (found.about.period, found.detail["years"]) == ("2022/2023", 2)  # 2024 is not whole


def test_one_month_alone(world: Store) -> None:
    of = picked(world, "imports", period="2022/2023", by=["month"])
    assert plain(seasonal(world, of=of, part=12)) == {"month:12": plain(seasonal(world, of=of))["month:12"]}


@pytest.mark.parametrize(("of", "part"), [(line(1, 2, 3), None), (line(1, 2, start="2020-01"), 13)])
def test_what_has_no_months(world: Store, of: Any, part: int | None) -> None:
    with pytest.raises(BadArguments):
        seasonal(world, of=of, part=part)


def test_one_year_is_no_average(world: Store) -> None:
    with pytest.raises(NoData):
        seasonal(world, of=line(*range(1, 14), start="2020-01"))


def test_the_same_month_before(world: Store) -> None:
    months = line(*range(24), start="2020-01")
    found = extreme(world, of=line(5, 9, 7, start="2021-01"))
    assert plain(earlier(world, of=months, than=found)) == {"2020-02": 1}
    with pytest.raises(NoData):
        earlier(world, of=months, than=found, months=24)


@bounded
@given(
    flow=st.sampled_from(["import", "export"]),
    year=st.integers(2021, 2023),
    reach=st.integers(1, 60),
)
def test_the_fewest_are_those_of_pandas(world: Store, flow: str, year: int, reach: int) -> None:
    given_: dict[str, Any] = {"measure": f"{flow}s", "period": str(year), "basis": {"table": "us_goods"}}
    parts = picked(world, partner=None, by=["partner"], **given_)
    total = picked(world, partner="WLD", **given_)
    data = rows("us_goods").query("flow == @flow and period == @text", local_dict={"flow": flow, "text": str(year)})
    listed = {row.key[0] for row in parts.rows}
    own = data[data["partner"].isin(listed)].groupby("partner")["value"].sum().sort_values(ascending=False)
    running = (100 * own / int(total.rows[0].value or 0) * MILLION).cumsum()
    of = share(world, of=parts, total=total)
    if running.iloc[-1] < reach:
        with pytest.raises(NoData):
            fewest(world, of=of, reach=reach)
        return
    found = fewest(world, of=of, reach=reach)
    assert len(found.rows) == int((running < reach).sum()) + 1
    assert float(found.rows[-1].value or 0) == pytest.approx(running.iloc[len(found.rows) - 1])
    assert pd.Series(own.loc[[row.key[0] for row in found.rows]]).is_monotonic_decreasing


def test_equal_shares_by_code_and_a_part_that_is_just_reached(world: Store) -> None:
    found = fewest(world, of=shares(MEX=30, CAN=30, CHN=20, DEU=20), reach=60)
    assert plain(found) == {"CAN": 30, "MEX": 60}


@pytest.mark.parametrize(("of", "cause"), [(shares(MEX=30, CAN=30), "reach"), (shares(MEX=90, CAN=-10), "sign")])
def test_what_does_not_reach_a_part(world: Store, of: Any, cause: str) -> None:
    with pytest.raises(NoData) as raised:
        fewest(world, of=of, reach=80)
    assert raised.value.cause == cause


def test_only_shares_are_added_up(world: Store) -> None:
    with pytest.raises(BadArguments):
        fewest(world, of=line(1, 2, 3), reach=50)
