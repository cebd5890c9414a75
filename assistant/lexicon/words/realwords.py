"""The words that people write, with how often: a word that is real is no slip for one that we know."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from assistant.lexicon.tokens import fold
from assistant.store.remembered import remembered


@cache
def real_words(language: str) -> Mapping[str, int]:
    """How often each real word of a language is written, folded; nothing for a language without a list."""
    listed = files("spellchecker").joinpath("resources", f"{language}.json.gz")
    if not listed.is_file():
        return {}
    packed = listed.read_bytes()
    found: Mapping[str, int] = remembered(f"real-{language}", packed, lambda: _unpacked(packed))
    return found


def _unpacked(packed: bytes) -> dict[str, int]:
    counted: dict[str, int] = {}
    for word, count in json.loads(gzip.decompress(packed)).items():
        counted[fold(word)] = counted.get(fold(word), 0) + count
    return counted
