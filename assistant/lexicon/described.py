"""Words that only describe a product whose code is beside them: "apparel not knitted (62)"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.tokens import Token, fold, phrase
from assistant.store.nomenclature import Nomenclature
from assistant.types import Mention

_DESCRIBING = ("product:", "unsupported:", "exclusion:", "tests:", "n:", "prepositions:", "levels:", "dialogue:and")
"""What a word of a title may mean elsewhere; a place, a time or a measure of trade is asked for all the same."""


def described(
    mentions: Sequence[Mention], tokens: Sequence[Token], names: Nomenclature, language: Language
) -> tuple[tuple[Mention, ...], frozenset[int]]:
    """The mentions without those that repeat the title of a code beside them, and where words of titles stand."""
    starts: set[int] = set()
    for code in mentions:
        if code.kind == "product" and any(char.isdigit() for char in code.text):
            reader = _Title(code, names, language)
            asked = {at for m in mentions if not reader.may_describe(m) for at in range(m.start, m.end)}
            starts |= reader.run([t for t in tokens if t.end <= code.start][::-1], asked)
            starts |= reader.run([t for t in tokens if t.start >= code.end], asked)
    kept = tuple(m for m in mentions if m.start not in starts)
    return kept, frozenset(starts)


class _Title:
    """Reads which words beside a code are of its title, or of the title of what holds it."""

    def __init__(self, code: Mention, names: Nomenclature, language: Language) -> None:
        parts = [part for meaning in code.candidates for part in meaning.removeprefix("product:").split(";")]
        titles = (names.title("product", part[:length]) for part in parts for length in {2, 4, 6, len(part)})
        self._words = frozenset(word for title in titles for word in phrase(title))
        self._small = language.harmless | {
            word for form in language.section("lists")["and_or"] for word in phrase(form)
        }
        self._joins = frozenset(map(fold, language.section("lists")["and_or"]))
        self._is_line = any(len(part) == len("2208905000") for part in parts)

    def may_describe(self, mention: Mention) -> bool:
        """Whether a mention can be nothing but a word of the title."""
        return mention.text in self._joins or all(c.startswith(_DESCRIBING) for c in mention.candidates)

    def run(self, side: Sequence[Token], asked: set[int]) -> set[int]:
        """Where words of the title stand in one run beside the code; nowhere where the run ends in another description.

        "Beer in cans (2203)" asks for less than the code says: its cans are no word of the title.
        """
        found: set[int] = set()
        for token in side:
            if token.start in asked:
                return found
            if self._is_of_title(token.word):
                found.add(token.start)
            elif token.word not in self._small:
                return set()
        return found

    def _is_of_title(self, word: str) -> bool:
        """Whether the title has a word, in either number; titles of lines shorten theirs: "NT OV 4 LITERS"."""
        forms = {word, word.removesuffix("s"), f"{word}s"}
        return bool(forms & self._words) or self._is_line and any(_is_short(short, word) for short in self._words)


def _is_short(short: str, word: str) -> bool:
    """Whether a word is written short by leaving out letters behind its first one: "cntr" for "container"."""
    letters = iter(word)
    close = short[:1] == word[:1] and 1 < len(short) < len(word) and not word[0].isdigit()
    return close and all(letter in letters for letter in short)


__all__ = ["described"]
