"""The Chroma index beside the exact vectors: written, audited and asked; the only door to Chroma."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from assistant.store.embedder import Vectors
from assistant.store.shelf import Shelf

if TYPE_CHECKING:
    from chromadb.api.client import Client as Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection as Collection

FOLDER, CARD = "passages", "card.json"
INDEX = "chroma"
NOTES, TABLES, ASKED = "notes", "tables", "asked"

_BATCH = 1000
_SAME = 1e-4
_LOG = logging.getLogger(__name__)


def write_passages(version: Path, shelves: Mapping[str, Shelf], embedder: str) -> bool:
    """Writes the shelves into a version's folder and a fresh Chroma index beside them; false if left without Chroma.

    An index that fails its audit twice is left out: the exact vectors answer alone. Questions are short and few, so
    they need no index.
    """
    directory = version / FOLDER
    directory.mkdir()
    for name, shelf in shelves.items():
        shelf.save(directory, name)
    (directory / CARD).write_text(json.dumps({"embedder": embedder}), encoding="utf-8")
    indexed = {name: shelf for name, shelf in shelves.items() if name != ASKED}
    return any(_indexed(directory, indexed) for _ in range(2))


def audit(directory: Path, shelves: Mapping[str, Shelf]) -> list[str]:
    """What the Chroma index of a passages folder lost: empty where every record finds itself and keeps its text."""
    client = opened(directory / INDEX)
    try:
        return [fault for name, shelf in shelves.items() for fault in _lost(client, name, shelf)]
    finally:
        client.close()


def _indexed(directory: Path, shelves: Mapping[str, Shelf]) -> bool:
    shutil.rmtree(directory / INDEX, ignore_errors=True)
    try:
        client = opened(directory / INDEX)
        try:
            for name, shelf in shelves.items():
                _fill(client, name, shelf)
        finally:
            client.close()
        faults = audit(directory, shelves)
    except failures() as error:
        faults = [str(error)]
    if faults:
        _LOG.warning("the Chroma index is not as it should be: %s", "; ".join(faults[:5]))
        shutil.rmtree(directory / INDEX, ignore_errors=True)
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
        nearest = query(collection, vectors, 1) if texts else [[]] * len(vectors)
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


def query(collection: Collection, vectors: Vectors, n: int) -> Sequence[Sequence[str]]:
    """The ids of the nearest records of each vector, best first, as Chroma proposes them."""
    return collection.query(query_embeddings=vectors, n_results=n, include=["distances"])["ids"]


def opened(directory: Path) -> Client:
    """The client of an index's folder; importing Chroma takes a second or more."""
    import chromadb
    from chromadb.config import Settings

    return cast("Client", chromadb.PersistentClient(str(directory), settings=Settings(anonymized_telemetry=False)))


def failures() -> tuple[type[Exception], ...]:
    """What Chroma may raise where an index is not as it should be."""
    from chromadb.errors import ChromaError

    return (ChromaError, OSError, RuntimeError, ValueError)
