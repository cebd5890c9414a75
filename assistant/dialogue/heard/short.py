"""Messages of a few words that stand for a whole turn: "the total", "the rest", "the next one", "#3", "how big?"."""

from __future__ import annotations

import re
from functools import cache

from assistant.languages.language import Language, load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import phrase

_LONGEST = 10
"""Words; a longer message is read word by word."""
_NUMBER = "n"
"""What stands in a phrase for any small number: "the n before"."""
_NTH = "nth"
"""What stands in a phrase for any ordinal: "the nth one"."""
_MARKED = re.compile(r"#\s*(\d{1,2})\b")


def short(question: Question) -> tuple[str, int]:
    """What a message says that is all of it one short phrase, and the number in it; ("", 0) for any other.

    "ok, and the total?" is "total", "the twelve before that" is "back" with 12, "#3" is "place" with 3.
    """
    language = load(question.language)
    phrases = _phrases(language)
    told = phrase(_MARKED.sub(r"number \1", question.text))
    if not phrases or not told or len(told) > _LONGEST:
        return "", 0
    numbers = _numbers(language)
    counts = [int(word) if word.isdigit() else numbers[word] for word in told if word.isdigit() or word in numbers]
    if len(counts) > 1 or any(count > 99 for count in counts):
        return "", 0
    words = tuple(_NUMBER if word.isdigit() or word in numbers else word for word in told)
    if place := _placed(told, phrases, language):
        return "place", place
    fillers = _fillers(language)
    bare = tuple(word for word in words if word not in fillers)
    if len(bare) == 1 and (month := _months(language).get(bare[0])) and not counts:
        return "month", month
    code = phrases.get(words) or phrases.get(bare, "")
    return code, counts[0] if code and counts else 0


def _placed(told: tuple[str, ...], phrases: dict[tuple[str, ...], str], language: Language) -> int:
    """The place that an ordinal word names, where the phrase is one for a place: "and the second?"; 0 for none."""
    ranks = ((phrase(name), int(n)) for n, names in language.section("ranks").items() for name in names)
    named = {words[0]: n for words, n in ranks if len(words) == 1}
    places = {named[word] for word in told if word in named}
    if len(places) != 1:
        return 0
    words = tuple(_NTH if word in named else word for word in told)
    bare = tuple(word for word in words if word not in _fillers(language))
    code = phrases.get(words) or phrases.get(bare, "")
    return places.pop() if code == "place" else 0


@cache
def _fillers(language: Language) -> frozenset[str]:
    return frozenset(word for text in language.section("short").get("fillers", ()) for word in phrase(text))


@cache
def _months(language: Language) -> dict[str, int]:
    """The months by their names; "may" and the like stand for themselves where they are all that is said."""
    section = language.section("periods").get("months", {})
    return {word: int(n) for n, names in section.items() for name in names for word in phrase(name)}


@cache
def _phrases(language: Language) -> dict[tuple[str, ...], str]:
    """The phrases of the language as they stand, and without the words that say nothing."""
    section = language.section("short")
    fillers = _fillers(language)
    found: dict[tuple[str, ...], str] = {}
    for code, texts in section.items():
        for words in map(phrase, texts) if code != "fillers" else ():
            found.setdefault(words, code)
            found.setdefault(tuple(word for word in words if word not in fillers) or words, code)
    return found


@cache
def _numbers(language: Language) -> dict[str, int]:
    words = language.section("numbers").get("words", {})
    return {phrase(text)[0]: int(n) for n, names in words.items() for text in names if len(phrase(text)) == 1}
