"""Places of a ranking that are listed, as one span or as the first few: "2nd, 3rd and 4th", "number two and three"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold, phrase

_LAST = 30
"""The last place that is read: a higher number is hardly one of a ranking."""


def in_one_span(text: str, language: Language, *, alone: bool) -> str:
    """The text with a list of places that follow on each other as "places 2 to 4" or "top 3"; else as it stands.

    It stays where the places are claimed or set against each other, and where they are times, parts or codes. Places
    that do not follow on each other are put as ordinals, which nothing answers by more than was asked.
    """
    told = fold(text)
    if not language.section("listed_places") or len(told) != len(text):
        return text
    found = next((match for match in _lists(language).finditer(told) if _is_ranking(told, match, language)), None)
    asks = alone or {*phrase(told)} & language.forms("listed_places", "asks")
    if found is None or not (asks or {*phrase(told)} <= {*phrase(found[0])} | language.forms("listed_places", "and")):
        return text
    places = sorted({_numbers(language)[word] for word in _listed(found[0], language)})
    behind = re.sub(r"^-(?=\w)", " ", text[found.end() :])  # "second- and third-largest"
    return text[: found.start()] + _put(places, language) + behind if len(places) > 1 else text


def _put(places: list[int], language: Language) -> str:
    """The places in the words that are read for them."""
    section = language.section("listed_places")
    if places[-1] - places[0] != len(places) - 1:
        ranks = language.section("ranks")
        names = [ranks[str(place)][0] for place in places if str(place) in ranks]
        return f" {section['and'][0]} ".join([*section["first"][:1], *names] if places[0] == 1 else names)
    put = section["top"] if places[0] == 1 else section["span"]
    return str(put[0]).format(first=places[0], last=places[-1])


def _is_ranking(told: str, found: re.Match[str], language: Language) -> bool:
    """Whether a list is of places that are asked for, by the words before and behind it."""
    before, behind = phrase(told[: found.start()]), phrase(told[found.end() :])
    forms = language.forms
    near = {*before[-1:], *behind[:1]}
    months = any(language.times.get(word, "").startswith("month:") for word in near)
    dated = months or bool(near & forms("listed_places", "times"))
    parts = bool({*before[-1:]} & forms("listed_places", "parts"))
    verbs = {*before[:1]} & forms("polar", "words") or {*before[-1:]} & forms("listed_places", "verbs")
    claimed = bool(verbs) and not {*before} & forms("listed_places", "asks")
    against = language.said(told, "listed_places", "against")
    return not (dated or parts or claimed or against) and _is_numbered(found, language)


def _is_numbered(found: re.Match[str], language: Language) -> bool:
    """Whether every number that is no ordinal is led by a word for places, and all are places of a ranking."""
    numbers = _numbers(language)
    listed = _listed(found[0], language)
    bare = [word for word in listed if word not in _ordinals(language)]
    led = found["lead"] is not None or all(word in found[0] and _leads(found[0], word, language) for word in bare)
    return all(0 < numbers[word] <= _LAST for word in listed) and (led or not bare)


def _leads(told: str, word: str, language: Language) -> bool:
    lead = language.any_of("listed_places", "number")
    return re.search(rf"(?:{lead}\.?\s*|#\s?){re.escape(word)}(?!\w)", told) is not None


def _listed(told: str, language: Language) -> list[str]:
    """The words for places in a list."""
    place = "|".join(sorted(map(re.escape, _numbers(language)), key=len, reverse=True))
    return re.findall(rf"(?<!\w)(?:{place})(?!\w)", told)


@cache
def _lists(language: Language) -> re.Pattern[str]:
    """Two places or more that commas and "and" join, with what may stand before each and behind the last."""
    place = "|".join(sorted(map(re.escape, _numbers(language)), key=len, reverse=True))
    number, joins, small, things = (language.any_of("listed_places", n) for n in ("number", "and", "small", "things"))
    lead = rf"(?:{number}\.?\s*|#\s?)"
    ordinal = "|".join(sorted(map(re.escape, _ordinals(language)), key=len, reverse=True))
    largest = language.any_of("listed_places", "largest")
    one = rf"(?:{lead})?(?:{place})(?!\w)(?!\s*[%$€]|[.,]\d)(?:-(?!\w))?(?:\s{things}(?!\w))?"
    join = rf"\s*(?:,\s*{joins}(?!\w)|,|;|&|(?<!\w){joins}(?!\w))\s*(?:{small}(?!\w)\s*)*"
    first = rf"(?:(?P<lead>{lead})(?:{place})|(?:{ordinal}))(?!\w)(?!\s*[%$€]|[.,]\d)-?"
    again = rf"(?:[\s-]{largest}(?=\s*(?:,|{joins}(?!\w)|&))|\s{things}(?!\w))?"
    return re.compile(rf"(?<![\w$€.])(?:{language.any_of('listed_places', 'the')}\s+)?{first}{again}(?:{join}{one})+")


@cache
def _ordinals(language: Language) -> Mapping[str, int]:
    """The words that count a place: "second", "2nd"; not those that count something else as well."""
    firsts = {fold(word): 1 for word in language.section("listed_places")["first"]}
    named = language.section("ranks").items()
    return firsts | {fold(word).rstrip("-"): int(n) for n, words in named for word in words if " " not in word}


@cache
def _numbers(language: Language) -> Mapping[str, int]:
    """All words and digits for a place, with the place."""
    named = language.section("numbers")["words"].items()
    spelled = {fold(word): int(n) for n, words in named for word in words if int(n) <= _LAST}
    digits = {str(n): n for n in range(1, _LAST + 1)}
    ones = {fold(word): 1 for word in language.section("listed_places")["one"]}
    return {**ones, **spelled, **digits, **_ordinals(language)}


__all__ = ["in_one_span"]
