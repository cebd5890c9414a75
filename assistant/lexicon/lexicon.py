"""Everything that words can name, in one language over one store, and the linking of a question to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from assistant.languages.language import Language
from assistant.lexicon.goods.compounding import compounded
from assistant.lexicon.goods.compounds import Compounds
from assistant.lexicon.goods.described import described
from assistant.lexicon.goods.exemplified import without_examples
from assistant.lexicon.goods.kind_named import kind_named
from assistant.lexicon.goods.listed_products import in_lists, meant
from assistant.lexicon.goods.products import Products
from assistant.lexicon.goods.titled import without_titles
from assistant.lexicon.tokens import Token, clean, overlaps, words
from assistant.lexicon.topics.agreements import Agreements
from assistant.lexicon.when import periods
from assistant.lexicon.when.each_of_years import each_written_out
from assistant.lexicon.who.place_codes import PlaceCodes, in_capitals
from assistant.lexicon.words import phrases, quantities
from assistant.lexicon.words.dictionary import dictionary
from assistant.lexicon.words.firms_named import with_firms
from assistant.lexicon.words.plainly import plainly
from assistant.lexicon.words.shorthand import written_out
from assistant.lexicon.words.spelling import Speller
from assistant.store.nomenclature import Nomenclature
from assistant.types import Mention

_LEVELS = frozenset(f"{name}{join}{n}" for name in ("hs", "hts", "sa") for join in ("", "-") for n in (2, 4, 6, 8, 10))
"""Levels of detail, written as one word; "HS 10" is the chapter of cereals."""
_COUNTED = 100
"""Up to here a number behind a word may be a place or a level: "number 2", "hs 6"."""
_KEPT = 8
"""Texts whose links are kept: several steps of one question read the same one, and no question needs those before."""
_NOTHING = frozenset({"harmless:word"})


class Lexicon:
    """The words of one language: its cues, and the names of the places and codes of the store."""

    def __init__(self, language: Language, names: Nomenclature) -> None:
        self.language = language
        self.names = names
        self._kept = lru_cache(maxsize=_KEPT)(self._linked)

    def link(self, text: str) -> tuple[str, tuple[Mention, ...], tuple[str, ...]]:
        """The cleaned text, what its words name in order, and the words that name nothing known."""
        return self._kept(text)

    def _linked(self, text: str) -> tuple[str, tuple[Mention, ...], tuple[str, ...]]:
        cleaned = with_firms(without_titles(clean(text), self.names, self.language), self.language)
        cleaned = self._plainly(written_out(each_written_out(cleaned, self.language), self.language))
        cleaned, fixed = self.speller.mended(cleaned, words(cleaned))
        tokens = words(cleaned)
        dated = periods.find(self.products.without_codes_like_years(cleaned), self.language.code)
        dated = (
            *dated,
            *(m for m in self.products.codes_in(cleaned) if not overlaps(m, dated) and m.text.lower() not in _LEVELS),
        )
        free = _outside(tokens, dated)
        coded = tuple(self._codes.find(cleaned, free))
        dated = (*dated, *coded)
        free = _outside(tokens, dated)
        starts = {i for i, t in enumerate(free) if any((t.word, n.word) in self._numbered for n in free[i + 1 : i + 2])}
        starts |= {i + 1 for i in range(len(free) - 2) if tuple(t.word for t in free[i : i + 3]) in self._amid}
        starts |= {i + 1 for i in range(len(free) - 1) if (free[i].word, free[i + 1].word) in self._closing}
        counted = quantities.find(tuple(t for i, t in enumerate(free) if i not in starts), self.language)
        named = [
            m for run in _runs(tokens, (*dated, *counted)) for m in phrases.find(run, self.dictionary, self.longest)
        ]
        named = [in_capitals(m, cleaned) for m in named]
        left = _outside(tokens, (*dated, *counted, *named))  # "3-month moving average" is no "3-month average"
        counted = (*counted, *quantities.find(tuple(t for t in left if t.word[:1].isdigit()), self.language))
        spelled = quantities.spelled(_outside(left, counted), self.language)
        mentions = tuple(sorted((*dated, *counted, *named, *spelled), key=lambda mention: mention.start))
        mentions = in_lists(cleaned, mentions, self.language)
        mentions = tuple(_marked(meant(mention, tokens, self.language), fixed) for mention in mentions)
        mentions, told = described(mentions, tokens, self.names, self.language)
        mentions, called = kind_named(cleaned, mentions, tokens, self.names, self.language)
        rest = tuple(token for token in _outside(tokens, mentions) if token.start not in told | called)
        mentions, rest = compounded(cleaned, mentions, rest, self._compounds, self.language)
        if (plain := without_examples(cleaned, mentions, tokens, self.names, self.language)) != cleaned:
            return self._linked(plain)
        return cleaned, mentions, tuple(token.word for token in rest if token.word not in self.language.harmless)

    def _plainly(self, text: str) -> str:
        """The text with who sells to whom put in plain words."""
        return plainly(text, phrases.find(words(text), self.dictionary, self.longest), self.language)

    @cached_property
    def dictionary(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """Every phrase with what it may mean; kept, as making it takes longer than an answer."""
        return dictionary(self.language, self.names, self.products)

    def _compounds(self) -> Compounds:
        return self.products.compounds(self.language.forms("modifiers", *self.language.section("modifiers")))

    @cached_property
    def _codes(self) -> PlaceCodes:
        return PlaceCodes(self.language, self.names.places.keys(), lambda word: self.dictionary.get((word,), ()))

    @cached_property
    def _numbered(self) -> frozenset[tuple[str, ...]]:
        """The first two words of the phrases that begin with a number: "6-digit", "12-month growth"."""
        return frozenset(key[:2] for key in self.dictionary if len(key) > 1 and key[0].isdigit())

    @cached_property
    def _amid(self) -> frozenset[tuple[str, ...]]:
        """The first three words of the phrases with a number in second place: "rolling 12 months"."""
        return frozenset(key[:3] for key in self.dictionary if len(key) > 2 and key[1].isdigit())

    @cached_property
    def _closing(self) -> frozenset[tuple[str, ...]]:
        """The last two words of phrases that a number ends which counts nothing: "section 232", "port code 2303"."""
        return frozenset(
            key[-2:] for key in self.dictionary if len(key) > 1 and key[-1].isdigit() and int(key[-1]) > _COUNTED
        )

    @cached_property
    def products(self) -> Products:
        """The everyday names of products and the codes written in a question."""
        return Products(self.names.directory, self.language.code)

    @cached_property
    def agreements(self) -> Agreements:
        """What reads questions about trade agreements."""
        return Agreements(self.language, self.names)

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest phrase."""
        return max(map(len, self.dictionary))

    @cached_property
    def speller(self) -> Speller:
        """What mends the spelling of words that name nothing."""
        return Speller(self._is_known, self._meanings, self.language.code)

    def _is_known(self, word: str) -> bool:
        if (word,) in self.dictionary or word in self.language.harmless or word in self._all_words:
            return True
        return word.upper() in self.names.places

    @cached_property
    def _all_words(self) -> frozenset[str]:
        return self.language.vocabulary.union(self.agreements.words, self._noted, *self.dictionary)

    @property
    def _noted(self) -> frozenset[str]:
        """Words that only the notes speak of, of whatever language."""
        path = self.names.directory / "noted.txt"
        return frozenset(path.read_text(encoding="utf-8").split() if path.exists() else ())

    def _meanings(self) -> Mapping[str, frozenset[str]]:
        """What each word may stand for that may be meant by a misspelt one; a part of names stands for itself."""
        found = dict.fromkeys(self.language.harmless, _NOTHING)
        parts = {word for key in self.dictionary if len(key) > 1 for word in key} - found.keys()
        found |= {word: frozenset({f"part:{word}"}) for word in parts}
        times = self.language.times.items()
        found.update((word, frozenset({code})) for word, code in times if len(word) > 4 or word not in found)
        found.update((key[0], frozenset(means)) for key, means in self.dictionary.items() if not key[1:])
        return found


def _outside(tokens: tuple[Token, ...], mentions: tuple[Mention, ...]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if not overlaps(t, mentions))


def _runs(tokens: tuple[Token, ...], mentions: tuple[Mention, ...]) -> Iterator[list[Token]]:
    """The words between mentions, run by run."""
    run: list[Token] = []
    for token in tokens:
        if overlaps(token, mentions):
            yield run
            run = []
        else:
            run.append(token)
    yield run


def _marked(mention: Mention, fixed: Mapping[int, str]) -> Mention:
    mended = ", ".join(note for at, note in fixed.items() if mention.start <= at < mention.end)
    return replace(mention, corrected=mended) if mended else mention


__all__ = ["Lexicon"]
