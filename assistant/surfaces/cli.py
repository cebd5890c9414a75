"""The command line: ask, chat, build, info, verify, selfcheck, evaluate, gaps."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from assistant import Assistant, Dialogue
from assistant.errors import AssistantError
from assistant.settings import Settings
from assistant.surfaces import checks
from assistant.surfaces.holdings import lines
from assistant.surfaces.labels import ENGLISH, label
from assistant.surfaces.ledger import Ledger, noted
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
        return _batch(given.batch, settings, as_json=given.json)
    assistant = _opened(settings)
    reply, _ = assistant.ask(given.question)
    _note(assistant, reply.to_dict())
    print(reply.to_json() if given.json else terminal(reply.to_dict()))
    return EXITS[reply.status]


def _batch(path: Path, settings: Settings, *, as_json: bool) -> int:
    lines = list(_lines(path))
    assistant = _opened(settings)
    for number, (name, turns) in enumerate(lines, start=1):
        reply = _conversation(assistant, name, turns)
        _note(assistant, reply)
        print(json.dumps(reply, ensure_ascii=False) if as_json else terminal(reply), flush=True)
        if sys.stderr.isatty():
            print(f"\r{number}/{len(lines)}", end="", file=sys.stderr)
    return 0


def _note(assistant: Assistant, reply: dict[str, Any]) -> None:
    """Into the ledger of what was not answered, only where questions are to be kept."""
    if assistant.settings.keep_questions:
        noted(assistant.settings, reply)


def _lines(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The id and the turns of each line; AssistantError naming the line that is not one."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            turns = item["turns"] if "turns" in item else [item["question"]]
        except (ValueError, KeyError, TypeError) as error:
            raise AssistantError(f'{path}, line {number}: write {{"id": "1", "question": "…"}} or "turns"') from error
        if not turns or not all(isinstance(turn, str) for turn in turns):
            raise AssistantError(f"{path}, line {number}: the question or turns must be text")
        yield str(item.get("id", number)), turns


def _conversation(assistant: Assistant, name: str, turns: Iterable[str]) -> dict[str, Any]:
    """The last turn's reply under the line's id, with the earlier ones under "earlier"."""
    dialogue, replies = Dialogue(), []
    for turn in turns:
        reply, dialogue = assistant.ask(turn, dialogue)
        replies.append({**reply.to_dict(), "id": name, "conversation": name})
    return {**replies[-1], "earlier": replies[:-1]} if len(replies) > 1 else replies[-1]


def _chat(given: argparse.Namespace, settings: Settings) -> int:
    assistant, dialogue = _opened(settings), Dialogue()
    print(label(ENGLISH, "until", month=assistant.info()["data_until"]))
    while line := _read("> "):
        reply, dialogue = assistant.ask(line, dialogue)
        _note(assistant, reply.to_dict())
        print(terminal(reply.to_dict()), end="\n\n")
    return 0


def _read(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        return ""


def _build(given: argparse.Namespace, settings: Settings) -> int:
    from assistant.opening import built

    with _progress(sys.stderr) as tell:
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
    with _progress(sys.stderr) as tell:
        return checks.selfcheck(given, assistant, tell)


def _evaluate(given: argparse.Namespace, settings: Settings) -> int:
    assistant = _opened(settings)
    with _progress(sys.stderr) as tell:
        return checks.evaluate(given, assistant, tell)


def _gaps(given: argparse.Namespace, settings: Settings) -> int:
    return checks.show_gaps(given, _opened(settings).settings)


def _opened(settings: Settings) -> Assistant:
    with _progress(sys.stderr) as tell:
        return Assistant.open(settings.store, settings.corpus, tell)


class _progress:
    """A progress bar that appears with the first step told."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._bar: Any = None

    def __enter__(self) -> Callable[[int, int, str], None]:
        return self._tell

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def _tell(self, done: int, total: int, label: str) -> None:
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(total=total, file=self._out, bar_format="{percentage:3.0f}% |{bar:30}| {desc}")
        self._bar.total = total
        self._bar.n = done
        self._bar.set_description_str(label)


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
