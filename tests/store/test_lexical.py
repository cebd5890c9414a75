"""Words: what counts as one, how they are weighed, which texts hold them."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.lexical import Lexicon, plain, stem, words

TEXTS = (
    "Tariffs on cars are paid by the importer.",
    "The port of Laredo handles trucks. Trucks wait at the port of entry.",
    "F.a.s. is the value of exports at the U.S. port.",
    "Los aranceles se pagan en la frontera.",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tariff", "tariffs"),
        ("country", "countries"),
        ("valued", "valuation"),
        ("export", "exporters"),
        ("agreement", "agreements"),
        ("complexity", "complex"),
        ("exportación", "exportaciones"),
        ("arancel", "aranceles"),
        ("season", "seasonal"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert words(one) == words(other) != []


@pytest.mark.parametrize(
    ("one", "other"), [("port", "part"), ("trade", "train"), ("gas", "gap"), ("mexico", "mexican")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_a_dotted_abbreviation_is_one_word_and_question_words_are_none() -> None:
    assert words("What is f.a.s.? What does the U.S. mean by it?") == ["fas", "us"]
    assert words("¿Qué es esto?") == []


@given(st.text(max_size=80))
def test_any_text_has_words_and_the_same_ones_when_plain(text: str) -> None:
    assert all(word == word.lower() for word in words(text))
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet="abcdefgimnorstuy", min_size=1, max_size=14))
def test_a_stem_begins_its_word(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(len(word), 3)


def test_an_abbreviation_with_dots_is_told_from_one_without() -> None:
    lexicon = Lexicon.of(["FAS is an agency that promotes exports.", "F.a.s. is a value of exports.", "U.S. exports"])
    assert lexicon.shares("what is f.a.s.?")[1] == pytest.approx(1)
    assert lexicon.shares("what is f.a.s.?")[0] < 0.6
    assert lexicon.shares("FAS")[0] == lexicon.shares("FAS")[1] == 1
    assert lexicon.shares("u.s. exports")[2] == pytest.approx(1), "no text writes u.s. small, so it is not asked for"


def test_bm25_prefers_the_text_that_speaks_of_the_rare_word() -> None:
    lexicon = Lexicon.of(TEXTS)
    scores = lexicon.scores("trucks at the port")
    assert max(scores, key=scores.__getitem__) == 1
    assert 2 in scores and 0 not in scores
    assert lexicon.weight("laredo") > lexicon.weight("port")


def test_share_counts_the_words_asked_and_weighs_rare_ones_more() -> None:
    lexicon = Lexicon.of(TEXTS)
    held, asked = ("tariff", "car"), ("tariff", "car", "pay")  # "paid" is another word to a stemmer
    expected = sum(map(lexicon.weight, held)) / sum(map(lexicon.weight, asked))
    assert lexicon.shares("who pays tariffs on cars?")[0] == pytest.approx(expected)
    unknown = lexicon.shares("port of Atlantis")
    assert unknown[1] < 0.5
    assert lexicon.shares("the of and") == {}


def test_a_lexicon_survives_json() -> None:
    lexicon = Lexicon.of(TEXTS)
    again = Lexicon(**json.loads(json.dumps(asdict(lexicon))))
    assert again.scores("port trucks") == lexicon.scores("port trucks")


def test_an_empty_lexicon_finds_nothing() -> None:
    assert Lexicon.of([]).scores("port") == {}
    assert Lexicon.of([""]).scores("port") == {}
