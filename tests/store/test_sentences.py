"""Sentences: where they end, and which may be quoted alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.sentences import best_run, sentences, stands_alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports are valued f.a.s. Imports are not.", ["Exports are valued f.a.s.", "Imports are not."]),
        ("The U.S. Census Bureau counts goods.", ["The U.S. Census Bureau counts goods."]),
        ("F.a.s. (free alongside ship) is a value.", ["F.a.s. (free alongside ship) is a value."]),
        ("Goods from the U.S. They leave by truck.", ["Goods from the U.S.", "They leave by truck."]),
        ("It rose 3.5 % in Nov. 2024, e.g. by truck.", ["It rose 3.5 % in Nov. 2024, e.g. by truck."]),
        ("See no. 5. The answer is no. They left!", ["See no. 5.", "The answer is no.", "They left!"]),
        ('He said "stop." Then he left… Why?', ['He said "stop."', "Then he left…", "Why?"]),
        ("- one\n- two", ["- one", "- two"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_sees_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="aA .!?\n5", max_size=60))
def test_sentences_lose_nothing_and_stand_word_for_word(text: str) -> None:
    parts = sentences(text)
    assert all(part in text and part.strip() == part != "" for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize("leaning", ["It fell.", "However, it fell.", "This is why.", "and so on.", "(See above.)"])
def test_a_sentence_that_leans_on_the_one_before_does_not_stand_alone(leaning: str) -> None:
    assert not stands_alone(leaning)


PARTS = ("Trucks carry most goods.", "They cross at Laredo.", "Rail carries cars.", "Pipelines carry gas.")


def test_a_quote_begins_with_a_sentence_that_stands_alone() -> None:
    assert best_run(PARTS, (0.1, 0.9, 0.1, 0.1), 2) == PARTS[:2]
    assert best_run(PARTS, (0.1, 0.1, 0.9, 0.1), 2) == PARTS[2:3]
    assert best_run(PARTS, (0.1, 0.1, 0.8, 0.9), 2) == PARTS[2:]


def test_a_quote_is_never_longer_than_asked() -> None:
    assert best_run(PARTS, (0.5, 0.5, 0.5, 0.5), 1) == PARTS[:1]
    assert best_run((), (), 2) == ()
