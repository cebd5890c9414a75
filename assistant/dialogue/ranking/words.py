"""What a message of nothing but places says: "who comes sixth?", "and the next two?", "exactly what position?"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from assistant.languages.language import Language, load
from assistant.lexicon.question import Codes, Question
from assistant.lexicon.tokens import Token, fold, phrase, words
from assistant.types import Mention

_KINDS = {"place": "partner", "region": "region", "port": "port", "modes": "mode", "product": "product"}
_KEYS = {"region_mx": "region"}
_MOST = 60
AFTER, BEFORE = "after", "before"


@dataclass(frozen=True, slots=True)
class Places:
    """What is asked of a ranking: its places `first` to `last`, or `count` of them right `after` or `before` (`side`).

    Without any it is the place itself. They are counted from the thing `named`, else from what was told.
    """

    first: int = 0
    last: int = 0
    side: str = ""
    count: int = 1
    named: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a message by what they say of a ranking; `more` says whether there are others."""

    ordinals: tuple[int, ...]
    numbers: tuple[int, ...]
    sides: frozenset[str]
    asked: bool
    more: bool


def places(question: Question, dimension: str, measures: Codes, *, counted: bool = False) -> Places | None:
    """The places that a message asks for and says nothing else beside but when; None for any other message.

    Where one place was asked for before (`counted`), a bare number is the next: "number four?", "and five?".
    """
    read = [m for m in question.mentions if _is_read(m, dimension, measures)]
    named = {m.candidates for m in read if _KINDS.get(m.kind) == dimension}
    if len(named) > 1 or any(len(codes) != 1 for codes in named):
        return None
    said = _said(question, read, load(question.language))
    code = named.pop()[0].partition(":")[2] if named else ""
    if counted and len(said.numbers) == 1 and not (said.ordinals or said.sides or said.asked):
        said = replace(said, ordinals=said.numbers, numbers=())
    return None if said.more else _placed(said, code) or _beside(said, code)


def _placed(said: _Words, named: str) -> Places | None:
    """The places that are said by their numbers: "sixth", "second and third", "places 4 to 7"."""
    if not said.ordinals or said.sides or named:
        return None
    places = {*said.ordinals, *said.numbers}
    first, last = min(places), max(places)
    return Places(first, last) if last - first == len(places) - 1 or said.numbers and len(places) == 2 else None


def _beside(said: _Words, named: str) -> Places | None:
    """What stands next to the one that is named or was told, or the place of that one itself."""
    if said.ordinals or len(said.numbers) > 1 or len(said.sides) > 1:
        return None
    if said.sides:
        return Places(side=next(iter(said.sides)), count=next(iter(said.numbers), 1), named=named)
    return Places(named=named) if said.asked and not said.numbers else None


def _is_read(mention: Mention, dimension: str, measures: Codes) -> bool:
    """Whether a mention is a time, one of the things that were ranked, their kind, or a place by its number."""
    if mention.kind == "period" or _KINDS.get(mention.kind) == dimension:
        return True
    told = {kind: code for kind, _, code in (c.partition(":") for c in mention.candidates)}
    if "keys" in told:
        alike = _KEYS.get(told["keys"], told["keys"]) == dimension
        return alike and told.get("measures", *measures) in measures
    return bool(_place(mention)) or mention.kind == "levels"


def _place(mention: Mention) -> int:
    """The place that a phrase stands for, from the second on: "that country" is no first one here."""
    named = (c.partition(":") for c in mention.candidates)
    return next((int(n) for kind, _, n in named if kind in ("ordinals", "ranks") and int(n) > 1), 0)


def _said(question: Question, read: Iterable[Mention], language: Language) -> _Words:
    """What the words that no mention read say."""
    spans = [(m.start, m.end) for m in read]
    left = [t for t in words(question.text) if not any(start <= t.start < end for start, end in spans)]
    ordinals, numbers, sides, asked, more = [place for m in read if (place := _place(m))], [], set(), False, False
    for at, token in enumerate(left):
        before, after = left[at - 1] if at else None, left[at + 1] if at + 1 < len(left) else None
        if place := _ordinal(question.text, token, before, after, language):
            ordinals.append(place)
        elif number := _numbers(language).get(token.word, 0):
            numbers.append(number)
        elif side := _sides(language).get(token.word):
            sides.add(side)
        elif token.word in language.forms("places_asked", "asked"):
            asked = True
        elif token.word not in language.forms("places_asked", "said", "number") | language.forms("held", "leads"):
            more = True
    return _Words(tuple(dict.fromkeys(ordinals)), tuple(numbers), frozenset(sides), asked, more)


def _ordinal(text: str, token: Token, before: Token | None, after: Token | None, language: Language) -> int:
    """The place that a word says: "first", or a number that "number" or "#" leads, or that "th" follows; 0 for none."""
    if place := _ranks(language).get(token.word, 0):
        return place
    led = before is not None and before.word in language.forms("places_asked", "number")
    led = led or text[: token.start].endswith("#")
    ended = after is not None and after.start == token.end and after.word in language.forms("places_asked", "endings")
    number = _numbers(language).get(token.word, 0) or (1 if led and token.word in _ones(language) else 0)
    return number if led or ended else 0


@cache
def _ranks(language: Language) -> dict[str, int]:
    """The places by the words for them alone."""
    ranks = ((phrase(name), int(n)) for n, names in language.section("ranks").items() for name in names)
    firsts = dict.fromkeys(language.forms("places_asked", "first"), 1)
    return {said[0]: n for said, n in ranks if len(said) == 1} | firsts


@cache
def _numbers(language: Language) -> dict[str, int]:
    """The numbers from two on, as words and as digits."""
    named = language.section("numbers").get("words", {})
    spelled = {fold(name): int(n) for n, names in named.items() for name in names if 1 < int(n) <= _MOST}
    return spelled | {str(n): n for n in range(1, _MOST + 1)}


@cache
def _ones(language: Language) -> frozenset[str]:
    return frozenset(fold(name) for name in language.section("numbers").get("spelled", {}).get("1", ()))


@cache
def _sides(language: Language) -> dict[str, str]:
    return {word: side for side in (AFTER, BEFORE) for word in language.forms("places_asked", side)}


__all__ = ["AFTER", "BEFORE", "Places", "places"]
