"""Searches of a series, worked by hand: the first and last that meet a test, overtaking, unbroken runs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.tools.operators.find import crossing, find, is_cut, streak
from assistant.tools.operators.pick import where
from assistant.types import Frame
from tests.world.asking import frame, line, picked

LEAD = (-2, 1, 3, 0, -1, 4)
"""One thing less another, 2020 to 2025: ahead in 2021 and 2022, level in 2023, behind in 2024, ahead again."""


def above(world: Store, limit: str, *values: int | None, start: str = "2020") -> Frame:
    return where(world, of=line(*values, start=start), test="above", value=limit)


def keys(found: Frame) -> list[str]:
    return [row.key[0] for row in found.rows]


@pytest.mark.parametrize(
    ("which", "expected", "since"),
    [("first", ["2021"], 4), ("last", ["2024"], 1), ("all", ["2021", "2024"], 1), ("any", ["2021", "2024"], 1)],
)
def test_the_periods_that_are_left(world: Store, which: str, expected: list[str], since: int) -> None:
    found = find(world, of=above(world, "5", 5, 7, 3, 5, 9, 1), which=which)
    assert keys(found) == expected and found.unit == "USD"
    assert (found.detail["met"], found.detail["since"]) == (2, since)
    assert found.detail["searched"] == [6, ["2020"], ["2025"]]


def test_none_is_an_answer(world: Store) -> None:
    found = find(world, of=above(world, "10", 5, 7, 9))
    assert not found.rows and (found.detail["met"], found.detail["searched"][0]) == (0, 3)


def test_since_counts_months_over_a_turn_of_the_year(world: Store) -> None:
    kept = above(world, "5", 9, 1, 1, 1, start="2023-11")
    assert find(world, of=kept, which="last").detail["since"] == 3


def test_the_months_of_the_small_world(world: Store) -> None:
    months = picked(world, "imports", period="2022-01/2024-02", by=["month"])
    over = where(world, of=months, test="above", value="55000000")
    assert keys(find(world, of=over, which="first")) == ["2022-12"]
    assert keys(find(world, of=over, which="last")) == ["2024-02"]
    assert keys(find(world, of=over, which="all")) == ["2022-12", "2023-09", "2023-10", "2023-11", "2024-02"]


@pytest.mark.parametrize(("which", "expected"), [("all", ["2021", "2025"]), ("first", ["2021"]), ("last", ["2025"])])
def test_overtaking_starts_from_behind_or_level(world: Store, which: str, expected: list[str]) -> None:
    found = crossing(world, of=line(*LEAD), which=which)
    assert keys(found) == expected
    assert (found.detail["met"], found.detail["led"], found.detail["leads"]) == (2, False, True)


def test_who_is_ahead_from_the_start_overtakes_nobody(world: Store) -> None:
    found = crossing(world, of=line(1, 2, -1))
    assert not found.rows and (found.detail["led"], found.detail["leads"]) == (True, False)


def test_no_overtaking_is_seen_across_a_missing_period(world: Store) -> None:
    assert not crossing(world, of=line(-1, None, 3)).rows


@pytest.mark.parametrize(
    ("values", "length", "runs", "newest"),
    [
        ((1, 2, -1, 3, 4, 5, -2), 3, [["2023", "2025"]], [0]),
        ((1, 2, -1, 3, 4), 2, [["2020", "2021"], ["2023", "2024"]], [2, "2023", "2024"]),
        ((1, None, 1), 1, [["2020", "2020"], ["2022", "2022"]], [1, "2022", "2022"]),
        ((-1, 0), 0, [], [0]),
    ],
)
def test_unbroken_runs(world: Store, values: Any, length: int, runs: list[Any], newest: list[Any]) -> None:
    found = streak(world, of=line(*values))
    assert found.value == length and (found.unit, found.by) == ("count", ())
    assert (found.detail["streak"], found.detail["newest"]) == (runs, newest)


@pytest.mark.parametrize(("values", "cut"), [((1, 1, -1), True), ((-1, 1, 1), False), ((1, -1, 1, 1), False)])
def test_a_run_from_the_very_beginning_may_be_longer(world: Store, values: Any, cut: bool) -> None:
    assert is_cut(streak(world, of=line(*values))) is cut


def test_runs_below_a_limit(world: Store) -> None:
    found = streak(world, of=line(5, 3, 2, 6, 1), test="below", value="5")
    assert (found.value, found.detail["streak"]) == (2, [["2021", "2022"]])
    assert found.detail["where"] == {"test": "below", "value": "5", "high": None}


def test_what_cannot_be_searched(world: Store) -> None:
    with pytest.raises(BadArguments, match="where"):
        find(world, of=line(1, 2))
    with pytest.raises(BadArguments, match="first"):
        find(world, of=above(world, "0", 1), which="second")
    with pytest.raises(BadArguments, match="one series"):
        streak(world, of=frame(("partner", "year"), ()))
    with pytest.raises(BadArguments, match="`test`"):
        streak(world, of=line(1), test="over")
    with pytest.raises(NoData):
        streak(world, of=line(None))


def test_a_change_of_the_table_changes_no_value(world: Store) -> None:
    assert find(world, of=above(world, "5", 5, 7)).value == Decimal(7)
