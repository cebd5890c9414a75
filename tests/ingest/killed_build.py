"""A build that is killed: run with corpus, store and the moment, a label of progress or a call of the system."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.ingest.build import build
from assistant.store import location
from assistant.store.embedder import HashingEmbedder


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _dies_in(call: Callable[..., Any], after: bool) -> Callable[..., Any]:
    def dying(*args: Any, **named: Any) -> None:
        if after:
            call(*args, **named)
        _die()

    return dying


def ingest(corpus: Path, database: Path, tell: Callable[[str], None]) -> tuple[()]:
    """Writes half a database, says so, and writes the other half."""
    database.write_text("half")
    tell("tables")
    database.write_text("whole")
    (database.parent / "catalog.json").write_text("[]")
    return ()


def main(corpus: str, store: str, moment: str) -> None:
    """Builds and dies."""
    if moment.split(" ")[0] in ("before", "after"):
        when, name = moment.split(" ")
        setattr(location, name, _dies_in(getattr(location, name), when == "after"))
    if moment == "pointer":
        os.replace = lambda source, target: _die() if Path(target).name == "CURRENT" else os.rename(source, target)

    def tell(done: int, total: int, label: str) -> None:
        if label.startswith(moment):
            _die()

    build(Path(corpus), Path(store), tell, embedder=HashingEmbedder(), ingest=ingest)


if __name__ == "__main__":
    main(*sys.argv[1:])
