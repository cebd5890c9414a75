"""The tables of the README that are made from the code, and the writing of them into it."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from assistant.languages.language import languages, load
from assistant.measures import MEASURES
from assistant.tools import SHORTCUTS, TOOLS


def tables() -> Mapping[str, str]:
    """The tables by the name of their place in the README, as Markdown."""
    return {
        "measures": _table(("measure", "gives", "unit"), ((m.name, m.label, m.unit) for m in MEASURES.values())),
        "tools": _table(("tool", "gives"), ((f"`{name}`", _first_line(tool)) for name, tool in TOOLS.items())),
        "shortcuts": _table(
            ("shortcut", "gives"), ((f"`{name}`", _first_line(tool)) for name, tool in SHORTCUTS.items())
        ),
        "languages": _table(
            ("language", "file", "phrases"),
            (
                (load(c).sections["name"], f"`assistant/languages/{c}.toml`", str(len(load(c).phrases)))
                for c in languages()
            ),
        ),
    }


def written(text: str) -> str:
    """The text with each table put between its marks, `<!-- name -->` and `<!-- /name -->`."""
    for name, table in tables().items():
        marks = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(marks, lambda match, table=table: f"{match[1]}{table}\n{match[2]}", text, flags=re.DOTALL)  # type: ignore[misc]
    return text


def _first_line(tool: object) -> str:
    return " ".join((inspect.getdoc(tool) or "").split("\n\n")[0].split())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(written(path.read_text(encoding="utf-8")), encoding="utf-8")
