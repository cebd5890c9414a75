"""What tables declare, in other languages: pairs of a text and its translation, by language."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import CorpusError

TEXTS = "texts.json"
_LANGUAGE = re.compile(r"[a-z]{2}")


def write_texts(corpus: Path, work: Path) -> None:
    """Write the translations of a corpus beside its catalog; a table's own file goes before the shared one."""
    found: dict[str, dict[str, str]] = {}
    for path in (*sorted(corpus.glob("tables/*.toml")), *sorted(corpus.glob("tables/*/*.toml"))):
        if _LANGUAGE.fullmatch(path.stem):
            found.setdefault(path.stem, {}).update(_pairs(path))
    (work / TEXTS).write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of a file, whatever section they stand in; CorpusError where one is no text."""
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path}: not valid TOML: {error}") from error
    for name, section in sections.items():
        for text, translated in (section if isinstance(section, dict) else {name: section}).items():
            if not isinstance(translated, str) or not translated.strip():
                raise CorpusError(f"{path}: the translation of {text!r} must be a text")
            yield text, translated
