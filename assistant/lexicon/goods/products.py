"""Everyday names of products in one language, their codes, and the nearest codes for words that are no name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from assistant.lexicon.goods.compounds import Compounds
from assistant.lexicon.goods.listed_compounds import ListedCompounds
from assistant.lexicon.goods.product_codes import Codes
from assistant.lexicon.goods.product_index import Entry, Index, Scored, spelt_alike
from assistant.lexicon.tokens import phrase
from assistant.lexicon.words.wordforms import forms
from assistant.types import Mention

_BRACKETED = re.compile(
    r"(?P<word>[a-záéíóúñ]+)\s*\(\s*(?P<said>(?:hs\s*)?(?P<code>\d{2}|\d{4}|\d{6}))\s*\)", re.IGNORECASE
)

Candidates = tuple[str, ...]
"""Codes that a name may stand for, best first; codes of one thing are joined by ";"."""


class Products:
    """The product names of a language over a nomenclature folder; each part is read when it is first asked for."""

    def __init__(self, directory: Path, language: str = "en") -> None:
        self._directory = directory
        self._language = language
        self._compounds: Compounds | None = None

    def names(self) -> Mapping[str, Candidates]:
        """Every name, folded, with the codes it may stand for: more than one candidate is an ambiguous name."""
        return self._names

    def shared(self) -> frozenset[str]:
        """The names that mean something else too: a country ("turkey"), a mode ("trucks"), a cue ("rose")."""
        named = (words for words, _, note in self._rows if note)
        return frozenset(" ".join(form) for words in named for form in forms(words, self._language))

    def is_ware(self, word: str) -> bool:
        """Whether a folded word, or its singular, stands in the name or the title of any product."""
        return word in self._vocabulary or word.removesuffix("s") in self._vocabulary

    def without_codes_like_years(self, text: str) -> str:
        """The text with blanks for headings that look like years and are cued: "HS 2009", "heading 2005"."""
        return self._codes.without_years(text)

    def codes_in(self, text: str) -> tuple[Mention, ...]:
        """The codes written in a cleaned text: "HS 8703", "chapter 87", "0804.40"; a year is no code.

        The candidate is "product:8703", or "unknown_code:9876" where there is none; with the role "wider" it is the
        subheading of a longer code that is not listed.
        """
        bracketed = tuple(self._bracketed(text))
        taken = [(m.start, m.end) for m in bracketed]
        plain = (m for m in self._codes.find(text) if not any(m.start < end and start < m.end for start, end in taken))
        return (*bracketed, *plain)

    def _bracketed(self, text: str) -> Iterator[Mention]:
        """Codes in brackets behind what they are of, with a name that means something else too: "trucks (8704)"."""
        for match in _BRACKETED.finditer(text):
            (word,) = phrase(match["word"]) or ("",)
            named = [part for codes in self._names.get(word, ()) for part in codes.split(";")]
            if any(part.startswith(match["code"][:2]) for part in named) or self._is_titled(match["code"], word):
                start = match.start() if word in self.shared() else match.start("said")
                yield Mention("product", start, match.end(), text[start : match.end()], (f"product:{match['code']}",))

    def _is_titled(self, code: str, word: str) -> bool:
        """Whether a word stands in the title of a code: "not knitted (62)"."""
        return any(word in phrase(title) for known, title in self._titles if known == code)

    def nearest(self, text: str, limit: int = 3) -> Scored:
        """The codes nearest to words, best first, with a score from 0 to 1; empty where nothing is near enough.

        A name has score 1; then a name spelt almost so; then the names and official titles with the same telling words.
        """
        words = phrase(text)
        if exact := self._names.get(" ".join(words)):
            return tuple((codes, 1.0) for codes in exact[:limit])
        alike = spelt_alike(" ".join(words), self._keys, limit)
        if alike:
            best = {codes: score for name, score in reversed(alike) for codes in self._names[name]}
            return tuple(sorted(best.items(), key=lambda pair: (-pair[1], pair[0])))[:limit]
        return self._index.nearest(words, limit)

    def compounds(self, plain: frozenset[str]) -> Compounds:
        """What reads names of several words that stand in no list; `plain` are words that change no product."""
        if self._compounds is None:
            named = {words: codes for words, codes, _ in self._rows}
            sections = {code: parent for code, _, _, parent in self._read("hs") if len(code) == 2}
            listed = ListedCompounds(named, sections, self._language)
            self._compounds = Compounds(listed, Index(self._official, self._language), plain)
        return self._compounds

    @cached_property
    def _rows(self) -> tuple[tuple[tuple[str, ...], Candidates, str], ...]:
        listed = self._read(f"everyday_{self._language}")
        return tuple((_words(name), tuple(codes.split("|")), note) for name, codes, note in listed)

    @cached_property
    def _names(self) -> Mapping[str, Candidates]:
        named = {" ".join(words): codes for words, codes, _ in self._rows}
        for words, codes, _ in self._rows:
            for form in forms(words, self._language):
                named.setdefault(" ".join(form), codes)
        return MappingProxyType(named)

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(self._names)

    @cached_property
    def _titles(self) -> tuple[tuple[str, str], ...]:
        return tuple((code, title) for code, _, title, _ in self._read("hs"))

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        titled = (word for _, title in self._titles for word in phrase(title))
        return frozenset((*titled, *(word for name in self._names for word in name.split())))

    @cached_property
    def _codes(self) -> Codes:
        return Codes([code for code, _ in self._titles], self._lines_of)

    @cached_property
    def _lines(self) -> str:
        path = self._directory / "hs10.csv"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @cached_property
    def _index(self) -> Index:
        # a name that means something else too is taken only as it stands
        plain = ((words, options) for words, options, note in self._rows if not note)
        names = (Entry(option, " ".join(words), True) for words, options in plain for option in options)
        return Index((*names, *self._official), self._language)

    @cached_property
    def _official(self) -> tuple[Entry, ...]:
        # official titles are in English; a section is no product that a table breaks down
        listed = self._titles if self._language == "en" else ()
        return tuple(Entry(code, title.lower(), False) for code, title in listed if code[0] != "S")

    def _lines_of(self, code: str) -> tuple[str, ...]:
        """The ten-digit lines of a code with eight digits or ten."""
        return tuple(re.findall(rf"^({code}\d*),", self._lines, re.MULTILINE)) if len(code) in (8, 10) else ()

    def _read(self, name: str) -> Iterator[list[str]]:
        path = self._directory / f"{name}.csv"
        if not path.exists():
            return
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            next(reader, None)
            yield from reader


def _words(name: str) -> tuple[str, ...]:
    # most names are plain already, and there are thousands of them
    plain = name.isascii() and name.replace(" ", "").isalpha() and name.islower()
    return tuple(name.split()) if plain else phrase(name)


__all__ = ["Products"]
