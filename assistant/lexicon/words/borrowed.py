"""Words of another language in a message, put in the message's own: "¿cuánto fue el growth?", "exports a Japón".

A word is borrowed where the message's language knows nothing of it, and another one has it as a cue, a time, a place
or a product. What a language puts for a cue or a time stands in its [borrowed]; what has no word there is left as it
is, and so is what may mean several things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain

from assistant.languages.language import Language
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.tokens import clean, fold, phrase, words
from assistant.lexicon.words import phrases
from assistant.types import Mention

_SHORTEST = 5
"""Letters; a shorter word may be a slip in the message's own language: "tren" for "trend"."""
_SAYS_NOTHING = "harmless:word"
_GROWTH = "operations:growth"
"""What is meant as well by what rises or falls."""
_BESIDE = ("verbs:", "standing:", "tests:", "searching:", "explain:", "books:", "sourcing:", "prepositions:via")
"""What a cue may be besides, in another place of a sentence."""
_ALIKE = ("product:", "measures:", "keys:", "operations:")
"""What is put by any phrase of the same meanings where it has no word of its own."""
_SMALL = ("harmless:", "prepositions:", "dialogue:")
"""What is put beside another word of its language, or before a name: "from Canada", and not "de minimis"."""
_CUES = ("measures:", "operations:", "keys:")
_NAMED = ("place:", "region:", "port:", "product:", "period:", "home:")


class Borrowing:
    """Puts what the lexicons of other languages know in the words of one."""

    def __init__(self, own: Lexicon, others: Callable[[], Iterable[Lexicon]], home: str) -> None:
        """`others`: the lexicons of the other languages, made where a message has a strange word."""
        self._home = f"place:{home}"
        self._own = own
        self._others = others
        self._kept: dict[str, phrases.Dictionary] = {}

    def in_own_words(self, text: str) -> str:
        """The text with the strange words put by the one other language that knows the most of them."""
        cleaned = clean(text)
        strange = self._strange(cleaned) if self._words else frozenset()
        others = self._others() if strange or self._words and self._is_written_otherwise(cleaned) else ()
        found = [self._put(cleaned, strange, other) for other in others]
        put = max(found, key=lambda pairs: sum(mention.end - mention.start for mention, _ in pairs), default=[])
        for mention, word in reversed(put):
            cleaned = f"{cleaned[: mention.start]}{word}{cleaned[mention.end :]}"
        return " ".join(cleaned.split()) if put else text

    def _is_written_otherwise(self, text: str) -> bool:
        """Whether a place has an accent that its name in the own language has not: "exports a Canadá"."""
        if text.isascii():
            return False
        named = (text[m.start : m.end] for m in self._own.link(text)[1] if m.kind == "place")
        return any(not name.isascii() and name.lower() not in self._written for name in named)

    @cached_property
    def _written(self) -> frozenset[str]:
        """The names of places as the own language writes them."""
        countries = self._own.language.section("countries").values()
        return frozenset(name.lower() for names in countries for name in names)

    def _strange(self, text: str) -> frozenset[int]:
        """Where the words stand that name nothing in the own language, or only a slip away; none of capitals."""
        unknown, told = self._own.link(text)[2], words(text)
        mended = words(self._own.speller.mended(text, told)[0])
        slips = {a.start for a, b in zip(told, mended, strict=False) if a.word != b.word}
        slips = slips if len(told) == len(mended) else set()
        shouted = text.isupper()
        spoken = (t for t in told if shouted or not text[t.start : t.end].isupper())
        return frozenset(t.start for t in spoken if t.word in unknown or t.start in slips)

    def _put(self, text: str, strange: frozenset[int], other: Lexicon) -> list[tuple[Mention, str]]:
        """What another language knows of the strange words, each with what is put for it, in order."""
        known = self._known(other)
        found = phrases.find(words(text), known, max(map(len, known)))
        named = (*self._own.link(text)[1], *found)
        places, names, cues = (_ahead(text, named, kinds) for kinds in (("place:",), _NAMED, _CUES))
        imports = {
            m.end + 1 for m in named if m.candidates[0] == "measures:imports" and "keys:partner" not in m.candidates
        }
        new = [m for m in found if any(m.start <= at < m.end for at in strange) and not _is_name(text, m)]
        if any(not _is_small(m) for m in new) or not text.isascii():
            new += [m for m in found if m not in new and self._is_article(m) and m.end in places]  # "a Canadá"
        of = self._words.get("prepositions:from")  # "imports de China"
        abroad = places - _ahead(text, named, (self._home,))
        told = ((m, of if _is_of(m) and m.start in imports and m.end in abroad else self._said(m)) for m in new)
        said = sorted(((m, word) for m, word in told if word is not None), key=lambda pair: pair[0].start)
        near = names | cues
        beside = len({mention.text for mention, _ in said}) > 1 and any(mention.end in near for mention, _ in said)
        if beside or any(not _is_small(mention) for mention, _ in said):
            return said
        led = ((m, word) for m, word in said if m.end in (near if word else cues) or not m.start)  # "and en 2024?"
        return list(led)

    def _known(self, other: Lexicon) -> phrases.Dictionary:
        """The phrases of another language with what they mean, and its words that say nothing; kept: they are many."""
        code = other.language.code
        if code not in self._kept:
            silent = chain.from_iterable(other.language.section("harmless").values())
            nothing = {phrase(word): (_SAYS_NOTHING,) for word in silent}
            self._kept[code] = {**nothing, **_times(other.language), **other.dictionary}
        return self._kept[code]

    def _is_slip(self, mention: Mention) -> bool:
        """Whether a short cue may as well be a slip in the own language: "tren" for "trend"."""
        silent = mention.text in self._own.language.harmless
        known = not silent and not self._own.link(mention.text)[2]
        return known and len(mention.text) < _SHORTEST and mention.kind not in ("place", "product")

    def _is_article(self, mention: Mention) -> bool:
        """Whether a small word of another language is one of the own that says nothing: "a" of "exports a Canadá"."""
        led = any(meaning.startswith("prepositions:") for meaning in mention.candidates)
        return led and mention.text in self._own.language.harmless and (mention.text,) not in self._own.dictionary

    def _said(self, mention: Mention) -> str | None:
        """What is put for a phrase of another language; None where there is no plain word for it."""
        meanings = mention.candidates
        if self._is_slip(mention):
            return None
        if meanings == (_SAYS_NOTHING,):
            return ""
        if all(meaning.startswith("place:") for meaning in meanings):
            return self._place(mention) if len(meanings) == 1 else None
        if mention.kind == "product" and len(mention.text) < _SHORTEST - 1:
            return None
        told = [meaning for meaning in meanings if not meaning.startswith(_BESIDE)]
        plain = self._words.get(told[0]) if told and {*told[1:]} <= {_GROWTH} else None
        return plain or self._alike.get(frozenset(meanings))

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """The plain word for each cue and time, by its meaning: "operations:growth" is "crecimiento"."""
        section = self._own.language.section("borrowed")
        months = self._own.language.section("periods")["months"]
        cues = {f"{kind}:{code}": word for kind, said in section.items() for code, word in said.items()}
        return {**cues, **{f"months:{n}": names[0] for n, names in months.items()}} if cues else {}

    @cached_property
    def _alike(self) -> Mapping[frozenset[str], str]:
        """The shortest phrase of each set of meanings: of products, and of who buys or sells."""
        found: dict[frozenset[str], str] = {}
        listed = frozenset(self._own.names.everyday_products(self._own.language.code))

        def order(name: str) -> tuple[bool, int, int, str]:
            return name not in listed, name.count(" "), len(name), name

        for key, meanings in self._own.dictionary.items():
            if all(meaning.startswith(_ALIKE) for meaning in meanings):
                said, told = " ".join(key), frozenset(meanings)
                found[told] = min(found.get(told, said), said, key=order)
        return found

    def _place(self, mention: Mention) -> str | None:
        """A place's name, as the language writes it with a capital, else as its title; none of its own words."""
        section, code = self._own.language.section, mention.candidates[0].removeprefix("place:")
        if self._own.language.vocabulary.issuperset(mention.text.split()):
            return None  # "América" is no country in Spanish
        named = (*section("countries").get(code, ()), *section("groups").get(code, ())[:1])
        capital = next((name for name in named if name[:1].isupper()), "")
        return capital or self._own.names.titles["partner"].get(code) or next(iter(named), None)


def _ahead(text: str, mentions: Iterable[Mention], kinds: tuple[str, ...]) -> frozenset[int]:
    """Where a word ends that stands right before something of these kinds."""
    starts = (m.start for m in mentions if m.candidates[0].startswith(kinds))
    return frozenset(len(text[:start].rstrip()) for start in starts)


def _is_of(mention: Mention) -> bool:
    return mention.candidates == ("prepositions:of",)


def _is_small(mention: Mention) -> bool:
    return all(meaning.startswith(_SMALL) for meaning in mention.candidates)


def _is_name(text: str, mention: Mention) -> bool:
    """Whether a phrase is written as a name inside the message, and names no place: "Ramos" of "Ramos Arizpe"."""
    inside = mention.start > 0 and text[mention.start].isupper() and not text.isupper()
    return inside and mention.kind != "place"


def _times(language: Language) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The names of months and of times that count from others: "last year"."""
    periods = language.section("periods")
    kinds = {"months": periods["months"], "periods": {**periods.get("named", {}), "since": periods["since"]}}
    return {
        phrase(fold(name)): (f"{kind}:{code}",)
        for kind, named in kinds.items()
        for code, names in named.items()
        for name in names
    }


__all__ = ["Borrowing"]
