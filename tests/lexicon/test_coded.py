"""A product code that is asked about by its number alone."""

from __future__ import annotations

import pytest

from assistant.languages.detect import detect
from assistant.lexicon.topics.coded import code_asked
from assistant.store.store import Store
from tests.world.planning import completed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("what is chapter 85", "85"),
        ("what does HS 87 mean", "87"),
        ("what is the deficit", ""),
        ("what are imports of chapter 85", ""),
        ("what is coffee", ""),
    ],
)
def test_a_code_that_is_asked_about(text: str, code: str, world: Store) -> None:
    assert code_asked(completed(text, world)) == code


@pytest.mark.parametrize(("text", "language"), [("hola", "es"), ("hola there, exports to Brazil", "en"), ("hi", "en")])
def test_a_greeting_is_of_its_language(text: str, language: str) -> None:
    assert detect(text) == language
