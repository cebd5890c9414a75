"""The language of a message, from its words: cues and small words of each language file, accents and opening marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, cast

from assistant.languages.goods import Goods
from assistant.languages.language import Language, file_stamps, languages, load
from assistant.lexicon.tokens import Token, fold, phrase, words
from assistant.store.remembered import remembered

_FIRST = "en"
_NAMES = ("countries", "groups", "ambiguous")
_WORDED = ("months", "ordinals", "named")
_LETTERS = {"es": "ñáíóú", "fr": "çàèêëîïôùûœ"}
"""Letters that one language alone writes; é is of several."""
_MARKS = {"es": "¿¡", "fr": "«»"}
_TELLING = 3
"""Letters; a shorter word of a longer phrase is of any language: "de minimis"."""
_SHORTEST = 5
"""Letters; in a shorter word one wrong letter makes another word."""


@dataclass(frozen=True)
class _Vocabulary:
    """The words of one language."""

    code: str
    words: frozenset[str]

    @cached_property
    def near(self) -> frozenset[str]:
        """Its long words, whole and with each one letter left out; kept, as there are ten of each."""
        return frozenset(remembered(f"near-{self.code}", file_stamps(), self._near))

    def _near(self) -> list[str]:
        long = (word for word in self.words if len(word) >= _SHORTEST)
        return sorted({short for word in long for short in (word, *_shortened(word))})


def detect(text: str, dialogue_language: str | None = None, goods: Goods | None = None) -> str:
    """The code of the language that a message is written in; the dialogue's where its words do not tell.

    Where small words leave it open the names of products tell: "muebles de Vietnam".

    >>> detect("¿Cuánto exportó México?"), detect("how much did Mexico export?"), detect("combien a vendu le Mexique")
    ('es', 'en', 'fr')
    >>> detect("China", "es"), detect("2024")
    ('es', 'en')
    """
    if dialogue_language in (None, _FIRST) and text.isascii() and _is_plain_english(text):
        return _FIRST
    tokens = _spoken(text, [t for t in words(text) if t.word.isalpha() and t.word not in _names() and t.word != "x"])
    told = [token.word for token in tokens]
    plain = [word for word in told if goods is None or word not in goods.places]
    if dialogue_language and told and not plain:
        return dialogue_language  # "Nuevo León?"
    told = plain or told
    written = "".join(text[token.start : token.end] for token in tokens).lower()
    vocabularies = _vocabularies()
    if dialogue_language and _opens_a_name(text, tokens, vocabularies) == dialogue_language:
        return dialogue_language
    strange = [word for word in told if not any(word in known.words for known in vocabularies.values())]
    votes = {code: _votes(told, strange, known) + _marked(text, written, code) for code, known in vocabularies.items()}
    if goods is not None and _are_close(votes, len(strange)):  # "pork, dairy, soy ranking" has a Spanish "soy"
        votes = {code: count + goods.votes(strange, code) for code, count in votes.items()}
    best = _best(votes)
    if len(best) > 1 and goods is not None and told:
        best = _best({code: goods.votes(told, code) for code in best})
    if len(best) == 1:
        return best[0]
    return next((code for code in (dialogue_language, _FIRST) if code in best), best[0])


def _opens_a_name(text: str, tokens: list[Token], vocabularies: Mapping[str, _Vocabulary]) -> str:
    """The one language of the word before a name that is all the rest: "and Nuevo León"; empty where there is none."""
    if len(tokens) < 2 or text.isupper() or not all(text[token.start].isupper() for token in tokens[1:]):
        return ""
    known = [code for code, vocabulary in vocabularies.items() if tokens[0].word in vocabulary.words]
    return known[0] if len(known) == 1 else ""


def _are_close(votes: Mapping[str, float], strange: int) -> bool:
    """Whether so many words strange to all could turn who has most."""
    first, second = sorted(votes.values(), reverse=True)[:2]
    return 0 < first - second <= strange


def _best(votes: Mapping[str, float]) -> list[str]:
    most = max(votes.values())
    return [code for code, count in votes.items() if count == most]


def _spoken(text: str, tokens: list[Token]) -> list[Token]:
    """The words without the names written with a capital inside the message, unless most of it is: "Nuevo León"."""
    small = [token for n, token in enumerate(tokens) if n == 0 or not text[token.start].isupper()]
    return small if len(small) >= len(tokens) / 2 and len(small) > 1 else tokens


def _is_plain_english(text: str) -> bool:
    """Whether English knows every word, so that no other language's file need be read."""
    english = load(_FIRST)
    told = [token.word for token in words(text) if token.word.isalpha()]
    return len(told) > 1 and all(word in english.words or word in english.harmless for word in told)


def _votes(told: list[str], strange: list[str], known: _Vocabulary) -> float:
    """How many words the language has; a word strange to all that it has but for a letter counts half."""
    return sum(word in known.words for word in told) + 0.5 * sum(_is_near(word, known) for word in strange)


def _is_near(word: str, known: _Vocabulary) -> bool:
    """Whether one letter is wrong, missing or too much.

    >>> [_is_near(word, _vocabularies()["es"]) for word in ("exportasiones", "asdfghjk")]
    [True, False]
    """
    return len(word) >= _SHORTEST and any(short in known.near for short in (word, *_shortened(word)))


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _marked(text: str, written: str, code: str) -> float:
    """Half a vote for each of the first two letters and marks that are this language's own."""
    own = sum(char in _LETTERS.get(code, "") for char in written) + sum(char in _MARKS.get(code, "") for char in text)
    return 0.5 * min(2, own)


@cache
def _vocabularies() -> Mapping[str, _Vocabulary]:
    return {code: _Vocabulary(code, frozenset(known)) for code, known in _told()["words"].items()}


@cache
def _told() -> Mapping[str, Any]:
    """The words that tell each language, and the names that tell none; kept, as all languages are read for them."""

    def made() -> Mapping[str, Any]:
        names = _named()
        return {
            "words": {code: sorted(_vocabulary(load(code)) - names - _greets(code)) for code in languages()},
            "names": sorted(names),
        }

    return cast("Mapping[str, Any]", remembered("languages", file_stamps(), made))


def _vocabulary(language: Language) -> frozenset[str]:
    phrases = [*language.phrases, *map(phrase, _periods(language))]
    plain = (words for words in phrases if all(word.isalpha() and (len(word) > 1 or len(words) == 1) for word in words))
    told = (word for words in plain for word in words if len(words) == 1 or len(word) >= _TELLING)
    return language.harmless.union(told)


def _greets(code: str) -> frozenset[str]:
    """The words with which other languages greet: "hola" is none of English, where one may open with it."""
    hello = {each: load(each).forms("dialogue", "hello") for each in languages()}
    return frozenset(word for each, words in hello.items() if each != code for word in words) - hello[code]


def _periods(language: Language) -> Iterator[str]:
    section = language.section("periods")
    lists: list[Any] = [phrases for phrases in section.values() if isinstance(phrases, list)]
    lists += [phrases for name in _WORDED for phrases in section.get(name, {}).values()]
    yield from (text for phrases in lists for text in phrases)


@cache
def _names() -> frozenset[str]:
    """Words of the names of places in any language: they tell nothing of the language."""
    return frozenset(_told()["names"])


def _named() -> frozenset[str]:
    sections = (load(code).section(name) for code in languages() for name in _NAMES)
    named = (name for section in sections for names in section.values() for name in _texts(names))
    whole = frozenset(word for name in named for word in _single(name))
    cues = frozenset(key[0] for code in languages() for key in load(code).phrases if len(key) == 1)
    return whole - cues - frozenset(word for code in languages() for word in load(code).harmless)


def _texts(names: Any) -> Iterator[str]:  # noqa: ANN401 - as TOML gives it
    yield from (name for name in names if isinstance(name, str))


def _single(name: str) -> tuple[str, ...]:
    """The word of a name of one word, the long words of a longer one."""
    found = phrase(fold(name))
    return found if len(found) == 1 else tuple(word for word in found if len(word) >= _SHORTEST)
