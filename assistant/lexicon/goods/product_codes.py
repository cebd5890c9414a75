"""Codes of the Harmonized System as they are written in a text: "HS 8703", "chapters 84 to 87", "0804.40"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from assistant.lexicon.tokens import fold
from assistant.types import Mention

_CODE = (
    r"\d{1,2}(?:\.?\d{2}){0,4}(?![\d%])(?!\.\d)(?!,\d{3})(?!(?:st|nd|rd|th)\b)"
    r"(?!\s*-?\s*(?:digit|edition|version|revision))"
)
_SCHEDULE = (
    r"(?:(?<![a-z0-9] )|(?<=under )|(?<=in )|(?<=as )|(?<=under the )|(?<=in the )"
    r"|(?<=of )(?<!rate of )(?<!level of )(?<!amount of ))(?:tariff|customs)\s+"
)
"""The schedule whose heading or chapter it is, no rate: "(tariff heading 0901)", not "what tariff chapter 72 pays"."""
_SPANNED = (
    r"(?<=s)(?:\s+(?:numbered|of|in|within|among|inside|from|del?|desde|(?P<ends>between|entre)))*(?:\s+(?:the|el|la|los|range))*\s*\(?"
    r"(?=\d\d?\s*(?:[-–/]|to|through|thru|al?|hasta|(?(ends)(?:and|y|e)|to))\s*(?:el\s+)?\d\d?(?![\d.,]*\d)"
    r"(?!\s*(?:%|percent|per cent|por ciento|k\b|m\b|mn\b|bn\b|million|billion|thousand|mil\b|usd|dollar|dolar)))"
)
"""What leads the two ends of a range of chapters: "chapters from 01 to 24", "chapters between 01 and 24"."""
_NAMED = re.compile(
    r"\b(?:(?P<system>hs|hts|htsus|sa|tigie)(?:-?(?:2|4|6|8|10)(?=[\s:]+\d)|-)?(?:\s+(?:codes?|codigos?|no\.?))?"
    rf"|(?:(?:hs|hts|htsus|sa)\s*-?\s*|{_SCHEDULE})?(?P<chapter>chapters?|chap\.?|ch\.?|cap\.?|capitulos?(?:\s+arancelarios?)?)"
    rf"|(?:(?:hs|hts|htsus)\s+|{_SCHEDULE})?(?P<heading>(?:sub)?headings?|(?:(?:sub)?partidas?|fraccion(?:es)?)(?:\s+arancelarias?)?"
    r"|(?<!puerto )(?<!puerto con )codigos?(?:\s+arancelarios?)?"
    r"|(?:tariff|commodity|product|customs)\s+(?:codes?|lines?|numbers?)|(?<!port )(?<!entry )(?<!crossing )codes?))"
    rf"(?:\s*[#:-]?\s*|{_SPANNED})(?P<first>{_CODE})"
    rf"(?P<rest>(?:(?:\s*[,/&–-]\s*|\s*,?\s+(?:and|plus|or|y|más|o|e|vs\.?|versus|to|through|a|al)\s+)(?:el\s+)?{_CODE})*)"
)
"""What leads codes and joins them, in English and Spanish at once: "capítulos 84 y 85" is read in an English message
too, as codes are cited the way either country's schedule writes them; lists by language would part the two."""
_SECTION = re.compile(
    r"\b(?:(?:hs\s+)?(?:section|seccion)\s+(?P<roman>[ivx]+)|hs\s+(?:section|seccion)\s+(?P<arabic>\d{1,2}))\b"
)
_AMOUNT = (
    r"(?!\s*(?:%|percent|por ciento|k\b|m\b|mn\b|bn\b|million|billion|thousand"
    r"|mil\b|millon|usd|dollar|dolar|peso|ton|kg|kilo))"
)
_BARE = re.compile(
    r"(?<![\w.,$€£])(?:\d{4}\.\d{2}(?:\.\d{2}(?:\.?\d{2})?)?|0\d{3}(?:\d{2}){0,3}|\d{10}"
    r"|(?:(?<=\bof )|(?<=\bfor )|(?<=\bde )|(?<=\bwithin )|(?<=\binside )|(?<=\bunder )|(?<=\bon ))(?:\d{4}|\d{6})"
    r"|(?:\d{4}|\d{6})(?=\s+(?:dut(?:y|ies)|imports?|exports?|tariffs?)\b))(?![\w%])(?![.,]\d)" + _AMOUNT
)
_LATER = re.compile(rf"(?P<join>[–-]|\b(?:to|through|al?)\b)?\s*(?:el\s+)?(?P<code>{_CODE})")
_BETWEEN = re.compile(r"\b(?:between|entre)\s+(?:the\s+|los\s+|hs\s+)*$")
_MOST = re.compile(r"\b(?:biggest|largest|highest|top|smallest|lowest|ones|mayores|los que|las que|cuales)\b")
_YEARS = re.compile(r"\b20\d\d\b")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Codes:
    """Finds codes in texts; `known` has sections and 2, 4 and 6 digits, `lines_of` the lines of a longer code."""

    def __init__(self, known: Collection[str], lines_of: Callable[[str], tuple[str, ...]]) -> None:
        self._known = frozenset(known)
        self._lines_of = lines_of

    def find(self, text: str) -> tuple[Mention, ...]:
        """The codes that a cleaned text names, in order; a code that does not exist is "unknown_code:…"."""
        folded = fold(text)
        found: list[Mention] = []
        for mention in (*self._named(folded), *self._sections(folded), *self._bare(folded)):
            if not any(mention.start < other.end and other.start < mention.end for other in found):
                found.append(mention)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def without_years(self, text: str) -> str:
        """The text with blanks for the codes that look like years; "the top HS codes 2005" names a year."""
        if not _YEARS.search(text):
            return text
        for match in _NAMED.finditer(fold(text)):
            cue = fold(text)[match.start() : match.start("first")].rstrip(" #:")
            singular = cue in ("hs", "hts") or not cue.endswith("s") or match["rest"]
            if _is_year(match["first"]) and match["first"] in self._known and singular:
                text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
        return text

    def _named(self, text: str) -> Iterator[Mention]:
        for match in _NAMED.finditer(text):
            first = match["first"].replace(".", "")
            first = first.zfill(2) if match["chapter"] else first
            if self._fits(first, bool(match["chapter"])):
                yield from self._listed(text, match, first)

    def _fits(self, code: str, chapter: bool) -> bool:
        if chapter:
            return len(code) == 2
        # "HS 2017" is an edition of the nomenclature, not a heading
        return len(code) in (2, 4, 6, 8, 10) and not (_is_year(code) and code not in self._known)

    def _listed(self, text: str, match: re.Match[str], first: str) -> Iterator[Mention]:
        """The first code with its cue, then each one joined to it; a range is one group of codes."""
        group, start, end = [first], match.start(), match.end("first")
        for later in _LATER.finditer(text, match.start("rest"), match.end("rest")):
            code = later["code"].replace(".", "").zfill(len(first) if len(first) == 2 else 0)
            if len(code) != len(first) or (_is_year(code) and code[:2] != first[:2]):
                break
            if later["join"] or len(group) == 1 and (match["ends"] or _are_ends(text, match)):
                group = self._between(group[0], code)
                end = later.end("code")
                continue
            yield self._mention(text, start, end, group)
            group, start, end = [code], later.start("code"), later.end("code")
        yield self._mention(text, start, end, group)

    def _between(self, first: str, last: str) -> list[str]:
        return [code for code in sorted(self._known) if len(code) == len(last) and first <= code <= last]

    def _sections(self, text: str) -> Iterator[Mention]:
        for match in _SECTION.finditer(text):
            number = int(match["arabic"]) if match["arabic"] else _roman(match["roman"])
            if f"S{number:02}" in self._known:
                yield self._mention(text, match.start(), match.end(), [f"S{number:02}"])

    def _bare(self, text: str) -> Iterator[Mention]:
        for match in _BARE.finditer(text):
            code = match[0].replace(".", "")
            dated = _is_year(code[:4]) and (len(code) == 4 or 1 <= int(code[4:6]) <= 12)
            if not dated and (code[:6] in self._known or self._lines_of(code)):
                yield self._mention(text, match.start(), match.end(), [code])

    def _mention(self, text: str, start: int, end: int, group: list[str]) -> Mention:
        codes = [line for code in group for line in self._loaded(code)]
        known = [code for code in codes if code in self._known or self._lines_of(code)]
        meaning = f"product:{';'.join(known)}" if known else f"unknown_code:{';'.join(group)}"
        role = "wider" if known and any(code[:6] in known and len(code) > 6 for code in group) else ""
        return Mention("product" if known else "unknown_code", start, end, text[start:end], (meaning,), role)

    def _loaded(self, code: str) -> tuple[str, ...]:
        """A code as it is loaded: itself, the lines that eight digits have, else the six digits they begin with."""
        return (code,) if code in self._known else self._lines_of(code) or (code[:6],)


def _are_ends(text: str, match: re.Match[str]) -> bool:
    """Whether two codes are the ends of a range that is chosen from: "between chapters 72 and 83, the biggest one"."""
    led = _BETWEEN.search(text[: match.start()]) and len(_LATER.findall(match["rest"])) == 1
    return bool(led and _MOST.search(text, match.end()))


def _is_year(code: str) -> bool:
    return len(code) == 4 and 1960 <= int(code) <= 2060


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


__all__ = ["Codes"]
