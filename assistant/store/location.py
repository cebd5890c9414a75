"""Where the store lives, which version is in use, and how the next one takes its place.

A store is a folder: `versions/<content hash>/` holds whole builds that never change, `CURRENT` names the one in use,
`models/` and `vectors/` are kept from build to build. A version is written under another name, synced to disk, renamed,
and only then named by CURRENT, itself replaced in one step; so whatever moment a build dies at, CURRENT names a whole
version or none.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STORE_VARIABLE = "TRADE_ASSISTANT_STORE"
APPLICATION = "trade-assistant"
MANIFEST = "manifest.json"

_POINTER = "CURRENT"
_VERSIONS = "versions"
_RETIRED = "RETIRED"
_UNFINISHED = ".tmp-"
_NAME = re.compile(r"[0-9a-f]{16}")
_KEPT = 2
_GRACE_SECONDS = 600


def default_store() -> Path:
    """The folder of the store: named by TRADE_ASSISTANT_STORE, else the user's data folder."""
    if named := os.environ.get(STORE_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def current(store: Path) -> Path | None:
    """The folder of the version in use, None where nothing has been built; cheap enough to ask at every question."""
    try:
        name = (store / _POINTER).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    version = version_path(store, name)
    return version if _NAME.fullmatch(name) and (version / MANIFEST).is_file() else None


def version_path(store: Path, name: str) -> Path:
    """The folder of a version, built or not."""
    return store / _VERSIONS / name


def models(store: Path) -> Path:
    """The folder of exported embedding models, one folder each."""
    return store / "models"


def vectors(store: Path) -> Path:
    """The folder of vectors kept by the hash of their text."""
    return store / "vectors"


@contextmanager
def unfinished(store: Path) -> Iterator[Path]:
    """A new folder for a version being written; gone at the end unless it was renamed."""
    versions = store / _VERSIONS
    versions.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=versions))
    work.chmod(0o755)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def finish(work: Path, store: Path, name: str) -> Path:
    """The folder of the finished version: what was written is synced to disk and renamed as a whole."""
    version = version_path(store, name)
    if version.exists():
        # A version that lost files; current() is None for the moment between, and a reader then waits or builds.
        version.rename(work.with_name(f"{work.name}-damaged"))
    for path in (*work.rglob("*"), work):
        _sync(path)
    work.rename(version)
    _sync(version.parent)
    return version


def switch(store: Path, name: str) -> None:
    """Makes a finished version the one in use, in one step."""
    before = current(store)
    (version_path(store, name) / _RETIRED).unlink(missing_ok=True)
    fresh = store / f"{_POINTER}.new"
    fresh.write_text(name, encoding="ascii")
    _sync(fresh)
    os.replace(fresh, store / _POINTER)
    _sync(store)
    if before is not None and before.name != name:
        (before / _RETIRED).touch()


def tidy(store: Path) -> None:
    """Removes unfinished folders and old versions; only the process that holds the build lock may call it.

    Whatever is unfinished while the lock is held belongs to a build that died. Of the finished versions the one in
    use and the newest other stay, and any that went out of use less than ten minutes ago: a question reads CURRENT once
    and is answered within seconds, so no question still reads an older one.
    """
    for leftover in (*store.glob(f"{_VERSIONS}/{_UNFINISHED}*"), *models(store).glob(f"{_UNFINISHED}*")):
        shutil.rmtree(leftover, ignore_errors=True)
    used = current(store)
    others = [path for path in store.glob(f"{_VERSIONS}/*") if _NAME.fullmatch(path.name) and path != used]
    for version in sorted(others, key=_retired, reverse=True)[_KEPT - 1 :]:
        if time.time() - _retired(version) > _GRACE_SECONDS:
            shutil.rmtree(version, ignore_errors=True)


def _retired(version: Path) -> float:
    """When it went out of use; its own age where it never was in use."""
    mark = version / _RETIRED
    return (mark if mark.exists() else version).stat().st_mtime


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows syncs no folders.
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
