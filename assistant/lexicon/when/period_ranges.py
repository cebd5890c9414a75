"""Single periods put together: ranges, open ends, and a year shared by a list."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_atoms import Atom, with_year
from assistant.lexicon.when.period_forms import any_of, join
from assistant.lexicon.when.period_spans import mentioned
from assistant.lexicon.when.period_years import beside, dated_like, moved
from assistant.periods import Period
from assistant.types import Mention

_SHORT = 2
"""Letters; a word as short as "on" means onwards only after "from" or at the end."""
_NEAR = 24
"""Characters between listed periods that share a year."""


class Ranges:
    """Joins single periods by the words between and before them, in one language."""

    def __init__(self, language: Language) -> None:
        words = language.section("periods")
        self._join = join(words["to"], language)
        self._held = re.compile(rf"\b{language.any_of('times', 'held')}\b")
        self._range_only = {fold(w) for w in words["to"]} - {fold(w) for w in words["listed"]}
        years = any_of(words["year"])
        the = language.any_of("times", "the")
        self._between = re.compile(rf"(?:^|\W){any_of(words['between'])}\s+(?:{the}\s+)?(?:{years}\s+)?$")
        onwards = rf"(?:\s+|(?=[-–—])){any_of(words['onwards'])}(?!\w)(?!\s+\d)"
        self._onwards = re.compile(rf"{onwards}|\s*[-–—]\W*$")  # "2021–present", "2021-"
        self._since = _leading(words["since"], the)
        opening = any_of(words.get("since_opening") or words["since"])
        joins = "".join(rf"|(?<=\W{word})" for word in language.forms("times", "clauses"))
        self._opening = re.compile(rf"(?:^|(?<=[,;(]){joins})\s*{opening}\s+$")
        self._strict = _leading(words["since_strict"], the)
        self._after = _leading(words["after"], the)
        self._until = _leading(words.get("until", words["before"]), the)
        self._before = _leading(words["before"], the)
        self._since_words = {fold(w) for w in words["since"]} - language.forms("times", "closed")
        self._along = re.compile(rf"(?<!\w){language.any_of('times', 'along')}(?!\w)")
        self._dated = re.compile(rf"(?<!\w){language.any_of('times', 'dated')}\s+$")
        self._levels = re.compile(rf"\s*(?:{any_of(words['to'])}|{language.any_of('times', 'levels')})(?!\w)")
        self._the = re.compile(rf"\s+{language.any_of('times', 'to_the')}\b")
        self._betweens = tuple(language.forms("prepositions", "between"))

    def joined(self, folded: str, atoms: list[Atom]) -> list[Mention]:
        """The atoms put together into ranges, lists and open ends."""
        mentions: list[Mention] = []
        index = 0
        while index < len(atoms):
            mention, used = self._from(folded, atoms, index)
            mentions.append(mention)
            index += used
        return [dated_like(folded, mention, atoms, self._held) for mention in self._inherit(folded, mentions, atoms)]

    def _from(self, folded: str, atoms: list[Atom], index: int) -> tuple[Mention, int]:
        atom, head = atoms[index], folded[: atoms[index].start]
        if index + 1 < len(atoms) and (joined := self._range(folded, head, atom, atoms[index + 1])):
            return joined, 2
        onwards, opened = self._onwards.match(folded, atom.end), self._strict.search(head)
        if onwards and (opened or len(onwards[0].split()[0]) > _SHORT or onwards.end() == len(folded)):
            return mentioned(folded, opened.start() if opened else atom.start, onwards.end(), f"{atom.text}/"), 1
        alone = len(atoms) == 1
        return self._open(folded, head, atom, alone) or mentioned(folded, atom.start, atom.end, atom.text), 1

    def _open(self, folded: str, head: str, atom: Atom, alone: bool) -> Mention | None:
        """A range that a word before the period leaves open: "since 2019", "after 2019", "before 2019"."""
        if atom.closed is None:
            return None
        later, earlier = atom.closed.shift(atom.closed.months), atom.closed.first - 1
        named = atom.grain in ("year", "month")  # "after the 2024 values" is no time after 2024
        since, opening = self._since.search(head), self._opening.search(head)  # no "twelve months starting July 2020"
        since = None if since and since["the"] and named else since
        runs = since and (since["word"] in self._since_words or alone and self._runs_on(folded, head, since, atom))
        led = opening or (since if runs else None)
        if led:
            return mentioned(folded, head.rindex(led[0].strip()), atom.end, f"{atom.text}/")
        ends = (
            (self._after, f"{later}/"),
            (self._until, f"/{atom.text}"),
            (self._before, f"/{Period(earlier, earlier)}"),
        )
        matches = ((pattern.search(head), spec) for pattern, spec in ends)
        led_by = ((match, spec) for match, spec in matches if match and not (match["the"] and named))
        return next((mentioned(folded, match.start(), atom.end, spec) for match, spec in led_by), None)

    def _runs_on(self, folded: str, head: str, since: re.Match[str], atom: Atom) -> bool:
        """Whether "from" a year leads into the years behind it, as something is searched or followed along them.

        "In how many years from 2000 has …"; not "the figures from 2021", "counting back from 2024", "from 2015 to …".
        """
        told = self._dated.search(head[: since.start()]) or self._until.search(head)
        told = told or self._levels.match(folded, atom.end)
        return atom.grain != "quarter" and not told and self._along.search(folded) is not None

    def _range(self, folded: str, head: str, atom: Atom, after: Atom) -> Mention | None:
        between = re.sub(r"[(,]", " ", folded[atom.end : after.start])  # "since 2010 (to 2024)"
        if not self._join.fullmatch(between):
            return None
        lead = self._between.search(head) or self._since.search(head)
        joins = self._the.sub("", between).strip()
        led = lead is not None and lead[0].strip().startswith(self._betweens)
        if joins not in self._range_only and not led:
            return None
        if parted := _parts_of_a_year(folded, atom, after, lead):
            return parted
        first = with_year(atom, after)
        if atom.closed and after.closed is None and atom.grain == after.grain and atom.part < after.part:
            after = with_year(after, atom)  # "in 2020, March to August"
        if atom.closed is None and first.closed and after.closed and first.closed.first > after.closed.last:
            first = moved(first, -1)  # "from November to February 2025"
        if first.closed is None or after.closed is None or first.closed.first > after.closed.last:
            return None
        start = lead.start() + (not lead[0][0].isalpha()) if lead else atom.start
        found = mentioned(folded, start, after.end, str(Period(first.closed.first, after.closed.last)))
        dated = bool(atom.closed) and atom.grain in ("month", "quarter")  # "growth, Q1 2024 to Q4 2024"
        alike = (lead is not None or dated) and first.closed.months == after.closed.months
        ends = f"ends:{first.closed}|{after.closed}"  # "from Q4 2016 to Q4 2017": a change is between the two
        return replace(found, candidates=(*found.candidates, ends)) if alike else found

    def _inherit(self, folded: str, mentions: list[Mention], atoms: list[Atom]) -> list[Mention]:
        """Bare months and quarters take the year of the next atom that is listed with them ("Oct and Nov 2024")."""
        dated = {atom.start: atom for atom in atoms}
        result = []
        for mention in mentions:
            atom = dated.get(mention.start)
            if atom and atom.closed is None and atom.end == mention.end:
                near = (a for a in atoms if 0 <= a.start - mention.end < _NEAR and a.closed)
                later = next((a for a in near if a.grain == atom.grain), None)
                atom = beside(folded, atom, later, self._held) if later else atom
                mention = replace(mention, candidates=(f"period:{atom.text}",))
            result.append(mention)
        return result


def _parts_of_a_year(folded: str, first: Atom, last: Atom, lead: re.Match[str] | None) -> Mention | None:
    """The months or quarters from one to another of a year that is not named: "July to December"."""
    alike = not (first.closed or last.closed) and first.grain == last.grain
    if not alike or not first.part or first.part - last.part in (0, 1):  # "October to September" is a fiscal year
        return None
    start = lead.start() + (not lead[0][0].isalpha()) if lead else first.start
    found = mentioned(folded, start, last.end, f"{first.text}-{last.part}")
    return replace(found, candidates=(*found.candidates, f"ends:{first.text}|{last.text}")) if lead else found


def _leading(words: list[str], the: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=\W))(?P<word>{any_of(words)})\s+(?P<the>{the}\s+)?$")
