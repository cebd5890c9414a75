"""Where the store lives and which version is in use."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from assistant.store import location

ONE, TWO, THREE, FOUR = ("1" * 16, "2" * 16, "3" * 16, "4" * 16)


def _built(store: Path, name: str, age: float = 0) -> Path:
    with location.unfinished(store) as work:
        (work / location.MANIFEST).write_text("{}")
        version = location.finish(work, store, name)
    os.utime(version, (time.time() - age,) * 2)
    return version


def _retire(version: Path, age: float) -> None:
    os.utime(version / "RETIRED", (time.time() - age,) * 2)


def test_a_store_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(location.STORE_VARIABLE, str(tmp_path))
    assert location.default_store() == tmp_path
    monkeypatch.delenv(location.STORE_VARIABLE)
    assert location.default_store().name == "trade-assistant"


@pytest.mark.parametrize("pointer", ["", ONE, "../../etc", "..", "é" * 16, "x" * 10_000])
def test_a_pointer_to_no_version_is_no_version(tmp_path: Path, pointer: str) -> None:
    assert location.current(tmp_path) is None
    (tmp_path / "CURRENT").write_text(pointer, encoding="utf-8")
    assert location.current(tmp_path) is None


def test_a_version_is_in_use_only_once_switched_to(tmp_path: Path) -> None:
    version = _built(tmp_path, ONE)
    assert location.current(tmp_path) is None
    location.switch(tmp_path, ONE)
    assert location.current(tmp_path) == version


def test_a_version_whose_manifest_is_gone_is_not_used(tmp_path: Path) -> None:
    version = _built(tmp_path, ONE)
    location.switch(tmp_path, ONE)
    (version / location.MANIFEST).unlink()
    assert location.current(tmp_path) is None


def test_a_damaged_version_is_replaced_whole(tmp_path: Path) -> None:
    (_built(tmp_path, ONE) / "half").write_text("old")
    again = _built(tmp_path, ONE)
    assert not (again / "half").exists()
    location.tidy(tmp_path)
    assert [path.name for path in (tmp_path / "versions").iterdir()] == [ONE]


def test_what_was_not_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), location.unfinished(tmp_path) as work:
        (work / "part").write_text("x")
        raise KeyboardInterrupt
    assert list((tmp_path / "versions").iterdir()) == []


def test_tidying_keeps_the_one_in_use_the_one_before_and_what_may_still_be_read(tmp_path: Path) -> None:
    for name in (ONE, TWO, THREE, FOUR):
        _built(tmp_path, name)
        location.switch(tmp_path, name)
    location.tidy(tmp_path)
    kept = {path.name for path in (tmp_path / "versions").iterdir()}
    assert kept == {ONE, TWO, THREE, FOUR}, "all went out of use a moment ago"
    for hours, name in enumerate((THREE, TWO, ONE), 1):
        _retire(location.version_path(tmp_path, name), hours * 3600)
    location.tidy(tmp_path)
    assert {path.name for path in (tmp_path / "versions").iterdir()} == {THREE, FOUR}


def test_a_version_used_again_is_not_counted_as_retired(tmp_path: Path) -> None:
    for name in (ONE, TWO, ONE):
        if not location.version_path(tmp_path, name).exists():
            _built(tmp_path, name)
        location.switch(tmp_path, name)
    assert not (location.version_path(tmp_path, ONE) / "RETIRED").exists()
    assert (location.version_path(tmp_path, TWO) / "RETIRED").exists()


def test_asking_which_version_is_cheap(tmp_path: Path) -> None:
    _built(tmp_path, ONE)
    location.switch(tmp_path, ONE)
    start = time.perf_counter()
    for _ in range(200):
        location.current(tmp_path)
    assert (time.perf_counter() - start) / 200 < 0.002
