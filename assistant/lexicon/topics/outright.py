"""The paragraph that tells a question outright, though it is known by no question that is much like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import Token, clean, fold, phrase, words
from assistant.lexicon.topics.sought import holds_numbers, kinds, telling
from assistant.store.lexical import plain, stem, stopwords
from assistant.types import Mention, Passage

_PLAIN, _FAR = 0.75, 0.2
"""How much a paragraph must say of a question, and how far before every other note that lacks a word of it.

Of 75 questions near the notes that none answers, the one that comes nearest misses a word.
"""
_OURS = frozenset({"place:USA", "place:MEX"})
"""The countries that every note is about."""
_WORD = re.compile(r"[^\W_]+")


def outright(question: Question, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The paragraph found first, where it holds every telling word and number and carries what is asked; () else.

    In English alone, as the model takes any two texts in Spanish to be somewhat alike.
    """
    best = passages[:1]
    if _is_of_figure(question) and not (best and _names_all(question, best[0])):
        return ()
    if question.language != "en" or not best or not telling(question, best) or not holds_numbers(question, best[0]):
        return ()
    if best[0].score < _PLAIN or _missing(question, best[0]):
        return ()
    rivals = (p for p in passages if p.source != best[0].source and _missing(question, p))
    return tuple(best) if best[0].score - max((p.score for p in rivals), default=0.0) >= _FAR else ()


def _is_of_figure(question: Question) -> bool:
    """Whether a flow of a named time is asked for, and neither a person or day nor what somebody said of it.

    "Express exports to Mexico in 2023" is of one kind of exports, and no paragraph's.
    """
    told = load(question.language).said(fold(question.text), "hearsay", "told")
    talks = told or kinds(question.text) or any(cue.startswith("explain:") for cue in question.about)
    return bool(question.asked.measures and question.asked.periods) and not talks


def _names_all(question: Question, passage: Passage) -> bool:
    """Whether several words name nothing but what the paragraph itself speaks of: "what did Amiti and Redding find"."""
    held = f" {' '.join(_WORD.findall(plain(passage.text)))}"
    return len(question.unknown) > 1 and all(f" {stem(plain(word))}" in held for word in question.unknown)


def _missing(question: Question, passage: Passage) -> list[str]:
    """The telling words of a question that no word of a paragraph, or of what it answers, begins like."""
    held = f" {' '.join(_WORD.findall(plain(f'{passage.title} {passage.text} {passage.asked}')))}"
    numbers = _numbers(question.language)
    telling_words = (token.word for token in words(clean(question.text)) if _is_telling(token, question))
    return [word for word in telling_words if f" {numbers.get(word) or stem(plain(word))}" not in held]


def _is_telling(token: Token, question: Question) -> bool:
    """Whether a word says what is asked about: none of those that only ask, nor the two countries."""
    if token.word in stopwords() or token.word in load(question.language).harmless or not token.word[0].isalpha():
        return False
    return not any(_is_ours(m) and m.start <= token.start < m.end for m in question.mentions)


def _is_ours(mention: Mention) -> bool:
    return bool(_OURS & {*mention.candidates})


@cache
def _numbers(language: str) -> dict[str, str]:
    """The digits that the words for numbers stand for: "fifty" is held by "50 countries"."""
    lists = load(language).section("numbers").get("spelled", {})
    return {word: digits for digits, forms in lists.items() for form in forms for word in phrase(form)[:1]}
