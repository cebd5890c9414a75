"""A build is whole or absent, does nothing twice, and embeds a text once."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant.errors import CorpusError
from assistant.ingest.build import build
from assistant.ingest.fingerprint import fingerprint
from assistant.ingest.manifest import is_whole
from assistant.store import location
from assistant.store.embedder import HashingEmbedder, Vectors
from assistant.store.passages import Passages

ROOT = Path(__file__).parents[2]
FRONT = '+++\ntitle = "{0}"\ntopic = "t"\nkeywords = []\n[[sources]]\npublisher = "P"\ntitle = "S"\n+++\n'
TABLE = SimpleNamespace(id="goods", title="Goods", description="Goods by truck.", publisher="P", url="", rows=3)


class Counting(HashingEmbedder):
    """Remembers what it was asked to embed."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().embed(texts)


def ingest(corpus: Path, database: Path, tell: Callable[[str], None]) -> Any:
    for path in sorted(corpus.glob("tables/*/table.toml")):
        tell(path.parent.name)
        if "bad" in path.read_text():
            raise CorpusError("goods: two rows of one month")
    database.write_text("rows")
    (database.parent / "catalog.json").write_text("[]")
    return (TABLE,)


def note(corpus: Path, name: str, text: str) -> None:
    (corpus / "documents" / f"{name}.md").write_text(FRONT.format(name) + text, encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    for part in ("documents", "tables/goods", "nomenclature"):
        (folder / part).mkdir(parents=True)
    (folder / "tables" / "goods" / "table.toml").write_text("good")
    (folder / "nomenclature" / "modes.csv").write_text("code,name\n")
    note(folder, "one", "## First\nTrucks cross at Laredo.\n")
    note(folder, "two", "## Second\nTariffs are paid by importers.\n")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def made(corpus: Path, store: Path, **named: Any) -> Path:
    return build(corpus, store, **({"embedder": HashingEmbedder(), "ingest": ingest} | named))


def whole(store: Path) -> bool:
    version = location.current(store)
    return version is not None and is_whole(version) and (version / "tables.duckdb").read_text() in ("rows", "whole")


def test_a_build_holds_tables_notes_names_and_a_manifest(corpus: Path, store: Path) -> None:
    version = made(corpus, store)
    assert location.current(store) == version and whole(store)
    manifest = json.loads((version / "manifest.json").read_text())
    assert manifest["counts"] == {"tables": 1, "rows": 3, "documents": 2, "paragraphs": 2}
    assert manifest["index"] == "chroma" and manifest["content"] == version.name
    assert (version / "nomenclature" / "modes.csv").exists()
    assert [entry["title"] for entry in json.loads((version / "documents.json").read_text())] == ["one", "two"]
    passages = Passages.open(version)
    assert passages.search("trucks")[0].source == "one"
    assert passages.describe("goods")[0].source == "goods"


def test_progress_counts_up_to_all_of_it(corpus: Path, store: Path) -> None:
    told: list[tuple[int, int, str]] = []
    made(corpus, store, progress=lambda *step: told.append(step))
    done = [step[0] for step in told]
    assert done == sorted(done) and told[-1] == (told[-1][1], told[-1][1], "done")
    assert all(0 <= step[0] <= step[1] for step in told)


def test_a_second_build_does_nothing(corpus: Path, store: Path) -> None:
    version = made(corpus, store)
    before = {path: path.stat().st_mtime_ns for path in store.rglob("*")}
    told: list[str] = []
    assert made(corpus, store, progress=lambda done, total, label: told.append(label)) == version
    assert told == [] and before == {path: path.stat().st_mtime_ns for path in store.rglob("*")}


def test_a_second_build_imports_nothing_heavy(corpus: Path, store: Path) -> None:
    made(corpus, store)
    code = (
        "import sys; from pathlib import Path; from assistant.ingest.build import build\n"
        "class Named:\n    name = 'hashing/1'\n"
        "build(Path(sys.argv[1]), Path(sys.argv[2]), lambda *_: sys.exit('built'), embedder=Named())\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, corpus, store], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"torch", "chromadb", "duckdb", "numpy", "onnxruntime"} & set(done.stdout.split())


@pytest.mark.parametrize("changed", ["documents/one.md", "tables/goods/table.toml", "nomenclature/modes.csv"])
def test_any_changed_file_is_another_version(corpus: Path, store: Path, changed: str) -> None:
    before = made(corpus, store)
    with (corpus / changed).open("a") as file:
        file.write("More.\n")
    assert made(corpus, store) != before


def test_the_version_depends_on_the_model_and_not_on_dates_or_hidden_files(corpus: Path) -> None:
    name = fingerprint(corpus, "a")
    assert fingerprint(corpus, "b") != name
    os.utime(corpus / "documents" / "one.md", (0, 0))
    (corpus / ".DS_Store").write_text("x")
    assert fingerprint(corpus, "a") == name


def test_a_moved_file_is_another_version(corpus: Path) -> None:
    name = fingerprint(corpus, "a")
    (corpus / "documents" / "one.md").rename(corpus / "documents" / "three.md")
    assert fingerprint(corpus, "a") != name


def test_a_new_note_embeds_only_itself(corpus: Path, store: Path) -> None:
    first, second = Counting(), Counting()
    made(corpus, store, embedder=first)
    assert len(first.texts) == 3
    note(corpus, "three", "## Third\nRail carries cars.\n")
    version = made(corpus, store, embedder=second)
    assert second.texts == ["three. Third\nRail carries cars."]
    fresh = made(corpus, store.with_name("fresh"))
    for name in ("notes", "tables"):
        kept, anew = (np.load(folder / "passages" / f"{name}.npy") for folder in (version, fresh))
        assert np.array_equal(kept, anew)


def test_kept_vectors_that_cannot_be_read_are_made_again(corpus: Path, store: Path) -> None:
    made(corpus, store)
    (kept,) = location.vectors(store).glob("*.npz")
    kept.write_bytes(b"not vectors")
    note(corpus, "three", "## Third\nRail carries cars.\n")
    again = Counting()
    made(corpus, store, embedder=again)
    assert len(again.texts) == 4


def test_a_corpus_that_is_refused_leaves_the_old_store_in_use(corpus: Path, store: Path) -> None:
    before = made(corpus, store)
    (corpus / "tables" / "goods" / "table.toml").write_text("bad")
    with pytest.raises(CorpusError, match="two rows"):
        made(corpus, store)
    assert location.current(store) == before and whole(store)
    (corpus / "tables" / "goods" / "table.toml").write_text("good")
    note(corpus, "one", "")
    with pytest.raises(CorpusError, match=r"one\.md"):
        made(corpus, store)
    assert location.current(store) == before
    assert [path.name for path in (store / "versions").iterdir()] == [before.name]


def test_a_corpus_that_changes_while_it_is_read_is_refused(corpus: Path, store: Path) -> None:
    def slow(folder: Path, database: Path, tell: Callable[[str], None]) -> Any:
        note(corpus, "two", "## Second\nChanged meanwhile.\n")
        return ingest(folder, database, tell)

    with pytest.raises(CorpusError, match="changed while"):
        made(corpus, store, ingest=slow)
    assert location.current(store) is None


def test_no_corpus_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus folder"):
        made(tmp_path / "nowhere", tmp_path / "store")
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("lost", ["tables.duckdb", "passages/notes.npy", "manifest.json"])
def test_a_store_that_lost_a_file_is_built_again(corpus: Path, store: Path, lost: str) -> None:
    version = made(corpus, store)
    (version / lost).unlink()
    assert made(corpus, store) == version and whole(store)
    assert [path.name for path in (store / "versions").iterdir()] == [version.name]


def test_going_back_to_an_earlier_corpus_builds_nothing(corpus: Path, store: Path) -> None:
    first = made(corpus, store)
    note(corpus, "three", "## Third\nRail carries cars.\n")
    second = made(corpus, store)
    (corpus / "documents" / "three.md").unlink()
    assert made(corpus, store, ingest=lambda *_: pytest.fail("built")) == first == location.current(store)
    assert second.exists()


def test_a_reader_keeps_its_version_while_the_next_is_built(corpus: Path, store: Path) -> None:
    reader = Passages.open(made(corpus, store))
    note(corpus, "one", "## First\nNothing of that sort.\n")
    made(corpus, store)
    assert reader.search("trucks at Laredo")[0].text == "Trucks cross at Laredo."


def test_two_builds_at_once_build_once(corpus: Path, store: Path) -> None:
    runs: list[int] = []

    def slow(folder: Path, database: Path, tell: Callable[[str], None]) -> Any:
        runs.append(1)
        time.sleep(0.3)
        return ingest(folder, database, tell)

    threads = [threading.Thread(target=made, args=(corpus, store), kwargs={"ingest": slow}) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(runs) == 1 and whole(store)


MOMENTS = (
    "embedding model",
    "tables",
    "notes",
    "vectors 1",
    "index of passages",
    "writing to disk",
    "before finish",
    "after finish",
    "putting it in use",
    "pointer",
    "after switch",
    "done",
)


def _kill(corpus: Path, store: Path, moment: str) -> None:
    script = Path(__file__).with_name("killed_build.py")
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, script, corpus, store, moment], env=env, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-500:]


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_moment_the_old_store_stays_or_the_new_one_is_whole(
    corpus: Path, store: Path, moment: str
) -> None:
    _kill(corpus, store, moment)
    nothing_before = location.current(store)
    assert nothing_before is None or whole(store)
    shutil.rmtree(store)

    old = made(corpus, store)
    note(corpus, "three", "## Third\nRail carries cars.\n")
    _kill(corpus, store, moment)
    assert whole(store)
    used = location.current(store)
    assert used is not None
    assert (used == old) == (moment not in ("after switch", "done"))
    assert Passages.open(used).search("trucks at Laredo")[0].source == "one"

    again = made(corpus, store)
    assert whole(store) and again != old
    assert Passages.open(again).search("rail carries cars")[0].source == "three"
    assert not list((store / "versions").glob(".tmp-*"))
