"""What a product is called before or behind its name: "HS chapter Wood", "the plastics chapter", "articles of wood"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.linked import codes_of
from assistant.lexicon.tokens import Token, phrase
from assistant.store.nomenclature import Nomenclature
from assistant.types import Mention

_CHAPTER = frozenset({"levels:2", "keys:product"})
_SET_OFF = " :'\"“”‘’"


def kind_named(
    text: str, mentions: Sequence[Mention], tokens: Sequence[Token], names: Nomenclature, language: Language
) -> tuple[tuple[Mention, ...], frozenset[int]]:
    """The mentions without the word for a chapter beside the name of one, and where words for its articles stand."""
    called = {a for pair in pairwise(mentions) for a, b in (pair, pair[::-1]) if _is_called(text, a, b)}
    kept = tuple(m for m in mentions if m not in called)
    words, of = language.forms("lists", "wares"), language.forms("prepositions", "of")
    whole = [m for m in kept if _codes(m) and all(_holds_wares(c, names, words) for c in _codes(m))]
    said = (t for t in tokens if t.word in words)
    told = {t.start for t in said if any(_is_beside(text, t, m, of) for m in whole)}
    told |= {t.start for t in tokens if any(m.start <= t.start < m.end for m in called)}
    return tuple(m for m in kept if m.start not in told), frozenset(told)


def _is_called(text: str, chapter: Mention, name: Mention) -> bool:
    """Whether one is the word for one chapter, and the other right beside it names a chapter."""
    first, second = sorted((chapter, name), key=lambda m: m.start)
    apart = text[first.end : second.start].strip(_SET_OFF if first is chapter else " ")
    one = {*chapter.candidates} <= _CHAPTER and chapter.candidates[0] == "levels:2"
    return one and not apart and bool(_codes(name)) and not text[: chapter.end].endswith("s")


def _codes(mention: Mention) -> tuple[str, ...]:
    """The chapters that a mention may name, by a word; none where it names anything else."""
    codes = tuple(codes_of(mention, "product"))
    chapters = all(c.isdigit() and len(c) == len("01") for c in codes)
    return codes if chapters and not any(char.isdigit() for char in mention.text) else ()


def _holds_wares(code: str, names: Nomenclature, words: frozenset[str]) -> bool:
    """Whether the title of a chapter says that what is made of it belongs to it: "Wood and articles of wood"."""
    return not words.isdisjoint(phrase(names.title("product", code)))


def _is_beside(text: str, token: Token, name: Mention, of: frozenset[str]) -> bool:
    """Whether a word stands right behind a name, or "of" stands between: "wood articles", "articles of wood"."""
    if token.start >= name.end:
        return not text[name.end : token.start].strip()
    return set(phrase(text[token.end : name.start])) <= of and token.end <= name.start
