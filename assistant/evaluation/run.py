"""Asking the questions with known answers, and how the replies fared: `python -m assistant.evaluation.run`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from assistant.ask import Assistant
from assistant.dialogue import Dialogue
from assistant.evaluation.cases import Case, read
from assistant.evaluation.judge import Judgement, judge
from assistant.evaluation.metrics import RIGHTLY, VERDICTS, Tally, Verdict, heading, ordered
from assistant.reply import Reply
from assistant.types import Json

QUESTIONS = Path(__file__).resolve().parents[2] / "tests" / "questions"
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
        """The tallies: each category, all questions, all wordings, and the time that an answer took."""
        yield heading()
        categories = [outcome.case.category for outcome in self.outcomes]
        for name in ordered(categories):
            yield Tally.of(o.verdict for o in self.outcomes if o.case.category == name).line(name)
        yield Tally.of(o.verdict for o in self.outcomes).line("ALL")
        yield Tally.by_wording((o.case.wording, o.verdict) for o in self.outcomes).line("ALL, by wording")

    def to_dict(self) -> dict[str, Json]:
        """The run as JSON: the commit, the counts, and every case with its reply's essentials."""
        tallies = {"all": Tally.of(o.verdict for o in self.outcomes)}
        tallies["by_wording"] = Tally.by_wording((o.case.wording, o.verdict) for o in self.outcomes)
        counts = {name: dict(tally.counts) for name, tally in tallies.items()}
        return {"commit": _commit(), "counts": counts, "cases": [_essentials(outcome) for outcome in self.outcomes]}


def evaluate(assistant: Asks, cases: Iterable[Case]) -> Report:
    """The report on an assistant's replies to the cases."""
    return Report(tuple(_outcome(assistant, case) for case in cases))


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


def _commit() -> str | None:
    """The commit of the code that ran; None outside a checkout."""
    done = subprocess.run(
        ("git", "rev-parse", "HEAD"), cwd=Path(__file__).parent, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or None


def _shown(outcome: Outcome) -> str:
    golds = " | ".join(
        ", ".join(f"{g.value} {g.unit or ''}".strip() for g in golds) for golds in outcome.case.golds[:3]
    )
    return (
        f"{outcome.case.id} [{outcome.case.category}] {outcome.verdict}: {outcome.judgement.why}\n"
        f"   Q: {outcome.case.question}\n   {outcome.reply['status']}: {outcome.reply['text'][:200]!r}\n"
        f"   known: {golds or ' or '.join(outcome.case.expect)}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 where nothing was answered wrongly, else 1."""
    given = _parser().parse_args(arguments)
    cases = [case for case in read(given.files or sorted(QUESTIONS.rglob("*.jsonl"))) if given.only in case.category]
    report = evaluate(Assistant.open(given.store), cases)
    verdicts = _SHOWN.get(given.show, frozenset(VERDICTS))
    listed = (_shown(outcome) for outcome in report.outcomes if outcome.verdict in verdicts)
    sys.stdout.writelines(f"{line}\n" for line in (*listed, *report.lines()))
    if given.json:
        given.json.write_text(json.dumps(report.to_dict(), ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if report.wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant.evaluation.run", description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="JSON lines (default: all in tests/questions)"
    )
    parser.add_argument("--store", type=Path, help="where the built store lives")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write counts and replies here")
    parser.add_argument("--only", default="", metavar="CATEGORY", help="only categories with this in their name")
    parser.add_argument("--show", choices=(*_SHOWN, "all"), default="wrong", help="which cases are listed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
