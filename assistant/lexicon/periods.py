"""Periods in a question: months, quarters, halves, years, ranges, lists, open ends and relative time.

Every mention's candidate is written as `assistant.store.selection.resolve` reads it, or as "prev:12" and "next:12",
which count from the period that the conversation or the question names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from assistant.languages.language import load
from assistant.lexicon.tokens import fold
from assistant.periods import Period
from assistant.types import Mention

_YEAR = r"(?:1[89]|20|21)\d\d"
_SHORT = r"(?:'\d\d|\d\d)"
_LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch that names one period: closed, or a part of an unnamed year (`part` 11 of `grain` month)."""

    start: int
    end: int
    text: str
    grain: str
    part: int = 0

    @property
    def closed(self) -> Period | None:
        """The period where its year is named."""
        return (
            None
            if ":" in self.text or not self.text[:1].isdigit() and not self.text.startswith("FY")
            else Period.parse(self.text)
        )


def find(text: str, language: str) -> tuple[Mention, ...]:
    """The periods that a cleaned text names, in order of their place."""
    folded = fold(text)
    grammar = _grammar(language)
    taken = list(grammar.spans(folded))
    atoms = [atom for atom in grammar.atoms(folded) if not _inside(atom, taken)]
    taken += grammar.joined(folded, atoms)
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _inside(atom: Atom, mentions: Iterable[Mention]) -> bool:
    return any(m.start < atom.end and atom.start < m.end for m in mentions)


def _mention(folded: str, start: int, end: int, *candidates: str) -> Mention:
    return Mention("period", start, end, folded[start:end], tuple(f"period:{c}" for c in candidates))


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(load(language).sections)


def _any(words: Iterable[str]) -> str:
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in ordered) + ")"


class _Grammar:
    """The patterns of one language, made from the [periods] section of its file."""

    def __init__(self, sections: Mapping[str, Any]) -> None:
        words, numbers = sections["periods"], sections["numbers"]
        self._months = {fold(name): int(n) for n, names in words["months"].items() for name in names}
        self._ordinals = {fold(name): int(n) for n, names in words["ordinals"].items() for name in names}
        self._numbers = {fold(name): int(n) for n, names in numbers["words"].items() for name in names}
        self._openers = frozenset(map(fold, words.get("openers", ())))
        self._preceding = tuple(map(fold, words.get("preceding", ())))
        self._edges = {n: {fold(name) for name in names} for n, names in words.get("edges", {}).items()}
        self._units = {fold(name): unit for unit in ("month", "quarter", "year") for name in words[unit]}
        self._named = {" ".join(fold(p).split()): code for code, phrases in words["named"].items() for p in phrases}
        month, ordinal, of = _any(self._months), _any(self._ordinals), _any(words["of"])
        number = rf"(?:\d{{1,3}}|{_any(self._numbers)})"
        self._atom_patterns = tuple(
            re.compile(rf"(?<![\w$.,])(?:{p})(?![\w%]|[.,]\d)") for p in _atoms(words, month, ordinal, of)
        )
        self._trailing = re.compile(
            rf"\b(?:the\s+)?(?:{_any(words['last'])}\s+)?(?P<n>{number})[\s-]+(?P<unit>{_any(self._units)})\s+{_any(words['ending'])}\s+(?:the\s+)?(?P<end>$)?"
        )
        self._last = re.compile(
            rf"\b(?:the\s+)?{_any(words['last'])}\s+(?P<n>{number})[\s-]+(?:full\s+|calendar\s+)?(?P<unit>{_any(self._units)})\b"
        )
        self._moved = re.compile(
            rf"(?P<n>{number})[\s-]+(?P<unit>{_any(self._units)})\s+(?:(?P<back>{_any(words['earlier'])})|{_any(words['later'])})\b"
        )
        self._alike = re.compile(
            rf"\b(?:the\s+)?{_any(words['same'])}\s+(?:{number}[\s-]+)?(?:{_any(self._units)}|period|span|time|stretch|months|periodo|meses)\s+(?:{_any(words['of'])}|del?|a year earlier in)\s+(?P<year>{_YEAR})\b"
        )
        dated = rf"(?!\s+(?:{_any(words['of'])}|de|del)\s+(?:the\s+|el\s+)?(?:{_YEAR}|{_any(words['fiscal'])}))"
        self._opening = re.compile(
            rf"\b(?:the\s+)?(?:(?P<first>{_any(words.get('first', ('first',)))})|{_any(words['last'])})\s+(?P<n>{number})[\s-]+(?P<unit>{_any(self._units)})\s+(?:{_any(words['of'])}|de|del)\s+(?P<year>{_YEAR})\b"
        )
        self._named_pattern = re.compile(rf"(?<!\w){_any(self._named)}(?!\w){dated}")
        self._ytd = re.compile(rf"(?<!\w){_any(words['ytd'])}(?!\w)")
        self._join = re.compile(rf"\s*(?:{_any(words['to'])})\s*(?:the\s+end\s+of\s+|the\s+)?")
        self._list = re.compile(
            r"\s*(?:,|and|&|or|vs\.?|versus|y|o|contra|against|compared (?:with|to)|et)+\s*(?:and\s+|in\s+|with\s+|to\s+|en\s+)?"
        )
        self._doubtful = frozenset(map(fold, words.get("doubtful", ())))
        self._led = re.compile(rf"(?:^|\W){_any((*words['of'], *words['since'], *words['last'], 'by', 'vs'))}\s+$")
        self._range_only = {fold(w) for w in words["to"]} - {"and", "vs", "y"}
        self._between = re.compile(rf"(?:^|\W){_any(words['between'])}\s+(?:the\s+)?$")
        self._since = re.compile(rf"(?:^|(?<=\W)){_any(words['since'])}\s+$")
        self._strict = re.compile(rf"(?:^|(?<=\W)){_any(words['since_strict'])}\s+$")
        self._onwards = re.compile(rf"\s+{_any(words['onwards'])}(?!\w)(?!\s+\d)")
        self._after = re.compile(rf"(?:^|(?<=\W)){_any(words['after'])}\s+$")
        self._until = re.compile(rf"(?:^|(?<=\W)){_any(words.get('until', words['before']))}\s+$")
        self._before = re.compile(rf"(?:^|(?<=\W)){_any(words['before'])}\s+$")
        self._since_words = {fold(w) for w in words["since"]} - {"from", "desde", "de"}

    def spans(self, folded: str) -> Iterator[Mention]:
        """Mentions that stand on their own words: "the last 6 months", "ever", "the year before"."""
        taken: list[tuple[int, int]] = []
        for mention in (*self._counted(folded), *self._phrases(folded)):
            if not any(start < mention.end and mention.start < end for start, end in taken):
                taken.append((mention.start, mention.end))
                yield mention

    def _counted(self, folded: str) -> Iterator[Mention]:
        for match in self._trailing.finditer(folded):
            following = [a for a in self.atoms(folded) if a.start == match.end() and a.closed]
            if following:
                last, closed = following[0], following[0].closed
                months = self._count(match["n"]) * _LENGTH[self._units[match["unit"]]]
                if closed is not None:
                    yield _mention(folded, match.start(), last.end, str(Period(closed.last - months + 1, closed.last)))
        for match in self._opening.finditer(folded):
            year, months = int(match["year"]), self._count(match["n"]) * _LENGTH[self._units[match["unit"]]]
            if 0 < months <= 12:
                start = Period.year(year).first if match["first"] else Period.year(year).last - months + 1
                yield _mention(folded, match.start(), match.end(), str(Period(start, start + months - 1)))
        for match in self._alike.finditer(folded):
            yield _mention(folded, match.start(), match.end(), f"same:{match['year']}")
        for match in self._moved.finditer(folded):
            months = self._count(match["n"]) * _LENGTH[self._units[match["unit"]]]
            yield _mention(folded, match.start(), match.end(), f"{'prev' if match['back'] else 'next'}:{months}")
        for match in self._last.finditer(folded):
            before = any(word in match[0].split() for word in self._preceding)
            kind = "before" if before else "last"
            yield _mention(
                folded, match.start(), match.end(), f"{kind}:{self._count(match['n'])}:{self._units[match['unit']]}"
            )

    def _phrases(self, folded: str) -> Iterator[Mention]:
        for match in self._ytd.finditer(folded):
            atom = next((a for a in self.atoms(folded) if 0 <= a.start - match.end() <= 12 and a.closed), None)
            if atom is None:
                before = next((a for a in self.atoms(folded) if 0 <= match.start() - a.end <= 2 and a.closed), None)
                atom = before
            if atom and atom.closed and atom.grain == "month":
                year = Period(atom.closed.last // 12 * 12, atom.closed.last)
                yield _mention(folded, min(match.start(), atom.start), max(match.end(), atom.end), str(year))
            elif atom:
                yield _mention(folded, min(match.start(), atom.start), max(match.end(), atom.end), f"ytd:{atom.text}")
            else:
                yield _mention(folded, match.start(), match.end(), "this-year")
        for match in self._named_pattern.finditer(folded):
            if match.start() == 0 and match[0] in self._openers:
                continue  # "now Canada": a turn of phrase
            yield _mention(
                folded,
                match.start(),
                match.end(),
                self._named[re.sub(r"[\s-]+", " ", match[0])]
                if re.sub(r"[\s-]+", " ", match[0]) in self._named
                else self._named[match[0]],
            )

    def _count(self, text: str) -> int:
        return int(text) if text.isdigit() else self._numbers[text]

    def atoms(self, folded: str) -> list[Atom]:
        """Single periods, longest first where two overlap, in order of their place."""
        found: list[Atom] = []
        for pattern in self._atom_patterns:
            for match in pattern.finditer(folded):
                atom = self._atom(match)
                if (
                    atom
                    and self._is_meant(folded, atom)
                    and not any(a.start < atom.end and atom.start < a.end for a in found)
                ):
                    found.append(atom)
        return sorted(found, key=lambda atom: atom.start)

    def _is_meant(self, folded: str, atom: Atom) -> bool:
        """A month without a year that is also a word ("may", "march") counts only after a preposition."""
        words = folded[atom.start : atom.end]
        if words not in self._doubtful or self._led.search(folded[: atom.start]):
            return True
        join = self._join.match(folded, atom.end)  # "May to July 2024"
        return join is not None and any(pattern.match(folded, join.end()) for pattern in self._atom_patterns)

    def _atom(self, match: re.Match[str]) -> Atom | None:
        groups = {name: value for name, value in match.groupdict().items() if value}
        year = _year(groups.get("year") or groups.get("short") or "")
        span = match.span()
        if "month" in groups or "mm" in groups:
            number = self._months.get(groups.get("month", "")) or int(groups.get("mm", "0"))
            if not 1 <= number <= 12:
                return None
            return Atom(*span, f"{year}-{number:02}" if year else f"month:{number}", "month", number)
        if "edge" in groups:
            number = next(int(n) for n, names in self._edges.items() if groups["edge"] in names)
            return Atom(*span, f"{year}-{number:02}", "month", number)
        if "q" in groups or "half" in groups:
            unit = "quarter" if "q" in groups else "half"
            given = groups.get("q") or groups["half"]
            part = int(given) if given.isdigit() else self._ordinals[given]
            return _part(span, unit, part, year)
        if "fiscal" in groups:
            return Atom(*span, f"FY{year}", "year")
        if "until" in groups:
            return Atom(*span, f"{year}/{str(year)[:2]}{groups['until']}", "range")
        return Atom(*span, str(year), "year")

    def joined(self, folded: str, atoms: list[Atom]) -> list[Mention]:
        """The atoms put together into ranges, lists and open ends."""
        mentions: list[Mention] = []
        index = 0
        while index < len(atoms):
            mention, used = self._from(folded, atoms, index)
            mentions.append(mention)
            index += used
        return self._inherit(mentions, atoms)

    def _from(self, folded: str, atoms: list[Atom], index: int) -> tuple[Mention, int]:
        atom, head = atoms[index], folded[: atoms[index].start]
        if index + 1 < len(atoms) and (joined := self._range(folded, head, atom, atoms[index + 1])):
            return joined, 2
        if onwards := self._onwards.match(folded, atom.end):
            opened = self._strict.search(head)
            return _mention(folded, opened.start() if opened else atom.start, onwards.end(), f"{atom.text}/"), 1
        for pattern, spec in (
            (self._since, f"{atom.text}/"),
            (self._after, self._later(atom)),
            (self._until, f"/{atom.text}"),
            (self._before, self._earlier(atom)),
        ):
            match = pattern.search(head)
            if match and atom.closed and (pattern is not self._since or self._opens(match[0])):
                return _mention(folded, match.start(), atom.end, spec), 1
        return _mention(folded, atom.start, atom.end, atom.text), 1

    def _opens(self, word: str) -> bool:
        return word.strip() in self._since_words

    def _range(self, folded: str, head: str, atom: Atom, after: Atom) -> Mention | None:
        between = folded[atom.end : after.start]
        if not self._join.fullmatch(between):
            return None
        lead = self._between.search(head)
        joins = re.sub(r"\s+the\s+end\s+of|\s+the", "", between).strip()
        if joins not in self._range_only and not lead:
            return None
        if joins not in self._range_only and lead and not lead[0].strip().startswith(("between", "entre")):
            return None
        first = _with_year(atom, after)
        if first.closed is None or after.closed is None or first.closed.first > after.closed.last:
            return None
        start = lead.start() + (not lead[0][0].isalpha()) if lead else atom.start
        return _mention(folded, start, after.end, _written(first.closed, after.closed))

    @staticmethod
    def _later(atom: Atom) -> str:
        return f"{atom.closed.shift(atom.closed.months)}/" if atom.closed else atom.text

    @staticmethod
    def _earlier(atom: Atom) -> str:
        return f"/{Period(atom.closed.first - 1, atom.closed.first - 1)}" if atom.closed else atom.text

    def _inherit(self, mentions: list[Mention], atoms: list[Atom]) -> list[Mention]:
        """Bare months and quarters take the year of the next atom that is listed with them ("Oct and Nov 2024")."""
        dated = {atom.start: atom for atom in atoms}
        result = []
        for mention in mentions:
            atom = dated.get(mention.start)
            if atom and atom.closed is None and atom.end == mention.end:
                later = next(
                    (
                        a
                        for a in atoms
                        if a.start >= mention.end and a.closed and a.grain == atom.grain and a.start - mention.end < 24
                    ),
                    None,
                )
                atom = _with_year(atom, later) if later else atom
                mention = replace(mention, candidates=(f"period:{atom.text}",))
            result.append(mention)
        return result


def _atoms(words: Mapping[str, Any], month: str, ordinal: str, of: str) -> Iterator[str]:
    fiscal, quarter, half = _any(words["fiscal"]), _any(words["quarter"]), _any(words["half"])
    sep = r"[\s.,/'-]*"
    edges = [name for names in words.get("edges", {}).values() for name in names]
    if edges:
        yield rf"(?P<edge>{_any(edges)})\s+{_any(words['month'])}\s+(?:{of}|de|del)\s+(?P<year>{_YEAR})"
    yield rf"(?P<year>{_YEAR})[-/](?P<mm>0[1-9]|1[0-2])"
    yield rf"(?P<mm>0?[1-9]|1[0-2])/(?P<year>{_YEAR})"
    yield rf"(?P<year>{_YEAR})\s*m(?P<mm>\d\d?)"
    yield rf"(?P<month>{month})\.?(?:{sep}|\s+(?:{of}|de|del|,)\s+)(?P<year>{_YEAR})"
    yield rf"(?P<month>{month})\.?(?:['-]|\s+')(?P<short>\d\d)"
    yield rf"(?P<month>{month})(?P<short>\d\d)"
    yield rf"(?P<year>{_YEAR})[\s.,-]+(?P<month>{month})"
    yield rf"(?:q|t)\s?(?P<q>[1-4])(?:{sep}|\s+(?:{of}|de|del)\s+)(?P<year>{_YEAR})"
    yield r"(?:q|t)(?P<q>[1-4])[\s']+(?P<short>\d\d)"
    yield rf"(?P<year>{_YEAR})[\s-]*(?:q|t)(?P<q>[1-4])"
    yield rf"(?P<q>[1-4])(?:q|t)[\s']*(?:(?P<year>{_YEAR})|(?P<short>\d\d))"
    yield rf"(?P<q>{ordinal})[\s-]+{quarter}(?:\s+(?:{of}|de|del|,))?(?:\s+(?:the|el))?\s+(?P<year>{_YEAR})"
    yield rf"h(?P<half>[12])(?:{sep}|\s+(?:{of}|de|del)\s+)(?P<year>{_YEAR})"
    yield rf"(?P<year>{_YEAR})[\s-]*h(?P<half>[12])"
    yield rf"(?P<half>[12])h[\s']*(?:(?P<year>{_YEAR})|(?P<short>\d\d))"
    yield rf"(?P<half>{ordinal})[\s-]+{half}(?:\s+(?:{of}|de|del|,))?\s+(?P<year>{_YEAR})"
    yield rf"(?P<fiscal>{fiscal})[\s'-]*(?:(?P<year>{_YEAR})|(?P<short>\d\d))"
    yield rf"(?P<year>{_YEAR})\s+(?P<fiscal>{fiscal})"
    yield rf"(?P<year>{_YEAR})[-–/](?P<until>\d\d)"
    yield rf"(?P<year>{_YEAR})"
    yield r"(?:q|t)(?P<q>[1-4])"
    yield rf"(?P<q>{ordinal})[\s-]+{quarter}"
    yield r"h(?P<half>[12])"
    yield rf"(?P<half>{ordinal})[\s-]+{half}"
    yield rf"(?P<month>{month})"


def _year(text: str) -> int:
    digits = text.strip("' ")
    if not digits:
        return 0
    return int(digits) if len(digits) == 4 else (2000 if int(digits) < 70 else 1900) + int(digits)


def _part(span: tuple[int, int], unit: str, part: int, year: int) -> Atom | None:
    if part > 12 // _LENGTH[unit]:
        return None
    if not year:
        return Atom(*span, f"{unit}:{part}", unit, part)
    if unit == "quarter":
        return Atom(*span, f"{year}-Q{part}", unit, part)
    first = Period.month(year, 6 * part - 5)
    return Atom(*span, str(Period(first.first, first.first + 5)), unit, part)


def _with_year(atom: Atom, other: Atom) -> Atom:
    """The atom in the year of the other, where it names none."""
    if atom.closed or other.closed is None:
        return atom
    year = other.closed.last // 12
    made = _part((atom.start, atom.end), atom.grain, atom.part, year) if atom.grain != "month" else None
    return made or replace(atom, text=f"{year}-{atom.part:02}")


def _written(first: Period, last: Period) -> str:
    return str(Period(first.first, last.last))
