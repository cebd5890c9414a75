"""Asking the questions with known answers, and how the replies fared: `trade-assistant evaluate`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from assistant.dialogue import Dialogue
from assistant.errors import AssistantError
from assistant.evaluation.cases import Case, read
from assistant.evaluation.commit import commit
from assistant.evaluation.judge import Judgement, judge
from assistant.evaluation.metrics import RIGHTLY, VERDICTS, Tally, Verdict, heading, ordered
from assistant.reply import Reply
from assistant.types import Json

QUESTIONS = Path(__file__).resolve().parents[2] / "tests" / "questions"
Tell = Callable[[int, int, str], None]
_SHOWN: dict[str, frozenset[Verdict]] = {
    "wrong": frozenset({"WRONG"}),
    "declined": frozenset({"declined wrongly", "asked wrongly"}),
    "failing": frozenset({"WRONG", "declined wrongly", "asked wrongly"}),
    "right": RIGHTLY,
}


class Asks(Protocol):
    """What is evaluated."""

    def ask(self, text: str, dialogue: Dialogue = ...) -> tuple[Reply, Dialogue]:
        """The reply to a question, and the dialogue with this turn in it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, the reply to its last turn, and the judgement."""

    case: Case
    reply: dict[str, Json]
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return self.judgement.verdict


@dataclass(frozen=True, slots=True)
class Report:
    """All outcomes of a run."""

    outcomes: tuple[Outcome, ...]

    @property
    def wrong(self) -> list[Outcome]:
        """The outcomes with a wrong answer."""
        return [outcome for outcome in self.outcomes if outcome.verdict == "WRONG"]

    def lines(self) -> Iterator[str]:
        """The tallies of each category and of all, by question and by wording: a wording is as good as its worst."""
        for by, tally in (("by question", _by_question), ("by wording", _by_wording)):
            yield heading(by)
            for name in ordered([outcome.case.category for outcome in self.outcomes]):
                yield tally([o for o in self.outcomes if o.case.category == name]).line(name)
            yield tally(self.outcomes).line(f"ALL, {by}")
            yield ""

    def to_dict(self) -> dict[str, Json]:
        """The run as JSON: the commit, the counts, and every case with its reply's essentials."""
        tallies = {"all": _by_question(self.outcomes), "by_wording": _by_wording(self.outcomes)}
        counts = {name: dict(tally.counts) for name, tally in tallies.items()}
        categories = {
            name: dict(_by_question([o for o in self.outcomes if o.case.category == name]).counts)
            for name in ordered([outcome.case.category for outcome in self.outcomes])
        }
        cases = [_essentials(outcome) for outcome in self.outcomes]
        return {"commit": commit(), "counts": counts, "categories": categories, "cases": cases}


def _by_question(outcomes: Iterable[Outcome]) -> Tally:
    return Tally.of(outcome.verdict for outcome in outcomes)


def _by_wording(outcomes: Iterable[Outcome]) -> Tally:
    return Tally.by_wording((outcome.case.wording, outcome.verdict) for outcome in outcomes)


def evaluate(assistant: Asks, cases: Sequence[Case], tell: Tell | None = None) -> Report:
    """The report on an assistant's replies to the cases; `tell` hears how far it is."""
    outcomes = []
    for number, case in enumerate(cases, start=1):
        outcomes.append(_outcome(assistant, case))
        if tell:
            tell(number, len(cases), case.category)
    return Report(tuple(outcomes))


def _outcome(assistant: Asks, case: Case) -> Outcome:
    try:
        reply = _last_reply(assistant, case)
        return Outcome(case, reply, judge(case, reply))
    except Exception as error:  # a fault at one question must not hide the answers to the others
        return Outcome(case, {"status": "fault", "text": repr(error)}, Judgement("WRONG", f"fault: {error!r}"))


def _last_reply(assistant: Asks, case: Case) -> dict[str, Json]:
    dialogue, reply = Dialogue(), None
    for turn in case.turns:
        reply, dialogue = assistant.ask(turn, dialogue)
    if reply is None:
        raise ValueError(f"{case.id} asks nothing")
    return reply.to_dict()


def _essentials(outcome: Outcome) -> dict[str, Json]:
    case, reply = outcome.case, outcome.reply
    return {
        **{"id": case.id, "question": case.question, "category": case.category, "wording": case.wording},
        **asdict(outcome.judgement),
        **{key: reply.get(key) for key in ("status", "text", "answer", "reason", "timings_ms")},
    }


def _shown(outcome: Outcome) -> str:
    golds = " | ".join(
        ", ".join(f"{g.value} {g.unit or ''}".strip() for g in golds) for golds in outcome.case.golds[:3]
    )
    return (
        f"{outcome.case.id} [{outcome.case.category}] {outcome.verdict}: {outcome.judgement.why}\n"
        f"   Q: {outcome.case.question}\n   {outcome.reply['status']}: {outcome.reply['text'][:200]!r}\n"
        f"   known: {golds or ' or '.join(outcome.case.expect)}"
    )


def report(
    assistant: Asks,
    files: Sequence[Path] = (),
    *,
    only: str = "",
    show: str = "wrong",
    save: Path | None = None,
    tell: Tell | None = None,
) -> int:
    """Prints the report on the questions of some files (all of tests/questions): 0 where no answer is wrong, else 1."""
    try:
        cases = [case for case in read(files or questions()) if only in case.category]
    except (OSError, ValueError) as error:
        raise AssistantError(str(error)) from error
    if not cases:
        raise AssistantError("there are no questions to ask: name a file of JSON lines")
    found = evaluate(assistant, cases, tell)
    verdicts = _SHOWN.get(show, frozenset(VERDICTS))
    listed = (_shown(outcome) for outcome in found.outcomes if outcome.verdict in verdicts)
    sys.stdout.writelines(f"{line}\n" for line in (*listed, *found.lines()))
    if save:
        save.write_text(json.dumps(found.to_dict(), ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if found.wrong else 0


def questions() -> list[Path]:
    """The files of questions with known answers that come with the code."""
    return sorted(QUESTIONS.rglob("*.jsonl"))
