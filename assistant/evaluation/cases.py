"""Questions with known answers, read from JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from assistant.types import Json

GoldKind = Literal["number", "entity", "period", "boolean", "text", "product"]
TOLERANCE = Decimal("0.0005")
PRODUCT_QUESTION = "US imports of {} from Mexico in 2024"
"""What a line that names only a product is asked as."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One thing that a right answer says; `any_of` are words or codes of which one suffices."""

    kind: GoldKind
    value: str
    unit: str | None = None
    label: str = ""
    tolerance: Decimal = TOLERANCE
    any_of: tuple[str, ...] = ()
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A question or conversation; `golds` holds whole alternatives, the first choice first.

    `expect` names the statuses that are right. `wording` is shared by questions that differ only in what fills them.
    """

    id: str
    turns: tuple[str, ...]
    category: str
    expect: tuple[str, ...]
    golds: tuple[tuple[Gold, ...], ...]
    wording: str

    @property
    def question(self) -> str:
        """The last thing asked, after what was asked before it."""
        return " || ".join(self.turns)


def read(paths: Iterable[Path]) -> list[Case]:
    """The cases of the files, in order; ValueError naming the line that is not one."""
    return [case for path in paths for case in _file(path)]


def _file(path: Path) -> list[Case]:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [_line(path, number, line) for number, line in lines if line.strip()]


def _line(path: Path, number: int, line: str) -> Case:
    try:
        item = json.loads(line)
        return _product(item, path.stem, number) if "text" in item else _case(item, path.stem, number)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path}, line {number}: not a question with a known answer ({error!r})") from error


def _case(item: Mapping[str, Json], stem: str, number: int) -> Case:
    expect = item["expect"]
    return Case(
        id=str(item.get("id", f"{stem}-{number}")),
        turns=tuple(item["turns"]) if "turns" in item else (item["question"],),
        category=item.get("category", ""),
        expect=(expect,) if isinstance(expect, str) else tuple(expect),
        golds=tuple(tuple(map(_gold, golds)) for golds in (item.get("gold", []), *item.get("accept", [])) if golds),
        wording=f"{stem}:{item.get('wording', number)}",
    )


def _gold(item: Mapping[str, Json]) -> Gold:
    return Gold(
        kind=item["kind"],
        value=str(item["value"]),
        unit=item.get("unit"),
        label=item.get("label") or "",
        tolerance=Decimal(str(item.get("tolerance_rel", TOLERANCE))),
        any_of=tuple(item.get("any_of", ())),
        in_table=item.get("where") == "table",
    )


def _product(item: Mapping[str, Json], stem: str, number: int) -> Case:
    """The case of a product's everyday name: its own code is right, and so is a heading or chapter that it lies in."""
    codes = (*item["accept"], *item.get("broader", ()))
    return Case(
        id=f"{stem}-{number:03}",
        turns=(PRODUCT_QUESTION.format(item["text"]),),
        category="product name, ambiguous" if item["ambiguous"] else "product name",
        expect=("answered", "clarify") if item["ambiguous"] else ("answered",),
        golds=((Gold("product", item["accept"][0], label=item["text"], any_of=codes),),),
        wording=f"{stem}:{number}",
    )
