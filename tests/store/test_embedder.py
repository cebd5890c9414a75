"""The hashing embedder of the tests, and what an export has to hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import AssistantError
from assistant.store.embedder import DIMENSIONS, HashingEmbedder, OnnxEmbedder, unit


def test_vectors_have_length_one_and_are_the_same_every_time() -> None:
    vectors = HashingEmbedder().embed(["trucks at Laredo", "", "Trucks, at Laredo!"])
    assert vectors.shape == (3, DIMENSIONS) and vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert np.array_equal(vectors[0], vectors[2])
    assert HashingEmbedder().embed([]).shape == (0, DIMENSIONS)


def test_a_zero_vector_is_given_a_direction() -> None:
    assert np.array_equal(unit(np.zeros(3)), [1, 0, 0])


def test_a_folder_without_an_export_is_named(tmp_path: Path) -> None:
    with pytest.raises(AssistantError, match="no exported embedding model"):
        _ = OnnxEmbedder(tmp_path).name


def test_importing_the_embedder_imports_nothing_heavy() -> None:
    code = "import sys, assistant.store.embedder, assistant.store.passages; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"torch", "transformers", "sentence_transformers", "chromadb", "onnxruntime", "tokenizers"}
    assert not heavy & set(loaded)
