"""The tools as other programs see them."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest
from langchain_core.utils.function_calling import convert_to_openai_tool

from assistant.errors import BadArguments
from assistant.store.store import Store
from assistant.tools import SHORTCUTS, TOOLS
from assistant.tools.export import checked, described, function_schemas, toolkit, tools
from assistant.types import Evidence

SCHEMAS = {schema["function"]["name"]: schema["function"] for schema in function_schemas()}
MONTHS = {"measure": "imports", "reporter": "USA", "partner": "MEX", "period": "2023", "by": ["month"]}


def test_every_tool_has_a_schema() -> None:
    assert set(SCHEMAS) == {*TOOLS, *SHORTCUTS}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_says_what_the_function_says(name: str) -> None:
    function, schema = tools()[name], SCHEMAS[name]
    given = [p for p in inspect.signature(function).parameters.values() if p.kind is p.KEYWORD_ONLY]
    assert list(schema["parameters"]["properties"]) == [p.name for p in given]
    assert schema["parameters"]["required"] == [p.name for p in given if p.default is p.empty]
    assert schema["description"].startswith(inspect.getdoc(function).split("\n")[0])  # type: ignore[union-attr]
    assert "$" not in json.dumps(schema["parameters"]).replace("$/", "")  # references are not read by every provider
    assert convert_to_openai_tool({"type": "function", "function": schema})["function"] == schema


@pytest.mark.parametrize(
    ("tool", "args", "plain"),
    [
        ("rank", {"of": {"ref": "c1"}, "n": "5"}, {"of": {"ref": "c1"}, "n": 5}),
        (
            "where",
            {"of": {"ref": "c1"}, "test": "above", "value": 14 * 10**9},
            {"of": {"ref": "c1"}, "test": "above", "value": "14000000000"},
        ),
        (
            "value",
            {"measure": "exports", "reporter": "USA", "partner": None},
            {"measure": "exports", "reporter": "USA"},
        ),
        ("select", MONTHS, MONTHS),
    ],
)
def test_arguments_are_made_plain(tool: str, args: dict[str, Any], plain: dict[str, Any]) -> None:
    assert checked(tool, args) == plain


@pytest.mark.parametrize(
    ("tool", "args", "said"),
    [
        ("excise", {}, "there is no tool 'excise'"),
        ("value", {"reporter": "USA"}, "measure: Field required"),
        ("value", {"measure": "exprts", "reporter": "USA"}, "'exports'"),
        ("value", {"measure": "exports", "reporter": "USA", "colour": "red"}, "colour"),
        ("select", {**MONTHS, "by": "month"}, "by"),
        ("select", {**MONTHS, "basis": "census"}, "basis"),
        ("rank", {"of": "c1"}, "of"),
        ("rank", {"of": {"ref": "c1", "then": "c2"}}, "of"),
        ("rank", {"of": {}}, "of"),
        ("rank", {"of": {"ref": ["c1"]}}, "of"),
        ("where", {"of": {"ref": "c1"}, "test": "above", "value": "14 billion"}, "value"),
        ("where", {"of": {"ref": "c1"}, "test": "above", "value": "NaN"}, "value"),
        ("ranking", {"measure": "exports", "reporter": "USA", "order": "best"}, "order"),
    ],
)
def test_wrong_arguments_are_named(tool: str, args: dict[str, Any], said: str) -> None:
    with pytest.raises(BadArguments, match=".*") as caught:
        checked(tool, args)
    assert said in str(caught.value)


def test_a_toolkit_is_one_conversation(world: Store) -> None:
    kit = {tool.name: tool for tool in toolkit(world)}
    months = json.loads(kit["select"].invoke(MONTHS))
    best = json.loads(kit["extreme"].invoke({"of": {"ref": months["call"]}, "kind": "max"}))
    assert (months["call"], best["call"], len(months["rows"])) == ("c1", "c2", 12)
    assert float(best["rows"][0]["value"]) == max(float(row["value"]) for row in months["rows"])
    other = {tool.name: tool for tool in toolkit(world)}
    assert other["extreme"].invoke({"of": {"ref": "c1"}}) == "no earlier call is named 'c1'"


def test_a_toolkits_errors_are_text(world: Store) -> None:
    kit = {tool.name: tool for tool in toolkit(world)}
    assert "period" in kit["value"].invoke(
        {"measure": "exports", "reporter": "USA", "partner": "MEX", "period": "2035"}
    )
    assert "measure" in kit["value"].invoke({"measure": "exprts", "reporter": "USA"})
    months = json.loads(kit["select"].invoke(MONTHS))["call"]
    assert "not a period" in kit["rebase"].invoke({"of": {"ref": months}, "to": "soon"})
    assert "is not a period" in kit["value"].invoke({"measure": "exports", "reporter": "USA", "period": "soon"})


def test_a_toolkit_gives_passages_and_what_is_loaded(world: Store) -> None:
    kit = {tool.name: tool for tool in toolkit(world)}
    found = json.loads(kit["passages"].invoke({"query": "why do mirror figures differ"}))
    assert found["passages"][0]["text"]
    assert json.loads(kit["availability"].invoke({"places": ["MEX"]}))["rows"]


def test_passages_are_never_described() -> None:
    assert described("c1", Evidence()) == {"call": "c1", "text": "the notes were looked up"}
