"""Numbers written out before a scale or a percent: "two hundred and fifty billion", "cuarenta y dos mil millones"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.languages.language import Language, load
from assistant.lexicon.tokens import fold

_HUNDRED = 100


def written_number(words: Sequence[str], language: Language) -> tuple[int, int]:
    """How many of the words at the start write one number out, and the number; (0, 0) where they write none.

    >>> from assistant.languages.language import load
    >>> written_number("two hundred and fifty billion".split(), load("en"))
    (4, 250)
    >>> written_number("cuarenta y dos mil millones".split(), load("es")), written_number(["top"], load("en"))
    ((3, 42), (0, 0))
    """
    values, joins = _values(language.code), set(map(fold, language.section("numbers").get("joins", ())))
    used, number, least = 0, 0, 10 * _HUNDRED
    for at, word in enumerate(words):
        if word in joins and used == at and at:
            continue  # it counts where a number follows
        value = values.get(word, 0)
        if value == _HUNDRED and 0 < number < 10:
            number, least = number * _HUNDRED, _HUNDRED
        elif value and value < least:
            number, least = number + value, _place(value)
        else:
            break
        used = at + 1
    return used, number


def _place(value: int) -> int:
    """What a following word must be less than: after twenty a unit, after a hundred a ten."""
    return _HUNDRED if value >= _HUNDRED else 10 if value >= 20 else 1


@cache
def _values(code: str) -> dict[str, int]:
    spelled = load(code).section("numbers").get("spelled", {})
    return {fold(word): int(value) for value, words in spelled.items() for word in words}


__all__ = ["written_number"]
