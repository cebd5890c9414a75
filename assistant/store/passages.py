"""Passages of the notes and descriptions of the tables, found by meaning and by words.

Importing Chroma takes a second or more, so a process that answers one question compares with every vector instead
(a few hundred: well under a millisecond) and a long-running one calls `warm`. Chroma only proposes candidates; scores
and order come from the exact vectors, so both ways give the same passages.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import AssistantError
from assistant.store.chroma import ASKED, CARD, FOLDER, INDEX, NOTES, TABLES, failures, opened, query
from assistant.store.embedder import Embedder, HashingEmbedder, OnnxEmbedder, Vectors
from assistant.store.gloss import glossed
from assistant.store.lexical import Lexicon
from assistant.store.location import models
from assistant.store.ranking import alike, by_amount, calibrated, fused, least_cosine, order
from assistant.store.sentences import best_run, sentences
from assistant.store.shelf import Shelf
from assistant.store.sureness import Sureness
from assistant.types import Passage

if TYPE_CHECKING:
    from assistant.store.chroma import Client, Collection

_CANDIDATES = 40
_WORDS = 0.5
_HELD, _LIKELY = 0.5, 0.75
"""A question that has less than this share of the query's words is at most likely the same: "exports to Mexico, how are
they valued" is not about maize exports to Mexico."""
_ALIKE = 0.5
"""Below this, two questions only have a subject in common."""
_RECENT = 32
"""Searches that are kept: the planner looks for a question's note more than once before it is cited."""
_LOG = logging.getLogger(__name__)


class Passages:
    """The notes and table descriptions of one version of the store."""

    def __init__(self, directory: Path, embedder: Embedder) -> None:
        self._directory = directory
        self._embedder = embedder
        self._shelves: dict[str, Shelf] = {}
        self._client: Client | None = None
        self._collections: dict[str, Collection] = {}
        self._found = lru_cache(maxsize=_RECENT)(self._find)

    @classmethod
    def open(cls, version: Path, embedder: Embedder | None = None) -> Passages:
        """The passages of a version's folder; nothing is read before the first search.

        The embedder is the one that the vectors were made with. Raises AssistantError where it is another or missing.
        """
        directory = version / FOLDER
        try:
            card: Mapping[str, str] = json.loads((directory / CARD).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise AssistantError(f"no passages in {version}: build the store again") from error
        embedder = embedder or _embedder(version, card)
        if embedder.name != card["embedder"]:
            raise AssistantError(f"the passages were embedded with {card['embedder']}, not with {embedder.name}")
        return cls(directory, embedder)

    def search(self, query: str, k: int = 5, language: str = "en") -> tuple[Passage, ...]:
        """The paragraphs of the notes that speak most to a query, best first, each scored 0 to 1.

        Below `ranking.SURE` none of them is to be taken for an answer. A paragraph with a version in the language is
        given in it.
        """
        return self._found(NOTES, query, k, language)

    def holding(self, source: str, text: str) -> tuple[Passage, ...]:
        """The first paragraph of one note that holds a text word for word; () where none does."""
        found = (record for record in self._shelf(NOTES).records if record.source == source and text in record.text)
        return tuple(record.passage(1.0) for record in list(found)[:1])

    def sections(self, source: str) -> tuple[str, ...]:
        """The headings of one note, in its order."""
        headings = (record.locator for record in self._shelf(NOTES).records if record.source == source)
        return tuple(dict.fromkeys(each.removeprefix("§ ").rpartition(", ")[0] for each in headings))

    def describe(self, query: str, k: int = 5) -> tuple[Passage, ...]:
        """The tables whose descriptions speak most to a query, best first; `source` is the table's id."""
        return self._found(TABLES, query, k)

    def best_sentences(self, query: str, passage: Passage, n: int = 2) -> tuple[str, ...]:
        """Up to `n` sentences of the passage in a row that say most about the query, word for word."""
        parts = sentences(passage.text)
        if len(parts) <= 1 or not query.strip():
            return tuple(parts[:n])
        held = Lexicon.of(parts).shares(query)
        likeness = self._embedder.embed(parts) @ self._vector(query)
        relevance = [max(float(cosine), 0.0) + _WORDS * held.get(row, 0.0) for row, cosine in enumerate(likeness)]
        return best_run(parts, relevance, n)

    def warm(self) -> bool:
        """Opens the model and Chroma, for a process that will answer many; false where Chroma cannot be used."""
        self._vector("warm")
        if not self._collections and (self._directory / INDEX).is_dir():
            try:
                self._client = opened(self._directory / INDEX)
                self._collections = {name: self._client.get_collection(name, None) for name in (NOTES, TABLES)}
            except failures() as error:
                _LOG.warning("Chroma did not open, vectors are compared one by one: %s", error)
        return bool(self._collections)

    def close(self) -> None:
        """Let go of Chroma's files."""
        self._collections = {}
        if self._client is not None:
            self._client.close()
            self._client = None

    def _find(self, name: str, query: str, k: int, language: str = "en") -> tuple[Passage, ...]:
        shelf = self._shelf(name)
        if not shelf.records or not query.strip() or k < 1:
            return ()
        told = glossed(query, language)
        likeness_asked = self._likeness((told,)) if name == NOTES else {}  # the model takes Spanish ones to be alike
        asked = self._asked(likeness_asked, told_again=told != query)
        vector = self._vector(told)
        query = told
        by_words = by_amount(shelf.lexicon.scores(query))[:_CANDIDATES]
        by_meaning = self._nearest(name, vector, max(_CANDIDATES, k))
        agreement = fused(by_meaning, by_words, by_amount({row: score for row, (score, _) in asked.items()}))
        likeness, shares = shelf.likeness(list(agreement), vector), shelf.lexicon.shares(query)
        scores = {row: calibrated(likeness[row], shares.get(row, 0.0)) for row in agreement}
        scores |= {row: max(scores[row], score) for row, (score, _) in asked.items()}
        best = order(scores, agreement)[:k]
        found = [shelf.records[row].passage(scores[row], language, asked.get(row, (0.0, ""))) for row in best]
        sure = self._sureness.of(told, best, [*likeness_asked.values()]) if name == NOTES else {}
        return tuple(replace(p, sure=sure.get(row, 0.0)) for row, p in zip(best, found, strict=True))

    def _likeness(self, wordings: Iterable[str]) -> dict[str, Vectors]:
        """How like each wording of a question every question is that a paragraph is known to answer."""
        shelf = self._shelf(ASKED)
        return {wording: shelf.vectors @ self._vector(wording) for wording in wordings} if shelf.records else {}

    def _asked(self, likeness: Mapping[str, Vectors], *, told_again: bool) -> dict[int, tuple[float, str]]:
        """The paragraphs that answer a question like this one: by row, how alike the closest is, and that question.

        `told_again`: the question is also told in English words, and so likened to others that are.
        """
        found: dict[int, tuple[float, str]] = {}
        for wording, of_each in likeness.items():
            for row, alike_one in self._like(wording, of_each, told_again=told_again):
                found[row] = max(found.get(row, (0.0, "")), alike_one)
        return found

    def _like(self, query: str, likeness: Vectors, *, told_again: bool) -> Iterator[tuple[int, tuple[float, str]]]:
        """The row of a paragraph, how alike a question that it answers is, and the question."""
        shelf, rows = self._shelf(ASKED), self._shelf(NOTES).rows
        held, shares = shelf.lexicon.shares(query), shelf.lexicon.likeness(query, shelf.weights)
        other = 0.0 if shelf.lexicon.asked(query) else 1.0  # "what can you do" is told by its likeness alone
        for row in (likeness >= least_cosine(_ALIKE)).nonzero()[0].tolist():
            if shelf.records[row].locator and not told_again:
                continue
            score = alike(float(likeness[row]), shares.get(row, other))
            if held.get(row, other) < _HELD:
                score = min(score, _LIKELY)
            if score >= _ALIKE:
                record = shelf.records[row]
                yield rows[record.source], (score, record.locator or record.text)  # as it was asked, not its gloss

    def _nearest(self, name: str, vector: Vectors, n: int) -> list[int]:
        shelf, collection = self._shelf(name), self._collections.get(name)
        if collection is None:
            return shelf.nearest(vector, n)
        wanted = min(n, len(shelf.records))
        rows = [shelf.rows[key] for key in query(collection, vector[None], wanted)[0] if key in shelf.rows]
        return shelf.ordered(rows, vector) if len(rows) == wanted else shelf.nearest(vector, n)

    @cached_property
    def _sureness(self) -> Sureness:
        return Sureness(self._shelf(NOTES), self._shelf(ASKED))

    def _vector(self, text: str) -> Vectors:
        vector: Vectors = self._embedder.embed([text])[0]
        return vector

    def _shelf(self, name: str) -> Shelf:
        if name not in self._shelves:
            self._shelves[name] = Shelf.load(self._directory, name)
        return self._shelves[name]


def _embedder(version: Path, card: Mapping[str, str]) -> Embedder:
    if card["embedder"] == HashingEmbedder.name:
        return HashingEmbedder()
    return OnnxEmbedder(models(version.parent.parent) / card["embedder"].replace("/", "-"))
