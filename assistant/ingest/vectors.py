"""Vectors kept from build to build by the hash of their text, so that a new note does not embed the old ones again."""

from __future__ import annotations

import hashlib
import logging
import os
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from assistant.store.embedder import Embedder, Vectors

_LOG = logging.getLogger(__name__)
_THREADS = 4


def embed(texts: Sequence[str], embedder: Embedder, cache: Path, tell: Callable[[int, int], None]) -> Vectors:
    """One vector a text, in order; only texts that the cache folder does not know are embedded.

    The cache keeps the vectors of these texts and forgets the others. `tell` hears (texts embedded, texts to embed).
    """
    path = cache / f"{embedder.name.replace('/', '-')}.npz"
    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    known = _load(path)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    known |= dict(zip(missing, _embedded(list(missing.values()), embedder, tell), strict=True))
    used = {key: known[key] for key in keys}
    _save(path, used)
    return np.stack([used[key] for key in keys]) if keys else embedder.embed([])


def _embedded(texts: list[str], embedder: Embedder, tell: Callable[[int, int], None]) -> list[Vectors]:
    found: list[Vectors] = []
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1)) as pool:
        for (vector,) in pool.map(lambda text: embedder.embed([text]), texts):
            found.append(vector)
            tell(len(found), len(texts))
    if not texts:
        tell(0, 0)
    return found


def _load(path: Path) -> dict[str, Vectors]:
    try:
        with np.load(path, allow_pickle=False) as kept:
            return dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        _LOG.warning("kept vectors are not readable, all texts are embedded again: %s", error)
        return {}


def _save(path: Path, vectors: dict[str, Vectors]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new.npz")
    stacked = np.stack(list(vectors.values())) if vectors else np.zeros((0, 0), np.float32)
    np.savez(fresh, keys=np.array(list(vectors), dtype=np.str_), vectors=stacked)
    os.replace(fresh, path)
