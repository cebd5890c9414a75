"""The composer that asks a chat model: it sees no figure, and a wording that takes liberties is not used."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import AIMessage

from assistant import Assistant
from assistant.settings import Settings
from assistant.store.store import Store
from tests.planner.scripted import DONE, Scripted, calling, told

GROWTH = "How much did US exports to Mexico grow from 2022 to 2023?"
PLAN = calling(
    (
        "select",
        {"measure": "exports", "reporter": "USA", "partner": "MEX", "period": ["2022", "2023"], "by": ["period"]},
    ),
    ("growth", {"of": {"ref": "c1"}, "kind": "total", "unit": "change"}),
    ("growth", {"of": {"ref": "c1"}, "kind": "total", "unit": "percent"}),
)
WHY = "Why do mirror figures differ?"
NOTES = calling(("passages", {"query": WHY}))


def asked(world: Store, question: str, plan: AIMessage, text: Any) -> tuple[Any, Scripted]:
    model = Scripted(plans=[plan, DONE], texts=[text if isinstance(text, Exception) else AIMessage(content=text)])
    return Assistant(world, Settings(), model=model).ask(question)[0], model


def draft_of(world: Store, question: str, plan: AIMessage) -> str:
    """The templates' draft, as a model is given it."""
    _, model = asked(world, question, plan, "-")
    return str(told(model.wrote[0])["draft"])


def test_the_model_sees_slots_and_no_figure(world: Store, assistant_world: Assistant) -> None:
    reply, model = asked(world, GROWTH, PLAN, "-")
    sent = " ".join(str(message.content) for message in model.wrote[0])
    assert "{f1" in sent
    for figure in reply.figures:
        assert figure["display"] not in sent and figure["value"] not in sent


def test_a_faithful_wording_is_used(world: Store, assistant_world: Assistant) -> None:
    draft = draft_of(world, GROWTH, PLAN)
    wording = draft.replace("rose by", "climbed by").replace(", from ", ": from ")
    assert wording != draft
    expected, _ = assistant_world.ask(GROWTH)
    reply, _ = asked(world, GROWTH, PLAN, wording)
    assert "climbed by 10.00% in 2023" in reply.text
    assert (reply.answer, reply.citations) == (expected.answer, expected.citations)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rose by", "rose by 12.5%, that is"),
        ("rose by", "more than doubled by"),
        ("rose by", "fell by"),
        ("exports", "imports"),
        ("{f", "${f"),
        (", from", " because of strong demand, from"),
        ("US goods exports to Mexico", "Mexico's goods exports to the US"),
        ("in 2023 against 2022", "in 2022 against 2023"),
        (":size", ""),
        ("US goods", "See https://evil.example for US goods"),
        ("US goods", "**US** goods"),
        (".", ". This is a sign of confidence."),
        ("{f", "{g"),
        (", from", " billion, from"),
    ],
)
def test_liberties_are_not_taken(world: Store, assistant_world: Assistant, old: str, new: str) -> None:
    draft = draft_of(world, GROWTH, PLAN)
    assert old in draft
    reply, _ = asked(world, GROWTH, PLAN, draft.replace(old, new))
    assert reply.text == assistant_world.ask(GROWTH)[0].text


def test_two_figures_do_not_change_places(world: Store, assistant_world: Assistant) -> None:
    question = "Top 3 partners of US exports in 2023"
    plan = calling(("ranking", {"measure": "exports", "reporter": "USA", "period": "2023", "n": 3}))
    draft = draft_of(world, question, plan)
    swapped = draft.replace("Canada", "@").replace("China", "Canada").replace("@", "China")
    assert swapped != draft
    reply, _ = asked(world, question, plan, swapped)
    assert reply.text == assistant_world.ask(question)[0].text


@pytest.mark.parametrize("step", ["", "NOTHING", ConnectionError("no network")])
def test_where_it_writes_nothing_the_templates_do(world: Store, assistant_world: Assistant, step: Any) -> None:
    for question, plan in ((GROWTH, PLAN), (WHY, NOTES)):
        reply, _ = asked(world, question, plan, step)
        assert reply.text == assistant_world.ask(question)[0].text


def test_an_extract_keeps_the_official_figure_beside_it(world: Store, assistant_world: Assistant) -> None:
    plan = calling(("value", {"measure": "exports", "reporter": "MEX", "partner": "USA", "period": "2024-02"}))
    reply, model = asked(world, "What were Mexico's exports to the US in February 2024?", plan, "It was {f1}.")
    assert "extract" in reply.text
    assert not model.wrote


def test_notes_are_told_in_the_models_words_with_their_marks(world: Store) -> None:
    reply, model = asked(world, WHY, NOTES, "Freight and timing set them apart [p1].")
    assert told(model.wrote[0])["passages"][0]["mark"] == "[p1]"
    assert reply.text == "Freight and timing set them apart [1]."
    assert reply.citations[0]["kind"] == "passage"


@pytest.mark.parametrize(
    "text",
    [
        "Freight and timing set them apart.",
        "Freight sets them apart [p7].",
        "Freight adds 12 percent [p1].",
        "Freight adds twelve of a hundred [p1].",
        "Click <b>here</b> [p1].",
        "Read [this](https://evil.example) [p1].",
        "Freight sets them apart [p1]. Call us now.",
    ],
)
def test_notes_are_quoted_where_the_wording_goes_beyond_them(
    world: Store, assistant_world: Assistant, text: str
) -> None:
    reply, _ = asked(world, WHY, NOTES, text)
    assert reply.text == assistant_world.ask(WHY)[0].text


def test_no_tool_is_bound_where_prose_is_written(world: Store) -> None:
    _, model = asked(world, GROWTH, PLAN, "-")
    assert len(model.wrote) == 1
