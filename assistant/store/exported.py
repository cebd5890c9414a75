"""Where exported embedding models are kept, and how one gets there: copied from the user's cache or exported now."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import AssistantError
from assistant.store.weights import Source

_LOG = logging.getLogger(__name__)


def ensure(model: Source, directory: Path, spare: Path | None = None) -> Path:
    """The folder of the exported model below `directory`, exported now if it is not there.

    `spare` is a second place of exported models (the user's cache), read first and filled for the next store.
    """
    target = directory / model.key
    if model.is_exported(directory):
        return target
    if spare is not None and model.is_exported(spare):
        return _copy(spare / model.key, target)
    _export_apart(model, target)
    if spare is not None:
        _try_copy(target, spare / model.key)
    return target


@contextmanager
def fresh(target: Path) -> Iterator[Path]:
    """A temporary folder beside the target that becomes it when the work is done."""
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".tmp-", dir=target.parent))
    work.chmod(0o755)
    try:
        yield work
        if not target.exists():
            work.rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _copy(folder: Path, target: Path) -> Path:
    with fresh(target) as work:
        shutil.copytree(folder, work, dirs_exist_ok=True)
    return target


def _try_copy(folder: Path, target: Path) -> None:
    try:
        _copy(folder, target)
    except OSError as error:
        # A home that cannot be written to costs the next store an export, no more.
        _LOG.warning("the exported model is not kept for other stores: %s", error)


def _export_apart(model: Source, target: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "assistant.store.export", str(target), str(model.folder), model.title]
    env = os.environ | {"PYTHONPATH": path, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssistantError(f"the embedding model was not exported: {done.stderr.strip()[-500:]}")
