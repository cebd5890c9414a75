"""Single periods in a text: a month, quarter, half or year, with or without its year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_forms import YEAR, any_of, forms, join
from assistant.periods import LENGTHS, Period

LENGTH = {**LENGTHS, "half": 6}
"""Months of each unit."""


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
        named = ":" not in self.text and (self.text[:1].isdigit() or self.text.startswith("FY"))
        return Period.parse(self.text) if named else None


class Atoms:
    """Finds single periods in the words of one language."""

    def __init__(self, language: Language) -> None:
        words = language.section("periods")
        self._months = {fold(name): int(n) for n, names in words["months"].items() for name in names}
        self._ordinals = {fold(name): int(n) for n, names in words["ordinals"].items() for name in names}
        self._edges = {n: {fold(name) for name in names} for n, names in words.get("edges", {}).items()}
        self._doubtful = frozenset(map(fold, words.get("doubtful", ())))
        leads = (*words["of"], *words["since"], *words["last"], *words.get("without", ()))
        self._led = re.compile(rf"(?:^|\W)(?:{any_of(leads)}|{language.any_of('times', 'leads')})\s+$")
        offered = words.get("or", ())
        self._traded = re.compile(rf"\s+(?:{any_of(words.get('told_of', ()))})(?!\w)")
        listed = any_of((*words["to"], *offered))
        scales = [name for names in language.section("numbers")["scales"].values() for name in names]
        self._scaled = re.compile(rf"\s+{any_of(scales)}(?!\w)")
        self._limit = re.compile(rf"(?:^|\W){language.any_of('tests', *language.section('tests'))}\s+\S{{0,3}}\s*$")
        self._listed = re.compile(rf"(?:^|\W){any_of(self._months)}\s*(?:[,&/-]|\s|{listed})+\s*$")
        self._join = join((*words["to"], *offered), language)
        the = rf"(?:{language.any_of('times', 'the')}\s+)?"
        self._days = re.compile(rf"(?:^|\W){any_of(words.get('days', ()))}\s+{the}$")
        written = forms(words, the, any_of(self._months), any_of(self._ordinals))
        self._patterns = tuple(re.compile(rf"(?<![\w$.,])(?:{form})(?![\w%]|[.,]\d)") for form in written)

    def find(self, folded: str) -> list[Atom]:
        """Single periods, longest first where two overlap, in order of their place."""
        found: list[Atom] = []
        for pattern in self._patterns:
            for match in pattern.finditer(folded):
                atom = self._atom(match)
                taken = atom is None or any(a.start < atom.end and atom.start < a.end for a in found)
                if atom is not None and not taken and self._is_meant(folded, atom):
                    found.append(atom)
        return sorted(found, key=lambda atom: atom.start)

    def _is_meant(self, folded: str, atom: Atom) -> bool:
        """A month without a year that is also a word ("may", "march") counts only beside a word that makes it one."""
        words = folded[atom.start : atom.end]
        before = folded[: atom.start]
        if re.fullmatch(r"[a-z]+\.?\s+\d\d", words) and atom.grain == "month":  # "Jun 24", a day beside a year
            return not self._days.search(before) and not re.search(YEAR, folded)
        if self._scaled.match(folded, atom.end) and self._limit.search(before):
            return False  # "under 2000 million dollars" is an amount
        if words not in self._doubtful or self._led.search(before) or self._listed.search(before):
            return True
        if self._traded.match(folded, atom.end):  # "May imports", "the May deficit"
            return True
        join = self._join.match(folded, atom.end)  # "May to July 2024"
        return join is not None and any(pattern.match(folded, join.end()) for pattern in self._patterns)

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
        if "nth" in groups:
            months = next(int(name[5:]) for name in groups if name.startswith("spell"))
            return _spell(span, months, self._ordinals[groups["nth"]], year)
        if "fiscal" in groups:
            return Atom(*span, f"FY{year}", "year")
        if "decade" in groups:
            return Atom(*span, f"{groups['decade']}/{groups['decade'][:3]}9", "range")
        if "until" in groups:
            return Atom(*span, f"{year}/{str(year)[:2]}{groups['until']}", "range")
        return Atom(*span, str(year), "year")


def _year(text: str) -> int:
    digits = text.strip("' ")
    if not digits:
        return 0
    return int(digits) if len(digits) == 4 else (2000 if int(digits) < 70 else 1900) + int(digits)


def _part(span: tuple[int, int], unit: str, part: int, year: int) -> Atom | None:
    if part > 12 // LENGTH[unit]:
        return None
    if not year:
        return Atom(*span, f"{unit}:{part}", unit, part)
    if unit == "quarter":
        return Atom(*span, f"{year}-Q{part}", unit, part)
    first = Period.month(year, 6 * part - 5)
    return Atom(*span, str(Period(first.first, first.first + 5)), unit, part)


def _spell(span: tuple[int, int], months: int, part: int, year: int) -> Atom | None:
    if part > 12 // months:
        return None
    first = Period.month(year, months * (part - 1) + 1).first
    return Atom(*span, str(Period(first, first + months - 1)), "range")


def with_year(atom: Atom, other: Atom) -> Atom:
    """The atom in the year of the other, where it names none."""
    if atom.closed or other.closed is None:
        return atom
    year = other.closed.last // 12
    made = _part((atom.start, atom.end), atom.grain, atom.part, year) if atom.grain != "month" else None
    return made or replace(atom, text=f"{year}-{atom.part:02}")
