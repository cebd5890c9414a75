"""Search by words: BM25 over stemmed words, and the share of a question's words that a text holds."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.6
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_ENDINGS = tuple(
    "aciones ations ments acion ation ities iones ings ions ment ies ing ity ers ion ed es er al s".split()
)
_SHORTEST_STEM = 4


@cache
def stopwords() -> frozenset[str]:
    """The words of a question that say nothing about its subject, English and Spanish."""
    return frozenset(files("assistant.store").joinpath("stopwords.txt").read_text(encoding="utf-8").split())


def plain(text: str) -> str:
    """The text in lower case without accents and with dotted abbreviations closed.

    >>> plain("F.A.S. en México, and the U.S. side")
    'fas en mexico, and the us side'
    """
    closed = _DOTTED.sub(lambda match: match[0].replace(".", "").upper(), text)
    decomposed = unicodedata.normalize("NFKD", closed)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def stem(word: str) -> str:
    """The word without its commonest endings, so that "tariffs" finds "tariff" and "valuation" "valued".

    >>> stem("tariffs"), stem("countries"), stem("exporters"), stem("cars"), stem("gas")
    ('tariff', 'countr', 'export', 'car', 'gas')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _closed(word[: -len(ending)])
    return (
        word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) == _SHORTEST_STEM else _closed(word)
    )


def _closed(stemmed: str) -> str:
    return stemmed[:-1] if len(stemmed) > _SHORTEST_STEM and stemmed[-1] in "eyo" else stemmed


def words(text: str) -> list[str]:
    """The stemmed content words of a text in order, stop words left out.

    >>> words("What is the U.S. customs value?")
    ['us', 'custom', 'valu']
    """
    found = (word for word in _WORD.findall(plain(text)) if word not in stopwords())
    return [stem(word) for word in found if len(word) > 1 or word.isdigit()]


def dotted(text: str) -> list[str]:
    """The abbreviations written with dots and small letters: f.a.s. is a value, FAS an agency.

    >>> dotted("F.a.s. at the U.S. port, c.i.f.")
    ['f.a.s.', 'c.i.f.']
    """
    return [match[0].lower() for match in _DOTTED.finditer(text) if not match[0].isupper()]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which texts hold which words: what BM25 needs, as plain values that JSON can keep."""

    postings: Mapping[str, Sequence[tuple[int, int]]]
    lengths: Sequence[int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lexicon:
        """The lexicon of some texts, in their order."""
        postings: dict[str, list[tuple[int, int]]] = {}
        lengths = []
        for number, text in enumerate(texts):
            counts = Counter(words(text) + dotted(text))
            lengths.append(counts.total())
            for word, count in sorted(counts.items()):
                postings.setdefault(word, []).append((number, count))
        return cls(postings, lengths)

    def asked(self, query: str) -> set[str]:
        """The words that a query asks for; an abbreviation with its dots only where a text writes it so."""
        return {*words(query), *(word for word in dotted(query) if word in self.postings)}

    def weight(self, word: str) -> float:
        """How much a stemmed word tells texts apart (inverse document frequency); most where no text holds it."""
        held = len(self.postings.get(word, ()))
        return math.log(1 + (len(self.lengths) - held + 0.5) / (held + 0.5))

    def scores(self, query: str) -> dict[int, float]:
        """The BM25 score of every text that holds a word of the query, by text number."""
        average = sum(self.lengths) / max(len(self.lengths), 1) or 1.0
        scores: dict[int, float] = {}
        for word in sorted(self.asked(query)):
            weight = self.weight(word)
            for number, count in self.postings.get(word, ()):
                norm = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * self.lengths[number] / average
                gain = weight * count * (_SATURATION + 1) / (count + _SATURATION * norm)
                scores[number] = scores.get(number, 0.0) + gain
        return scores

    def shares(self, query: str) -> dict[int, float]:
        """The share, above 0 to 1, of the query's content words that a text holds, rare words counting more."""
        asked = {word: self.weight(word) for word in sorted(self.asked(query))}
        whole = math.fsum(asked.values())
        shares: dict[int, float] = {}
        for word, weight in asked.items():
            for number, _ in self.postings.get(word, ()):
                shares[number] = shares.get(number, 0.0) + weight / whole
        return shares

    def likeness(self, query: str, wholes: Mapping[int, float]) -> dict[int, float]:
        """How far a text and the query have the same content words, above 0 to 1, rare words counting more.

        `wholes` is what `weights` gives.
        """
        held = self.shares(query)
        asked = math.fsum(self.weight(word) for word in sorted(self.asked(query)))
        return {number: 2 * share * asked / (asked + wholes[number]) for number, share in held.items()}

    def weights(self) -> Mapping[int, float]:
        """The weight of all the words of each text, by text number."""
        wholes: dict[int, float] = {}
        for word, texts in self.postings.items():
            weight = self.weight(word)
            for number, _ in texts:
                wholes[number] = wholes.get(number, 0.0) + weight
        return wholes
