"""A language as data: cue words, everyday names and phrases, read once from its TOML file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from assistant.lexicon.tokens import fold, phrase
from assistant.store.remembered import remembered, stamps

_FOLDER = Path(__file__).parent
_WORDS = _FOLDER.parent / "lexicon"

CUES = (
    *("unsupported", "ordinals", "ranks", "levels", "operations", "availability", "explain", "dialogue", "exclusion"),
    *("keys", "measures", "tariffs", "verbs", "governs", "goods", "tests", "sources", "books", "modes", "prepositions"),
    *(
        "bounds",
        "releases",
        "valuations",
        "tables",
        "populations",
        "sourcing",
        "searching",
        "standing",
        "indices",
        "multiples",
        "capitals",
    ),
)
"""Sections of a language file that hold phrases by code; where two give the same phrase, a word has both meanings."""
_ALSO = {("operations", "rise"): ("operations", "growth"), ("operations", "fall"): ("operations", "growth")}
"""What a phrase of one meaning always means as well: what rises or falls has grown, by less than nothing if it fell."""


@dataclass(frozen=True, eq=False)
class Language:
    """One language file: `sections` as written, and what is made of them when it is first asked for."""

    code: str
    sections: Mapping[str, Any]

    @cached_property
    def phrases(self) -> Mapping[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Folded words → the (section, code) pairs that they may mean; kept, as there are many thousands."""
        kept = remembered(f"phrases-{self.code}", file_stamps(), self._phrases)
        return {tuple(key.split()): tuple((section, code) for section, code in told) for key, told in kept.items()}

    def _phrases(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for meaning, words in _cues(self.sections):
            meanings = found.setdefault(" ".join(phrase(words)), [])
            if meaning not in meanings:
                meanings.append(meaning)
        return found

    @cached_property
    def harmless(self) -> frozenset[str]:
        """Words that say nothing of a figure."""
        return self.everyday.union(fold(word) for words in self.section("harmless").values() for word in words)

    @cached_property
    def everyday(self) -> frozenset[str]:
        """Harmless words that say something where they stand in a trade's own place: "exports of happiness"."""
        return _everyday(self.code)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of its phrases, of its periods and of its names of places; kept like them."""
        return frozenset(remembered(f"words-{self.code}", file_stamps(), self._words))

    def _words(self) -> list[str]:
        periods = self.section("periods")
        named = [self.section("countries"), self.section("groups"), periods.get("months", {}), periods.get("named", {})]
        texts = [text for names in named for texts in names.values() for text in texts]
        return sorted({word for key in (*self.phrases, *map(phrase, texts)) for word in key})

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that the file reads, in whatever section; kept, as there are many thousands."""
        return frozenset(remembered(f"vocabulary-{self.code}", file_stamps(), self._read))

    def _read(self) -> list[str]:
        read = (texts for name, texts in self.sections.items() if name not in ("say", "page"))
        return sorted({word for text in _texts(read) for word in phrase(text)})

    @cached_property
    def times(self) -> Mapping[str, str]:
        """The words that periods are named with, and which month or kind of word each is."""
        periods = self.section("periods")
        kinds = {word: f"period:{word}" for text in _texts(periods) for word in phrase(text) if word.isalpha()}
        return kinds | {fold(name): f"month:{n}" for n, names in periods["months"].items() for name in names}

    def section(self, name: str) -> Mapping[str, Any]:
        """A section of the file, empty where it has none."""
        found: Mapping[str, Any] = self.sections.get(name, {})
        return found

    def forms(self, section: str, *names: str) -> frozenset[str]:
        """The folded forms of some lists of a section; none where it has no such lists."""
        return _forms(self, section, names)

    def any_of(self, section: str, *names: str) -> str:
        """A group that matches any of the folded forms of some lists of a section, the longest first.

        Where there are none it matches nothing, so that whoever builds on it need not ask whether there are any.
        """
        return _any_of(self, section, names)

    def said(self, text: str, section: str, *names: str) -> re.Match[str] | None:
        """Where a folded text first has one of the forms of some lists of a section, not inside a longer word."""
        if not any(form in text for form in _forms(self, section, names)):  # most questions have none of a list
            return None
        return _whole(self, section, names).search(text)


@cache
def file_stamps() -> bytes:
    """What changes when a language's file, or the code that reads words, does."""
    return stamps(_FOLDER, _WORDS)


@cache
def load(code: str) -> Language:
    """The language of a code ("en"); FileNotFoundError where there is no such file."""
    content = (_FOLDER / f"{code}.toml").read_bytes()
    sections = remembered(f"language-{code}", content, lambda: tomllib.loads(content.decode("utf-8")))
    return Language(code, sections)


@cache
def _forms(language: Language, section: str, names: tuple[str, ...]) -> frozenset[str]:
    lists = language.section(section)
    return frozenset(fold(form) for name in names for form in lists.get(name, ()))


@cache
def _any_of(language: Language, section: str, names: tuple[str, ...]) -> str:
    forms = sorted(_forms(language, section, names), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(re.escape, forms))})" if forms else "(?!)"


@cache
def _whole(language: Language, section: str, names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_of(language, section, names)}(?!\w)")


def _everyday(code: str) -> frozenset[str]:
    """Words of talk that is not about trade, from the language's list of them; empty where it has none."""
    path = _FOLDER / f"{code}.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a file, English first."""
    codes = sorted(path.stem for path in _FOLDER.glob("*.toml"))
    return tuple(sorted(codes, key=lambda code: (code != "en", code)))


def _cues(sections: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], str]]:
    for section in CUES:
        for code, phrases in sections.get(section, {}).items():
            if code == "loose":
                continue
            meanings = [(section, code), *([_ALSO[section, code]] if (section, code) in _ALSO else [])]
            yield from ((meaning, words) for words in phrases for meaning in meanings)


def _texts(part: Any) -> Iterator[str]:  # noqa: ANN401 - as TOML gives it
    if isinstance(part, str):
        yield part
    elif not isinstance(part, int):
        for inner in part.values() if isinstance(part, Mapping) else part:
            yield from _texts(inner)
