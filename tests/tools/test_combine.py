"""Shares, contributions, means, differences and ratios, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.combine import contribution, difference, mean, ratio, share, total
from assistant.types import Frame, Note, Row
from tests.world.asking import frame, line, millions, picked, plain


def rows(**values: int) -> Frame:
    return frame(("partner",), tuple(Row((code,), Decimal(value)) for code, value in values.items()))


def test_a_share_of_one_whole(world: Store) -> None:
    result = share(world, of=picked(world, "imports"), total=picked(world, "imports", None))
    assert (plain(result), result.unit) == (Decimal("43.4782608696"), "percent")


def test_each_row_has_the_whole_of_its_own_year(world: Store) -> None:
    part = picked(world, "imports", period=["2022", "2023"])
    whole = picked(world, "imports", None, period=["2022", "2023"])
    assert plain(share(world, of=part, total=whole)) == {
        "2022": Decimal("36.7647058824"),
        "2023": Decimal("43.4782608696"),
    }


def test_a_row_without_a_whole_has_no_share(world: Store) -> None:
    assert plain(share(world, of=line(1, 2), total=line(4))) == {"2020": 25, "2021": None}


def test_a_balance_that_changes_sign_has_no_shares(world: Store) -> None:
    with pytest.raises(NoData) as refused:
        share(world, of=picked(world, "deficit", "CAN", "2022"), total=picked(world, "deficit", None, "2022"))
    assert (refused.value.cause, refused.value.kind) == ("sign", "not_computable")


def test_a_part_of_the_population_is_no_whole(world: Store) -> None:
    ports = picked(world, "imports", port="2304"), picked(world, "imports", basis={"table": "tx_ports"})
    with pytest.raises(NoData) as refused:
        share(world, of=ports[0], total=ports[1])
    assert refused.value.cause == "partial"


def test_a_share_within_one_part_of_the_population(world: Store) -> None:
    by_land = (Note("partial", "partial: land modes"),)
    part, whole = replace(line(1), notes=by_land), replace(line(4), notes=by_land)
    assert plain(share(world, of=part, total=whole)) == {"2020": 25}
    with pytest.raises(NoData):
        share(world, of=replace(part, by=("region", *part.by)), total=whole)  # among all regions, of which some are


def test_a_share_of_nothing(world: Store) -> None:
    with pytest.raises(NoData):
        share(world, of=line(5), total=line(0))


def test_contributions_add_up_to_the_growth(world: Store) -> None:
    parts = picked(world, "imports", None, ["2022", "2023"], by=["partner", "year"])
    whole = picked(world, "imports", None, ["2022", "2023"], by=["year"])
    result = contribution(world, of=parts, total=whole)
    # of 1360: Mexico +100, Canada +30, China -110
    expected = {"CAN": Decimal("2.20588235294"), "CHN": Decimal("-8.08823529412"), "MEX": Decimal("7.35294117647")}
    assert (plain(result), result.unit) == (expected, "percentage points")


@pytest.mark.parametrize(("operator", "expected"), [(mean, 20), (total, 60)])
def test_reductions(world: Store, operator: Any, expected: int) -> None:
    result = operator(world, of=line(10, 20, 30))
    assert (plain(result), result.about.period, result.detail["rows"]) == (expected, "2020/2022", 3)


def test_a_mean_passes_over_what_is_missing(world: Store) -> None:
    assert plain(mean(world, of=line(10, None, 30))) == 20
    with pytest.raises(NoData):
        mean(world, of=line(None, None))


def test_the_mean_month_of_a_year(world: Store) -> None:
    assert millions(mean(world, of=picked(world, "imports", by=["month"]))) == 50


@pytest.mark.parametrize(
    ("operator", "given", "expected", "unit"),
    [
        (difference, {}, 180, "USD"),
        (ratio, {}, Decimal("1.42857142857"), "ratio"),
        (ratio, {"percent": True}, Decimal("142.857142857"), "percent"),
    ],
)
def test_two_rows_of_one_selection(
    world: Store, operator: Any, given: dict[str, bool], expected: Any, unit: str
) -> None:
    result = operator(world, of=rows(MEX=600, CAN=420), **given)
    assert (plain(result), result.unit, result.by) == (expected, unit, ())


def test_row_by_row_where_the_keys_agree(world: Store) -> None:
    of, minus = rows(CAN=10, MEX=20), rows(MEX=5, CHN=1)
    assert plain(difference(world, of=of, minus=minus)) == {"MEX": 15}
    assert plain(ratio(world, of=of, to=minus)) == {"MEX": 4}
    assert plain(difference(world, of=of, minus=frame((), (Row((), Decimal(3)),)))) == {"CAN": 7, "MEX": 17}


def test_single_rows_are_set_against_each_other(world: Store) -> None:
    assert plain(difference(world, of=rows(CAN=5), minus=rows(MEX=3))) == 2


def test_in_percent_of_what_is_subtracted(world: Store) -> None:
    assert plain(difference(world, of=rows(CAN=5), minus=rows(MEX=4), percent=True)) == 25


def test_no_rows_in_common(world: Store) -> None:
    with pytest.raises(BadArguments):
        difference(world, of=rows(CAN=1, CHN=2), minus=rows(MEX=1, BRA=2))
    with pytest.raises(BadArguments, match="two rows"):
        difference(world, of=rows(CAN=1, MEX=2, CHN=3))


def test_dividing_by_nothing(world: Store) -> None:
    with pytest.raises(NoData):
        ratio(world, of=rows(CAN=1), to=rows(CAN=0))


@pytest.mark.parametrize(
    ("operator", "other"), [(share, "total"), (difference, "minus"), (ratio, "to"), (contribution, "total")]
)
def test_two_tables_never_go_into_one_figure(world: Store, operator: Any, other: str) -> None:
    with pytest.raises(BadArguments, match="different sources"):
        operator(world, of=line(1, 2), **{other: line(3, 4, table="another")})
