"""Everything that words can name, in one language over one store, and the linking of a question to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from assistant.languages.language import Language
from assistant.lexicon import periods, phrases, quantities
from assistant.lexicon.products import Products
from assistant.lexicon.spelling import Speller
from assistant.lexicon.tokens import Token, clean, phrase, words
from assistant.store.nomenclature import Nomenclature
from assistant.types import Mention


_UNKNOWN = frozenset({"US-XX", "MX-XX"})
"""Residual codes: no question can ask for them by name."""


class Lexicon:
    """The words of one language: its cues, and the names of the places and codes of the store."""

    def __init__(self, language: Language, names: Nomenclature) -> None:
        self.language = language
        self.names = names

    def link(self, text: str) -> tuple[str, tuple[Mention, ...], tuple[str, ...]]:
        """The cleaned text, what its words name in order, and the words that name nothing known."""
        cleaned = clean(text)
        tokens, fixed = self.speller.corrected(words(cleaned))
        dated = periods.find(cleaned, self.language.code)
        coded = tuple(m for m in self.products.codes_in(cleaned) if not _overlaps(m, dated))
        dated = (*dated, *coded)
        free = _outside(tokens, dated)
        counted = quantities.find(free, self.language)
        named = [m for run in _runs(tokens, (*dated, *counted)) for m in phrases.find(run, self.dictionary, self.longest)]
        spelled = quantities.spelled(_outside(tokens, (*dated, *counted, *named)), self.language)
        mentions = tuple(sorted((*dated, *counted, *named, *spelled), key=lambda mention: mention.start))
        mentions = tuple(_marked(_meant(mention, tokens, self.language), fixed) for mention in mentions)
        rest = [token for token in _outside(tokens, mentions) if token.word not in self.language.harmless]
        return cleaned, mentions, tuple(token.word for token in rest)

    @cached_property
    def dictionary(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """Every phrase with what it may mean."""
        found: dict[tuple[str, ...], tuple[str, ...]] = {
            words: tuple(f"{section}:{code}" for section, code in meanings)
            for words, meanings in self.language.phrases.items()
        }
        for meaning, name in self._names():
            key = phrase(name)
            if key and meaning not in found.get(key, ()):
                found[key] = (meaning, *found.get(key, ()))
        for name, things in self.products.names().items():
            key = tuple(name.split())
            if not any(meaning.startswith("place:") for meaning in found.get(key, ())):
                found[key] = (*found.get(key, ()), *(f"product:{thing}" for thing in things))
        for name, codes in self.language.section("ambiguous").items():
            found[phrase(name)] = tuple(f"place:{code}" for code in codes)
        for name in self.language.section("home").get("not", ()):
            found[phrase(name)] = ("harmless:home",)
        return {key: meanings for key, meanings in found.items() if key}

    @cached_property
    def products(self) -> Products:
        """The everyday names of products and the codes written in a question."""
        return Products(self.names.directory, self.language.code)

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest phrase."""
        return max(map(len, self.dictionary))

    @cached_property
    def speller(self) -> Speller:
        """What mends the spelling of words that name nothing."""
        known = {word for key in self.dictionary for word in key}
        targets = {word for key, meanings in self.dictionary.items() for word in key if not meanings[0].startswith("harmless")}
        months = (name for names in self.language.section("periods")["months"].values() for name in names)
        return Speller(known | self.language.harmless, targets | set(months))

    def _names(self) -> Iterator[tuple[str, str]]:
        for code, row in self.names.places.items():
            yield from ((f"place:{code}", name) for name in (row["name"], row["short_name"]) if name)
        for dimension in ("region", "port"):
            yield from ((f"{dimension}:{code}", name) for code, name in self.names.titles[dimension].items() if code not in _UNKNOWN)
        for code, names in self.language.section("regions").items():
            yield from ((f"region:{code}", name) for name in names)
        for section in ("countries", "groups"):
            for code, names in self.language.section(section).items():
                yield from ((f"place:{code}", name) for name in names)
        for name in self.language.section("home").get("words", ()):
            if name not in ("us",):
                yield "home:home", name


def _overlaps(mention: Mention, others: tuple[Mention, ...]) -> bool:
    return any(m.start < mention.end and mention.start < m.end for m in others)


def _meant(mention: Mention, tokens: tuple[Token, ...], language: Language) -> Mention:
    """A word that is a product and something else ("trucks", "paper") is the product after "of", or as a plural mode."""
    products = tuple(c for c in mention.candidates if c.startswith("product:"))
    others = tuple(c for c in mention.candidates if c not in products)
    if not products or not others:
        return mention
    before = [token.word for token in tokens if token.end <= mention.start][-1:]
    lists = language.section("lists")
    plural = all(c.startswith("modes:") for c in others) and mention.text.endswith("s") and before[:1] != ["by"]
    is_product = set(before) & set(lists.get("of", ("of",))) or plural and not set(before) & set(lists.get("by", ()))
    return replace(mention, kind="product" if is_product else mention.kind, candidates=products if is_product else others)


def _outside(tokens: tuple[Token, ...], mentions: tuple[Mention, ...]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if not any(m.start < t.end and t.start < m.end for m in mentions))


def _runs(tokens: tuple[Token, ...], mentions: tuple[Mention, ...]) -> Iterator[list[Token]]:
    """The words between mentions, run by run."""
    run: list[Token] = []
    for token in tokens:
        if any(m.start < token.end and token.start < m.end for m in mentions):
            yield run
            run = []
        else:
            run.append(token)
    yield run


def _marked(mention: Mention, fixed: Mapping[int, str]) -> Mention:
    if not any(mention.start <= at < mention.end for at in fixed):
        return mention
    return Mention(mention.kind, mention.start, mention.end, mention.text, mention.candidates, mention.role, corrected=True)


__all__ = ["Lexicon"]
