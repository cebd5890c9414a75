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


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("trade-assistant", appauthor=False) / "words"


def _keep(path: Path, made: Json) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            json.dump(made, file, ensure_ascii=False)
        os.replace(file.name, path)
    except OSError:
        return
