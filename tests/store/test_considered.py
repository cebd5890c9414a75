"""What became of each table: used, able to answer as well, or what it lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.errors import NoData
from assistant.periods import Period
from assistant.store.choose import readings
from assistant.store.considered import considered
from assistant.store.store import Store
from assistant.store.tables import Release
from assistant.tools.select import selection_of
from tests.world.asking import asked, best

IMPORTS = {"measure": "imports", "reporter": "USA", "partner": "MEX", "period": "2023"}


def verdicts(store: Store, used: str, **changes: object) -> dict[str, tuple[str, str]]:
    selection = selection_of({**IMPORTS, **changes})
    found = considered(store.tables, [selection], store.names.groups, [used])
    return {each.table.id: (each.verdict, each.reason) for each in found if each.table.kind == "flow"}


def test_every_table_has_a_verdict(world: Store) -> None:
    assert verdicts(world, "us_goods") == {
        "us_goods": ("used", ""),
        "us_monthly": ("could", "priority"),
        "us_modes": ("could", "priority"),
        "us_products": ("could", "priority"),
        "tx_ports": ("could", "part"),
        "mx_goods": ("no", "period"),
        "press_mx": ("no", "period"),
    }


@pytest.mark.parametrize(
    ("used", "changes", "table", "expected"),
    [
        (
            "mx_goods",
            {"measure": "exports", "reporter": "MEX", "partner": "USA", "period": "2022"},
            "us_goods",
            "mirror",
        ),
        ("us_goods", {"measure": "deficit"}, "us_modes", "flow"),
        ("us_goods", {"partner": "CHN"}, "us_modes", "place"),
        ("us_modes", {"mode": "truck"}, "us_goods", "dimension"),
        ("us_monthly", {"period": "2023-05"}, "us_goods", "frequency"),
        ("us_goods", {"partner": None, "by": ["partner"]}, "us_modes", "population"),
        ("us_modes", {"basis": {"source": "bts"}}, "us_goods", "basis"),
        ("us_products", {"by": ["product"]}, "us_goods", "dimension"),
    ],
)
def test_the_reason_is_what_it_lacks_or_what_comes_first(
    world: Store, used: str, changes: dict[str, object], table: str, expected: str
) -> None:
    assert verdicts(world, used, **changes)[table][1] == expected


def test_a_table_that_misses_one_selection_of_a_figure_misses_it(world: Store) -> None:
    parts = [selection_of(IMPORTS), selection_of({**IMPORTS, "partner": "WLD"})]
    found = considered(world.tables, parts, world.names.groups, ["us_goods"])
    modes = next(each for each in found if each.table.id == "us_modes")
    assert (modes.verdict, modes.reason) == ("no", "place")


def test_releases_are_told_month_by_month(world: Store) -> None:
    spans = (("first published", "2022"), ("revised", "2023"))
    declared = tuple(Release(kind, Period.parse(year).first, Period.parse(year).last) for kind, year in spans)
    table = replace(world.by_id["us_modes"], releases=declared)
    told = [table.release_of(Period.parse(period)) for period in ("2022", "2023-Q1", "2022/2023", "2021", "2021/2022")]
    assert told == ["first published", "revised", "mixed", "", ""]
    assert world.by_id["press_mx"].release_of(Period.parse("2024-02")) == "", "an extract states no release"


def test_a_demanded_release_is_met_by_the_months_that_have_it(world: Store) -> None:
    year = Period.parse("2023")
    first = (Release("first published", year.first, year.last),)
    tables = [replace(t, releases=first) if t.id == "us_modes" else t for t in world.tables]
    selection = selection_of({**IMPORTS, "basis": {"release": "first published"}})
    assert [reading.table.id for reading in readings(tables, selection, world.names.groups)] == ["us_modes"]


@pytest.mark.parametrize(
    ("basis", "cause", "instead"),
    [
        ({"release": "first published"}, "release", "US goods by partner, annual"),
        ({"valuation": "consumption"}, "valuation", "US goods by partner, annual"),
        ({"valuation": "nonsense"}, "valuation", "US goods by partner, annual"),
        ({"books": "MEX"}, "period", "US goods by partner, annual"),
        ({"source": "nobody"}, "basis", "US goods by partner, annual"),
    ],
)
def test_a_demand_that_no_table_meets_names_the_one_that_answers_without_it(
    world: Store, basis: dict[str, str], cause: str, instead: str
) -> None:
    with pytest.raises(NoData) as refused:
        asked(world, "imports", ("MEX",), "2023", basis=basis)
    assert (refused.value.cause, refused.value.detail["instead"]) == (cause, instead)


@pytest.mark.parametrize(
    ("measure", "valuation", "expected"),
    [("imports", "general", "us_goods"), ("exports", "fas", "us_goods"), ("imports", "customs", "us_goods")],
)
def test_a_demanded_valuation_is_met(world: Store, measure: str, valuation: str, expected: str) -> None:
    assert best(world, measure, ("MEX",), "2023", basis={"valuation": valuation})[0] == expected


def test_a_valuation_is_asked_of_the_flow_that_is_read(world: Store) -> None:
    mexican = {"reporter": ("MEX",), "basis": {"valuation": "general"}}
    assert best(world, "exports", ("USA",), "2022", **mexican)[0] == "~us_goods", "Mexico's exports are US imports"
    with pytest.raises(NoData):
        asked(world, "exports", ("MEX",), "2023", basis={"valuation": "general"})
