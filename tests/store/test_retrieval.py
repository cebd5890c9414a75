"""The real model on the real notes: how often the right note comes first, and what is taken for no answer."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.ingest.build import build
from assistant.store.passages import Passages
from assistant.store.ranking import SURE

CORPUS = Path(__file__).parents[2] / "corpus"
QUESTIONS = tomllib.loads((Path(__file__).parent / "retrieval.toml").read_text(encoding="utf-8"))
PAIRS = tomllib.loads((Path(__file__).parent / "retrieval_pairs.toml").read_text(encoding="utf-8"))["pair"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Passages:
    root = tmp_path_factory.mktemp("notes")
    (root / "corpus").mkdir()
    (root / "corpus" / "documents").symlink_to(CORPUS / "documents")
    return Passages.open(build(root / "corpus", root / "store", ingest=lambda *_: ()))


def _hits(notes: Passages, questions: Mapping[str, list[str]], within: int, language: str = "en") -> float:
    found = [{passage.source for passage in notes.search(question, within, language)} for question in questions]
    return sum(bool(one & set(right)) for one, right in zip(found, questions.values(), strict=True)) / len(questions)


# The bars lie a question or two below what was measured: a note added may take a first place, not many.
@pytest.mark.parametrize(("part", "first", "third"), [("tune", 0.85, 0.9), ("held", 0.8, 0.9), ("held_es", 0.8, 0.9)])
def test_the_right_note_is_found(notes: Passages, part: str, first: float, third: float) -> None:
    language = part.partition("_")[2] or "en"
    assert _hits(notes, QUESTIONS[part], 1, language) >= first
    assert _hits(notes, QUESTIONS[part], 3, language) >= third


@pytest.mark.parametrize(("within", "bar"), [(1, 0.8), (3, 0.92)])
def test_spanish_finds_the_note_nearly_as_often_as_english(notes: Passages, within: int, bar: float) -> None:
    """The same questions in both languages, written without sight of those that a paragraph is known to answer."""
    english, spanish = (
        _hits(notes, {pair[language]: pair["notes"] for pair in PAIRS}, within, language) for language in ("en", "es")
    )
    assert english >= bar
    assert spanish >= english - 0.05


def test_other_subjects_are_not_answered(notes: Passages) -> None:
    asked = QUESTIONS["none"]["tune"] + QUESTIONS["none"]["held"]
    assert [question for question in asked if notes.search(question, 1)[0].score >= SURE] == []


def test_most_answers_are_sure(notes: Passages) -> None:
    asked = [*QUESTIONS["tune"], *QUESTIONS["held"]]
    assert sum(notes.search(question, 1)[0].score >= SURE for question in asked) >= 0.9 * len(asked)
