"""A question turned to another basis: the earlier figure beside the new one, two sources side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.lexicon.question import Question
from assistant.planner.grammar import ref
from assistant.types import APART, BEFORE, EARLIER, OTHER, Call, Evidence


def is_steered(question: Question) -> bool:
    """Whether a follow-up asks for the same as before, and only on another basis."""
    old, new = question.previous, question.slots
    if old is None or not question.asked.demands or old.demands == new.demands:
        return False
    same = ("measures", "reporter", "partner", "periods", "filters", "without", "keys", "operations", "level")
    return all(_plain(getattr(old, name)) == _plain(getattr(new, name)) for name in same)


def before(question: Question, evidence: Evidence) -> tuple[Call, ...]:
    """The earlier answer's own calls, and how far the new figure lies from its figure."""
    main = evidence.main
    calls = tuple(renamed(call, BEFORE) for call in question.earlier)
    if main is None or main.by or not calls:
        return ()
    own = [call for call in evidence.calls if OTHER not in call.id and EARLIER not in call.id]
    apart = Call(f"{APART}{BEFORE}", "discrepancy", {"of": ref(own[-1].id), "beside": ref(calls[-1].id)})
    return (*calls, apart)


def versus(question: Question, calls: tuple[Call, ...], evidence: Evidence) -> tuple[Call, ...]:
    """The plan on each further source or basis that the question names, and how far apart single figures are."""
    main = evidence.main
    if main is None or main.by:
        return ()
    if any(note.kind == "extract" for note in main.notes):
        return _official(question, calls)
    found: list[Call] = []
    for other in question.slots.versus:
        kind, _, code = other.partition(":")
        kept = {name: value for name, value in question.slots.demands.items() if name != kind}
        found += [renamed(call, f"{OTHER}{code}", {**kept, kind: code}) for call in calls]
        gap = {"of": ref(calls[-1].id), "beside": ref(f"{calls[-1].id}{OTHER}{code}")}
        found.append(Call(f"{APART}{OTHER}{code}", "discrepancy", gap))
    return tuple(found)


def _official(question: Question, calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """The plan on the other side's own books: a figure of an extract never stands alone."""
    others = {*question.slots.reporter, *question.slots.partner} - {question.slots.books}
    if len(others) != 1:
        return ()
    return tuple(renamed(call, f"{OTHER}books", {"books": other}) for other in others for call in calls)


def renamed(call: Call, mark: str, basis: dict[str, str] | None = None) -> Call:
    """The call under a marked name, its references too; a selection on the basis, where one is given."""
    args: dict[str, Any] = {}
    for key, value in call.args.items():
        args[key] = ref(value["ref"] + mark) if isinstance(value, dict) and set(value) == {"ref"} else value
    if basis and call.tool == "select":
        args["basis"] = basis
    return replace(call, id=call.id + mark, args=args)


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, dict) else value
