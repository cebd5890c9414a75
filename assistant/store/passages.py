"""Passages of the notes and descriptions of the tables, found by meaning and by words; the only door to Chroma.

Importing Chroma takes a second or more, so a process that answers one question compares with every vector instead
(a few hundred: well under a millisecond) and a long-running one calls `warm`. Chroma only proposes candidates; scores
and order come from the exact vectors, so both ways give the same passages.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from assistant.errors import AssistantError
from assistant.store.embedder import Embedder, HashingEmbedder, OnnxEmbedder, Vectors
from assistant.store.gloss import glossed
from assistant.store.lexical import Lexicon
from assistant.store.location import models
from assistant.store.ranking import alike, by_amount, calibrated, fused, order
from assistant.store.sentences import best_run, sentences
from assistant.store.shelf import Shelf
from assistant.types import Passage

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection

FOLDER = "passages"
NOTES, TABLES, ASKED = "notes", "tables", "asked"

_CHROMA = "chroma"
_CARD = "card.json"
_CANDIDATES = 40
_BATCH = 1000
_SAME = 1e-4
_WORDS = 0.5
_HELD, _LIKELY = 0.5, 0.75
"""A question that has less than this share of the query's words is at most likely the same: "exports to Mexico, how are
they valued" is not about maize exports to Mexico."""
_ALIKE = 0.5
"""Below this, two questions only have a subject in common."""
_LOG = logging.getLogger(__name__)


class Passages:
    """The notes and table descriptions of one version of the store."""

    def __init__(self, directory: Path, embedder: Embedder) -> None:
        self._directory = directory
        self._embedder = embedder
        self._shelves: dict[str, Shelf] = {}
        self._client: Client | None = None
        self._collections: dict[str, Collection] = {}

    @classmethod
    def open(cls, version: Path, embedder: Embedder | None = None) -> Passages:
        """The passages of a version's folder; nothing is read before the first search.

        The embedder is the one that the vectors were made with. Raises AssistantError where it is another or missing.
        """
        directory = version / FOLDER
        try:
            card: Mapping[str, str] = json.loads((directory / _CARD).read_text(encoding="utf-8"))
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
        if not self._collections and (self._directory / _CHROMA).is_dir():
            try:
                self._client = _client(self._directory / _CHROMA)
                self._collections = {name: self._client.get_collection(name, None) for name in (NOTES, TABLES)}
            except _failures() as error:
                _LOG.warning("Chroma did not open, vectors are compared one by one: %s", error)
        return bool(self._collections)

    def close(self) -> None:
        """Let go of Chroma's files."""
        self._collections = {}
        if self._client is not None:
            self._client.close()
            self._client = None

    def _found(self, name: str, query: str, k: int, language: str = "en") -> tuple[Passage, ...]:
        shelf = self._shelf(name)
        if not shelf.records or not query.strip() or k < 1:
            return ()
        asked = self._asked(query, language) if name == NOTES else {}
        told = glossed(query, language)
        vector = self._vector(told)
        query = query if told == query else f"{told} {query}"
        by_words = by_amount(shelf.lexicon.scores(query))[:_CANDIDATES]
        by_meaning = self._nearest(name, vector, max(_CANDIDATES, k))
        agreement = fused(by_meaning, by_words, by_amount({row: score for row, (score, _) in asked.items()}))
        likeness, shares = shelf.likeness(list(agreement), vector), shelf.lexicon.shares(query)
        scores = {row: calibrated(likeness[row], shares.get(row, 0.0)) for row in agreement}
        scores |= {row: max(scores[row], score) for row, (score, _) in asked.items()}
        best = order(scores, agreement)[:k]
        return tuple(shelf.records[row].passage(scores[row], language, asked.get(row, (0.0, ""))) for row in best)

    def _asked(self, query: str, language: str) -> dict[int, tuple[float, str]]:
        """The paragraphs that answer a question like this one: by row, how alike the closest is, and that question."""
        found: dict[int, tuple[float, str]] = {}
        for wording in dict.fromkeys((query, glossed(query, language))):
            for row, alike_one in self._like(wording):
                found[row] = max(found.get(row, (0.0, "")), alike_one)
        return found

    def _like(self, query: str) -> Iterator[tuple[int, tuple[float, str]]]:
        """The row of a paragraph, how alike a question that it answers is, and the question."""
        shelf, rows = self._shelf(ASKED), self._shelf(NOTES).rows
        if not shelf.records:
            return
        held, shares = shelf.lexicon.shares(query), shelf.lexicon.likeness(query, shelf.weights)
        other = 0.0 if shelf.lexicon.asked(query) else 1.0  # "what can you do" is told by its likeness alone
        for row, cosine in enumerate(shelf.vectors @ self._vector(query)):
            score = alike(float(cosine), shares.get(row, other))
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
        rows = [shelf.rows[key] for key in _query(collection, vector[None], wanted)[0] if key in shelf.rows]
        return shelf.ordered(rows, vector) if len(rows) == wanted else shelf.nearest(vector, n)

    def _vector(self, text: str) -> Vectors:
        vector: Vectors = self._embedder.embed([text])[0]
        return vector

    def _shelf(self, name: str) -> Shelf:
        if name not in self._shelves:
            self._shelves[name] = Shelf.load(self._directory, name)
        return self._shelves[name]


def write_passages(version: Path, shelves: Mapping[str, Shelf], embedder: str) -> bool:
    """Writes the shelves into a version's folder and a fresh Chroma index beside them; false if left without Chroma.

    An index that fails its audit twice is left out: the exact vectors answer alone. Questions are short and few, so
    they need no index.
    """
    directory = version / FOLDER
    directory.mkdir()
    for name, shelf in shelves.items():
        shelf.save(directory, name)
    (directory / _CARD).write_text(json.dumps({"embedder": embedder}), encoding="utf-8")
    indexed = {name: shelf for name, shelf in shelves.items() if name != ASKED}
    return any(_indexed(directory, indexed) for _ in range(2))


def audit(directory: Path, shelves: Mapping[str, Shelf]) -> list[str]:
    """What the Chroma index of a passages folder lost: empty where every record finds itself and keeps its text."""
    client = _client(directory / _CHROMA)
    try:
        return [fault for name, shelf in shelves.items() for fault in _lost(client, name, shelf)]
    finally:
        client.close()


def _indexed(directory: Path, shelves: Mapping[str, Shelf]) -> bool:
    shutil.rmtree(directory / _CHROMA, ignore_errors=True)
    try:
        client = _client(directory / _CHROMA)
        try:
            for name, shelf in shelves.items():
                _fill(client, name, shelf)
        finally:
            client.close()
        faults = audit(directory, shelves)
    except _failures() as error:
        faults = [str(error)]
    if faults:
        _LOG.warning("the Chroma index is not as it should be: %s", "; ".join(faults[:5]))
        shutil.rmtree(directory / _CHROMA, ignore_errors=True)
    return not faults


def _fill(client: Client, name: str, shelf: Shelf) -> None:
    wide: CreateHNSWConfiguration = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
    collection = client.create_collection(name, configuration={"hnsw": wide}, embedding_function=None)
    for start in range(0, len(shelf.records), _BATCH):
        batch = shelf.records[start : start + _BATCH]
        collection.add(
            ids=[record.id for record in batch],
            embeddings=shelf.vectors[start : start + _BATCH],
            documents=[record.text for record in batch],
        )


def _lost(client: Client, name: str, shelf: Shelf) -> list[str]:
    collection = client.get_collection(name, None)
    kept = collection.get(include=["documents"])
    texts = dict(zip(kept["ids"], kept["documents"] or (), strict=True))
    faults = [f"{name} holds {key}, which is no record" for key in texts if key not in shelf.rows]
    for start in range(0, len(shelf.records), _BATCH):
        vectors = shelf.vectors[start : start + _BATCH]
        nearest = _query(collection, vectors, 1) if texts else [[]] * len(vectors)
        for row, found in enumerate(nearest, start):
            record = shelf.records[row]
            if texts.get(record.id) != record.text:
                faults.append(f"{name} lost the text of {record.id}")
            elif not any(_same(shelf, shelf.rows.get(key), row) for key in found):
                faults.append(f"{name} does not find {record.id}")
    return faults


def _same(shelf: Shelf, found: int | None, row: int) -> bool:
    """Whether a row found is the row, or its twin: two equal texts have one vector."""
    return found is not None and bool(np.abs(shelf.vectors[found] - shelf.vectors[row]).max() < _SAME)


def _query(collection: Collection, vectors: Vectors, n: int) -> Sequence[Sequence[str]]:
    return collection.query(query_embeddings=vectors, n_results=n, include=["distances"])["ids"]


def _client(directory: Path) -> Client:
    import chromadb
    from chromadb.config import Settings

    return cast("Client", chromadb.PersistentClient(str(directory), settings=Settings(anonymized_telemetry=False)))


def _failures() -> tuple[type[Exception], ...]:
    from chromadb.errors import ChromaError

    return (ChromaError, OSError, RuntimeError, ValueError)


def _embedder(version: Path, card: Mapping[str, str]) -> Embedder:
    if card["embedder"] == HashingEmbedder.name:
        return HashingEmbedder()
    return OnnxEmbedder(models(version.parent.parent) / card["embedder"].replace("/", "-"))
