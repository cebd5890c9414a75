"""Passages: found by meaning and words, the same with Chroma and without, and audited."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.errors import AssistantError
from assistant.store import chroma
from assistant.store.chroma import FOLDER, NOTES, TABLES, audit, write_passages
from assistant.store.embedder import DIMENSIONS, HashingEmbedder
from assistant.store.passages import Passages
from assistant.store.ranking import SURE
from assistant.store.shelf import Record, Shelf

NOTE_TEXTS = {
    "fas": "F.a.s. is the value of exports at the port of exit. It leaves out loading. Freight is not in it.",
    "tariff": "The importer of record pays the tariff. Buyers may pay part of it in prices.",
    "laredo": "Laredo is the largest port for trucks. Trucks wait at two bridges.",
    "twin": "The importer of record pays the tariff. Buyers may pay part of it in prices.",
}
TABLE_TEXTS = {"goods": "Monthly exports and imports of goods by partner.", "modes": "Freight by truck, rail and air."}


def _shelf(texts: dict[str, str], keywords: tuple[str, ...] = ()) -> Shelf:
    records = [Record(f"{key}#1", text, key, "", "paragraph 1", keywords=keywords) for key, text in texts.items()]
    return Shelf(records, HashingEmbedder().embed([record.embedded for record in records]))


@pytest.fixture(scope="module")
def shelves() -> dict[str, Shelf]:
    return {NOTES: _shelf(NOTE_TEXTS), TABLES: _shelf(TABLE_TEXTS)}


@pytest.fixture
def version(tmp_path: Path, shelves: dict[str, Shelf]) -> Path:
    assert write_passages(tmp_path, shelves, HashingEmbedder.name)
    return tmp_path


def test_the_best_passage_comes_first_with_where_it_stands(version: Path) -> None:
    found = Passages.open(version).search("what is f.a.s.?", 2)
    assert found[0].source == "fas" and found[0].locator == "paragraph 1"
    assert 0 <= found[-1].score <= found[0].score <= 1
    assert found[0].score > SURE


def test_nothing_is_sure_of_what_no_text_speaks_of(version: Path) -> None:
    assert all(passage.score < SURE for passage in Passages.open(version).search("recipes with mushrooms", 5))


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_an_empty_query_finds_nothing(version: Path, query: str) -> None:
    opened = Passages.open(version)
    assert opened.search(query) == () == opened.describe(query)


def test_any_query_is_only_text(version: Path) -> None:
    opened = Passages.open(version)
    for query in ("'; DROP TABLE notes", "x" * 10_000, "{'$ne': 1}", "\x00\u202e", "¿?", "🚚"):
        assert len(opened.search(query, 3)) <= 3


def test_tables_are_described_apart_from_the_notes(version: Path) -> None:
    found = Passages.open(version).describe("freight by truck", 5)
    assert [passage.source for passage in found][0] == "modes"
    assert {passage.source for passage in found} == {"goods", "modes"}


def test_keywords_find_a_text_that_does_not_hold_the_word(tmp_path: Path) -> None:
    write_passages(
        tmp_path, {NOTES: _shelf({"duty": NOTE_TEXTS["tariff"]}, ("arancel",)), TABLES: _shelf({})}, "hashing/1"
    )
    assert Passages.open(tmp_path).search("los aranceles")[0].source == "duty"


def test_chroma_and_the_exact_vectors_give_the_same(version: Path, shelves: dict[str, Shelf]) -> None:
    exact, warmed = Passages.open(version), Passages.open(version)
    assert warmed.warm()
    queries = [*NOTE_TEXTS.values(), "trucks", "who pays", "nothing of that kind"]
    assert [warmed.search(query, 4) for query in queries] == [exact.search(query, 4) for query in queries]
    vector = HashingEmbedder().embed(["trucks wait"])[0]
    by_hand = sorted(range(4), key=lambda row: (-float(shelves[NOTES].vectors[row] @ vector), row))
    assert shelves[NOTES].nearest(vector, 4) == by_hand == warmed._nearest(NOTES, vector, 4)
    warmed.close()


def test_a_record_that_chroma_loses_in_use_is_still_near(version: Path, shelves: dict[str, Shelf]) -> None:
    warmed = Passages.open(version)
    assert warmed.warm()
    warmed._collections[NOTES].delete(ids=["laredo#1"])
    # Asked of the vectors alone: the search by words would find the record too, and hide the loss.
    vector = shelves[NOTES].vectors[2]
    assert warmed._nearest(NOTES, vector, 4) == shelves[NOTES].nearest(vector, 4)
    assert warmed._nearest(NOTES, vector, 4)[0] == 2
    warmed.close()


def test_the_audit_finds_a_vector_that_chroma_lost(version: Path, shelves: dict[str, Shelf]) -> None:
    assert audit(version / FOLDER, shelves) == []
    client = chroma.opened(version / FOLDER / "chroma")
    client.get_collection(NOTES, None).delete(ids=["laredo#1"])
    client.close()
    assert any("laredo#1" in fault for fault in audit(version / FOLDER, shelves))


def test_the_audit_finds_a_changed_text_and_a_stranger(version: Path, shelves: dict[str, Shelf]) -> None:
    client = chroma.opened(version / FOLDER / "chroma")
    collection = client.get_collection(NOTES, None)
    collection.update(["fas#1"], documents=["F.a.s. is something else."], embeddings=shelves[NOTES].vectors[:1])
    collection.add(ids=["stranger"], embeddings=np.eye(1, DIMENSIONS, dtype=np.float32), documents=["?"])
    client.close()
    faults = audit(version / FOLDER, shelves)
    assert any("text of fas#1" in fault for fault in faults)
    assert any("stranger" in fault for fault in faults)


def test_the_audit_finds_a_vector_that_moved(version: Path, shelves: dict[str, Shelf]) -> None:
    client = chroma.opened(version / FOLDER / "chroma")
    client.get_collection(NOTES, None).update(ids=["laredo#1"], embeddings=-shelves[NOTES].vectors[2:3])
    client.close()
    assert any("does not find laredo#1" in fault for fault in audit(version / FOLDER, shelves))


def test_an_index_that_fails_its_audit_is_left_out_and_the_vectors_answer(
    tmp_path: Path, shelves: dict[str, Shelf], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma, "audit", lambda *_: ["lost one"])
    assert not write_passages(tmp_path, shelves, HashingEmbedder.name)
    opened = Passages.open(tmp_path)
    assert not opened.warm()
    assert opened.search("largest port for trucks")[0].source == "laredo"


def test_a_damaged_index_is_not_waited_for(version: Path) -> None:
    (version / FOLDER / "chroma" / "chroma.sqlite3").write_bytes(b"not a database")
    opened = Passages.open(version)
    assert not opened.warm()
    assert opened.search("largest port for trucks")[0].source == "laredo"


def test_vectors_of_another_model_are_refused(version: Path, tmp_path: Path) -> None:
    class Other(HashingEmbedder):
        name = "other/1"

    with pytest.raises(AssistantError, match="were embedded with hashing/1"):
        Passages.open(version, Other())
    with pytest.raises(AssistantError, match="build the store again"):
        Passages.open(tmp_path / "nowhere")


def test_quoted_sentences_stand_in_the_passage_word_for_word(version: Path) -> None:
    opened = Passages.open(version)
    (passage,) = opened.search("what is f.a.s.?", 1)
    quoted = opened.best_sentences("what does it say of freight?", passage, 2)
    assert quoted and all(sentence in passage.text for sentence in quoted)
    assert opened.best_sentences("who pays the tariff?", opened.search("tariff", 1)[0], 1) == (
        "The importer of record pays the tariff.",
    )


def test_no_notes_at_all_are_no_fault(tmp_path: Path) -> None:
    assert write_passages(tmp_path, {NOTES: _shelf({}), TABLES: _shelf({})}, HashingEmbedder.name)
    opened = Passages.open(tmp_path)
    assert opened.warm() and opened.search("anything") == ()
    opened.close()
