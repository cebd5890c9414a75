"""Words that stand in no list: the products whose names are spelt alike or share the most telling words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from assistant.lexicon.wordforms import singular

Words = tuple[str, ...]
Scored = tuple[tuple[str, float], ...]

_LEAST = 0.6
"""Below this score a guess was wrong more often than right on words that are no products."""
_SPELLING = 86
_SHORTEST = 5
_EMPTY = frozenset(
    "the a an of or and for in on to with by other than not nor from n e c s kind used whether its their such as like"
    " including excluding made no any all more less parts el la los las de del y o para con en por sin que un una otros otras".split()
)


class Entry:
    """A name or title with the codes it stands for; `name` tells an everyday name from an official title."""

    __slots__ = ("codes", "lead", "name", "weight", "words")

    def __init__(self, codes: str, words: Iterable[str], lead: Iterable[str], *, name: bool) -> None:
        self.codes, self.words, self.lead, self.name = codes, frozenset(words), frozenset(lead), name
        self.weight = 0.0


class Index:
    """Names and titles by their words, each word weighed by how few of them have it."""

    def __init__(self, names: Iterable[tuple[Words, str]], titles: Iterable[tuple[str, Words, Words]], language: str) -> None:
        self._language = language
        self._stems: dict[str, str] = {}
        self._entries = [Entry(codes, self._content(words), (), name=True) for words, codes in names]
        self._entries += [Entry(code, self._content(words), self._content(lead), name=False) for code, words, lead in titles]
        counted = Counter(word for entry in self._entries for word in entry.words)
        self._weights = {word: math.log(1 + len(self._entries) / count) for word, count in counted.items()}
        self._rarest = math.log(1 + len(self._entries))
        self._having: Mapping[str, list[Entry]] = self._by_word()

    def nearest(self, words: Words, limit: int) -> Scored:
        """The codes of the entries nearest in words, best first; nothing where none is near enough."""
        asked = tuple(dict.fromkeys(self._content(words)))
        if not asked or self._head(asked) not in self._having:
            return ()
        near = Counter({entry: 1 for word in asked for entry in self._having.get(word, ())})
        scored = [(self._score(entry, asked), entry) for entry in near]
        best = sorted((pair for pair in scored if pair[0] >= _LEAST), key=_order)
        return _widened(best)[:limit]

    def _score(self, entry: Entry, asked: Words) -> float:
        """How much of what was asked the entry covers, and how much of the entry was asked."""
        if self._head(asked) not in entry.words:
            return 0.0
        shared = [word for word in asked if word in entry.words]
        weight = sum(self._weights[word] for word in shared)
        covered = weight / sum(self._weights.get(word, self._rarest) for word in asked)
        filled = weight / entry.weight
        if entry.name:
            return max(covered * (0.75 + 0.25 * filled), 0.65 if filled > 0.99 else 0.0)
        telling = len(shared) > 1 or shared[0] in entry.lead or self._weights[shared[0]] > self._rarest - 1.5
        return covered * (0.7 + 0.3 * filled) if telling else 0.0

    def _head(self, asked: Words) -> str:
        return asked[0] if self._language == "es" else asked[-1]

    def _content(self, words: Iterable[str]) -> Words:
        return tuple(self._stem(word) for word in words if word not in _EMPTY and not word.isdigit())

    def _stem(self, word: str) -> str:
        if word not in self._stems:
            self._stems[word] = singular(word, self._language)
        return self._stems[word]

    def _by_word(self) -> Mapping[str, list[Entry]]:
        having: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._entries:
            entry.weight = sum(self._weights[word] for word in entry.words)
            for word in entry.words:
                having[word].append(entry)
        return having


def spelt_alike(text: str, names: Sequence[str], limit: int) -> tuple[tuple[str, float], ...]:
    """The names spelt almost as the text, best first, with their likeness from 0 to 1; short words have none.

    >>> spelt_alike("avacados", ("avocados", "tomatoes"), 1)
    (('avocados', 0.875),)
    """
    if len(text) < _SHORTEST:
        return ()
    found = process.extract(text, names, scorer=fuzz.ratio, score_cutoff=_SPELLING, limit=limit)
    return tuple((name, round(score / 100, 4)) for name, score, _ in found if name[0] == text[0])


def _order(pair: tuple[float, Entry]) -> tuple[float, bool, int, str]:
    score, entry = pair
    return (-round(score, 3), not entry.name, len(entry.codes), entry.codes)


def _widened(best: Sequence[tuple[float, Entry]]) -> Scored:
    """The codes without repeats; where several subheadings of one heading are equally near, the heading."""
    if not best:
        return ()
    top = [entry.codes for score, entry in best if score > best[0][0] - 0.01]
    headings = {codes[:4] for codes in top}
    if len(top) > 1 and len(headings) == 1 and all(len(codes) == 6 for codes in top):
        best = [(best[0][0], Entry(top[0][:4], (), (), name=False)), *best]
    kept: dict[str, float] = {}
    for score, entry in best:
        kept.setdefault(entry.codes, round(score, 3))
    return tuple(kept.items())


__all__ = ["Index", "spelt_alike"]
