"""Text to words: cleaned, folded to plain lower case, with their places in the cleaned text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

_WORD = re.compile(r"[^\W\d_]+\d+[^\W_]*|[$€]?\d+(?:[.,]\d+)*(?!\d)|%|[^\W\d_]+(?:'[^\W\d_]+)*'?|[^\W_]+")
_ABBREVIATION = re.compile(r"\b(?:[a-z]\.){2,}")
_ARROW = re.compile(r"\s*(?:->|=>|→|⇒)\s*")
_IS = re.compile(r"\b(what|who|when|where|how)'s\b", re.IGNORECASE)
"""English for "what is": a text is cleaned before its language is known, and the language is told by its words."""
_END = re.compile(r"[.!?;]+[\"')\]]*(?=\s|$)|\n+")
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:[a-z](?:\.[a-z])*|ee|(?:ee\.)?uu|approx|aprox|avg|ann|art|bilat|cap|ch|co|corp|dep|dept|dr|est|etc|excl|exps?|govt|"
    r"imps?|inc|incl|intl|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ltd|merch|mill?|mo|mr|mrs|ms|mt|no|num|pct|prom|qtr|"
    r"resp|st|tot|trim|vs|yrs?)$"
)
"""What a point behind ends no sentence after: "U.S.", "vs."."""
_POSSESSIVE = re.compile(r"('s|s'|')$")
_KEPT = 4096
"""Texts whose words are kept: many steps read the words of one question and the cues of one language."""


class Placed(Protocol):
    """What stands somewhere in a text: a word, a mention."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


LONGEST, MOST_WORDS = 2000, 300
"""Characters and words of a message; a longer one is not a question."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as folded, without its possessive ending, and its place in the cleaned text."""

    word: str
    start: int
    end: int
    possessive: bool = False


@lru_cache(maxsize=_KEPT)
def clean(text: str) -> str:
    r"""The text in one Unicode form, on one line, without control or formatting characters.

    >>> clean("Mexico\u202e’s\n exports")
    "Mexico's exports"
    """
    plain = _ARROW.sub(" to ", unicodedata.normalize("NFKC", text)).replace("’", "'").replace("‘", "'")
    plain = _IS.sub(r"\1 is", plain)
    kept = "".join(" " if char.isspace() else char for char in plain if not _is_hidden(char))
    return " ".join(kept.split())


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """The text in lower case without accents, of the same length.

    >>> fold("México exportó")
    'mexico exporto'
    """
    return text.lower() if text.isascii() else "".join(_plain(char) for char in text)


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[Token, ...]:
    """The words of a cleaned text, in order; "U.S." is "us", a possessive ending is a mark on its word."""
    folded = _ABBREVIATION.sub(lambda m: m[0].replace(".", "").ljust(len(m[0])), fold(text))
    return tuple(_token(match) for match in _WORD.finditer(folded))


@lru_cache(maxsize=_KEPT)
def phrase(text: str) -> tuple[str, ...]:
    """The words of a phrase, for comparing with the words of a question."""
    plain = fold(text).split()
    if all(word.isalpha() for word in plain) and unicodedata.is_normalized("NFKC", text):
        return tuple(plain)  # nearly every phrase of a language file
    return tuple(token.word for token in words(clean(text)))


def spoken(text: str) -> str:
    """The words of a text, one blank between two: what the lists of a language are looked for in.

    >>> spoken("Who, then, is México's?")
    'who then is mexico'
    """
    return " ".join(token.word for token in words(clean(text)))


def overlaps(one: Placed, others: Iterable[Placed]) -> bool:
    """Whether any of the others stands in the same stretch of the text."""
    return any(other.start < one.end and one.start < other.end for other in others)


def is_too_long(text: str) -> bool:
    """Whether a message has more characters or words than a question; what one sign stands for counts: "½" is "1/2"."""
    return len(text) > LONGEST or len(clean(text)) > LONGEST or len(words(clean(text))) > MOST_WORDS


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a text start and end, each with its marks.

    >>> [text[a:b] for text in ["Sold in the U.S. market. How much?"] for a, b in sentences(text)]
    ['Sold in the U.S. market.', ' How much?']
    """
    ends = [match.end() for match in _END.finditer(text) if not _is_shortened(text, match)]
    spans = pairwise(sorted({0, *ends, len(text)}))
    return tuple((start, end) for start, end in spans if any(char.isalnum() for char in text[start:end]))


def _is_shortened(text: str, end: re.Match[str]) -> bool:
    """Whether a point belongs to a shortened word and ends nothing; at the end of a text it may."""
    going_on = end[0] == ".)" and text[end.end() :].lstrip()[:1].islower()  # "(tourism, consulting, etc.) that …"
    plain = going_on or end[0] == "." and end.end() < len(text)
    return plain and _SHORTENED.search(fold(text[: end.start()])) is not None


def _token(match: re.Match[str]) -> Token:
    found = _POSSESSIVE.search(match[0])
    if found and len(match[0]) > len(found[0]):
        bare = match[0].rstrip("'") if found[0] == "s'" else match[0][: found.start()]
        return Token(bare, match.start(), match.end(), possessive=True)
    return Token(match[0], match.start(), match.end())


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") and not char.isspace()


@lru_cache(maxsize=_KEPT)
def _plain(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0].lower()[0]
