"""A word that is nobody's, read as the one known word that is a slip away; where two are as near, it is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.lexicon.tokens import Token, fold
from assistant.lexicon.words.realwords import real_words
from assistant.lexicon.words.slips import is_swap, neighbours, slip

_SHORTEST, _MIDDLE, _LONG = 4, 5, 8
_LIMITS = ((_LONG, 2.4), (_MIDDLE, 1.5), (_SHORTEST, 1.2))
_NAME_LIMITS = ((_LONG + 1, 2.0), (_SHORTEST, 1.2))
"""From a length on, the weight of slips that a word may have."""
_MOST = 16
"""How many near words are weighed."""
_SELDOM = 100
"""A word that is written as seldom is as likely a slip itself."""
_MARGIN, _APART = 0.15, 0.5
"""Slips lighter by less than this are as likely; for a word that would say nothing, by less than the second."""
_ALIKE = {"b": "v", "v": "b", "q": "c", "c": "qk", "k": "c", "s": "cz", "z": "s", "g": "j", "j": "g", "y": "i"}
"""First letters that are heard alike."""
_RARER = 20
"""How many times rarer a real word must be to be no rival."""
_USUAL = 1000
"""How often a word of trade is taken to be written that is in no list."""
_PLURALS = (("ys", "ies"), ("eys", "ies"), ("ies", "ys"), ("es", "s"), ("s", "es"))
"""How a plural is ended wrongly, and rightly."""
_HARMLESS = frozenset({"harmless:word"})


@dataclass(frozen=True, slots=True)
class _Near:
    word: str
    weight: float
    edits: int


class Speller:
    """Mends words that are not known: `meant` gives what each word that may be meant stands for."""

    def __init__(
        self, is_known: Callable[[str], bool], meant: Callable[[], Mapping[str, frozenset[str]]], language: str
    ) -> None:
        self._is_known = is_known
        self._meant_words = meant
        self._language = language
        self._done: dict[tuple[str, bool], str] = {}

    def mended(self, text: str, tokens: tuple[Token, ...]) -> tuple[str, Mapping[int, str]]:
        """The text with misspelt words mended; what was read as what, by its start, where the word says something."""
        parts: list[str] = []
        notes: dict[int, str] = {}
        end, length = 0, 0
        for token in tokens:
            old = text[token.start : token.start + len(token.word)]
            if fold(old) != token.word or _is_acronym(old, text):
                continue
            new = self._meant(token.word, _is_capital(old, text[: token.start]))
            if new == token.word:
                continue
            shown = _as_written(new, old)
            length += token.start - end
            if not self._is_harmless(new):
                notes[length] = f"{old} → {shown}"
            parts += (text[end : token.start], shown)
            end, length = token.start + len(old), length + len(new)
        return "".join((*parts, text[end:])), notes

    def _meant(self, word: str, named: bool) -> str:
        if len(word) < 3 or not (word.isalpha() and word.isascii()) or self._is_known(word):
            return word
        if (word, named) not in self._done:
            if len(self._done) > 5000:
                self._done.clear()
            self._done[word, named] = self._found(word, named)
        return self._done[word, named]

    def _found(self, word: str, named: bool) -> str:
        """The one word that was meant; the word as written where it is real, or where more than one is near."""
        if (owner := word.removesuffix("s")) in self._meanings and self._is_named(owner) and not self._often(word):
            return owner  # "mexicos exports", "tomatos"
        if plural := self._plural(word):
            return plural
        if self._is_real(word):
            return word
        near = sorted(self._near(word, named), key=self._order)
        if not near or near[0].weight > self._limit(word, near[0].word):
            return word
        return word if self._rivals(near) or self._is_other(word, near[0]) else near[0].word

    def _plural(self, word: str) -> str:
        """The plural of a word of trade that was formed wrongly: "countrys", "monthes"; nothing for other words."""
        if self._often(word) > _SELDOM or word.endswith("ss"):
            return ""
        ways = ((old, new) for old, new in _PLURALS if word.endswith(old))
        formed = (word.removesuffix(old) + new for old, new in ways)
        return next((one for one in formed if one in self._meanings and not self._is_harmless(one)), "")

    def _near(self, word: str, named: bool) -> Iterator[_Near]:
        if len(word) < _SHORTEST:
            swapped = (one for one in self._starting(word) if is_swap(word, one))
            yield from (_Near(one, 1.0, 1) for one in swapped)
            return
        found = process.extract(word, self._starting(word), scorer=OSA.distance, score_cutoff=2, limit=_MOST)
        least = min((edits for _, edits, _ in found), default=0)
        for meant, edits, _ in found:
            name, number = self._is_name(meant), meant in (f"{word}s", word.rstrip("s"))
            if edits == least and len(meant) > 3 and (name or not number and not named):
                yield _Near(meant, slip(word, meant), int(edits))

    def _starting(self, word: str) -> list[str]:
        """The words that may be meant: with the first letter right, or of a cue swapped, left out, or heard alike."""
        starts = (word[1] + word[0], *(letter + word[1] for letter in _ALIKE.get(word[0], "")))
        others = (one for start in starts for one in self._cues_by_start.get(start, ()))
        return [*self._by_letter.get(word[0], ()), *others, *self._cues_by_tail.get(word, ())]

    def _limit(self, word: str, meant: str) -> float:
        """The weight of slips that a word of its length may have; a name may have less, since names are like names."""
        if len(word) < _SHORTEST:
            return 1.0
        limits = _NAME_LIMITS if self._is_name(meant) else _LIMITS
        return next(limit for least, limit in limits if len(word) >= least)

    def _rivals(self, near: list[_Near]) -> bool:
        """Whether another word is about as near and means something else; two harmless words are no matter."""
        first = near[0]
        means = self._meanings[first.word]
        for other in near[1:]:
            others = self._meanings[other.word]
            if means & others:
                continue
            close = other.edits <= first.edits and other.weight < first.weight + _APART
            if self._is_harmless(first.word) and close and not self._is_rare(other, first):
                return True
            if self._is_name(first.word) and self._is_name(other.word) and other.edits <= first.edits:
                return True
            weaker = self._is_part(other.word) and not self._is_part(first.word)
            if other.weight <= first.weight + _MARGIN and not weaker:
                return True
        return False

    def _is_rare(self, other: _Near, first: _Near) -> bool:
        """Whether the name of a good is so rare beside a small word that it was not meant: "winch" beside "which"."""
        rare = max(self._often(other.word), _USUAL) * 10 * _RARER < self._often(first.word)
        return self._is_part(other.word) and rare and other.weight >= first.weight

    def _order(self, near: _Near) -> tuple[float, bool, int, str]:
        return (near.weight, self._is_part(near.word), near.edits, near.word)

    def _is_other(self, word: str, meant: _Near) -> bool:
        """Whether a real word that names nothing here was as likely meant: "medain" is no slip for anything known."""
        often = max(self._often(meant.word), _USUAL)
        least = often // _RARER if self._is_harmless(meant.word) else often * _RARER
        for other, weight in neighbours(word, meant.weight):
            count = self._often(other)
            nearer = weight < meant.weight or weight == meant.weight and count > least
            if count > _SELDOM and nearer and not self._is_known(other):
                return True
        return False

    def _is_name(self, word: str) -> bool:
        return any(meaning.startswith(("place:", "region:", "port:", "month:")) for meaning in self._meanings[word])

    def _is_named(self, word: str) -> bool:
        return self._is_name(word) or any(meaning.startswith("product:") for meaning in self._meanings[word])

    def _is_harmless(self, word: str) -> bool:
        return self._meanings.get(word) == _HARMLESS

    def _is_part(self, word: str) -> bool:
        """Whether the word is only the name of a good, or a part of a longer name."""
        return all(meaning.startswith(("part:", "product:")) for meaning in self._meanings[word])

    @cached_property
    def _meanings(self) -> Mapping[str, frozenset[str]]:
        return {word: means for word, means in self._meant_words().items() if word.isalpha() and len(word) > 2}

    @cached_property
    def _by_letter(self) -> Mapping[str, list[str]]:
        return _grouped((word[0], word) for word in self._meanings)

    @cached_property
    def _cues_by_start(self) -> Mapping[str, list[str]]:
        return _grouped((word[:2], word) for word in self._meanings if not self._is_part(word))

    @cached_property
    def _cues_by_tail(self) -> Mapping[str, list[str]]:
        long = (word for word in self._meanings if len(word) > _MIDDLE)
        return _grouped((word[1:], word) for word in long if not self._is_part(word))

    def _is_real(self, word: str) -> bool:
        """Whether people write the word, or its singular."""
        ones = (word, word.removesuffix("s"), word.removesuffix("es"))
        return any(self._often(one) for one in (ones[:1] if word.endswith("ss") else ones))

    def _often(self, word: str) -> int:
        """How often a word is written in the language, or else in English, which all languages borrow from."""
        return real_words(self._language).get(word, 0) or real_words("en").get(word, 0)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for key, word in sorted(pairs):
        groups.setdefault(key, []).append(word)
    return groups


def _is_capital(old: str, before: str) -> bool:
    """Whether a capital inside a sentence says that it is a name."""
    return old[:1].isupper() and not old.isupper() and before.rstrip()[-1:] not in ("", *".?!:¿¡")


def _is_acronym(old: str, text: str) -> bool:
    """Whether a short word in capitals among small letters is one of its own: GSP is no slip for GPS."""
    return len(old) < _SHORTEST and old.isupper() and not text.isupper()


def _as_written(new: str, old: str) -> str:
    if old.isupper():
        return new.upper()
    return new.capitalize() if old[:1].isupper() else new
