"""The planner that asks a chat model: the model fills tools' arguments, and sees figures but no text of a document."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from assistant.errors import BadArguments
from assistant.lexicon.question import Question
from assistant.periods import Period
from assistant.planner.account import is_about_data, is_figure, is_talk, refused, unaccounted
from assistant.planner.opinions import opinions, restated
from assistant.store.selection import DIMENSIONS, WORLD
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.export import checked, described, function_schemas
from assistant.types import EARLIER, OTHER, Call, Evidence, Gap, Json

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage

    ChatModel: TypeAlias = BaseChatModel

ROUNDS = "cdefghij"
"""The letter that the names of a round's calls begin with: the evidence alone tells how many rounds there were."""
UNPLANNED = "The chat model gave no plan that could be used; the built-in planner answered instead."
_MOST_CALLS = 12
_TRIES = 2
_FIELDS = {"measure": "measures", "period": "periods"}
_TEXTS = ("passages", "availability")


def chat_model(name: str) -> ChatModel | None:
    """The chat model called "provider:name"; None, with the reason on stderr, where it cannot be had."""
    from langchain.chat_models import init_chat_model  # more than a second, and nothing without a model needs it

    try:
        model: ChatModel = init_chat_model(name)
    except Exception as error:  # each provider has errors of its own for a missing package or key
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        sys.stderr.write(f"trade-assistant: no chat model {name!r}: {reason}\nAnswering without one.\n")
        return None
    return model


class ModelPlanner:
    """Plans with a chat model over the tables of one store; what the model raises is left to the caller."""

    def __init__(self, model: ChatModel, store: Store, rounds: int = 3) -> None:
        self.model, self.store, self.rounds = model, store, min(rounds, len(ROUNDS))

    def next(self, question: Question, evidence: Evidence) -> tuple[Call, ...] | Gap:
        """The next calls, () when the evidence answers the question, or why it cannot be planned.

        BadArguments where the model gives no calls that can be run.
        """
        if not evidence.calls and (gap := _ruled_out(question)):
            return gap
        if any(OTHER in call.id or EARLIER in call.id for call in evidence.calls):
            return ()
        if calls := self._planned(question, evidence):
            return calls
        if not evidence.calls:
            raise BadArguments("the model planned nothing")
        own = tuple(self._reopened(call) for call in evidence.calls if call.id in evidence.frames)
        return (*opinions(question, own, evidence), *restated(question, evidence))

    def _planned(self, question: Question, evidence: Evidence) -> tuple[Call, ...]:
        """The model's calls of one more round, () after the last; those that cannot be run it is shown once more."""
        done = max((ROUNDS.index(call.id[0]) + 1 for call in evidence.calls), default=0)
        if done == self.rounds or _is_final(evidence):
            return ()
        complaints: list[str] = []
        for _ in range(_TRIES):
            told = _told(question, evidence, complaints)
            answer = self._bound.invoke([("system", self._rules), ("human", told)])
            calls, complaints = _read(answer, ROUNDS[done])
            if not complaints:
                return calls
        raise BadArguments("; ".join(complaints))

    def _reopened(self, call: Call) -> Call:
        """The call with the whole span of its table written "ever", so that other tables answer with their own."""
        table = self.store.by_id.get(call.args.get("basis", {}).get("table", ""))
        whole = table and call.args.get("by") and call.args["period"] == _span(table)
        return replace(call, args={**call.args, "period": "ever"}) if whole else call

    @cached_property
    def _bound(self) -> Any:  # noqa: ANN401 - a Runnable of what the provider takes
        return self.model.bind_tools(function_schemas())

    @cached_property
    def _rules(self) -> str:
        prompt = files("assistant.planner").joinpath("prompt.md").read_text(encoding="utf-8")
        tables, groups = "\n".join(map(_line, self.store.tables)), ", ".join(sorted(self.store.names.groups))
        return f"{prompt}\nLoaded tables\n{tables}\nGroups of countries: {groups}\n"


def as_planned(question: Question, evidence: Evidence) -> Question:
    """The question with its slots as the plan's first selection filled them, so that a follow-up takes over those.

    A default, or what came from an earlier turn, is named only where the plan did use it.
    """
    first = next((call for call in evidence.calls if call.tool == "select" and call.id in evidence.frames), None)
    if first is None:
        return question
    args, old = first.args, question.slots
    slots = replace(
        old,
        measures=old.measures if args["measure"] in old.measures else (args["measure"],),
        reporter=_codes(args.get("reporter")),
        partner=_codes(args.get("partner")) or (() if "partner" in args.get("by", ()) else (WORLD,)),
        filters={name: _codes(args[name]) for name in DIMENSIONS if name != "partner" and args.get(name)},
        periods=old.periods if question.asked.periods else _codes(args.get("period")),
    )
    kept = {
        name for name in ("measures", "reporter", "partner", "filters") if getattr(slots, name) == getattr(old, name)
    }
    kept |= {"periods"} if not question.unknown else set()
    return replace(
        question,
        slots=slots,
        assumed=tuple(name for name in question.assumed if _FIELDS.get(name, name) in kept),
        carried=tuple(name for name in question.carried if name in kept),
    )


def _codes(given: Json) -> tuple[str, ...]:
    return () if not given else (given,) if isinstance(given, str) else tuple(given)


def _ruled_out(question: Question) -> Gap | None:
    """What no planner may answer, and what has to be asked back whoever plans."""
    if gap := refused(question):
        return gap
    if is_talk(question) or is_about_data(question):
        return None
    asked_back = unaccounted(replace(question, unknown=()))
    return asked_back or (question.gap if is_figure(question) and not question.unknown else None)


def _is_final(evidence: Evidence) -> bool:
    """Whether a further call could only answer another question: a period that is not loaded, or nothing but text."""
    if any(problem.cause == "period" for problem in evidence.problems.values()):
        return True
    return bool(evidence.calls) and all(call.tool in _TEXTS for call in evidence.calls)


def _told(question: Question, evidence: Evidence, complaints: Sequence[str]) -> str:
    """What the model is told of one question: its words, its slots, what earlier calls found; no passage."""
    slots = question.slots
    told: dict[str, Json] = {
        "question": question.text,
        "carried": {name: getattr(slots, name) for name in question.carried},
        "defaults": {name: getattr(slots, _FIELDS.get(name, name)) for name in question.assumed},
    }
    if evidence.calls:
        told["calls_so_far"] = [_found(call, evidence) for call in evidence.calls]
    if complaints:
        told["not_run"] = list(complaints)
    return json.dumps(told, ensure_ascii=False)


def _found(call: Call, evidence: Evidence) -> dict[str, Json]:
    """What a call found; of a look-up in the notes not even whether it found anything."""
    seen = Evidence() if call.tool == "passages" else evidence
    return {"tool": call.tool, "args": dict(call.args), **described(call.id, seen)}


def _read(answer: AIMessage, letter: str) -> tuple[tuple[Call, ...], list[str]]:
    """The calls of a model's message, and what is wrong with those that cannot be run."""
    complaints = [f"{bad.get('name')}: the arguments are no JSON" for bad in answer.invalid_tool_calls]
    if len(answer.tool_calls) > _MOST_CALLS:
        complaints.append(f"at most {_MOST_CALLS} calls in one message")
    calls: list[Call] = []
    for number, asked in enumerate(answer.tool_calls[:_MOST_CALLS], start=1):
        try:
            calls.append(Call(f"{letter}{number}", asked["name"], checked(asked["name"], asked["args"])))
        except BadArguments as problem:
            complaints.append(f"{asked['name']} {json.dumps(asked['args'], default=str)}: {problem}")
    return tuple(calls), complaints


def _line(table: Table) -> str:
    partly = "; ".join(sorted(set(table.population.values()) - {"complete"}))
    told = (f"{table.id}: {table.title}", f"books of {table.books}", _span(table), ", ".join(table.dims), partly)
    return "- " + "; ".join(part for part in told if part)


def _span(table: Table) -> str:
    return str(Period(table.first.first, table.last.last))
