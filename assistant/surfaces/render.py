"""A reply as text: for a terminal, and for pasting into a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import fill
from typing import Any

from assistant.surfaces.grid import Column, columns, readable, write
from assistant.surfaces.labels import ENGLISH, label
from assistant.surfaces.markup import clean, literal, markdown, unmarked, words

Reply = Mapping[str, Any]
"""A reply in the form of the contract."""

_WIDTH = 100
_ROWS = 40
_CELL = 48


def terminal(reply: Reply, width: int = _WIDTH) -> str:
    """The reply for a terminal: text, table, options, what was assumed, sources, next questions."""
    language = str(reply.get("language") or ENGLISH)
    parts = [
        _wrapped(unmarked(reply["text"]), width),
        _table(columns(reply.get("table")), language),
        _numbered(label(language, "which"), reply.get("options")),
        _listed(label(language, "assumed_short"), reply.get("assumptions"), width),
        _listed(label(language, "sources"), [citation(each) for each in reply.get("citations") or ()], width),
        _listed(label(language, "next"), reply.get("suggestions"), width),
    ]
    return "\n\n".join(part for part in parts if part)


def plain(reply: Reply) -> str:
    """The answer with its sources as clean text, to paste into a report."""
    sources = [citation(each) for each in reply.get("citations") or ()]
    return "\n\n".join(part for part in (unmarked(reply["text"]).strip(), "\n".join(sources)) if part)


def citation(cited: Mapping[str, Any]) -> str:
    """One source on one line: its mark, title, publisher, place and address."""
    named = [cited.get(key) for key in ("title", "source", "locator")]
    seen = list(dict.fromkeys(str(name) for name in named if name))
    address = f" {cited['url']}" if cited.get("url") else ""
    return clean(f"[{cited['id']}] {'; '.join(seen)}.{address}").replace("\n", " ")


def _wrapped(text: str, width: int) -> str:
    return "\n".join(line if len(line) <= width else fill(line, width) for line in text.strip().splitlines())


def _listed(title: str, items: Iterable[str] | None, width: int) -> str:
    lines = [fill(clean(str(item)), width, initial_indent="  ", subsequent_indent="    ") for item in items or ()]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _numbered(title: str, items: Iterable[str] | None) -> str:
    lines = [f"  {number}. {clean(str(item))}" for number, item in enumerate(items or (), 1)]
    return "\n".join([title, *lines]) if lines else ""


def _table(shown: tuple[Column, ...], language: str) -> str:
    """The table aligned: numbers to the right, text to the left; long tables say how many rows are left out."""
    if not shown:
        return ""
    lined = [_column(readable(column, language)) for column in shown]
    lines = ["  ".join(cells).rstrip() for cells in zip(*lined, strict=True)]
    left_out = len(shown[0].cells) - _ROWS
    return "\n".join([*lines, label(language, "more_rows", n=left_out)] if left_out > 0 else lines)


def _column(column: Column) -> list[str]:
    cells = [_short(write(cell, column.digits)) for cell in column.cells[:_ROWS]]
    head = _short(column.header)
    width = max(map(len, (head, *cells)))
    is_text = any(isinstance(cell, str) for cell in column.cells)
    aligned = [text.ljust(width) if is_text else text.rjust(width) for text in (head, *cells)]
    return [aligned[0], "-" * width, *aligned[1:]]


def _short(text: str) -> str:
    text = clean(text).replace("\n", " ").replace("\t", " ")
    return text if len(text) <= _CELL else f"{text[: _CELL - 1]}…"


__all__ = ["citation", "clean", "literal", "markdown", "plain", "terminal", "unmarked", "words"]
