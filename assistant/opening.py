"""Opening an assistant over the store in use, which is built first where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from assistant.settings import Settings
from assistant.store import location
from assistant.store.store import Store

Progress = Callable[[int, int, str], None]


def opened(settings: Settings, progress: Progress | None = None) -> tuple[Store, Settings]:
    """The store in use and the settings that name it; built from the corpus where there is none yet."""
    root = settings.store or location.default_store()
    if location.current(root) is None:
        built(replace(settings, store=root), progress)
    return Store(_current(root)), replace(settings, store=root)


def built(settings: Settings, progress: Progress | None = None) -> Path:
    """The folder of the store's version for the corpus of the settings; nothing is done where it is up to date."""
    from assistant.ingest.build import build  # building needs much that answering does not

    return build(settings.corpus, settings.store or location.default_store(), progress)


def newer(store: Store, settings: Settings) -> Store | None:
    """The store that is in use now, where that is another one than this."""
    root = settings.store
    found = location.current(root) if root else None
    return Store(found) if found is not None and found != store.directory else None


def _current(root: Path) -> Path:
    found = location.current(root)
    if found is None:
        raise FileNotFoundError(f"{root} holds no store: run `trade-assistant build`")
    return found
