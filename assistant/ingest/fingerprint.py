"""What a build depends on, as one hash: nothing heavy is imported, so that an unchanged corpus is seen at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

SCHEMA = "1"
"""The version of the store's layout: raise it when what a build writes changes, and every store is built anew."""

_PACKAGE = Path(__file__).resolve().parents[1]
_CODE = (
    *("ingest/**/*.py", "store/tables.py", "store/passages.py", "store/shelf.py"),
    *("store/lexical.py", "store/sentences.py", "store/stopwords.txt"),
)


def fingerprint(corpus: Path, embedder: str) -> str:
    """The name of the version that a corpus gives: a hash of its files, of the embedder, and of what reads them.

    The ingest code counts as well as the files: a new release of the program must not answer from an older reading.
    """
    digest = hashlib.sha256(f"{SCHEMA}\n{embedder}\n".encode())
    for root, path in (*_files(corpus), *_code()):
        with path.open("rb") as content:
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
            digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()[:16]


def _code() -> Iterator[tuple[Path, Path]]:
    for pattern in _CODE:
        yield from ((_PACKAGE, path) for path in sorted(_PACKAGE.glob(pattern)))


def _files(corpus: Path) -> Iterator[tuple[Path, Path]]:
    """Every file of the corpus in order; what starts with a dot (editors, file systems) is no part of it."""
    for path in sorted(corpus.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(corpus).parts):
            yield corpus, path
