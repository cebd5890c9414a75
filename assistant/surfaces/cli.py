"""The command line: ask, chat, build, info, verify, selfcheck, evaluate, gaps."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from assistant import Assistant, Dialogue
from assistant.errors import AssistantError
from assistant.settings import Settings
from assistant.surfaces import checks
from assistant.surfaces.batch import batch, note
from assistant.surfaces.holdings import lines
from assistant.surfaces.labels import ENGLISH, label
from assistant.surfaces.ledger import Ledger
from assistant.surfaces.progress import Progress
from assistant.surfaces.render import terminal

EXITS = {"answered": 0, "clarify": 3, "declined": 4}
FAULT, USAGE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 answered or done, 3 a question back, 4 declined, 2 wrong usage, 1 a fault."""
    given = _parser().parse_args(arguments)
    settings = Settings.from_environment()
    settings = replace(settings, corpus=given.corpus or settings.corpus, store=given.store or settings.store)
    try:
        return _COMMANDS[given.command](given, settings)
    except KeyboardInterrupt:
        print("interrupted; the store in use was not changed", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return FAULT
    except (AssistantError, OSError) as error:
        print(f"trade-assistant: {error}", file=sys.stderr)
        return FAULT


def _parser() -> argparse.ArgumentParser:
    folders = argparse.ArgumentParser(add_help=False)
    folders.add_argument("--corpus", type=Path, help="the folder of tables and notes (default: the bundled one)")
    folders.add_argument("--store", type=Path, help="where the built store lives (default: the user's data folder)")
    parser = argparse.ArgumentParser(
        prog="trade-assistant", description="Exact answers to trade questions, with sources."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", parents=[folders], help="answer one question, or a file of them")
    ask.add_argument("question", nargs="?", help="the question, in quotes")
    ask.add_argument("--batch", type=Path, metavar="FILE", help='lines {"id", "question"} or {"id", "turns"}')
    ask.add_argument("--json", action="store_true", help="write the reply contract")
    commands.add_parser("chat", parents=[folders], help="ask and follow up")
    commands.add_parser("build", parents=[folders], help="build the store from the corpus")
    info = commands.add_parser("info", parents=[folders], help="tables, periods, releases, where the store lives")
    info.add_argument("--json", action="store_true", help="write it as JSON")
    verify = commands.add_parser("verify", parents=[folders], help="recompute a figure from its receipt")
    verify.add_argument("receipt", help="a receipt, or - to read it from standard input")
    checks.add(commands, folders)
    return parser


def _ask(given: argparse.Namespace, settings: Settings) -> int:
    if (given.question is None) == (given.batch is None):
        print("trade-assistant ask: give one question in quotes, or --batch FILE", file=sys.stderr)
        return USAGE
    if given.batch is not None:
        return batch(given.batch, lambda: _opened(settings), as_json=given.json)
    gc.disable()  # looking for garbage would be a tenth of the time of one answer
    try:
        assistant = _opened(settings)
        reply, _ = assistant.ask(given.question)
    finally:
        gc.enable()
    note(assistant, reply.to_dict())
    print(reply.to_json() if given.json else terminal(reply.to_dict()))
    return EXITS[reply.status]


def _chat(given: argparse.Namespace, settings: Settings) -> int:
    assistant, dialogue = _opened(settings), Dialogue()
    print(label(ENGLISH, "until", month=assistant.info()["data_until"]))
    while line := _read("> "):
        reply, dialogue = assistant.ask(line, dialogue)
        note(assistant, reply.to_dict())
        print(terminal(reply.to_dict()), end="\n\n")
    return 0


def _read(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        return ""


def _build(given: argparse.Namespace, settings: Settings) -> int:
    from assistant.opening import built

    with Progress(sys.stderr) as tell:
        version = built(settings, tell)
    print(f"store {version}")
    return 0


def _info(given: argparse.Namespace, settings: Settings) -> int:
    assistant = _opened(settings)
    ledger = Ledger.of(assistant.settings)
    info = {
        **assistant.info(),
        "ledger": str(ledger.path) if ledger else None,
        "keeps_questions": settings.keep_questions,
    }
    if given.json:
        print(json.dumps(info, ensure_ascii=False))
        return 0
    print(f"store       {info['store']}\ndata until  {info['data_until']}\nnotes       {info['notes']}")
    print(f"ledger      {info['ledger']} ({'with' if settings.keep_questions else 'without'} the text of questions)")
    print("\n".join(lines(info["tables"], assistant.notes())))
    return 0


def _verify(given: argparse.Namespace, settings: Settings) -> int:
    text = sys.stdin.read() if given.receipt == "-" else given.receipt
    verdict = _opened(settings).verify(text)
    said = f"receipt {verdict.said:f}, recomputed {'nothing' if verdict.now is None else f'{verdict.now:f}'}"
    tables = "same tables" if verdict.same_tables else f"changed tables: {', '.join(verdict.changed)}"
    print(f"{'holds' if verdict.holds else 'DOES NOT HOLD'}: {said}; {tables}")
    return 0 if verdict.holds else EXITS["declined"]


def _selfcheck(given: argparse.Namespace, settings: Settings) -> int:
    assistant = _opened(settings)
    with Progress(sys.stderr) as tell:
        return checks.selfcheck(given, assistant, tell)


def _evaluate(given: argparse.Namespace, settings: Settings) -> int:
    assistant = _opened(settings)
    with Progress(sys.stderr) as tell:
        return checks.evaluate(given, assistant, tell)


def _gaps(given: argparse.Namespace, settings: Settings) -> int:
    return checks.show_gaps(given, _opened(settings).settings)


def _opened(settings: Settings) -> Assistant:
    with Progress(sys.stderr) as tell:
        return Assistant.open(settings.store, settings.corpus, tell)


_COMMANDS: dict[str, Callable[[argparse.Namespace, Settings], int]] = {
    "ask": _ask,
    "chat": _chat,
    "build": _build,
    "info": _info,
    "verify": _verify,
    "selfcheck": _selfcheck,
    "evaluate": _evaluate,
    "gaps": _gaps,
}

if __name__ == "__main__":
    sys.exit(main())
