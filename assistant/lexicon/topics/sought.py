"""What a question asks for of its subject (a person, a day, a count, a price), and which paragraphs tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import clean, phrase, spoken, words
from assistant.store.lexical import plain, stem
from assistant.store.lexical import words as content
from assistant.types import Mention, Passage

ASKED_IN = ("en", "es")
"""The languages of the questions that paragraphs are known by: one is found by a question in the other."""
_OPENING = 3
"""Words that may stand before the one that asks: "and on which day", "desde cuándo"."""
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_NAME = re.compile(r"(?<=[^\W\d_] )[A-ZÁÉÍÓÚÑ][\w-]+")
"""A word with a capital that does not open a sentence."""
_ALL_ALONG = frozenset({"USA", "MEX", "USMCA", "WLD"})
_PLACES = ("countries", "groups")
_PEOPLE = re.compile(r"(?<=\w{4})(?:i?an|es|ese|ish)$")
"""How the name of a people ends, stemmed or not."""
_NUMBER = re.compile(r"\d+")
_NEAR = 3
"""Words from a count to what is counted: "nine data elements"."""
_KEPT = 256
"""Questions and passages that are kept: the planner looks for a question's note more than once before it is cited."""


def telling(question: Question, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that carry what is asked for: likeness alone finds what the FAS is for a question on its budget."""
    places = [mention for mention in question.mentions if _is_elsewhere(mention)]
    named = [mention for mention in question.mentions if _is_named(mention, question)]
    return tuple(
        passage
        for passage in passages
        if _tells(passage, question.text, question.language)
        and _is_of_its_time(question, passage)
        and all(_has_place(place, passage) for place in places)
        and all(_has_word(mention, passage) for mention in named)
    )


def _is_named(mention: Mention, question: Question) -> bool:
    """Whether a thing must be named by a paragraph too: an office by its letters, goods of a time or an amount."""
    if any(c.startswith(("books:", "sources:")) for c in mention.candidates):
        return question.text[mention.start : mention.end].isupper()
    figure = question.asked.periods or question.asked.measures not in ((), ("total",))
    return bool(figure) and mention.candidates[0].startswith("product:") and mention.text[:1].isalpha()


def _has_word(mention: Mention, passage: Passage) -> bool:
    """Whether a passage, or what it is known to answer, has every word of a name."""
    held = plain(f"{passage.title} {passage.text} {passage.asked}")
    return all(word in held for word in content(mention.text))


def _is_elsewhere(mention: Mention) -> bool:
    """Whether a place is named that the notes are not about all along."""
    codes = mention.candidates
    return len(codes) == 1 and codes[0].startswith("place:") and codes[0].removeprefix("place:") not in _ALL_ALONG


def _has_place(place: Mention, passage: Passage) -> bool:
    """Whether a passage, or what it is known to answer, has a place by any of its names: of India, Canada's is none."""
    held = f"{passage.title} {passage.text} {passage.asked}"
    code = place.candidates[0].removeprefix("place:")
    said, named = spoken(held), [(each, lists) for each in ASKED_IN for lists in _PLACES]
    return plain(place.text) in plain(held) or any(load(each).said(said, lists, code) for each, lists in named)


def holds_numbers(question: Question, passage: Passage) -> bool:
    """Whether every number of a question stands in a passage or the question that it is known by."""
    return set(_NUMBER.findall(question.text)) <= set(_NUMBER.findall(f"{passage.asked} {passage.text}"))


def _is_of_its_time(question: Question, passage: Passage) -> bool:
    """Whether a number at a time is known by a question at just that time; so June's trucks are none of the year's."""
    if not question.asked.periods or "count" not in kinds(question.text):
        return True
    return _times(question.text) == _times(passage.asked)


def _times(text: str) -> frozenset[str]:
    """The years and months that a text names, months by their number."""
    months = (load(code).section("periods")["months"] for code in ASKED_IN)
    said = {*phrase(text)}
    named = {number for each in months for number, forms in each.items() if said.intersection(forms)}
    return frozenset({*_YEAR.findall(text), *named})


@lru_cache(maxsize=_KEPT)
def _tells(passage: Passage, text: str, language: str) -> bool:
    """Whether a passage names what is asked for, and answers a question of this kind or has its words and a value."""
    if not all(_speaks_of(name, passage) for name in _named(text, language)):
        return False
    if kinds(text) and not _has_names(passage, text):
        return False
    if _asks_wish(text, language) and not any(_says(passage.text, "wishes", code) for code in ASKED_IN):
        return False
    return all(kind in kinds(passage.asked) or _carries(kind, passage, text, language) for kind in kinds(text))


@lru_cache(maxsize=_KEPT)
def _asks_wish(text: str, language: str) -> bool:
    """Whether it is asked what somebody wants: "what does China want", "qué quiere China"; not what a word means."""
    told, heard = load(language), spoken(text)
    asks, wishes, ours, said, meaning = (
        told.any_of("sought", name) for name in ("wish_asks", "wishes", "wish_ours", "wish_said", "wish_meant")
    )
    gap = rf"(?!{ours}\b)(?:\w+ ){{1,3}}"
    return re.search(rf"\b{asks} {gap}{wishes}\b|\b{said}\b(?! {meaning}\b)", heard) is not None


def _has_names(passage: Passage, text: str) -> bool:
    """Whether every name of a question, written with a capital within it, stands in a passage or what it answers.

    A people's name is its country's: what tells of Canada tells of Canadian records.
    """
    held = plain(f"{passage.title} {passage.text} {passage.asked}")
    return all(_PEOPLE.sub("", word) in held for name in _NAME.findall(text) for word in content(name))


def _carries(kind: str, passage: Passage, text: str, language: str) -> bool:
    """Whether a passage that no question of the kind is known to find has what is asked for all the same.

    "Who is the trade representative" has no word that a paragraph on the office misses, nor "where was it signed".
    """
    if kind == "count":
        return _is_counted(passage, text, language)
    missing = _missing(passage, text, language)
    if kind == "time":
        return bool(_YEAR.search(passage.text)) and not missing - _begun(passage, language)
    return kind == "who" and not (missing or _says(text, "identity", language))


def _begun(passage: Passage, language: str) -> frozenset[str]:
    """The words for a beginning, where a passage tells of one: founded, set up and created are the same."""
    return _stems(language, "begins") if _says(passage.text, "begins", language) else frozenset()


def _missing(passage: Passage, text: str, language: str) -> frozenset[str]:
    """The stems of a question's words, without those that ask, that neither a passage nor what it answers has."""
    held = plain(f"{passage.title} {passage.text} {passage.asked}")
    asking = _stems(language, "time") | _stems(language, "place")
    return frozenset(word for word in content(text) if word not in asking and word not in held)


def _is_counted(passage: Passage, text: str, language: str) -> bool:
    """Whether a number stands before what is to be counted."""
    found = load(language).said(spoken(text), "sought", "count")
    counted = content(spoken(text)[found.end() :])[:1] if found else []
    said = [token.word for token in words(clean(passage.text))]
    at = [place for place, word in enumerate(said) if counted and stem(word) == counted[0]]
    return any(_is_number(word, language) for place in at for word in said[max(0, place - _NEAR) : place])


def _is_number(word: str, language: str) -> bool:
    return word[:1].isdigit() or word in _numbers(language)


@cache
def _numbers(language: str) -> frozenset[str]:
    lists = load(language).section("numbers").get("words", {})
    return frozenset(word for forms in lists.values() for form in forms for word in phrase(form))


@cache
def _stems(language: str, name: str) -> frozenset[str]:
    return frozenset(word for form in load(language).forms("sought", name) for word in content(form))


@lru_cache(maxsize=_KEPT)
def kinds(text: str) -> frozenset[str]:
    """The kinds of thing that a question asks for, in whichever language it is."""
    heard = spoken(text)
    found = ((kind, code) for code in ASKED_IN for kind in ("who", "time", "place", "count"))
    return frozenset(kind for kind, code in found if _asks(heard, kind, code))


def _asks(heard: str, kind: str, language: str) -> bool:
    told = load(language)
    lists = ("noted", "sought") if kind == "who" else ("sought",)
    found = next((match for section in lists if (match := told.said(heard, section, kind))), None)
    return found is not None and (kind == "count" or len(heard[: found.start()].split()) < _OPENING)


def _speaks_of(name: str, passage: Passage) -> bool:
    """Whether a passage, or what it is known to answer, has a word for a thing of its subject."""
    said = spoken(f"{passage.title} {passage.text} {passage.asked}")
    return any(load(code).said(said, "attributes", name) for code in ASKED_IN)


@lru_cache(maxsize=_KEPT)
def _named(text: str, language: str) -> tuple[str, ...]:
    """The things of a subject that words name: its price, its head, its address."""
    told, heard = load(language), spoken(text)
    lists = told.section("attributes")
    if not told.said(heard, "attributes", *lists):
        return ()
    return tuple(name for name in lists if told.said(heard, "attributes", name))


def _says(text: str, name: str, language: str) -> bool:
    return load(language).said(spoken(text), "sought", name) is not None
