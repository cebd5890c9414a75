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
    fillers = {word for text in language.section("short").get("fillers", ()) for word in phrase(text)}
    code = phrases.get(words) or phrases.get(tuple(word for word in words if word not in fillers), "")
    return code, counts[0] if counts else 0


@cache
def _phrases(language: Language) -> dict[tuple[str, ...], str]:
    """The phrases of the language as they stand, and without the words that say nothing."""
    section = language.section("short")
    fillers = {word for text in section.get("fillers", ()) for word in phrase(text)}
    found: dict[tuple[str, ...], str] = {}
    for code, texts in section.items():
        for words in map(phrase, texts) if code != "fillers" else ():
            found.setdefault(words, code)
            found.setdefault(tuple(word for word in words if word not in fillers) or words, code)
    return found


@cache
def _numbers(language: Language) -> dict[str, int]:
    words = language.section("numbers").get("words", {})
    return {name: int(n) for n, names in words.items() for text in names for name in phrase(text)}
