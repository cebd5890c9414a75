"""Words that stand in no list: the products whose names are spelt alike or share the most telling words."""

from __future__ import annotations

import bisect
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.lexicon.words.wordforms import ENGLISH_JOINS, root, singular

Scored = tuple[tuple[str, float], ...]
"""Codes with a score from 0 to 1, best first."""

_LEAST = 0.6
"""Below this score more guesses were wrong than right."""
_AFTER_HEAD = ENGLISH_JOINS - {"and", "or"}
_OF_KIND = 0.65
_SHORTEST, _LONG = 6, 11
"""A word is corrected by one letter from the first length on, by two from the second."""
_USUAL = 6.0
"""The weight of a word that was not asked for: that of one which stands in some thirty entries."""
_MANY = 300
_WORD = re.compile(r"[^\W\d_]+")
_LEFT_OUT = re.compile(r"\b(?:excluding|other than|except|not)\b")
"""What a title leaves out: official titles are in English, whatever the language of the question."""
_LEAD = re.compile(r"[;,(]")
_EMPTY = frozenset(
    "the a an of or and for in on to with by nor from n e c s kind whether its their such as like including made"
    " any all more el la los las de del y o para con en por sin que un una otros otras".split()
)

_PLAIN = frozenset(
    "new organic mexican american us imported domestic foreign cheap premium quality branded big large small mini good"
    " various assorted finished standard modern fresh nuevo nueva organico organica mexicano mexicana importado"
    " importada americano americana grande pequeno pequena".split()
)
"""Words that say nothing about which product it is; "used" or "frozen" would."""
_IGNORED = _EMPTY | _PLAIN


@dataclass(frozen=True, slots=True)
class Entry:
    """A name or an official title as text, with the codes it stands for."""

    codes: str
    text: str
    name: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """The telling words of an entry and the noun at its head; a title may have many before it."""

    words: frozenset[str]
    head: str
    before: int


class Index:
    """Names and titles by their words, each word weighed by how few of them have it; read as far as it is asked."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        self._entries = tuple(entries)
        self._language = language
        self._read: dict[int, _Read] = {}
        self._texts = "\n".join(entry.text for entry in self._entries)
        self._starts = tuple(accumulate((len(entry.text) + 1 for entry in self._entries), initial=0))

    def nearest(self, words: Sequence[str], limit: int) -> Scored:
        """The codes of the entries nearest in words, best first; nothing where none is near enough."""
        asked, head = tuple(dict.fromkeys(self._telling(words))), self._head(words)
        if head not in asked or not self._entries:
            return ()
        holding = {word: self._holding(word) for word in asked}
        weights = {word: math.log(1 + len(self._entries) / max(len(found), 1)) for word, found in holding.items()}
        near = self._narrowed(holding, head)
        scored = ((_score(self._entries[at], self._words(at), weights, head), self._entries[at]) for at in near)
        best = sorted((pair for pair in scored if pair[0] >= _LEAST), key=_order)
        return _widened(best)[:limit] if best else self._of_kind(near, head)

    def _of_kind(self, near: Sequence[int], head: str) -> Scored:
        """The head word's own codes, where all names with that head are of one chapter.

        "School buses" are buses, since all buses are of chapter 87; "garage doors" may be of wood or steel.
        """
        named = [at for at in near if self._entries[at].name and self._words(at).head == head]
        chapters = {code[:2] for at in named for code in self._entries[at].codes.split(";")}
        bare = [self._entries[at].codes for at in named if self._words(at).words == {head}]
        return ((bare[0], _OF_KIND),) if bare and len(chapters) == 1 else ()

    def _holding(self, word: str) -> list[int]:
        """The places of the entries that have the word, or one that begins as it does."""
        part, places = root(word, self._language), []
        # one search through all texts is some ten times as fast as one in each
        found = self._texts.find(part)
        while found >= 0:
            places.append(bisect.bisect_right(self._starts, found) - 1)
            found = self._texts.find(part, self._starts[places[-1] + 1])
        return places

    def _narrowed(self, holding: Mapping[str, list[int]], head: str) -> list[int]:
        """The entries with the head word; where they are many, those with another word of the question as well."""
        found = holding[head]
        others = {at for word, places in holding.items() if word != head for at in places}
        return [at for at in found if at in others] if len(found) > _MANY and others else found

    def _words(self, at: int) -> _Read:
        if at not in self._read:
            entry = self._entries[at]
            said = entry.text if entry.name else _LEFT_OUT.split(entry.text, maxsplit=1)[0]
            lead = _WORD.findall(_LEAD.split(said, maxsplit=1)[0])
            self._read[at] = _Read(frozenset(self._telling(_WORD.findall(said))), self._head(lead), len(lead) - 1)
        return self._read[at]

    def _head(self, words: Sequence[str]) -> str:
        """The noun that the other words describe: the last before "of" in English, the first in Spanish."""
        if self._language == "es":
            return next(iter(self._telling(words)), "")
        joined = next((at for at, word in enumerate(words) if word in _AFTER_HEAD and at), len(words))
        return next(iter(self._telling(words[joined - 1 :])), "")

    def _telling(self, words: Iterable[str]) -> list[str]:
        return [singular(word, self._language) for word in words if word not in _IGNORED and not word.isdigit()]


def spelt_alike(text: str, names: Sequence[str], limit: int) -> Scored:
    """The names spelt almost as the text, best first, with their likeness from 0 to 1.

    >>> spelt_alike("avacados", ("avocados", "tomatoes"), 1)
    (('avocados', 0.875),)
    """
    if len(text) < _SHORTEST:
        return ()
    found = process.extract(text, names, scorer=OSA.distance, score_cutoff=2, limit=2 * limit)
    near = [(name, round(1 - distance / len(text), 4)) for name, distance, _ in found if _is_slip(text, name)]
    return tuple(near[:limit])


def _is_slip(text: str, name: str) -> bool:
    """Word for word the same but for a letter or two, never the first; in a short word each letter counts."""
    pairs = list(zip(text.split(), name.split(), strict=False))
    same_count = len(text.split()) == len(name.split())
    return same_count and all(
        one[0] == other[0] and OSA.distance(one, other) <= (len(one) >= _SHORTEST) + (len(one) >= _LONG)
        for one, other in pairs
    )


def _score(entry: Entry, read: _Read, weights: Mapping[str, float], head: str) -> float:
    """How much of what was asked the entry covers, and how much of the entry was asked."""
    if head not in read.words:
        return 0.0
    shared = [word for word in weights if word in read.words]
    weight = sum(weights[word] for word in shared)
    covered = weight / sum(weights.values())
    filled = weight / (weight + _USUAL * (len(read.words) - len(shared)))
    if head != read.head and (len(shared) == 1 or (entry.name and filled < 1)):
        return 0.0
    if entry.name:
        return covered * (0.4 + 0.6 * filled)
    return covered * (0.7 + 0.3 * filled) if len(shared) > 1 or read.before < 2 else 0.0


def _order(pair: tuple[float, Entry]) -> tuple[float, bool, int, str]:
    score, entry = pair
    return (-round(score, 3), not entry.name, len(entry.codes), entry.codes)


def _widened(best: Sequence[tuple[float, Entry]]) -> Scored:
    """The codes without repeats; where several subheadings of one heading are equally near, the heading."""
    top = [entry.codes for score, entry in best if score > best[0][0] - 0.01]
    kept: dict[str, float] = {}
    if len(top) > 1 and len({codes[:4] for codes in top}) == 1 and all(len(codes) == 6 for codes in top):
        kept[top[0][:4]] = round(best[0][0], 3)
    for score, entry in best:
        kept.setdefault(entry.codes, round(score, 3))
    return tuple(kept.items())


__all__ = ["Entry", "Index", "Scored", "spelt_alike"]
