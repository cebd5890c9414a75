"""Results that are slow to make and follow from files alone, kept as JSON in the user's cache folder."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Json = Any
_READ = frozenset({".py", ".toml", ".txt", ".csv"})
_VERSIONS = 4
"""How many results of one name are kept; of older files or code, they would only fill the folder."""


def remembered(name: str, made_from: bytes, make: Callable[[], Json]) -> Json:
    """What `make` gives, from the cache where it was made from the same bytes before.

    A cache that cannot be read or written only costs time: the result is made anew.
    """
    path = _folder() / f"{name}-{hashlib.sha256(made_from).hexdigest()[:24]}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        made = make()
        _keep(path, made)
        return made


def stamps(*folders: Path) -> bytes:
    """What changes when a file of some folders does: their names, sizes and times; for what code and data make."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _READ)
    told = ((path, path.stat()) for path in files)
    return "\n".join(f"{path}:{stat.st_size}:{stat.st_mtime_ns}" for path, stat in told).encode()


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("trade-assistant", appauthor=False) / "words"


def _keep(path: Path, made: Json) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            json.dump(made, file, ensure_ascii=False)
        os.replace(file.name, path)
        kept = sorted(path.parent.glob(f"{path.stem.rsplit('-', 1)[0]}-*.json"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-_VERSIONS]:
            old.unlink(missing_ok=True)
    except OSError:
        return
