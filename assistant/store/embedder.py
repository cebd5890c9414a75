"""Texts as vectors: the exported sentence-transformers model through onnxruntime, or hashed words in tests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from assistant.errors import AssistantError
from assistant.store.lexical import words

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vectors = np.ndarray[Any, np.dtype[np.float32]]

DIMENSIONS = 384
_REMEMBERED = 1024


class Embedder(Protocol):
    """What turns texts into vectors; `limit` is how many word pieces of a text it reads."""

    @property
    def name(self) -> str:
        """Which model this is, weights and export included: vectors of two names never share an index."""

    @property
    def limit(self) -> int:
        """The longest text it reads whole, in word pieces."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 a text, as float32 rows."""

    def pieces(self, text: str) -> int:
        """How many word pieces a text has, the marks at both ends included."""


class OnnxEmbedder:
    """The exported model in a directory; nothing is loaded before the first text.

    Each text runs alone: int8 activations are scaled over a whole batch, so a text embedded among others would
    get a slightly different vector each time, and vectors kept by content hash would not be reproducible.
    """

    def __init__(self, directory: Path, threads: int = 1) -> None:
        self._directory = directory
        self._threads = threads
        self._remembered = lru_cache(_REMEMBERED)(self._vector)

    @cached_property
    def _card(self) -> dict[str, Any]:
        path = self._directory / "embedder.json"
        try:
            card: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise AssistantError(f"no exported embedding model in {self._directory}: {error}") from error
        return card

    @property
    def name(self) -> str:
        """The model's name with the hash of its weights."""
        return str(self._card["name"])

    @property
    def limit(self) -> int:
        """The longest text it reads whole, in word pieces."""
        return int(self._card["limit"])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 a text, as float32 rows; the latest texts are remembered."""
        if not texts:
            return np.zeros((0, int(self._card["dimensions"])), dtype=np.float32)
        return np.stack([self._remembered(text) for text in texts])

    def pieces(self, text: str) -> int:
        """How many word pieces a text has, the marks at both ends included."""
        encoding = self._tokenizer.encode(text)
        return len(encoding.ids) + sum(len(rest.ids) for rest in encoding.overflowing)

    @cached_property
    def _session(self) -> InferenceSession:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return InferenceSession(str(self._directory / "model.onnx"), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._directory / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.limit)
        return tokenizer

    def _vector(self, text: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        (hidden,) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        pooled = hidden[0, 0] if self._card["pooling"] == "cls" else hidden[0].mean(axis=0)
        return unit(pooled)


class HashingEmbedder:
    """Words hashed into a vector: no weights, the same on every machine; alike only where words are shared."""

    name = "hashing/1"
    limit = 256

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 a text, as float32 rows."""
        return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def pieces(self, text: str) -> int:
        """How many words a text has, the marks at both ends included."""
        return len(text.split()) + 2

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(DIMENSIONS, dtype=np.float32)
        for word in words(text) or [text]:
            digest = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())
            vector[digest % DIMENSIONS] += 1 if digest >> 63 else -1
        return unit(vector)


def unit(vector: np.ndarray[Any, Any]) -> Vectors:
    """The vector at length 1, as float32; a zero vector points along the first axis."""
    length = float(np.linalg.norm(vector))
    if length == 0.0:
        vector, length = np.eye(1, len(vector))[0], 1.0
    scaled: Vectors = (vector / length).astype(np.float32)
    return scaled
