"""Periods that stand on their own words: "the last 6 months", "ever", "the year before"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_atoms import LENGTH, Atom, Atoms
from assistant.lexicon.when.period_forms import YEAR, any_of
from assistant.periods import Period
from assistant.types import Mention

_DECADE = 120


class Spans:
    """Finds relative and named periods in the words of one language."""

    def __init__(self, language: Language, atoms: Atoms) -> None:
        words, numbers, self._atoms = language.section("periods"), language.section("numbers"), atoms
        the = rf"(?:{language.any_of('times', 'the')}\s+)?"
        self._numbers = {fold(name): int(n) for n, names in numbers["words"].items() for name in names}
        self._openers = frozenset(map(fold, words.get("openers", ())))
        self._nods, self._asks = (frozenset(map(fold, words.get(name, ()))) for name in ("nods", "asks"))
        self._preceding = tuple(map(fold, words.get("preceding", ())))
        self._units = {fold(name): unit for unit in ("month", "quarter", "year") for name in words[unit]}
        self._named = {" ".join(fold(p).split()): code for code, phrases in words["named"].items() for p in phrases}
        number = rf"(?P<n>\d{{1,3}}|{any_of(self._numbers)})"
        units, last, of = any_of(self._units), any_of(words["last"]), any_of(words["of"])
        counted = rf"{number}[\s-]+(?P<unit>{units})"
        ending = rf"{any_of(words['ending'])}\s+{the}"
        tens = any_of(words.get("decade", ()))
        self._trailing = re.compile(rf"\b{the}(?:{last}[\s-]+)?(?:{counted}|{tens})\s+{ending}")
        self._year_to = re.compile(rf"\b{the}{any_of(words['year'])}\s+{any_of(words.get('ended', ()))}\s+{the}")
        calendar = rf"{number}[\s-]+(?:{language.any_of('times', 'calendar')}\s+)?(?P<unit>{units})"
        self._last = re.compile(rf"\b{the}{last}\s+{calendar}\b")
        nouns = any_of(words.get("spanned", ()))
        self._spanned = re.compile(rf"\b{number}[\s-]+(?P<unit>{any_of(words['year'])})\s+(?:{nouns})\b")
        self._moved = re.compile(rf"{counted}\s+(?:(?P<back>{any_of(words['earlier'])})|{any_of(words['later'])})\b")
        self._led = re.compile(rf"(?<!\w){language.any_of('times', 'the')}\s+$")
        self._ago = re.compile(rf"(?<!\w){any_of(words.get('ago', ()))}\s+{counted}(?!\w)")
        back, forth = language.any_of("periods", "before", "preceding"), language.any_of("times", "following")
        just = rf"(?:{language.any_of('times', 'just')}\s+)?"
        led = rf"(?<!\w)(?:{language.any_of('times', 'the')}|{of})\s+(?P<unit>{units})"
        self._nearest = re.compile(rf"{led}\s+{just}(?:(?P<back>{back})|{forth})\s+{the}")
        span = rf"(?:{number}[\s-]+)?(?:{units}|{language.any_of('times', 'lengths')})"
        within = rf"(?:{of}|{language.any_of('times', 'year_before')})"
        self._when = re.compile(rf"\s+{language.any_of('searching', 'when')}(?!\w)")
        self._alike = re.compile(rf"\b{the}{any_of(words['same'])}\s+{span}(?:\s+{within}\s+|,?\s+)(?P<year>{YEAR})\b")
        first = any_of(words.get("first", ()))
        self._opening = re.compile(rf"\b{the}(?:(?P<first>{first})|{last})\s+{counted}\s+{of}\s+(?P<year>{YEAR})\b")
        dated = rf"(?!\s+{of}\s+{the}(?:{YEAR}|{any_of(words['fiscal'])}))"
        beside = [name for name, code in self._named.items() if code.startswith(("prev:", "next:"))]
        other = set(self._named) - set(beside)
        self._phrase = re.compile(rf"(?<!\w)(?:{any_of(beside)}(?!\w)|{any_of(other)}(?!\w){dated})")
        self._ytd = re.compile(rf"(?<!\w){any_of(words['ytd'])}(?!\w)")
        small = any_of((*words["of"], *words["to"], *words["ending"], *words.get("until", ())))
        self._small = re.compile(rf"[\s,(:]*(?:(?:{small}|{language.any_of('times', 'small')})\s+)*")

    def find(self, folded: str) -> Iterator[Mention]:
        """The relative and named periods of a folded text; where two overlap, the counted one."""
        taken: list[tuple[int, int]] = []
        found = (
            self._ends,
            self._years_to,
            self._openings,
            self._neighbours,
            self._alikes,
            self._moves,
            self._agos,
            self._lasts,
            self._spans,
            self._to_date,
            self._phrases,
        )
        for mention in (mention for read in found for mention in read(folded)):
            if not any(start < mention.end and mention.start < end for start, end in taken):
                taken.append((mention.start, mention.end))
                yield mention

    def _ends(self, folded: str) -> Iterator[Mention]:
        """Months up to a named period: "the twelve months ending June 2024"."""
        for match in self._trailing.finditer(folded):
            last = next((a for a in self._atoms.find(folded) if a.start == match.end() and a.closed), None)
            if last is not None and last.closed is not None:
                period = Period(last.closed.last - self._months(match) + 1, last.closed.last)
                mention = mentioned(folded, match.start(), last.end, str(period))
                before = last.closed.shift(-self._months(match))
                counted = last.grain == (self._units[match["unit"]] if match["unit"] else "year") == "year"
                ends = (f"ends:{before}|{last.closed}",) if counted else ()  # growth over them starts the year before
                yield replace(mention, candidates=(*mention.candidates, *ends))

    def _years_to(self, folded: str) -> Iterator[Mention]:
        """The twelve months up to a named month or quarter: "the year ending June 2024"."""
        for match in self._year_to.finditer(folded):
            last = next((a for a in self._atoms.find(folded) if a.start == match.end() and a.closed), None)
            if last is not None and last.closed is not None and last.grain in ("month", "quarter"):
                period = Period(last.closed.last - 11, last.closed.last)
                yield mentioned(folded, match.start(), last.end, str(period))

    def _openings(self, folded: str) -> Iterator[Mention]:
        """Months at an end of a year: "the first nine months of 2023"."""
        for match in self._opening.finditer(folded):
            year, months = Period.year(int(match["year"])), self._months(match)
            if 0 < months <= 12:
                start = year.first if match["first"] else year.last - months + 1
                yield mentioned(folded, match.start(), match.end(), str(Period(start, start + months - 1)))

    def _neighbours(self, folded: str) -> Iterator[Mention]:
        """The one before or after a named one of its kind: "the year after 2008", "the month before May 2023"."""
        for match in self._nearest.finditer(folded):
            grain, away = self._units[match["unit"]], -1 if match["back"] else 1
            atom = next((a for a in self._atoms.find(folded) if a.start == match.end() and a.closed), None)
            if atom and atom.closed and atom.grain == grain and not self._when.match(folded, atom.end):
                yield mentioned(folded, match.start("unit"), atom.end, str(atom.closed.shift(away * LENGTH[grain])))

    def _alikes(self, folded: str) -> Iterator[Mention]:
        """The same months of another year: "the same months of 2023", "same period 2023"."""
        for match in self._alike.finditer(folded):
            if self._when.match(folded, match.end()):  # "those months of 2020 when imports fell"
                continue
            yield mentioned(folded, match.start(), match.end(), f"same:{match['year']}")

    def _moves(self, folded: str) -> Iterator[Mention]:
        """Time counted from another period: "two years earlier"."""
        for match in self._moved.finditer(folded):
            kind = "prev" if match["back"] else "next"
            code = f"{kind}:{self._months(match)}"
            led = self._units[match["unit"]] == "year" and self._led.search(folded[: match.start()])
            spans = match["back"] in self._preceding or match["back"] and led
            if spans and self._count(match["n"]) > 1:  # "los tres años anteriores", "the five years before"
                code = f"before:{self._count(match['n'])}:{self._units[match['unit']]}"
            yield mentioned(folded, match.start(), match.end(), code)

    def _agos(self, folded: str) -> Iterator[Mention]:
        """Time counted back by a word before it: "hace veinte años"."""
        for match in self._ago.finditer(folded):
            yield mentioned(folded, match.start(), match.end(), f"prev:{self._months(match)}")

    def _lasts(self, folded: str) -> Iterator[Mention]:
        """The newest months: "the last six months", "the preceding six months"."""
        for match in self._last.finditer(folded):
            kind = "before" if any(word in match[0].split() for word in self._preceding) else "last"
            count, unit = self._count(match["n"]), self._units[match["unit"]]
            yield mentioned(folded, match.start(), match.end(), f"{kind}:{count}:{unit}")

    def _spans(self, folded: str) -> Iterator[Mention]:
        """The newest years as a word before a noun: "the five-year trend"; the noun stays to be read."""
        for match in self._spanned.finditer(folded):
            yield mentioned(folded, match.start(), match.end("unit"), f"last:{self._count(match['n'])}:year")

    def _to_date(self, folded: str) -> Iterator[Mention]:
        """A year up to a month: "year to date", "January to October 2024 year to date"."""
        for match in self._ytd.finditer(folded):
            atom = self._beside(folded, match)
            if atom is None or atom.closed is None:
                yield mentioned(folded, match.start(), match.end(), "this-year")
                continue
            year = str(Period(atom.closed.last // 12 * 12, atom.closed.last))
            text = year if atom.grain == "month" else f"ytd:{atom.text}"
            apart = atom.start > match.end() and not self._small.fullmatch(folded, match.end(), atom.start)
            last = match.end() if apart else max(match.end(), atom.end)  # "ytd growth to August 2024" says growth too
            yield mentioned(folded, min(match.start(), atom.start), last, text)

    def _beside(self, folded: str, match: re.Match[str]) -> Atom | None:
        """The period that stands shortly after, or else right before."""
        atoms = [atom for atom in self._atoms.find(folded) if atom.closed]
        after = (atom for atom in atoms if 0 <= atom.start - match.end() <= 12)
        return next(after, None) or next((atom for atom in atoms if 0 <= match.start() - atom.end <= 2), None)

    def _phrases(self, folded: str) -> Iterator[Mention]:
        for match in self._phrase.finditer(folded):
            if match[0] in self._openers and self._turns(folded, match):
                continue  # "now Canada", "ok now exports": a turn of phrase
            words = re.sub(r"[\s-]+", " ", match[0])
            code = self._named.get(words) or self._named[match[0]]
            yield mentioned(folded, match.start(), match.end(), code)

    def _turns(self, folded: str, match: re.Match[str]) -> bool:
        """Whether a word such as "now" opens the message, alone or after a nod; what "and now" asks is of now."""
        before, after = folded[: match.start()].strip(" ,.-–—!"), folded[match.end() :].split()
        nodded = all(self._is_nod(each.strip()) for each in re.split(r"[.,;!]", before))
        return not before or nodded and bool(after) and after[0].strip("?") not in self._asks

    def _is_nod(self, said: str) -> bool:
        """Whether words are nods, one after the other: "ok and"."""
        led = (nod for nod in self._nods if said.startswith(f"{nod} "))
        return said in self._nods or any(self._is_nod(said[len(nod) + 1 :]) for nod in led)

    def _months(self, match: re.Match[str]) -> int:
        if match["n"] is None:
            return _DECADE
        return self._count(match["n"]) * LENGTH[self._units[match["unit"]]]

    def _count(self, text: str) -> int:
        return int(text) if text.isdigit() else self._numbers[text]


def mentioned(folded: str, start: int, end: int, code: str) -> Mention:
    """The mention of a period."""
    return Mention("period", start, end, folded[start:end], (f"period:{code}",))
