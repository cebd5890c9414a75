"""The small world, whose every figure can be worked by hand, and the real corpus, each built once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.ingest.build import build
from assistant.settings import CORPUS, Settings
from assistant.store.embedder import HashingEmbedder
from assistant.store.location import STORE_VARIABLE
from assistant.store.store import Store
from tests.world.asking import WORLD


@pytest.fixture(scope="session")
def world_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The version folder of the small world, embedded by hashed words."""
    return build(WORLD, tmp_path_factory.mktemp("world"), embedder=HashingEmbedder())


@pytest.fixture(scope="session")
def world(world_folder: Path) -> Iterator[Store]:
    """The store of the small world."""
    store = Store(world_folder)
    yield store
    store.close()


@pytest.fixture(scope="session")
def assistant_world(world: Store) -> Assistant:
    """The assistant over the small world."""
    return Assistant(world, Settings())


@pytest.fixture(scope="session", autouse=True)
def _store_of_the_session(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Names a store for everything these tests start, kept from run to run; the user's own is left alone."""
    cache = getattr(pytestconfig, "cache", None)
    with pytest.MonkeyPatch.context() as patch:
        if STORE_VARIABLE not in os.environ:
            patch.setenv(STORE_VARIABLE, str(cache.mkdir("store") if cache else tmp_path_factory.mktemp("store")))
        yield


@pytest.fixture(scope="session")
def store_path(_store_of_the_session: None) -> Path:
    """The store folder of the real corpus, built where it is not up to date."""
    folder = Path(os.environ[STORE_VARIABLE])
    build(CORPUS, folder)
    return folder


@pytest.fixture(scope="session")
def assistant(store_path: Path) -> Assistant:
    """The assistant over the real corpus."""
    return Assistant.open(store_path)
