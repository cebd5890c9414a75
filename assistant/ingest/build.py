"""A corpus made into a store: tables, notes and their vectors written apart, checked, and put in use in one step."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import CorpusError
from assistant.ingest.fingerprint import fingerprint
from assistant.ingest.manifest import is_whole, write_manifest
from assistant.store import location
from assistant.store.weights import Source, source

if TYPE_CHECKING:
    from assistant.ingest.documents import Document
    from assistant.store.embedder import Embedder
    from assistant.store.shelf import Record
    from assistant.store.tables import Table

Progress = Callable[[int, int, str], None]
"""Told (steps done, steps in all, what is being done now)."""

Ingest = Callable[[Path, Path, Callable[[str], None]], "Sequence[Table]"]

DATABASE = "tables.duckdb"
DOCUMENTS = "documents.json"
NOMENCLATURE = "nomenclature"
NOTED = "noted.txt"
"""Words that only the notes speak of: they are no slips of the pen."""

_VECTOR_STEPS = 10
_OTHER_STEPS = 5


def build(
    corpus: Path,
    store: Path | None = None,
    progress: Progress | None = None,
    *,
    embedder: Embedder | None = None,
    ingest: Ingest | None = None,
) -> Path:
    """The folder of the store's version for a corpus, built if it is not there, and in use from now on.

    A store that already holds this corpus is left as it is. Two builds of one store wait for each other. Raises
    CorpusError where a table or note is not as described, and then the version in use stays.
    """
    store = store or location.default_store()
    if not corpus.is_dir():
        raise CorpusError(f"there is no corpus folder {corpus}")
    model = embedder or source()
    name = fingerprint(corpus, model.name)
    version = location.version_path(store, name)
    if location.current(store) == version and is_whole(version) and _is_ready(model, store):
        return version
    from filelock import FileLock

    tell = progress or (lambda done, total, label: None)
    store.mkdir(parents=True, exist_ok=True)
    tell(0, 1, "waiting for another build to end")
    with FileLock(store / "build.lock"):
        location.tidy(store)
        _run(corpus, store, name, model, ingest, _Steps(tell, len(list(corpus.glob("tables/*/table.toml")))))
        location.tidy(store)
    return version


def _run(corpus: Path, store: Path, name: str, model: Embedder | Source, ingest: Ingest | None, steps: _Steps) -> None:
    steps("embedding model")
    embedder = _exported(model, store) if isinstance(model, Source) else model
    if not is_whole(location.version_path(store, name)):
        with location.unfinished(store) as work:
            _write(work, corpus, store, name, embedder, ingest or _ingest(), steps)
            steps("writing to disk")
            location.finish(work, store, name)
    steps("putting it in use")
    location.switch(store, name)
    steps("done")


class _Steps:
    """Counts what is done and tells whoever wants to know; a label is told when its work begins."""

    def __init__(self, tell: Progress, tables: int) -> None:
        self._tell, self._total, self._done = tell, tables + _VECTOR_STEPS + _OTHER_STEPS, -1

    def __call__(self, label: str, steps: int = 1) -> None:
        self._done += steps
        self._tell(self._total if label == "done" else min(self._done, self._total), self._total, label)

    def told_of_texts(self, done: int, total: int) -> None:
        """Turns texts embedded into the steps that all of them together are worth."""
        before = _VECTOR_STEPS * (done - 1) // max(total, 1)
        self(f"vectors {done}/{total}", _VECTOR_STEPS * done // max(total, 1) - before)


def _write(work: Path, corpus: Path, store: Path, name: str, embedder: Embedder, ingest: Ingest, steps: _Steps) -> None:
    from assistant.ingest.documents import read_documents
    from assistant.ingest.texts import write_texts

    started = time.monotonic()
    tables = ingest(corpus, work / DATABASE, steps)
    steps("notes")
    documents = read_documents(corpus)
    write_texts(corpus, work)
    (work / DOCUMENTS).write_text(json.dumps([*map(_shown, documents)], ensure_ascii=False), encoding="utf-8")
    if (corpus / NOMENCLATURE).is_dir():
        shutil.copytree(corpus / NOMENCLATURE, work / NOMENCLATURE)
    counts = {"tables": len(tables), "rows": sum(table.rows for table in tables), "documents": len(documents)}
    texts = (tables, documents, corpus)
    counts["paragraphs"], index = _write_passages(work, location.vectors(store), *texts, embedder, steps)
    if fingerprint(corpus, embedder.name) != name:
        raise CorpusError(f"{corpus} changed while it was being read: build again")
    seconds = round(time.monotonic() - started, 1)
    facts = {"content": name, "embedder": embedder.name, "index": index, "seconds": seconds, "counts": counts}
    write_manifest(work, facts)


def _write_passages(
    work: Path,
    cache: Path,
    tables: Sequence[Table],
    documents: Sequence[Document],
    corpus: Path,
    embedder: Embedder,
    steps: _Steps,
) -> tuple[int, str]:
    """How many paragraphs were written, and which index finds them: chroma, or exact where it failed its audit."""
    from assistant.ingest.asked import asked, words_of
    from assistant.ingest.paragraphs import paragraphs
    from assistant.ingest.vectors import embed
    from assistant.store.chroma import ASKED, NOTES, TABLES, write_passages
    from assistant.store.shelf import Shelf

    notes = [record for document in documents for record in paragraphs(document, embedder.pieces, embedder.limit)]
    notes, questions = asked(corpus, notes)
    if (work / NOMENCLATURE).is_dir():
        (work / NOMENCLATURE / NOTED).write_text("\n".join(words_of(questions)), encoding="utf-8")
    held = {NOTES: notes, TABLES: [_described(table) for table in tables], ASKED: questions}
    texts = [record.embedded for records in held.values() for record in records]
    vectors = embed(texts, embedder, cache, steps.told_of_texts)
    ends = dict(zip(held, accumulate(map(len, held.values())), strict=True))
    shelves = {name: Shelf(records, vectors[ends[name] - len(records) : ends[name]]) for name, records in held.items()}
    steps("index of passages")
    indexed = write_passages(work, shelves, embedder.name)
    return len(notes), "chroma" if indexed else "exact"


def _described(table: Table) -> Record:
    from assistant.store.shelf import Record

    return Record(table.id, table.description, table.id, table.title, publisher=table.publisher, url=table.url)


def _shown(document: Document) -> dict[str, Any]:
    """What a page of sources says of a note: all but its body."""
    return {key: value for key, value in asdict(document).items() if key not in ("body", "computed")}


def _is_ready(model: Embedder | Source, store: Path) -> bool:
    return not isinstance(model, Source) or model.is_exported(location.models(store))


def _exported(model: Source, store: Path) -> Embedder:
    from platformdirs import user_cache_path

    from assistant.store.embedder import OnnxEmbedder
    from assistant.store.exported import ensure

    spare = user_cache_path(location.APPLICATION, appauthor=False) / "models"
    return OnnxEmbedder(ensure(model, location.models(store), spare))


def _ingest() -> Ingest:
    from assistant.ingest.tables import ingest_tables

    return ingest_tables
