"""Countries by their codes and short forms: "CAN", "jpn", "Can." - where they are not the words that they look like."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from assistant.languages.language import Language
from assistant.lexicon.tokens import Token, fold
from assistant.lexicon.words.realwords import real_words
from assistant.types import Mention

_COMMON = 600
"""A code in small letters that is written as often is a word: "che", "ben"."""
_SHORT = frozenset({"esp", "usp", "spe", "uns", "fre"})
"""Codes that are rather short for other words, as "esp" for "especially"."""
_CELLS = ("|", ";", "||")
"""What stands between the cells of a line from a sheet: "exports | CAN | 2024"."""
_SIGNS = tuple("+/&,")
"""What joins a code to the place behind it."""
_WAYS = ("modes:",)
_ABOUT = ("measures:", "goods:", "verbs:", "operations:")


def in_capitals(mention: Mention, text: str) -> Mention:
    """A phrase with a pronoun as the country where capitals write it so: "for US exports", not "for us"."""
    pronoun = "harmless:home" in mention.candidates and text[: mention.end].endswith(" US") and not text.isupper()
    return Mention("place", mention.end - 2, mention.end, "us", ("place:USA",)) if pronoun else mention


class PlaceCodes:
    """Finds the codes of countries among the words of one language; `meanings` is what a single word may mean."""

    def __init__(self, language: Language, codes: Collection[str], meanings: Callable[[str], tuple[str, ...]]) -> None:
        self._language, self._codes, self._meanings = language, codes, meanings
        self._ends = language.forms("prepositions", "from", "to", "with")
        self._joins = language.forms("lists", "joins") - {"the", "in"} | self._ends
        self._openers = language.forms("polar", "words")
        self._pronouns = language.forms("polar", "subjects")

    def find(self, text: str, tokens: tuple[Token, ...]) -> Iterator[Mention]:
        """The countries that codes name, in order; in a text that is all capitals capitals tell nothing."""
        shouted = text.isupper() and len(tokens) > 2
        last = False
        for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
            written = text[token.start : token.start + len(token.word)]
            gap = text[before.end : token.start].strip() if before else ""
            listed = before is not None and (last or self._is_place(before)) and gap in (",", "/", "-", "–", "&", "+")
            lead = "," if listed or gap in _CELLS else before.word if before and not gap else ""
            last = False
            if len(written) == 3 and written.upper() in self._codes:
                known = written.lower() if shouted else written
                last = self._is_code(known, listed or lead in self._joins, lead, after, text[token.start + 3 :])
            if last:
                yield Mention("place", token.start, token.end, token.word, (f"place:{token.word.upper()}",))

    def _is_code(self, written: str, led: bool, lead: str, after: Token | None, rest: str) -> bool:
        """Whether three letters are a code, by how they are written and what stands around them."""
        word = fold(written)
        means = self._meanings(after.word) if after else ()
        measured = any(meaning.startswith(_ABOUT) for meaning in means)
        if word in self._openers:  # "exports to can", "Can. exports", "CAN exports"; not "can exports grow"
            asked = after is not None and after.word in self._pronouns
            named = (lead in self._ends or lead == ",") and not asked or led and written[0].isupper()
            if written.isupper() and not asked and (rest[:1] in _SIGNS or self._tells(lead) or self._is_way(after)):
                return True  # "imports CAN+MX", "CAN rail exports"
            return named or not lead and measured and (written.isupper() or written[0].isupper() and rest[:1] == ".")
        if written.isupper():
            return led or not self._is_word(word) or not lead and measured and word not in self._joins
        return word not in _SHORT and not self._is_word(word) and (led or measured)

    def _is_place(self, token: Token) -> bool:
        return any(meaning.startswith("place:") for meaning in self._meanings(token.word))

    def _tells(self, lead: str) -> bool:
        """Whether the word before is a year, or says what is told: "imports CAN"; not "how CAN"."""
        return lead.isdigit() or any(meaning.startswith((*_ABOUT, *_WAYS)) for meaning in self._meanings(lead))

    def _is_way(self, token: Token | None) -> bool:
        return token is not None and any(meaning.startswith(_WAYS) for meaning in self._meanings(token.word))

    def _is_word(self, word: str) -> bool:
        if self._meanings(word) or word in self._language.harmless:
            return True
        return any(real_words(code).get(word, 0) >= _COMMON for code in {"en", self._language.code})
