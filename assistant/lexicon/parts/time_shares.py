"""Shares of a stretch of time in its year: "what share of 2023 imports arrived in Q4", "December's share"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import AssistantError
from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import words
from assistant.lexicon.when.times import counted
from assistant.lexicon.words.wordings import SHARE, Mentions, in_order
from assistant.periods import Period
from assistant.types import Mention

IN_TIME = "operations:share_in_time"
_PARTS = ("month:", "quarter:", "half:")
_SHARES = frozenset({SHARE, "operations:contribution"})
_SAID = _SHARES | {"operations:in_percent", "operations:sum", "operations:fall", "keys:year"}
_MOVES = frozenset(f"operations:{name}" for name in ("growth", "fall", "rise", "yoy", "mom", "change", "points"))


def of_times(text: str, mentions: Mentions, language: Language) -> Mentions:
    """The mentions with a part of a year held against that year, where the share is one of time and not of trade."""
    if not language.section("time_shares") or not any(_SHARES & {*m.candidates} for m in mentions):
        return mentions
    reader = _Reader(text, mentions, language)
    if reader.is_ranked():
        return tuple(m for m in mentions if SHARE not in m.candidates)
    pair = reader.pair()
    if pair is None or not reader.is_of_time(*pair):
        return mentions
    return reader.read(*pair)


def in_time(linked: Linked) -> Codes:
    """The part of a year and the year, where a share of that year is asked for."""
    return tuple(linked.codes("period")) if "share_in_time" in linked.codes("operations") else ()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads where the periods of a question stand and what stands around them."""

    text: str
    mentions: Mentions
    language: Language

    def pair(self) -> tuple[int, int | None] | None:
        """Where the part of the year is named, and where its year is, if apart; None where that is not clear."""
        dated = [at for at, m in enumerate(self.mentions) if _code(m)]
        parts = [at for at in dated if _is_part(_code(self.mentions[at]))]
        years = [at for at in dated if at not in parts]
        fell = self.cues("verbs")
        changed = {c for m in self.mentions if m.text not in fell for c in m.candidates} & _MOVES
        if len(parts) != 1 or len(years) > 1 or changed:
            return None
        return parts[0], years[0] if years else None

    def is_ranked(self) -> bool:
        """Whether the month with the largest part of its year is asked for, which is the one with the most."""
        first = next(at for at, m in enumerate(self.mentions) if _SHARES & {*m.candidates})
        years = [at for at, m in enumerate(self.mentions) if _code(m)]
        timed = any({"keys:month", "keys:quarter"} & {*m.candidates} for m in self.mentions[:first])
        topped = any({"operations:top", "operations:bottom"} & {*m.candidates} for m in self.mentions)
        whole = len(years) == 1 and self.whole_after(first, years[0])
        return timed and topped and whole and SHARE in self.mentions[first].candidates

    def is_of_time(self, part: int, year: int | None) -> bool:
        """Whether the words make the part of the year what is shared, and the year its whole."""
        first = next(at for at, m in enumerate(self.mentions) if _SHARES & {*m.candidates})
        whole = self.whole_after(first, year)
        if self.owns(part, year):
            return True
        if self.follows(first, part) and self.is_in(part) and (year is not None or self.has_year()):
            return True
        after = part > first and (self.led(part) or self.acts(part))
        dated = year is not None and year < part or whole
        return after and dated or part < first and whole

    def whole_after(self, share: int, year: int | None) -> bool:
        """Whether the year stands right after the word for share: "% of the 2023 total", "of the whole year"."""
        after = self.mentions[share + 1 : share + 4]
        after = tuple(m for m in after if not {"prepositions:of", "prepositions:to", SHARE} & {*m.candidates})[:1]
        named = bool(after) and (year is not None and after[0] is self.mentions[year] or _is_year_word(after[0]))
        gap = self.words_between(self.mentions[share].end, after[0].start) if named else ["-"]
        return named and set(gap) <= self.cues("passed")

    def has_year(self) -> bool:
        """Whether the whole year is spoken of: "the year's total", "annual"."""
        return any(map(_is_year_word, self.mentions))

    def owns(self, part: int, year: int | None) -> bool:
        """Whether the share is its own: "Q4's share of 2023 imports", and no place's: "Mexico's Q4 share"."""
        following = self.mentions[part + 1 : part + 2]
        if not following or not _SHARES & {*following[0].candidates}:
            return False
        if SHARE not in following[0].candidates and not self.whole_after(part + 1, year):
            return False  # a contribution to growth
        gap = self.text[self.mentions[part].end : following[0].start].strip(" ’'s")
        owned = self.mentions[part].text.endswith(("'s", "’s")) or part == 0
        owned = owned or self.text[self.mentions[part].end :].lstrip()[:1] in ("'", "’")
        return owned and not gap and (year is not None and year > part or self.has_year())

    def follows(self, share: int, part: int) -> bool:
        """Whether the part stands right after "share of"."""
        between = [m for m in self.mentions[share + 1 : part] if "prepositions:of" not in m.candidates]
        gap = self.words_between(self.mentions[share].end, self.mentions[part].start)
        return share < part and not between and set(gap) <= self.cues("passed")

    def is_in(self, part: int) -> bool:
        """Whether "in" or "of" follows the part at once: "the share of December in"."""
        following = self.mentions[part + 1 : part + 2]
        into = bool(following) and bool({"prepositions:in", "prepositions:of"} & {*following[0].candidates})
        into = (
            into or bool(following) and _is_year_word(following[0]) and following[0].text.split()[0] in self.cues("in")
        )
        return into and not self.text[self.mentions[part].end : following[0].start].strip()

    def led(self, part: int) -> bool:
        """Whether a verb of happening leads to the part: "arrived in the", "came in during", "went out in"."""
        before = self.before(part)
        led = before.pop() in self.cues("in") if before else False
        while before and before[-1] in self.cues("in") | self.cues("out"):
            before.pop()
        return led and bool(before) and before[-1] in self.cues("verbs")

    def acts(self, part: int) -> bool:
        """Whether the part does something: "did Q4 make up", "does December represent"."""
        before = self.before(part)
        return before[-1:] != [] and before[-1] in self.cues("does")

    def before(self, part: int) -> list[str]:
        """The words before the part, without those that only lead to it."""
        before = [token.word for token in words(self.text[: self.mentions[part].start])]
        while before and before[-1] in self.cues("articles"):
            before.pop()
        return before

    def read(self, part: int, year: int | None) -> Mentions:
        """The mentions with both periods and the one operation; nothing else that only said so."""
        code, whole = _code(self.mentions[part]), _code(self.mentions[year]) if year is not None else ""
        pair = _resolved(code, whole)
        kept = [m for at, m in enumerate(self.mentions) if at not in (part, year)]
        kept = [m for m in kept if not _SAID & {*m.candidates} and not _is_year_word(m)]
        first = self.mentions[part]
        share = Mention("operations", first.start, first.end, first.text, (IN_TIME,))
        dated = [Mention("period", first.start, first.end, first.text, (f"period:{one}",)) for one in pair]
        return in_order([*kept, share, *dated])

    def words_between(self, start: int, end: int) -> list[str]:
        return [token.word for token in words(self.text[start:end])]

    def cues(self, name: str) -> frozenset[str]:
        """The words of a list in [time_shares]."""
        return self.language.forms("time_shares", name)


def _code(mention: Mention) -> str:
    return next((c.removeprefix("period:") for c in mention.candidates if c.startswith("period:")), "")


def _is_year_word(mention: Mention) -> bool:
    that = "dialogue:that_time" in mention.candidates and mention.text.split()[-1] in ("year", "ano", "año")
    return that or bool({"keys:year", "dialogue:whole_year"} & {*mention.candidates})


def _is_part(code: str) -> bool:
    """Whether a period is shorter than a year."""
    if code.startswith(_PARTS):
        return True
    parsed = _parsed(code)
    return parsed is not None and parsed.months < 12


def _resolved(part: str, whole: str) -> Sequence[str]:
    """Both periods as they are looked up; the part alone where no year holds it, which no plan answers."""
    year = _parsed(whole) if whole else None
    inner = _parsed(counted(part, year) if part.startswith(_PARTS) else part)
    if inner is None or whole and year is None:
        return (part,)
    year = year or Period(inner.first // 12 * 12, inner.first // 12 * 12 + 11)
    return (str(inner), str(year)) if year.covers(inner) and year != inner else (part,)


def _parsed(code: str) -> Period | None:
    try:
        return Period.parse(code)
    except (AssistantError, ValueError):
        return None


__all__ = ["IN_TIME", "in_time", "of_times"]
