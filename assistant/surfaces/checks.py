"""The commands that look at the assistant itself: selfcheck, evaluate, gaps."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import Assistant
from assistant.settings import Settings
from assistant.surfaces import gaps
from assistant.surfaces.ledger import Ledger

if TYPE_CHECKING:
    from argparse import _SubParsersAction

Tell = Callable[[int, int, str], None]
_INTERRUPTED = 130


def add(commands: _SubParsersAction[argparse.ArgumentParser], folders: argparse.ArgumentParser) -> None:
    """Adds the three commands to a command line."""
    check = commands.add_parser("selfcheck", parents=[folders], help="ask about the loaded tables, with gold and laws")
    check.add_argument("--n", type=_positive, default=2000, metavar="N", help="how many questions (default 2000)")
    check.add_argument("--seed", type=int, default=0, help="the same seed asks the same questions")
    check.add_argument("--json", action="store_true", help="write it as JSON, every question included")
    evaluate = commands.add_parser("evaluate", parents=[folders], help="ask questions with known answers")
    evaluate.add_argument("files", nargs="*", type=Path, metavar="FILE", help="JSON lines (default: tests/questions)")
    evaluate.add_argument("--save", type=Path, metavar="OUT", help="write counts and replies here, with the commit")
    evaluate.add_argument("--only", default="", metavar="CATEGORY", help="only categories with this in their name")
    evaluate.add_argument("--show", default="wrong", choices=_SHOW, help="which cases are listed")
    found = commands.add_parser(
        "gaps", parents=[folders], help="what was not answered, by cause, and what would mend it"
    )
    found.add_argument("--json", action="store_true", help="write it as JSON")


_SHOW = ("wrong", "declined", "failing", "right", "all")


def selfcheck(given: argparse.Namespace, assistant: Assistant, tell: Tell) -> int:
    """Prints the accuracy certificate; 1 where a law is broken or less than 99 % is right."""
    from assistant.evaluation.selfcheck.check import check

    certificate = check(assistant, given.n, given.seed, tell)
    _write(json.dumps(certificate.to_dict(), ensure_ascii=False) if given.json else "\n".join(certificate.lines()))
    if certificate.interrupted:
        return _INTERRUPTED
    return 0 if certificate.holds else 1


def evaluate(given: argparse.Namespace, assistant: Assistant, tell: Tell) -> int:
    """Prints how the questions with known answers fared; 1 where one was answered wrongly."""
    from assistant.evaluation.run import report

    return report(assistant, given.files, only=given.only, show=given.show, save=given.save, tell=tell)


def show_gaps(given: argparse.Namespace, settings: Settings) -> int:
    """Prints the causes of what was not answered, the most frequent first."""
    ledger = Ledger.of(settings)
    entries = ledger.entries() if ledger else []
    _write(
        json.dumps(gaps.to_dict(entries), ensure_ascii=False)
        if given.json
        else "\n".join(gaps.lines(entries, keeps=settings.keep_questions))
    )
    return 0


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
