"""The manifest of a version: what it was built from and with, and the files that make it whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assistant.ingest.fingerprint import SCHEMA
from assistant.store.location import MANIFEST

_PACKAGES = ("chromadb", "duckdb", "numpy", "onnxruntime", "tokenizers")
_ALIVE = "chroma"


def write_manifest(work: Path, facts: Mapping[str, Any]) -> None:
    """Writes the manifest of a version, as the last of its files."""
    manifest = {
        "schema": SCHEMA,
        **facts,
        "built": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {package: version(package) for package in _PACKAGES},
        "files": _sizes(work),
    }
    (work / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def is_whole(folder: Path) -> bool:
    """Whether every file that a version's manifest lists is there at its size."""
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return all((folder / path).stat().st_size == size for path, size in files.items())
    except (OSError, ValueError, KeyError):
        return False


def _sizes(work: Path) -> dict[str, int]:
    """The size of every file but Chroma's own, which change whenever Chroma opens them."""
    paths = sorted(path for path in work.rglob("*") if path.is_file() and _ALIVE not in path.relative_to(work).parts)
    return {path.relative_to(work).as_posix(): path.stat().st_size for path in paths}
