"""The reply contract: every key, always, of its shape, whatever was asked."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from assistant import Assistant
from assistant.periods import Period

KEYS = {
    **{key: str for key in ("id", "question", "conversation", "status", "text")},
    **{key: list for key in ("answer", "figures", "citations", "plan", "assumptions", "options", "suggestions")},
    **{key: (dict, type(None)) for key in ("table", "chart", "reason")},
    "timings_ms": dict,
}
FIGURE = {"id", "measure", "value", "unit", "display", "precision", "about", "basis", "source", "receipt"}
ABOUT = {"reporter", "partner", "flow", "product", "mode", "region", "port", "period"}
CITATION = {"id", "kind", "source", "title", "url", "locator", "quote"}
KINDS = {"no_data", "not_published", "not_computable", "not_permitted", "out_of_scope", "unclear"}
DECIMAL = re.compile(r"-?\d+(\.\d+)?")

ANSWERED = [
    "US imports from Mexico in 2023",
    "US deficit with Mexico in 2023",
    "Mexico's surplus with the US in Feb 2024",
    "Mexico's exports to the US in 2023",
    "top 3 partners in 2023",
    "growth of US imports from Mexico in 2023",
    "US imports from Mexico by month in 2023",
    "US imports from Mexico and China in 2023",
    "US imports from Mexico and China by year",
    "share of truck in US imports from Mexico in 2023",
    "months of 2023 with US imports from Mexico above $58m",
    "how many months of 2023 had US imports from Mexico above $58m",
    "best month ever for US imports from Mexico",
    "average monthly US imports from Mexico in 2023",
    "what data do you have?",
    "what is f.a.s. value?",
]
OPEN = [
    "growth of exports",
    "3-month moving average of the deficit",
    "in which month of 2023 were exports highest",
    "average yearly growth of imports from 2020 to 2023",
]
CLARIFIED = ["US exports to Georgia in 2023", "exports in 2023", "exports of Mexico from the US in 2023", *OPEN]
DECLINED = [
    "",
    "asdfgh",
    "US imports from Mexico in 2031",
    "US imports from Brazil in 2023",
    "US imports from Mexico by air in 2023",
    "US deficit with Mexico in pesos",
    "growth of the US balance with Mexico in percent in 2023",
    "'; DROP TABLE goods; --",
    "x" * 10_000,
]


@pytest.fixture(scope="module")
def replies(assistant_world: Assistant) -> dict[str, dict[str, Any]]:
    return {text: assistant_world.ask(text)[0].to_dict() for text in (*ANSWERED, *CLARIFIED, *DECLINED)}


@pytest.mark.parametrize("text", [*ANSWERED, *CLARIFIED, *DECLINED], ids=lambda text: text[:50])
def test_every_key_is_there_and_of_its_shape(replies: dict[str, dict[str, Any]], text: str) -> None:
    reply = replies[text]
    assert set(KEYS) <= set(reply)
    for key, kind in KEYS.items():
        assert isinstance(reply[key], kind), key
    assert json.loads(json.dumps(reply, allow_nan=False)) == reply
    assert reply["question"] == text and reply["text"]
    assert all(
        isinstance(entry, str) and entry for key in ("assumptions", "options", "suggestions") for entry in reply[key]
    )
    assert reply["timings_ms"]["total"] >= 0
    assert not re.search(r"\{\w*\}", reply["text"]), "a blank was left open"


@pytest.mark.parametrize(
    ("texts", "status"),
    [(ANSWERED, "answered"), (CLARIFIED, "clarify"), (DECLINED, "declined")],
    ids=lambda v: str(v)[:9],
)
def test_the_status(replies: dict[str, dict[str, Any]], texts: list[str], status: str) -> None:
    assert {text: replies[text]["status"] for text in texts} == dict.fromkeys(texts, status)


@pytest.mark.parametrize("text", ANSWERED)
def test_answers(replies: dict[str, dict[str, Any]], text: str) -> None:
    reply = replies[text]
    assert reply["reason"] is None and reply["answer"] and reply["citations"]
    for item in reply["answer"]:
        assert {"kind", "value", "unit", "label"} <= set(item)
        assert item["kind"] in ("number", "entity", "period", "boolean", "text")
        assert isinstance(item["value"], str) and item["label"]
        if item["kind"] == "number":
            assert DECIMAL.fullmatch(item["value"]) and item["unit"]
        if item["kind"] == "period":
            Period.parse(item["value"])


@pytest.mark.parametrize("text", ANSWERED)
def test_figures(replies: dict[str, dict[str, Any]], text: str) -> None:
    reply = replies[text]
    for figure in reply["figures"]:
        assert set(figure) >= FIGURE and set(figure["about"]) == ABOUT
        assert DECIMAL.fullmatch(figure["value"]) and figure["unit"]
        assert figure["precision"] is None or Decimal(figure["precision"]) > 0
        assert figure["basis"] and figure["source"] and figure["receipt"].startswith("ta1.")
        if figure["about"]["period"]:
            Period.parse(figure["about"]["period"])
    assert len({figure["id"] for figure in reply["figures"]}) == len(reply["figures"])


@pytest.mark.parametrize("text", ANSWERED)
def test_citations_are_marked_in_the_text(replies: dict[str, dict[str, Any]], text: str) -> None:
    reply = replies[text]
    marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", reply["text"])}
    assert [entry["id"] for entry in reply["citations"]] == list(range(1, len(reply["citations"]) + 1))
    for entry in reply["citations"]:
        assert set(entry) >= CITATION and entry["kind"] in ("table", "passage")
        assert entry["title"] and entry["source"] and entry["quote"]
    known = {entry["id"] for entry in reply["citations"]}
    assert marks <= known
    if reply["figures"] or reply["citations"][0]["kind"] == "passage":
        assert marks


@pytest.mark.parametrize("text", ANSWERED)
def test_every_number_said_is_a_figure_of_the_reply(replies: dict[str, dict[str, Any]], text: str) -> None:
    reply = replies[text]
    shown = {figure["display"].lstrip("−") for figure in reply["figures"]}
    asked = {"$58.0 million", "$90.0 million", "$58 million", "$90 million"}
    for said in re.findall(r"\$[\d,.]+ \w+|[\d.]+%", reply["text"]):
        assert said.rstrip(".") in shown | asked


@pytest.mark.parametrize("text", ANSWERED)
def test_tables_and_charts(replies: dict[str, dict[str, Any]], text: str) -> None:
    table, chart = replies[text]["table"], replies[text]["chart"]
    if table is not None:
        assert table["columns"] and all(len(row) == len(table["columns"]) for row in table["rows"])
    if chart is not None:
        assert "vega-lite" in chart["$schema"] and len(chart["data"]["values"]) >= 2


def test_that_there_is_none_is_cited_too(assistant_world: Assistant) -> None:
    reply = assistant_world.ask("months of 2023 with US imports from Mexico above $90m")[0].to_dict()
    assert reply["answer"][0]["value"] == "0" and reply["citations"]


def test_a_series_and_a_ranking_have_a_chart(replies: dict[str, dict[str, Any]]) -> None:
    month, ranking = (
        replies[text]["chart"] for text in ("US imports from Mexico by month in 2023", "top 3 partners in 2023")
    )
    assert (month["mark"]["type"], ranking["mark"]["type"]) == ("line", "bar")
    assert len(month["data"]["values"]) == 12 and len(ranking["data"]["values"]) == 3
    assert replies["US imports from Mexico in 2023"]["chart"] is None


@pytest.mark.parametrize("text", CLARIFIED)
def test_questions_back_have_options_that_can_be_asked(
    assistant_world: Assistant, replies: dict[str, dict[str, Any]], text: str
) -> None:
    reply = replies[text]
    assert len(reply["options"]) >= 2 and reply["reason"]["kind"] == "unclear"
    assert not reply["answer"] and not reply["figures"]
    for option in reply["options"]:
        assert assistant_world.ask(option)[0].status != "clarify"


@pytest.mark.parametrize("text", OPEN)
def test_options_carry_all_that_was_asked(replies: dict[str, dict[str, Any]], text: str) -> None:
    options = replies[text]["options"]
    assert options and all(option.endswith(f": {text}") for option in options)


def test_goods_to_choose_from_are_named(assistant: Assistant) -> None:
    first, second = assistant.ask("chips")[0].to_dict()["options"]
    assert "ntegrated circuits" in first and "otatoes" in second


@pytest.mark.parametrize("text", DECLINED, ids=lambda text: text[:50])
def test_declines_have_a_reason_and_a_way_on(replies: dict[str, dict[str, Any]], text: str) -> None:
    reply = replies[text]
    assert set(reply["reason"]) == {"kind", "text", "nearest", "cause", "detail"} and reply["reason"]["kind"] in KINDS
    assert reply["reason"]["text"] and reply["reason"]["nearest"]
    assert not reply["answer"] and not reply["figures"] and reply["table"] is None


def test_the_same_question_gives_the_same_reply(assistant_world: Assistant, replies: dict[str, dict[str, Any]]) -> None:
    for text in ANSWERED:
        again = assistant_world.ask(text)[0].to_dict()
        for changing in ("id", "timings_ms"):
            again.pop(changing)
        assert again == {key: value for key, value in replies[text].items() if key not in ("id", "timings_ms")}
