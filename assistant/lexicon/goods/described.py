"""Words that only describe a product whose code is beside them: "apparel not knitted (62)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.linked import codes_of
from assistant.lexicon.tokens import Token, fold, phrase
from assistant.store.nomenclature import Nomenclature
from assistant.types import Mention

_NAMING = ("product", "place", "prepositions")
_DESCRIBING = ("product:", "unsupported:", "exclusion:", "tests:", "n:", "prepositions:", "levels:", "dialogue:and")
"""What a word of a title may mean elsewhere; a place, a time or a measure of trade is asked for all the same."""


def described(
    mentions: Sequence[Mention], tokens: Sequence[Token], names: Nomenclature, language: Language
) -> tuple[tuple[Mention, ...], frozenset[int]]:
    """The mentions without those that repeat the title of a code beside them, and where words of titles stand.

    A name of just that code stays, as it is what a place before or behind it belongs to: "aluminio canadiense (76)".
    """
    starts: set[int] = set()
    codes: set[str] = set()
    for code in mentions:
        if code.kind == "product" and any(char.isdigit() for char in code.text):
            reader = _Title(code, names, language)
            codes |= {*code.candidates}
            leads = {before.start for before, m in pairwise(mentions) if m.kind in ("place", "region", "home")}
            told = [m for m in mentions if m.start in leads or not reader.may_describe(m)]  # "beer (2203) from Mexico"
            asked = {at for m in told for at in range(m.start, m.end)}
            named = {m.start: m for m in mentions if m.kind in _NAMING}
            for side in ([t for t in tokens if t.end <= code.start][::-1], [t for t in tokens if t.start >= code.end]):
                starts |= reader.run(side, asked, named if side and _is_set_off(code, side[0]) else {})
    kept = tuple(m for m in mentions if m.start not in starts or m.kind == "product" and {*m.candidates} <= codes)
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
        self._ands, self._codes = language.forms("contrast", "between"), tuple(parts)
        self._is_line = any(len(part) == len("2208905000") for part in parts)

    def may_describe(self, mention: Mention) -> bool:
        """Whether a mention can be nothing but a word of the title."""
        return mention.text in self._joins or all(c.startswith(_DESCRIBING) for c in mention.candidates)

    def run(self, side: Sequence[Token], asked: set[int], named: Mapping[int, Mention]) -> set[int]:
        """Where words of the title stand in one run beside the code; nowhere where the run ends in another description.

        "Beer in cans (2203)" asks for less than the code says: its cans are no word of the title. A code in brackets
        is also told by names of what it holds, or of what holds it: "bebidas y licores (22)", "shoes … (6404)".
        """
        found: set[int] = set()
        near, joined = True, False
        for token in side:
            mention = named.get(token.start)
            if mention and mention.kind == "place" and token is side[0]:
                continue  # "licores mexicanos (22)"
            if token.start in asked:
                return found
            if self._is_of_title(token.word) or near and mention and self._holds(mention, joined):
                found.add(token.start)
            elif token.word not in self._small:
                return set()
            else:
                joined |= token.word in self._joins
                near &= token.word in self._ands or mention is not None
        return found

    def _holds(self, mention: Mention, joined: bool) -> bool:
        """Whether a name is of what the code holds; said alone, of what holds the code too."""
        parts = [part for code in codes_of(mention, "product") for part in code.split(";")]
        inside = all(part.startswith(self._codes) for part in parts)
        return bool(parts) and (inside or not joined and all(code.startswith(tuple(parts)) for code in self._codes))

    def _is_of_title(self, word: str) -> bool:
        """Whether the title has a word, in either number; titles of lines shorten theirs: "NT OV 4 LITERS"."""
        forms = {word, word.removesuffix("s"), f"{word}s"}
        return bool(forms & self._words) or self._is_line and any(_is_short(short, word) for short in self._words)


def _is_set_off(code: Mention, beside: Token) -> bool:
    """Whether a bracket or a comma stands between a code and the word beside it."""
    return max(code.start - beside.end, beside.start - code.end) > 1


def _is_short(short: str, word: str) -> bool:
    """Whether a word is written short by leaving out letters behind its first one: "cntr" for "container"."""
    letters = iter(word)
    close = short[:1] == word[:1] and 1 < len(short) < len(word) and not word[0].isdigit()
    return close and all(letter in letters for letter in short)


__all__ = ["described"]
