"""A Spanish question in English words, phrase by phrase: crude as a translation, and enough to find an English note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

from assistant.store.lexical import plain

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_LANGUAGES = {"es": "spanish"}
_LONGEST = 5
"""Words of a phrase."""
_MEANINGS = 2
"""Meanings of a word that stand together; more of them drown the rest of the question."""
_FILES = ("gloss_es.txt", "gloss_es_common.txt")
"""Words of trade, and words of everyday language: a word of both means what it does in trade."""
_NOTHING = "-"
_HEAD = 4
"""Letters that the forms of a word have in common."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


def glossed(text: str, language: str) -> str:
    """The text with the words that the language's list knows in English; the text itself where there is no list.

    >>> glossed("¿quién paga los aranceles?", "es")
    'who pay the duty tariff'
    """
    return " ".join(_said(_WORD.findall(text))) if language in _LANGUAGES else text


def _said(told: list[str]) -> Iterator[str]:
    """What is said for each word, or for the longest phrase that begins with it."""
    words, at = [word.lower() for word in told], 0
    while at < len(told):
        length = next((n for n in range(_LONGEST, 1, -1) if _meaning("_".join(words[at : at + n]))), 1)
        phrase = "_".join(words[at : at + length])
        if phrase not in _unsaid():
            yield _meaning(phrase) or _inflected(plain(phrase)) or told[at]
        at += length


def _meaning(phrase: str) -> str:
    """What a word or phrase means as it is listed, else without regard to accents; "" where it is not."""
    return _words().get(phrase) or _words().get(plain(phrase), "")


@lru_cache(maxsize=1024)
def _inflected(word: str) -> str:
    """What is meant by another form of a listed word: "atraviesan" beside "atravesar"; "" where none is listed."""
    found = _stem(word)
    return next((english for other, english in _heads().get(word[:_HEAD], ()) if _stem(other) == found), "")


@cache
def _words() -> dict[str, str]:
    """English by Spanish word or phrase, as it is written and without accents where that is no other word."""
    found: dict[str, str] = {}
    for name in _FILES:
        whole: dict[str, list[str]] = {}
        for spanish, english in _pairs(name):
            whole.setdefault(spanish, []).append(english)
        for spanish in [word for word in whole if not word.isascii()]:
            whole.setdefault(plain(spanish), whole[spanish])
        found = {word: " ".join([*dict.fromkeys(each)][:_MEANINGS]) for word, each in whole.items()} | found
    return found


@cache
def _unsaid() -> frozenset[str]:
    """Small words that English leaves out: "se", "les"."""
    return frozenset(word for word, english in _words().items() if english == _NOTHING)


@cache
def _heads() -> dict[str, list[tuple[str, str]]]:
    """The listed words without accents, with their first meaning, by how they begin."""
    heads: dict[str, list[tuple[str, str]]] = {}
    for spanish, english in (pair for name in _FILES for pair in _pairs(name)):
        word = spanish if spanish.isascii() else plain(spanish)
        heads.setdefault(word[:_HEAD], []).append((word, english))
    return heads


def _stem(word: str) -> str:
    return _stemmer().stemWord(word)


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer  # only a question in Spanish about the notes needs it

    found: _Stemmer = snowballstemmer.stemmer("spanish")
    return found


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    lines = files("assistant.store").joinpath(name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        english, found, spanish = line.partition(":")
        if found and not line.startswith("#"):
            yield from ((word.lower(), english) for word in spanish.split())
