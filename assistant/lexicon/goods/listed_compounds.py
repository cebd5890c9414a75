"""The listed names of several words by their heads and by what comes before: "rye bread" among the breads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.lexicon.words.wordforms import ENGLISH_JOINS, SPANISH_JOINS, singular

Words = tuple[str, ...]
Codes = tuple[str, ...]
Named = tuple[Words, Codes]
"""A name with the codes that it may stand for, best first; codes of one thing are joined by ";"."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A name as its modifier and its head, with the names that have the same head, and those of kindred modifiers."""

    modifier: Words
    head: Words
    codes: Codes
    alike: Sequence[Named]
    kin: Sequence[Named]

    @property
    def code(self) -> str:
        """The head's code, nothing where it is no name or means several things."""
        return self.codes[0] if len(self.codes) == 1 else ""


class ListedCompounds:
    """The names of one language in the singular, each with its head last, and the sections of their chapters."""

    def __init__(self, names: Mapping[Words, Codes], sections: Mapping[str, str], language: str) -> None:
        self._language, self._sections = language, sections
        plain = {words: codes for words, codes in names.items() if ENGLISH_JOINS.isdisjoint(words)}
        self.names = {self.ordered(words): codes for words, codes in plain.items()}

    def ordered(self, words: Sequence[str]) -> Words:
        """The words in the singular with the head last; Spanish puts it first."""
        if self._language != "es":
            return tuple(singular(word, self._language) for word in words)
        return tuple(singular(word, self._language) for word in words if word not in SPANISH_JOINS)[::-1]

    def said(self, words: Words, head: Words) -> str:
        """The head in the words of the name, in the number that was said."""
        ends = (words[:n] if self._language == "es" else words[-n:] for n in range(1, len(words)))
        return next((" ".join(end) for end in ends if self.ordered(end) == head), " ".join(head))

    def parts(self, name: Words) -> Parts:
        """A name as its parts; the head is the longest listed name that it ends in, else its last word."""
        at = next((at for at in range(1, len(name)) if name[at:] in self.names), len(name) - 1)
        modifier, head = name[:at], name[at:]
        alike = [(n, codes) for n, codes in self._by_last.get(name[-1:], ()) if n != head and n[-len(head) :] == head]
        section = self.section(modifier)
        kin = [(n, codes) for n, codes in alike if section and self.section(n[: -len(head)]) == section]
        return Parts(modifier, head, self.names.get(head, ()), alike, kin)

    def modified(self, modifier: Words) -> list[Named]:
        """What a modifier modifies in listed names, each with the codes of the whole name."""
        size, begun = len(modifier), self._by_first.get(modifier[:1], ())
        return [(n[size:], codes) for n, codes in begun if n[:size] == modifier and n[size:] in self.names]

    def section(self, name: Words) -> str:
        """The section of the listed name that a name ends in; nothing where it ends in none."""
        known = (name[at:] for at in range(len(name)) if name[at:] in self.names)
        return next((self._sections.get(self.names[part][0][:2], "") for part in known), "")

    def modifies(self, word: str) -> bool:
        """Whether a word stands before the head of a listed name."""
        return singular(word, self._language) in self._modifiers

    def is_of_kind(self, parts: Parts) -> bool:
        """Whether the modifier is a product of the same section as the head."""
        here = self._sections.get(parts.code[:2])
        return parts.modifier in self.names and here is not None and self.section(parts.modifier) == here

    def is_listing(self, parts: Parts) -> bool:
        """Whether two products stand side by side that no name puts together: "wheat corn", "steel aluminum".

        They are of one section, and the second says of what kind others are as often as it has kinds itself.
        """
        begun, ended = (len(by.get(parts.head, ())) for by in (self._by_first, self._by_last))
        return self.is_of_kind(parts) and 2 * begun > ended

    @cached_property
    def _by_last(self) -> Mapping[Words, list[Named]]:
        return _grouped((name[-1:], (name, codes)) for name, codes in self.names.items() if len(name) > 1)

    @cached_property
    def _by_first(self) -> Mapping[Words, list[Named]]:
        return _grouped((name[:1], (name, codes)) for name, codes in self.names.items() if len(name) > 1)

    @cached_property
    def _modifiers(self) -> frozenset[str]:
        return frozenset(word for name in self.names for word in name[:-1])


def _grouped(pairs: Iterator[tuple[Words, Named]]) -> Mapping[Words, list[Named]]:
    found: defaultdict[Words, list[Named]] = defaultdict(list)
    for key, named in pairs:
        found[key].append(named)
    return found


__all__ = ["Codes", "ListedCompounds", "Named", "Parts", "Words"]
