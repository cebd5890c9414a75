"""The second round: what other sources say to the same figure, and an earlier figure on the books that now answer."""

from __future__ import annotations

from assistant import Assistant, Dialogue
from assistant.planner.rules import RulesPlanner
from assistant.tools.toolbox import Toolbox
from assistant.types import Evidence, Gap
from tests.world.asking import millions
from tests.world.planning import completed


def rounds(assistant: Assistant, text: str) -> list[list[str]]:
    """The ids of the calls of each round until nothing is missing."""
    question, evidence, found = completed(text, assistant.store), Evidence(), []
    while calls := RulesPlanner().next(question, evidence):
        assert not isinstance(calls, Gap)
        found.append([call.id for call in calls])
        evidence += Toolbox(assistant.store).run(calls, evidence)
    return found


def test_other_sources_are_asked_once(assistant_world: Assistant) -> None:
    assert rounds(assistant_world, "US imports from Mexico in 2023") == [["c1"], ["c1@us_modes", "c1@us_products"]]


def test_the_whole_plan_is_asked_again(assistant_world: Assistant) -> None:
    (first, second) = rounds(assistant_world, "growth of US imports from Mexico in 2023")
    assert second[: len(first)] == [f"{name}@us_modes" for name in first]


def test_nobody_else_is_asked_where_a_source_was_named(assistant_world: Assistant) -> None:
    assert rounds(assistant_world, "Census figures for US imports from Mexico in 2023") == [["c1"]]


def test_nobody_else_is_asked_about_a_list(assistant_world: Assistant) -> None:
    assert len(rounds(assistant_world, "top 3 partners in 2023")) == 1


def test_a_problem_ends_the_rounds(assistant_world: Assistant) -> None:
    assert rounds(assistant_world, "US imports from Mexico in 2031") == [["c1"]]


def test_an_earlier_figure_is_restated_on_the_books_that_answer_now(assistant_world: Assistant) -> None:
    _, dialogue = assistant_world.ask("Mexico's exports to the US in 2022", Dialogue())
    question = assistant_world.understand("and the year after?", dialogue)
    reply, evidence = assistant_world.answer(question)
    assert evidence.main is not None and evidence.main.table == "us_goods"
    assert millions(evidence.frames["c1"]) == 600
    assert millions(evidence.frames["c1^us_goods"]) == 500  # what Mexico's own books put at 480
    assert "$500" in reply.text and "$600" in reply.text


def test_nothing_is_restated_on_the_same_books(assistant_world: Assistant) -> None:
    _, dialogue = assistant_world.ask("US imports from Mexico in 2022", Dialogue())
    _, evidence = assistant_world.answer(assistant_world.understand("and the year after?", dialogue))
    assert not [call.id for call in evidence.calls if "^" in call.id]


def test_another_source_tells_the_same_multiple(assistant_world: Assistant) -> None:
    question = completed("Did Mexico or Canada sell more to the US in 2023, and by what factor?", assistant_world.store)
    evidence = Evidence()
    while calls := RulesPlanner().next(question, evidence):
        assert not isinstance(calls, Gap)
        evidence += Toolbox(assistant_world.store).run(calls, evidence)
    ratios = [call.args.get("larger") for call in evidence.calls if call.tool == "ratio"]
    assert len(ratios) > 1 and all(ratios)
