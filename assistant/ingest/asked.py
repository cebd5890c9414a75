"""What the paragraphs of the notes answer: questions by which they are found, and their Spanish versions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.errors import CorpusError
from assistant.lexicon.tokens import clean, words
from assistant.store.gloss import glossed
from assistant.store.shelf import Record

FILE = "asked.toml"

_KEYS = {"note", "opens", "en", "es", "spanish"}
_LANGUAGES = ("en", "es")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def asked(corpus: Path, notes: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """The paragraphs with their versions in other languages, and a record for every question that one answers.

    CorpusError where an entry finds no paragraph, or its version has a figure that the paragraph does not have.
    """
    path = corpus / "documents" / FILE
    if not path.exists():
        return list(notes), []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["paragraph"]
        found = [(_paragraph(entry, notes), entry) for entry in entries]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise CorpusError(f"{FILE}: {error}") from error
    versions = {note.id: {"es": entry["spanish"]} for note, entry in found if "spanish" in entry}
    versed = [replace(note, versions=versions.get(note.id, {})) for note in notes]
    return versed, list(_unique(record for note, entry in found for record in _questions(note, entry)))


def words_of(questions: Iterable[Record]) -> list[str]:
    """The words of the questions that the notes answer, folded, in order."""
    spoken = (record for record in questions if not record.locator)
    return sorted({token.word for record in spoken for token in words(clean(record.text)) if token.word.isalpha()})


def _paragraph(entry: Mapping[str, Any], notes: Sequence[Record]) -> Record:
    if unknown := sorted(set(entry) - _KEYS):
        raise ValueError(f"unknown key: {', '.join(unknown)}")
    note, opens = entry["note"], entry["opens"]
    found = [record for record in notes if record.source == note and record.text.startswith(opens)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} paragraphs of {note} open with {opens!r}")
    own = set(_NUMBER.findall(entry.get("spanish", ""))) - set(_NUMBER.findall(found[0].text))
    if own:
        raise ValueError(f"the Spanish version of {opens!r} has figures of its own: {', '.join(sorted(own))}")
    return found[0]


def _questions(note: Record, entry: Mapping[str, Any]) -> Iterator[Record]:
    for language in _LANGUAGES:
        for text in entry.get(language, ()):
            yield Record(f"{note.id}?{text}", text, note.id, "")
            if (told := glossed(text, language)) != text:  # an English model likens the English words
                yield Record(f"{note.id}?{told}", told, note.id, "", locator=text)


def _unique(records: Iterable[Record]) -> Iterator[Record]:
    found: dict[str, Record] = {}
    for record in records:  # a question asked in English is no gloss of the Spanish one
        found.setdefault(record.id, record)
    yield from found.values()
