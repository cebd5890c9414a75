"""Amounts and counts in a question: "$14bn", "3.5 %", "top 5", "five largest"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from assistant.languages.language import Language
from assistant.lexicon.tokens import Token, fold
from assistant.lexicon.words.number_words import written_number
from assistant.types import Mention

_GLUED = re.compile(r"([$€]?)(\d+(?:[.,]\d+)*)([a-z]*)")
_LONGEST = 10
"""Words of a number written out, with its scale."""
_WHOLE_PERCENT = {("%",), ("percent",), ("pct",), ("per", "cent"), ("por", "ciento")}
_PERCENT = frozenset({"%", "percent", "pct", "per", "ciento", "porcentaje"})
_UNCOUNTED = 1_000_000
"""From here on a bare number is an amount: nothing that is counted goes so far."""


def spelled(tokens: tuple[Token, ...], language: Language) -> tuple[Mention, ...]:
    """The counts written as words ("five") among words that mean nothing else."""
    numbers = {fold(w): n for n, words in language.section("numbers")["words"].items() for w in words}
    return tuple(
        Mention("quantity", token.start, token.end, token.word, (f"n:{numbers[token.word]}",))
        for token in tokens
        if token.word in numbers
    )


def find(tokens: tuple[Token, ...], language: Language) -> tuple[Mention, ...]:
    """The amounts ("amount:14000000000", "percent:3.5") and plain counts ("n:5") written in digits."""
    return tuple(_mentions(tokens, language))


def _mentions(tokens: tuple[Token, ...], language: Language) -> Iterator[Mention]:
    scales = {fold(w): int(n) for n, words in language.section("numbers")["scales"].items() for w in words}
    index = 0
    while index < len(tokens):
        used, code = _read(tokens[index:], scales, language)
        if used:
            start, end = tokens[index].start, tokens[index + used - 1].end
            yield Mention("quantity", start, end, " ".join(t.word for t in tokens[index : index + used]), (code,))
        index += used or 1


def _read(tokens: tuple[Token, ...], scales: dict[str, int], language: Language) -> tuple[int, str]:
    match = _GLUED.fullmatch(tokens[0].word)
    if match is None:
        return _worded(tokens, scales, language)
    value = _number(_grouped(match[2], tokens[1:2], language), language)
    if value is None or (match[3] and match[3] not in scales):
        return 0, ""
    following = [token.word for token in tokens[1:4]]
    if match[3]:
        return 1, f"amount:{value * scales[match[3]]:f}"
    if following and (following[0] in _PERCENT or following[:2] == ["por", "ciento"]):
        return (3 if following[:2] in (["per", "cent"], ["por", "ciento"]) else 2), f"percent:{value:f}"
    used, scale = _scale(following, scales)
    if used or match[1] or value >= _UNCOUNTED:
        return 1 + used, f"amount:{value * scale:f}"
    return 1, f"n:{value:f}"


def _worded(tokens: tuple[Token, ...], scales: dict[str, int], language: Language) -> tuple[int, str]:
    """An amount of one or of half a scale: "half a trillion", "a billion", "medio billón"."""
    words = language.section("numbers").get("worded", {})
    for value, forms in words.items():
        for form in sorted((fold(form).split() for form in forms), key=len, reverse=True):
            if [token.word for token in tokens[: len(form)]] != form:
                continue
            used, scale = _scale([token.word for token in tokens[len(form) : len(form) + 3]], scales)
            if used and len(tokens[len(form)].word) > 2:  # no "a b", "a m"
                return len(form) + used, f"amount:{Decimal(value) * scale:f}"
    return _spelled_out(tokens, scales, language)


def _spelled_out(tokens: tuple[Token, ...], scales: dict[str, int], language: Language) -> tuple[int, str]:
    """An amount or a percentage whose number is written out: "forty-two billion", "ten percent"."""
    said = [token.word for token in tokens[:_LONGEST]]
    length, number = written_number(said, language)
    following = said[length:]
    used, scale = _scale(following, scales)
    if number > 1 and used and len(following[0]) > 2:
        return length + used, f"amount:{number * scale}"
    percent = next((n for n in (1, 2) if tuple(following[:n]) in _WHOLE_PERCENT), 0)
    told = percent and number > 1  # "as a % of" all
    return (length + percent, f"percent:{number}") if told else (0, "")


def _scale(following: list[str], scales: dict[str, int]) -> tuple[int, int]:
    """How many of the next words are a scale ("billion", "mil millones"), and what they multiply by."""
    for used in (3, 2, 1):
        words = " ".join(following[:used])
        if len(following) >= used and words in scales:
            return used, scales[words]
    return 0, 1


def _grouped(text: str, following: tuple[Token, ...], language: Language) -> str:
    """A number without its point where that parts thousands though it is the language's decimal: "20.000 millones"."""
    parted = language.section("numbers").get("parted_before", ())
    thousands = re.fullmatch(r"\d{1,3}\.\d\d0", text) and following and following[0].word in parted
    return text.replace(".", "") if thousands else text


def _number(text: str, language: Language) -> Decimal | None:
    """The value of "1,234.5" as the language writes numbers.

    A lone separator that stands before other than three digits is a decimal point.
    """
    group, point = language.section("numbers")["group"], language.section("numbers")["decimal"]
    lone = re.fullmatch(r"(\d+)[.,](\d+)", text)
    if lone and (len(lone[2]) != 3 or text[len(lone[1])] == point):
        text = f"{lone[1]}.{lone[2]}"
    else:
        text = text.replace(group, "").replace(point, ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
