"""Questions read by the lexicon of a language, English if none is named, and the rows of the example files."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.languages.language import load
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.question import Question
from assistant.lexicon.slots import question
from assistant.settings import CORPUS
from assistant.store.nomenclature import Nomenclature

EXAMPLES = Path(__file__).parents[1] / "examples"


def read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"))


def rows(name: str) -> list[Any]:
    """Each text with what it means; those under [gaps] are known to be misread."""
    sections = read(name).items()
    return [row(text, expected, section == "gaps") for section, texts in sections for text, expected in texts.items()]


def row(text: str, expected: Any, gap: bool = False) -> Any:
    """One row of a table of tests; a gap is expected to fail, and to be moved when it no longer does."""
    return pytest.param(text, expected, id=text, marks=[pytest.mark.xfail(reason="a known gap")] if gap else [])


@cache
def lexicon(code: str = "en") -> Lexicon:
    return Lexicon(load(code), Nomenclature(CORPUS / "nomenclature"))


@cache
def understood(text: str, code: str = "en") -> Question:
    return question(*lexicon(code).link(text), lexicon(code).language, "USA")


def candidates(text: str, *kinds: str) -> list[tuple[str, ...]]:
    """What the words of those kinds may mean, in order, without the kind's name."""
    prefixes = tuple(f"{kind}:" for kind in kinds)
    found = [tuple(c for c in m.candidates if c.startswith(prefixes)) for m in understood(text).mentions]
    return [codes for codes in found if codes]
