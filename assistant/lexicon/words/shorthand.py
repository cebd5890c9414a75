"""What people shorten in messages, written out: "xq", "x tren", "pa México"."""

from __future__ import annotations

import re
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.spoken_years import years_in_digits

_NUMBER = re.compile(r"\d\s*$")
_AMOUNT = re.compile(r"\s*\d")
_SIGNS = 3
"""Letters of a short form that is a sign beside a number: "2 x 3", "2 pts"; not "christmas day 2025"."""
_FIRST_LETTER = "\U0001f1e6"
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
"""Two letters of the alphabet that flags are written in."""
_SIGN = re.compile(r"(?<=[\w,;])\s*(>=|<=|=>|=<|≥|≤|>|<)\s*(?=[$€]?\d)")
_YEAR = re.compile(r"(?<![\w'])'([0-2]\d|[89]\d)(?![\w'])")


def flagged(text: str) -> str:
    """The text with the flags of countries as their codes.

    >>> flagged("first year that 🇲🇽 outsold 🇨🇳")
    'first year that MEX outsold CHN'
    """
    return _FLAG.sub(_code, text)


def _code(flag: re.Match[str]) -> str:
    import pycountry  # imported where a flag is shown

    letters = "".join(chr(ord(letter) - ord(_FIRST_LETTER) + ord("A")) for letter in flag[0])
    country = pycountry.countries.get(alpha_2=letters)
    return str(country.alpha_3) if country else flag[0]


@cache
def _short(language: Language) -> tuple[dict[str, str], dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """The short forms anywhere and those that open a message, with what each stands for, and what finds them."""
    section = language.section("shorthand")
    words, first = (
        {form: whole for whole, words in section.get(name, {}).items() for word in words for form in (word, fold(word))}
        for name in ("words", "first")
    )
    every = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    anywhere = re.compile(rf"(?<![\w./'-])(?:{every})(?![\w'/-])", re.IGNORECASE)
    return (
        words,
        first,
        anywhere,
        re.compile(rf"\W*({'|'.join(map(re.escape, first)) or '(?!)'})(?![\w-])", re.IGNORECASE),
    )


def written_out(text: str, language: Language) -> str:
    """The text with the short forms of the language written out; beside a number they are signs and stay.

    >>> from assistant.languages.language import load
    >>> written_out("impos x tren pa México, 2 x 3", load("es"))
    'impos por tren hacia México, 2 x 3'
    """
    text = _YEAR.sub(lambda found: ("19" if found[1] > "50" else "20") + found[1], text)  # "the first half of '24"
    text = flagged(text)
    text = years_in_digits(text, language)
    section = language.section("shorthand")
    signs = section.get("signs", {})
    text = _SIGN.sub(lambda found: f" {signs.get(found[1], found[1])} ", text) if signs else text
    for whole, words in section.get("accented", {}).items():  # "té" is a drink and "te" a pronoun
        text = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)(?!\s+(?:verde|negro))", whole, text)
    short, first, anywhere, opens = _short(language)

    def spelled(found: re.Match[str]) -> str:
        sign = len(found[0]) <= _SIGNS
        beside = sign and (_NUMBER.search(text[: found.start()]) or _AMOUNT.match(text, found.end()))
        return found[0] if beside else short[fold(found[0])]

    text = anywhere.sub(spelled, text)
    opening = opens.match(text)
    return text[: opening.start(1)] + first[fold(opening[1])] + text[opening.end(1) :] if opening else text
