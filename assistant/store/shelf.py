"""Texts with their vectors and words, kept exactly: what Chroma is audited against, and what answers without it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from assistant.store.embedder import Vectors
from assistant.store.lexical import Lexicon
from assistant.types import Passage


def headed(title: str, section: str, text: str) -> str:
    """The text below the headings that it stands under: what is turned into a vector."""
    return ". ".join(filter(None, (title, section))) + f"\n{text}"


@dataclass(frozen=True, slots=True)
class Record:
    """A text that can be found: a paragraph of a note with its versions by language, or the description of a table."""

    id: str
    text: str
    source: str
    title: str = ""
    locator: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def embedded(self) -> str:
        """What is turned into a vector: the headings that the text stands under, then the text."""
        return headed(self.title, self.section, self.text)

    @property
    def searched(self) -> str:
        """What words are looked for in: headings, keywords and versions in other languages too."""
        return "\n".join((self.title, self.section, self.text, *self.keywords, *self.versions.values()))

    def passage(self, score: float, language: str = "en", asked: tuple[float, str] = (0.0, "")) -> Passage:
        """The record as the passage that an answer cites, in a language where it has a version in it."""
        spoken = language if language in self.versions else "en"
        text = self.versions.get(language, self.text)
        place = (self.source, self.title, self.locator)
        known, question = asked
        return Passage(self.id, text, *place, score, self.url, self.publisher, spoken, question, known)


class Shelf:
    """Records, one vector of length 1 each, and the lexicon of their words."""

    def __init__(self, records: Sequence[Record], vectors: Vectors, lexicon: Lexicon | None = None) -> None:
        if len(records) != len(vectors):
            raise ValueError(f"{len(records)} records with {len(vectors)} vectors")
        self.records = tuple(records)
        self.vectors = vectors
        self.lexicon = lexicon or Lexicon.of(record.searched for record in records)

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each record by its id."""
        return {record.id: row for row, record in enumerate(self.records)}

    @cached_property
    def weights(self) -> Mapping[int, float]:
        """What the words of each record weigh together, by row."""
        return self.lexicon.weights()

    def nearest(self, vector: Vectors, n: int) -> list[int]:
        """The rows of the `n` records most alike, best first, by comparison with every one."""
        return self.ordered(range(len(self.records)), vector)[:n]

    def ordered(self, rows: Sequence[int], vector: Vectors) -> list[int]:
        """The rows by likeness, best first; equal ones in their order."""
        likeness = self.likeness(rows, vector) if len(rows) < len(self.records) else self._all(vector)
        return sorted(rows, key=lambda row: (-likeness[row], row))

    def _all(self, vector: Vectors) -> Vectors:
        likeness: Vectors = self.vectors @ vector
        return likeness

    def likeness(self, rows: Sequence[int], vector: Vectors) -> dict[int, float]:
        """The cosine of each row's record with the vector."""
        chosen = list(rows)
        return dict(zip(chosen, map(float, self.vectors[chosen] @ vector), strict=True)) if chosen else {}

    def save(self, directory: Path, name: str) -> None:
        """Writes the shelf as <name>.json and <name>.npy."""
        records = [{name: value for name, value in asdict(record).items() if value} for record in self.records]
        kept: dict[str, Any] = {"records": records, "lexicon": asdict(self.lexicon)}
        (directory / f"{name}.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        np.save(directory / f"{name}.npy", self.vectors, allow_pickle=False)

    @classmethod
    def load(cls, directory: Path, name: str) -> Shelf:
        """The shelf that was saved under the name; an empty one where none was."""
        if not (directory / f"{name}.json").exists():
            return cls((), np.zeros((0, 1), np.float32))
        kept = json.loads((directory / f"{name}.json").read_text(encoding="utf-8"))
        records = [Record(**record | {"keywords": tuple(record.get("keywords", ()))}) for record in kept["records"]]
        vectors = np.load(directory / f"{name}.npy", allow_pickle=False)
        return cls(records, vectors, Lexicon(**kept["lexicon"]))
