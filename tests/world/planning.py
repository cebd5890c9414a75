"""Plans in one line a call, as the files under tests/plans write them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from assistant.dialogue import Dialogue, recall
from assistant.lexicon.question import Question
from assistant.planner.defaults import complete
from assistant.settings import Home
from assistant.store.store import Store
from assistant.types import Call
from tests.world.reading import understood

PLANS = Path(__file__).parents[1] / "plans"


def plans() -> list[tuple[str, list[str], bool]]:
    """Every question of the plan files with its calls, and whether it is a known gap."""
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(PLANS.glob("*.toml"))]
    sections = [section for sections in files for section in sections.items()]
    return [(question, calls, name == "gaps") for name, rows in sections for question, calls in rows.items()]


def completed(text: str, store: Store, dialogue: Dialogue = Dialogue()) -> Question:
    """A question with what the dialogue carries and what the defaults fill, for a home of the US and Mexico."""
    return complete(recall(understood(text), dialogue, Home().country), store, Home())


def lines(calls: tuple[Call, ...]) -> list[str]:
    """Each call on a line: its tool and its arguments, references by the name of their call."""
    return [
        " ".join([call.tool, *(f"{name}={_written(value)}" for name, value in call.args.items())]) for call in calls
    ]


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return str(value["ref"]) if set(value) == {"ref"} else ",".join(f"{k}:{_written(v)}" for k, v in value.items())
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
