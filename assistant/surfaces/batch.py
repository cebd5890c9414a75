"""Questions from a file, one conversation a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant import Assistant, Dialogue
from assistant.errors import AssistantError
from assistant.surfaces.ledger import noted
from assistant.surfaces.render import terminal


def batch(path: Path, opened: Callable[[], Assistant], *, as_json: bool) -> int:
    """Asks the questions of a file and prints a reply a line; the file is read whole before the store is opened."""
    lines = list(_lines(path))
    assistant = opened()
    for number, (name, turns) in enumerate(lines, start=1):
        reply = _conversation(assistant, name, turns)
        note(assistant, reply)
        print(json.dumps(reply, ensure_ascii=False) if as_json else terminal(reply), flush=True)
        if sys.stderr.isatty():
            print(f"\r{number}/{len(lines)}", end="", file=sys.stderr)
    return 0


def note(assistant: Assistant, reply: dict[str, Any]) -> None:
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
