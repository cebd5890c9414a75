"""Which table answers: own books before mirrored, the whole question on one table, parts never taken for the whole."""

from __future__ import annotations

import pytest

from assistant.errors import NoData
from assistant.measures import MEASURES
from assistant.store.choose import partial
from assistant.store.selection import Selection
from assistant.store.store import Store
from tests.world.asking import asked, best

MX = {"reporter": ("MEX",)}


def test_the_higher_priority_answers_and_the_others_are_named(world: Store) -> None:
    assert best(world, "imports", ("MEX",), "2023")[:3] == ["us_goods", "us_monthly", "us_modes"]


def test_own_books_come_before_the_partners(world: Store) -> None:
    found = asked(world, "exports", ("USA",), "2022", **MX)
    assert [(r.table.id, r.mirror) for r in found][0] == ("mx_goods", False)
    assert ("us_goods", True) in [(r.table.id, r.mirror) for r in found]


def test_the_partners_books_answer_where_the_own_are_not_loaded(world: Store) -> None:
    reading = asked(world, "exports", ("USA",), "2023", **MX)[0]
    assert (reading.table.id, reading.mirror, reading.reporter, reading.partner) == (
        "us_goods",
        True,
        ("USA",),
        ("MEX",),
    )


def test_the_world_is_never_mirrored(world: Store) -> None:
    with pytest.raises(NoData) as refused:
        asked(world, "exports", ("WLD",), "2023", **MX)
    assert refused.value.cause == "period" and refused.value.detail["last"] == "2022"


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ({"books": "MEX"}, ["mx_goods"]),
        ({"books": "USA"}, ["~us_goods", "~us_monthly", "~us_modes", "~us_products"]),
        ({"source": "inegi"}, ["mx_goods"]),
        ({"table": "us_monthly"}, ["~us_monthly"]),
    ],
)
def test_a_demanded_basis_is_kept(world: Store, basis: dict[str, str], expected: list[str]) -> None:
    found = best(world, "exports", ("USA",), "2022", basis=basis, **MX)
    assert found[: len(expected)] == expected and all(name in (*expected, "~tx_ports") for name in found)


def test_books_that_are_demanded_and_not_loaded_are_declined(world: Store) -> None:
    with pytest.raises(NoData) as refused:
        asked(world, "exports", ("USA",), "2023", basis={"books": "MEX"}, **MX)
    assert refused.value.cause == "period"


@pytest.mark.parametrize(
    ("period", "expected", "resolved"),
    [
        ("latest", "us_monthly", "2024-02"),
        ("2023/", "us_monthly", "2023-01/2024-02"),
        ("latest-year", "us_goods", "2023"),
        ("last:6:month", "us_monthly", "2023-09/2024-02"),
        ("last:2:year", "us_goods", "2022/2023"),
        ("latest-quarter", "us_monthly", "2023-Q4"),
        ("ytd:2023", "us_goods", "2023"),
        ("month:11", "us_monthly", "2023-11"),
    ],
)
def test_open_periods_reach_as_far_as_any_table(world: Store, period: str, expected: str, resolved: str) -> None:
    reading = asked(world, "imports", ("MEX",), period)[0]
    assert (reading.table.id, str(reading.periods[0])) == (expected, resolved)


def test_an_open_period_of_a_balance_ends_where_both_flows_are(world: Store) -> None:
    reading = asked(world, "balance", ("USA",), "latest-year", **MX)[0]
    assert str(reading.periods[0]) == "2023" and reading.mirror


def test_a_months_question_needs_a_monthly_table(world: Store) -> None:
    assert best(world, "imports", ("MEX",), "2023-05") == ["us_monthly"]
    assert best(world, "imports", ("MEX",), "2023", by=("month",)) == ["us_monthly"]
    assert best(world, "imports", ("MEX",), "2023", by=("quarter",)) == ["us_monthly", "us_modes"]
    with pytest.raises(NoData) as refused:
        asked(world, "imports", ("CHN",), "2023-05")
    assert refused.value.cause == "frequency"


@pytest.mark.parametrize(
    ("given", "partner", "cause"),
    [
        ({"measure": "exports", "filters": {"product": ("87",)}}, "MEX", "dimension"),
        ({"measure": "imports", "filters": {"product": ("01",)}}, "MEX", "code"),
        ({"measure": "imports", "filters": {"mode": ("air",)}}, "MEX", "code"),
        ({"measure": "imports", "filters": {"region": ("US-TX",)}}, "MEX", "dimension"),
        ({"measure": "duty", "filters": {"mode": ("truck",)}}, "MEX", "dimension"),
        ({"measure": "export_weight"}, "MEX", "measure"),
        ({"measure": "imports", "filters": {"product": ("87",)}, "level": 4}, "MEX", "level"),
        ({"measure": "imports", "basis": {"table": "nowhere"}}, "MEX", "basis"),
        ({"measure": "imports", "periods": ("2030",)}, "MEX", "period"),
        ({"measure": "imports"}, "BRA", "place"),
    ],
)
def test_a_miss_is_told_by_the_table_that_came_nearest(
    world: Store, given: dict[str, object], partner: str, cause: str
) -> None:
    with pytest.raises(NoData) as refused:
        asked(world, str(given.pop("measure")), (partner,), **given)
    assert refused.value.cause == cause


def test_a_dimension_that_is_filtered_needs_a_table_with_it(world: Store) -> None:
    assert best(world, "imports", ("MEX",), "2023", filters={"mode": ("truck",)}) == ["us_modes"]
    assert best(world, "imports", ("MEX",), "2023", by=("product",)) == ["us_products"]
    with pytest.raises(NoData):
        asked(world, "imports", ("CHN",), "2023", filters={"mode": ("truck",)})


def test_a_part_of_the_ports_is_no_total(world: Store) -> None:
    found = asked(world, "imports", ("MEX",), "2023")
    assert found[-1].table.id == "tx_ports"
    whole = Selection(**_selection("imports", ("MEX",)))
    by_port = Selection(**_selection("imports", ("MEX",), by=("port",)))
    one_port = Selection(**_selection("imports", ("MEX",), filters={"port": ("2304",)}))
    table = world.by_id["tx_ports"]
    assert partial(table, whole) == partial(table, by_port) == ("partial: ports of Texas",)
    assert partial(table, one_port) == ()


def test_partners_are_ranked_over_a_whole_population_first(world: Store) -> None:
    assert best(world, "imports", (), "2023", by=("partner",))[:2] == ["us_goods", "us_products"]
    table = world.by_id["us_monthly"]
    assert partial(table, Selection(**_selection("imports", (), by=("partner",)))) == ("partial: Mexico only",)


def test_a_group_is_its_own_row_or_all_of_its_members(world: Store) -> None:
    assert best(world, "imports", ("ASIA",), "2023") == ["us_goods"]
    assert best(world, "imports", ("USMCA",), "2023") == ["us_goods", "us_products"]
    with pytest.raises(NoData):
        asked(world, "exports", ("ASIA",), "2022", **MX)


def test_an_extract_is_read_only_where_it_is_the_reporters_own(world: Store) -> None:
    found = asked(world, "surplus", ("USA",), "2024-02", **MX)
    assert [(r.table.id, r.mirror) for r in found] == [("press_mx", False), ("us_monthly", True)]
    assert best(world, "deficit", ("MEX",), "2024-02")[0] == "us_monthly"


def test_the_mirror_of_a_mirror_is_the_thing_itself(world: Store) -> None:
    once = asked(world, "exports", ("USA",), "2023", **MX)[0]
    back = asked(world, "imports", once.partner, "2023", reporter=once.reporter)[0]
    assert (back.table, back.periods, back.mirror) == (once.table, once.periods, False)


def test_the_same_question_gives_the_same_order(world: Store) -> None:
    assert len({tuple(best(world, "imports", ("MEX",), "2023")) for _ in range(5)}) == 1


def _selection(measure: str, partner: tuple[str, ...], **rest: object) -> dict[str, object]:
    return {"measure": MEASURES[measure], "reporter": ("USA",), "partner": partner, "periods": ("2023",), **rest}
