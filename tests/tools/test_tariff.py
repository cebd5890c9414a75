"""Tariff rates over the small world: in force at a moment, at each date, by partner and chapter, never put together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.ask import Assistant
from assistant.dialogue import Dialogue
from assistant.errors import BadArguments, NoData
from assistant.measures import RATES, TARIFFS
from assistant.store.store import Store
from assistant.tools.operators.change import cumulate, roll
from assistant.tools.operators.combine import contribution, difference, mean, share, total
from assistant.tools.operators.pick import rank
from assistant.tools.tariff import tariff
from assistant.tools.tariff_spans import written_out
from assistant.tools.toolbox import Toolbox
from assistant.types import Call, Frame
from tests.world.asking import picked


def rated(store: Store, partner: Any = "MEX", period: str = "latest", **rest: Any) -> Frame:
    """A rate as a plan asks for it, with its period written out."""
    args = {"partner": partner, "period": period, **rest}
    return tariff(store, **written_out(store, {name: value for name, value in args.items() if value is not None}))


def plain(frame: Frame) -> Any:
    """The figures of a frame by key; keys of one code stand alone, a single figure too."""
    found = {row.key[0] if len(row.key) == 1 else row.key: str(row.value) for row in frame.rows}
    return found if frame.by else found[()]


@pytest.mark.parametrize(
    ("period", "value", "day"),
    [
        ("latest", "41.75", "2024-06-01"),
        ("2024-02", "30.25", "2024-02-10"),  # no rate holds on 1 February, one does on the 29th
        ("2024-03", "30.25", "2024-03-05"),
        ("2024-04", "30.25", "2024-03-05"),  # a rate holds until the next
        ("2024-03-04", "30.25", "2024-02-10"),
        ("2024-03-05", "30.25", "2024-03-05"),
        ("2024-05-31", "30.25", "2024-03-05"),
        ("2024-06-01", "41.75", "2024-06-01"),
        ("2024-Q1", "30.25", "2024-03-05"),
        ("2024", "41.75", "2024-06-01"),  # a year that the dates end in: the newest of it
        ("2024-06-30", "41.75", "2024-06-01"),
    ],
)
def test_the_rate_in_force(world: Store, period: str, value: str, day: str) -> None:
    frame = rated(world, "CHN", period)
    assert (plain(frame), frame.unit, frame.detail["day"]) == (value, "percent", day)
    assert frame.table == "us_tariffs" and frame.about.reporter == "USA" and frame.about.partner == "CHN"


def test_a_rate_is_the_one_before_and_what_was_added(world: Store) -> None:
    parts = {name: rated(world, "CAN", "2024-03", what=name) for name in TARIFFS}
    assert {name: plain(frame) for name, frame in parts.items()} == {
        "tariff": "8.75",
        "added_tariff": "8.75",
        "base_tariff": "0.0",
    }
    assert {name: frame.unit for name, frame in parts.items()} == TARIFFS
    assert parts["tariff"].detail["terms"] == {"base": "0.0", "added": "8.75", "total": "8.75"}


def test_the_year_before_has_nothing_added(world: Store) -> None:
    assert plain(rated(world, "CHN", "2023")) == "10.25"
    assert plain(rated(world, "CHN", "2023", what="added_tariff")) == "0"
    assert not rated(world, "CHN", "2023").notes


def test_since_when_it_is_unchanged(world: Store) -> None:
    assert rated(world, "MEX").detail["since"] == "2024-03-05"
    assert rated(world, "CHN").detail["since"] == "2024-06-01"
    assert rated(world, "CHN", "2024-04").detail["since"] == "2024-02-10"


def test_each_date_of_a_span(world: Store) -> None:
    assert plain(rated(world, "CAN", "ever", by=["day"])) == {
        "2024-02-10": "0.0",
        "2024-03-05": "8.75",
        "2024-06-01": "2.25",
    }
    assert list(plain(rated(world, "CAN", "2024-03/2024-05", by=["day"]))) == ["2024-02-10", "2024-03-05"]
    assert list(plain(rated(world, "CAN", "2024-04", by=["day"]))) == ["2024-03-05"]
    both = rated(world, ["MEX", "CAN"], "2024-06", by=["partner", "day"])
    assert plain(both) == {("MEX", "2024-06-01"): "5.0", ("CAN", "2024-06-01"): "2.25"}  # a new rate from the 1st on


def test_everyone_is_ranked_without_groups(world: Store) -> None:
    frame = rank(world, of=rated(world, None, by=["partner"]), n=10)
    assert list(plain(frame).items()) == [("CHN", "41.75"), ("MEX", "5.0"), ("CAN", "2.25")]
    assert [note.text for note in frame.notes if note.kind == "partial"] == ["partial: 3 partners and Asia"]
    assert plain(rated(world, "ASIA")) == "45.0"
    assert list(plain(rated(world, None, by=["partner"], without="CHN"))) == ["CAN", "MEX"]


def test_by_chapter(world: Store) -> None:
    frame = rated(world, "MEX", product="87")
    assert (plain(frame), frame.table, frame.about.period) == ("26.5", "us_tariffs_hs2", "2024")
    assert plain(rated(world, "MEX", product="8703")) == "26.5"
    assert plain(rated(world, "MEX", by=["product"], what="added_tariff")) == {"27": "4.5", "87": "25.5"}
    assert plain(rated(world, ["MEX", "CHN"], product="87", by=["partner"])) == {"MEX": "26.5", "CHN": "43.0"}


@pytest.mark.parametrize(
    ("args", "cause"),
    [
        ({"period": "2024-01"}, "period"),
        ({"period": "2024-07"}, "period"),
        ({"period": "2025"}, "period"),
        ({"period": "2024-02-09"}, "empty"),
        ({"period": "2022"}, "period"),
        ({"partner": "KOR"}, "tariff_partner"),
        ({"product": "85"}, "empty"),
        ({"product": "64"}, "code"),
        ({"product": "87", "by": ["day"]}, "tariff_undated"),
        ({"product": "87", "period": "2025"}, "period"),
        ({"basis": {"source": "census"}}, "basis"),
    ],
)
def test_what_is_not_there(world: Store, args: dict[str, Any], cause: str) -> None:
    with pytest.raises(NoData) as problem:
        rated(world, **args)
    assert problem.value.cause == cause


@pytest.mark.parametrize(
    "args",
    [
        {"partner": ["MEX", "CAN"]},
        {"partner": None},
        {"product": ["27", "87"]},
        {"product": "27;87"},
        {"what": "duty"},
        {"by": ["month"]},
        {"period": "2024-13-01"},
        {"period": "soon"},
    ],
)
def test_rates_are_not_put_together(world: Store, args: dict[str, Any]) -> None:
    with pytest.raises(BadArguments):
        rated(world, **args)


@pytest.mark.parametrize("operator", [mean, total, cumulate, roll, share, contribution])
@pytest.mark.parametrize("measure", sorted(RATES))
def test_no_operator_sums_rates(world: Store, operator: Any, measure: str) -> None:
    of = picked(world, "effective_duty", None, "2023", by=["partner"]) if measure == "effective_duty" else None
    of = of or rated(world, None, by=["partner"], what=measure)
    more = {"total": of} if operator in (share, contribution) else {}
    with pytest.raises(NoData) as problem:
        operator(world, of=of, **more)
    assert (problem.value.cause, problem.value.kind) == ("rates", "not_computable")


def test_a_difference_of_rates_is_in_points(world: Store) -> None:
    later, earlier = rated(world, "CHN"), rated(world, "CHN", "2024-03")
    moved = difference(world, of=later, minus=earlier)
    assert (moved.value, moved.unit) == (Decimal("11.50"), "percentage points")


def test_a_call_is_written_out_with_its_day_and_table(world: Store) -> None:
    evidence = Toolbox(world).run([Call("c1", "tariff", {"partner": "CHN"})])
    assert evidence.calls[0].args == {"partner": "CHN", "period": "2024-06-01", "basis": {"table": "us_tariffs"}}


ASKED = [
    ("tariff on Mexico now", "5", "percent"),
    ("what tariff does the US charge on Chinese goods", "41.75", "percent"),
    ("effective tariff on Canada in March 2024", "8.75", "percent"),
    ("points added to the tariff on China by 10 March 2024", "20", "percentage points"),
    ("how much has the tariff on China risen since March 2024", "11.5", "percentage points"),
    ("tariff on China before and after", "31.5", "percentage points"),
    ("by how much did the tariff on Canada fall between March and June 2024", "-6.5", "percentage points"),
    ("tariff on chapter 87 from Mexico in 2024", "26.5", "percent"),
    ("effective tariff on imports from Mexico in 2023", "0.5", "percent"),  # 3 of 600, from the rows
]


@pytest.mark.parametrize(("text", "value", "unit"), ASKED)
def test_answers_and_their_receipts(assistant_world: Assistant, text: str, value: str, unit: str) -> None:
    reply, _ = assistant_world.ask(text)
    assert reply.status == "answered", reply.text
    assert (reply.answer[0]["value"], reply.answer[0]["unit"]) == (value, unit)
    for figure in reply.figures:
        verdict = assistant_world.verify(figure["receipt"])
        assert verdict.holds and verdict.same_tables, figure
    estimated = any(figure["source"].startswith("us_tariffs") for figure in reply.figures)
    assert ("Trade War Tracker" in reply.text.split("[1]")[0]) == estimated


def test_the_reply_is_whole(assistant_world: Assistant) -> None:
    reply, _ = assistant_world.ask("tariff on China now")
    assert "estimates" in reply.text and "41.75%" in reply.text and "10.25% collected in 2023" in reply.text
    assert reply.table and [row[2] for row in reply.table["rows"]] == ["10.25", "31.5", "41.75"]
    assert reply.chart and reply.chart["mark"]["interpolate"] == "step-after"
    assert [point["time"] for point in reply.chart["data"]["values"]] == ["2024-02-10", "2024-03-05", "2024-06-01"]
    assert [figure["value"] for figure in reply.figures[:3]] == ["41.75", "31.5", "10.25"]
    assert reply.citations[0]["source"] == "us_tariffs" and reply.figures[0]["basis"]


def test_rankings_and_comparisons_in_words(assistant_world: Assistant) -> None:
    first, _ = assistant_world.ask("which country faces the highest US tariff")
    assert [item["value"] for item in first.answer[:4]] == ["CHN", "41.75", "MEX", "5"]
    both, _ = assistant_world.ask("compare the tariffs on Mexico and Canada in March 2024")
    assert [item["value"] for item in both.answer[:2]] == ["CAN", "3.75"]
    peak, _ = assistant_world.ask("when was the tariff on Canada at its highest")
    assert [item["value"] for item in peak.answer] == ["2024-03-05", "8.75"]
    second, _ = assistant_world.ask("which country faces the second highest tariff")
    assert [item["value"] for item in second.answer] == ["MEX", "5"]
    fell, _ = assistant_world.ask("which countries saw their tariff fall since March 2024")
    assert [item["value"] for item in fell.answer] == ["CAN", "-6.5"]
    low, _ = assistant_world.ask("lowest tariff on China in March 2024")  # the rate that March began with counts too
    assert [item["value"] for item in low.answer] == ["2024-02-10", "30.25"]
    yes, _ = assistant_world.ask("is the tariff on China above 40%?")
    assert yes.answer[0]["value"] == "true"
    many, _ = assistant_world.ask("how many countries face a tariff above 4%")
    assert many.answer[0]["value"] == "2"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("average US tariff across countries", "not_computable"),
        ("sum of the tariffs on Mexico and Canada", "not_computable"),
        ("what would the tariff on Mexico be if it were 25%", "not_computable"),
        ("tariff Mexico charges on US goods", "no_data"),
        ("tariffs on US goods now", "no_data"),
        ("tariff on South Korea now", "no_data"),
        ("tariff on Mexico in December 2024", "no_data"),
        ("tariff on chapter 87 from Mexico in March 2024", "no_data"),
        ("25% tariff on Mexico", "unclear"),
        ("tariff on Mexico in February, March and June 2024", "unclear"),
        ("tariff on China above 20% in February and June 2024", "unclear"),
        ("how many partners are in the tariff estimates", "unclear"),
        ("when did the US impose tariffs on Mexico", "unclear"),
        ("tariff on Mexico by truck in March 2024", "unclear"),
    ],
)
def test_declined(assistant_world: Assistant, text: str, kind: str) -> None:
    reply, _ = assistant_world.ask(text)
    assert reply.status == "declined" and reply.reason and reply.reason["kind"] == kind, reply.text
    near, _ = assistant_world.ask(reply.reason["nearest"])
    assert near.status == "answered" or "Korea" in text, reply.reason["nearest"]  # no table of this world has it


def test_follow_ups(assistant_world: Assistant) -> None:
    dialogue, said = Dialogue(), []
    for text in ("tariff on Mexico now", "and Canada?", "and in March 2024?", "and on 6 March 2024?", "and in 2023?"):
        reply, dialogue = assistant_world.ask(text, dialogue)
        said.append(reply.answer[0]["value"] if reply.answer else reply.text)
    assert said == ["5", "2.25", "8.75", "8.75", "0"]
    reply, dialogue = assistant_world.ask("tariff on China in March 2024")
    reply, dialogue = assistant_world.ask("by how much did it rise?", dialogue)
    assert reply.answer[0]["value"] == "0"
