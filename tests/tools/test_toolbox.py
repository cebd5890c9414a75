"""Plans run: one table for what goes into one figure, references resolved, problems kept, shortcuts written out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.errors import BadArguments
from assistant.store.store import Store
from assistant.tools import SHORTCUTS, TOOLS
from assistant.tools.toolbox import Toolbox, expand
from assistant.types import Call, Evidence
from tests.world.asking import millions, plain

US = {"reporter": "USA", "partner": "MEX", "period": "2023"}


def select(name: str, **args: Any) -> Call:
    return Call(name, "select", {"measure": "imports", **US, **args})


def of(name: str) -> dict[str, str]:
    return {"ref": name}


def run(store: Store, *calls: Call) -> Evidence:
    return Toolbox(store).run(calls)


def test_a_call_is_kept_with_its_table_and_closed_periods(world: Store) -> None:
    (call,) = run(world, select("c1", period="latest")).calls
    assert (call.args["period"], call.args["basis"]) == ("2024-02", {"table": "us_monthly"})


def test_running_the_resolved_plan_gives_the_same(world: Store) -> None:
    plan = (select("c1", by=["month"], period="2023/"), Call("c2", "extreme", {"of": of("c1"), "kind": "max"}))
    first = run(world, *plan)
    assert run(world, *first.calls) == first


def test_a_share_stands_on_one_table(world: Store) -> None:
    plan = (select("c1", mode="truck"), select("c2"), Call("c3", "share", {"of": of("c1"), "total": of("c2")}))
    found = run(world, *plan)
    assert {call.args["basis"]["table"] for call in found.calls[:2]} == {"us_modes"}
    assert plain(found.frames["c3"]) == Decimal("69.7674418605")  # 420 of 602, not of the 600 of another table


def test_a_difference_of_two_selections_stands_on_one_table(world: Store) -> None:
    plan = (select("c1", mode="truck"), select("c2"), Call("c3", "difference", {"of": of("c2"), "minus": of("c1")}))
    assert millions(run(world, *plan).frames["c3"]) == 182


def test_figures_that_are_not_put_together_keep_their_own_tables(world: Store) -> None:
    found = run(world, select("c1", mode="truck"), select("c2"))
    assert [call.args["basis"]["table"] for call in found.calls] == ["us_modes", "us_goods"]


def test_no_table_for_both_is_a_problem(world: Store) -> None:
    plan = (
        select("c1", mode="truck"),
        select("c2", partner="CHN"),
        Call("c3", "ratio", {"of": of("c1"), "to": of("c2")}),
    )
    found = run(world, *plan)
    assert isinstance(found.problems["c3"], BadArguments) and found.main is None


def test_the_others_are_one_a_source_and_measure_the_same_thing(world: Store) -> None:
    assert run(world, select("c1")).frames["c1"].others == ("us_modes", "us_products")
    mexican = {"reporter": "MEX", "partner": "USA", "period": "2022", "measure": "exports"}
    assert run(world, Call("c1", "select", mexican)).frames["c1"].others == ()  # the others value imports another way


def test_a_problem_is_handed_on(world: Store) -> None:
    found = run(world, select("c1", period="2031"), Call("c2", "mean", {"of": of("c1")}))
    assert found.problems["c1"] is found.problems["c2"]


@pytest.mark.parametrize(
    "call",
    [
        Call("c1", "profit", {}),
        Call("c1", "mean", {"of": of("c9")}),
        select("c1", colour="red"),
        Call("c1", "select", {"measure": "imports"}),
    ],
)
def test_wrong_calls_are_problems_and_no_faults(world: Store, call: Call) -> None:
    found = run(world, call)
    assert isinstance(found.problems["c1"], BadArguments) and not found.frames


def test_a_shortcut_with_wrong_arguments_says_so() -> None:
    with pytest.raises(BadArguments, match="colour"):
        list(expand([Call("c1", "balance", {"reporter": "USA", "colour": "red"})]))


GIVEN: dict[str, dict[str, Any]] = {
    "value": {"measure": "imports"},
    "balance": {},
    "total_trade": {},
    "series": {"measure": "imports", "grain": "month"},
    "ranking": {"measure": "imports", "partner": None},
    "share_of": {"measure": "imports"},
    "growth_of": {"measure": "imports", "against": "2022"},
    "compare": {"measure": "imports", "partner": None, "partners": ["MEX", "CHN"]},
    "highest": {"measure": "imports"},
    "lowest": {"measure": "imports"},
    "count_periods": {"measure": "imports", "test": "at_least", "limit": "58000000"},
}
EXPECTED: dict[str, Any] = {
    "value": 600,
    "balance": -270,
    "total_trade": 930,
    "ranking": {"MEX": 600, "CHN": 440, "CAN": 330},
    "compare": {"MEX": 600, "CHN": 440},
    "highest": {"2023-11": 60},
    "lowest": {"2023-01": 40},
    "share_of": Decimal("0.0000434782608696"),
    "growth_of": Decimal("0.00002"),
    "count_periods": Decimal("0.000002"),
}


@pytest.mark.parametrize("name", sorted(SHORTCUTS))
def test_every_shortcut_writes_itself_out(world: Store, name: str) -> None:
    args = {key: value for key, value in {**US, **GIVEN[name]}.items() if value is not None}
    found = run(world, Call("c1", name, args))
    assert not found.problems and found.main is found.frames["c1"]
    assert all(call.tool in TOOLS for call in found.calls)
    if name in EXPECTED:
        assert millions(found.frames["c1"]) == EXPECTED[name]


def test_the_same_plan_written_out_gives_the_same_figure(world: Store) -> None:
    short = run(world, Call("c1", "share_of", {"measure": "imports", **US}))
    long = run(world, select("a"), select("b", partner=None), Call("c1", "share", {"of": of("a"), "total": of("b")}))
    assert short.frames["c1"] == long.frames["c1"]


def test_two_shortcuts_do_not_get_in_each_others_way() -> None:
    calls = list(
        expand([Call("a", "ranking", {**US, "measure": "imports"}), Call("b", "ranking", {**US, "measure": "exports"})])
    )
    assert [call.id for call in calls] == ["a.s", "a", "b.s", "b"]
    assert calls[3].args["of"] == of("b.s")
