"""How sure a paragraph answers: what speaks of a subject is no answer to a question on something else of it."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.store.embedder import HashingEmbedder
from assistant.store.ranking import HARDLY, SURELY
from assistant.store.shelf import Record, Shelf
from assistant.store.sureness import Sureness

_NOTES = (
    Record("duty", "Importers pay the duty to customs when goods enter.", "tariffs"),
    Record("pact", "The pact applies since July 2020 and is reviewed in 2026.", "treaties"),
    Record("farm", "The agency promotes farm exports and reports on markets.", "agency"),
    *(Record(f"n{n}", f"Paragraph {word} of another subject.", "others") for n, word in enumerate("abcdefghij")),
)
_ASKED = (
    Record("q1", "who pays the tariff", "duty"),
    Record("q2", "when was the pact reviewed", "pact"),
    Record("q3", "what does the agency do", "farm"),
)


@pytest.fixture
def sureness() -> Sureness:
    return Sureness(_shelf(_NOTES), _shelf(_ASKED))


@pytest.mark.parametrize(
    ("question", "row"),
    [("who pays the duty to customs", 0), ("when is the pact reviewed", 1), ("what does the agency promote", 2)],
)
def test_what_a_paragraph_says_is_surely_told(sureness: Sureness, question: str, row: int) -> None:
    assert _sure(sureness, question)[row] >= SURELY


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("who is the governor of the agency's bicycle museum", 2),
        ("which elasticity did the economist of the pact estimate", 1),
    ],
)
def test_rare_words_that_it_does_not_have_make_it_doubtful(sureness: Sureness, question: str, row: int) -> None:
    assert _sure(sureness, question)[row] < SURELY


def test_a_question_known_word_for_word_is_surer_than_one_of_its_words(sureness: Sureness) -> None:
    assert _sure(sureness, "who pays the tariff")[0] > _sure(sureness, "tariff of whom")[0] > HARDLY


def test_where_nothing_is_asked_in_content_words_likeness_alone_tells(sureness: Sureness) -> None:
    assert 0 < _sure(sureness, "what is it?")[0] < 1


def test_notes_without_known_questions_are_neither_sure_nor_hardly() -> None:
    own = Sureness(_shelf(_NOTES), Shelf((), np.zeros((0, 1), np.float32)))
    assert HARDLY <= _sure(own, "who pays the duty to customs")[0] < SURELY


def _shelf(records: tuple[Record, ...]) -> Shelf:
    return Shelf(records, HashingEmbedder().embed([record.text for record in records]))


def _sure(sureness: Sureness, question: str) -> dict[int, float]:
    rows, vector = range(len(_NOTES)), HashingEmbedder().embed([question])[0]
    return sureness.of(question, rows, [_shelf(_ASKED).vectors @ vector])
