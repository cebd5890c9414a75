"""A Spanish question in English words, one by one: crude as a translation, and enough to find an English note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from assistant.store.lexical import plain, stem

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_LANGUAGES = ("es",)


def glossed(text: str, language: str) -> str:
    """The text with the words that the language's list knows in English; the text itself where there is no list.

    >>> glossed("¿quién paga los aranceles?", "es")
    'who pay los duty tariff'
    """
    return " ".join(map(_said, _WORD.findall(text))) if language in _LANGUAGES else text


def _said(word: str) -> str:
    known = _words()
    return known.get(plain(word)) or known.get(stem(plain(word))) or word


@cache
def _words() -> dict[str, str]:
    """English by Spanish word, and by its stem where the word itself is not listed; several meanings stand together."""
    whole: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for spanish, english in _pairs():
        whole.setdefault(spanish, []).append(english)
        stems.setdefault(stem(spanish), []).append(english)
    return {word: " ".join(dict.fromkeys(meanings)) for word, meanings in (stems | whole).items()}


def _pairs() -> Iterator[tuple[str, str]]:
    lines = files("assistant.store").joinpath("gloss_es.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        english, found, spanish = line.partition(":")
        if found and not line.startswith("#"):
            yield from ((plain(word), english) for word in spanish.split())
