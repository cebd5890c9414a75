"""The README says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.reference import tables, written
from assistant.surfaces.cli import _COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_tables_are_those_of_the_code() -> None:
    assert written(README) == README, "run: python -m assistant.reference README.md"


def test_every_table_has_its_place() -> None:
    assert all(f"<!-- {name} -->" in README for name in tables())


def test_every_command_is_shown() -> None:
    shown = set(re.findall(r"trade-assistant (\w+)", README))
    assert set(_COMMANDS) - {"build"} <= shown


def test_every_path_named_exists() -> None:
    named = re.findall(r"`((?:assistant|corpus|tests|docs)/[\w./-]+)`", README)
    missing = [path for path in named if "xx" not in path and not (ROOT / path).exists()]
    assert not missing
