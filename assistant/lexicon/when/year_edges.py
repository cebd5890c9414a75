"""The first or last months of a year that is pointed at: "the last three months of that year", "its last quarter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_atoms import LENGTH
from assistant.lexicon.when.period_forms import any_of
from assistant.types import Mention

_YEAR = 12


class YearEdges:
    """Finds parts at an end of a year that is pointed at, in the words of one language."""

    def __init__(self, language: Language) -> None:
        words, numbers = language.section("periods"), language.section("numbers")
        self._numbers = {fold(name): int(n) for n, names in numbers["words"].items() for name in names}
        self._units = {fold(name): unit for unit in ("month", "quarter", "half") for name in words[unit]}
        number, units = rf"(?:\d{{1,2}}|{any_of(self._numbers)})", any_of(self._units)
        first, last = any_of(words.get("first", ())), language.any_of("times", "closing")
        side = rf"(?:(?P<first>{first})|{last})"
        part = rf"(?:(?P<m>{number})[\s-]+)?{side}[\s-]+(?:(?P<n>{number})[\s-]+)?(?P<unit>{units})"
        its, year = language.any_of("times", "its"), language.any_of("times", "of_that_year")
        after = rf"(?=\s*,?\s+{year}(?!\w))"
        self._of_it = re.compile(rf"(?<!\w){part}(?!\w){after}")
        self._its = re.compile(rf"(?<!\w){its}\s+(?P<part>{part})(?!\w)(?!\s+{any_of(words['of'])})")

    def find(self, folded: str) -> Iterator[Mention]:
        """The parts of a folded text, as months of the year that they count from."""
        spans = [(match, match.span()) for match in self._of_it.finditer(folded)]
        spans += [(match, match.span("part")) for match in self._its.finditer(folded)]
        for match, (start, end) in spans:
            given = match["m"] or match["n"] or "1"
            count = int(given) if given.isdigit() else self._numbers[given]
            months = count * LENGTH[self._units[match["unit"]]]
            if 0 < months < _YEAR:
                first = 1 if match["first"] else _YEAR - months + 1
                text = f"period:month:{first}-{first + months - 1}"
                yield Mention("period", start, end, folded[start:end], (text,))


__all__ = ["YearEdges"]
