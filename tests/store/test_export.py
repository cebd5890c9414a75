"""The real weights, exported: like the original, repeatable, and refused where they are not the published ones."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import AssistantError
from assistant.store import exported, weights
from assistant.store.embedder import OnnxEmbedder

ANSWERS = {
    "What is f.a.s.?": "F.a.s., free alongside ship, is the value of exports at the port of exit.",
    "Who pays a tariff?": "The importer of record pays the duty to customs.",
    "Why do the two sides of the balance differ?": "Mirror figures differ since goods pass through third countries.",
    "How do goods cross the border?": "Most freight moves by truck through Laredo.",
    "What replaced NAFTA?": "The USMCA entered into force in July 2020.",
    "Is software counted as trade in goods?": "Digital trade covers services delivered over networks.",
    "Which crops are sold?": "Corn and soybeans lead agricultural exports.",
    "Why is moving production nearer to the market popular?": "Nearshoring shortens supply chains.",
}

ORIGINAL = (0, 1, 2, 2, 3, 5, 6, 7)
"""The answer that the original model puts first, measured once with sentence-transformers 6.2.

It is the wrong one for "How do goods cross the border?" and "What replaced NAFTA?": 6 of 8 is what the model gives on
meaning alone. The search adds words for that reason; the export is only held to agree with the model.
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("models")
    return exported.ensure(weights.source(model=""), root / "store", root / "spare")


def test_the_export_is_small_whole_and_near_the_original(model: Path) -> None:
    card = json.loads((model / "embedder.json").read_text())
    assert card["least_cosine"] >= 0.98
    assert {path.name for path in model.iterdir()} == {"model.onnx", "tokenizer.json", "embedder.json"}
    assert (model / "model.onnx").stat().st_size < 30_000_000
    assert not list(model.parent.glob(".tmp-*"))


def test_the_export_chooses_as_the_original_does(model: Path) -> None:
    embedder = OnnxEmbedder(model)
    likeness = embedder.embed(list(ANSWERS)) @ embedder.embed(list(ANSWERS.values())).T
    chosen, cosines = likeness.argmax(axis=1), likeness.max(axis=1)
    for row, original in enumerate(ORIGINAL):
        # Quantising moves these cosines by up to .04, so only a closer call than that may fall the other way.
        assert chosen[row] == original or cosines[row] - likeness[row, original] < 0.04


def test_a_vector_does_not_depend_on_its_neighbours_or_on_threads(model: Path) -> None:
    texts = [*ANSWERS, "x" * 50, "one"]
    together = OnnxEmbedder(model).embed(texts)
    alone = np.stack([OnnxEmbedder(model, threads=2).embed([text])[0] for text in texts])
    assert np.allclose(together, alone, atol=1e-6)


def test_long_texts_are_counted_whole_and_read_to_the_limit(model: Path) -> None:
    embedder = OnnxEmbedder(model)
    assert embedder.limit == 256
    assert embedder.pieces("trade " * 600) > 600
    assert embedder.pieces("trade") == 3
    assert embedder.embed(["trade " * 600, ""]).shape == (2, 384)


def test_the_next_store_copies_instead_of_exporting(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exported, "_export_apart", lambda *_: pytest.fail("exported again"))
    spare = model.parent.parent / "spare"
    copied = exported.ensure(weights.source(model=""), tmp_path, spare)
    assert OnnxEmbedder(copied).name == OnnxEmbedder(model).name


def test_a_named_folder_is_used_under_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = weights.source(model="")
    monkeypatch.setenv(weights.MODEL_VARIABLE, str(packaged.folder))
    named = weights.source()
    assert named.title == packaged.folder.name
    assert named.key != packaged.key and named.weights == packaged.weights


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(weights, "_packaged", lambda: tmp_path)
    monkeypatch.delenv(weights.MODEL_VARIABLE, raising=False)
    with pytest.raises(AssistantError, match="not the published ones"):
        weights.source()


def test_a_model_that_is_not_here_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(AssistantError, match="no embedding model"):
        weights.source("nobody/no-such-model")
    with pytest.raises(AssistantError, match="no weights"):
        weights.source(str(tmp_path))


def test_a_failed_export_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.safetensors").write_bytes(b"no model")
    broken = weights.source(str(tmp_path / "broken"))
    with pytest.raises(AssistantError, match="was not exported"):
        exported.ensure(broken, tmp_path / "models")
    assert list((tmp_path / "models").glob("*")) == []
