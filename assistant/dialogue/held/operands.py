"""Which of the figures told a follow-up works with: all of them, the first and the last, or the one that it names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.figures import Told
from assistant.dialogue.held.figures_named import by_order, time_of
from assistant.languages.language import Language, load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.measures import OTHER_FLOW
from assistant.periods import LENGTHS, Period
from assistant.store.selection import is_closed
from assistant.types import Mention

BALANCES = (("surplus",), ("deficit",), ("balance",))
"""Measures that exports and imports make together."""
_TERMS = frozenset({"operations:ratio", "operations:share"})


@dataclass(frozen=True, slots=True)
class Operands:
    """The codes that are worked with, in the order told; what is said to be more or less, and what it is held to.

    `ends`: it is the first and the last of them that are meant, whatever lies between.
    """

    codes: Codes
    subject: str = ""
    base: str = ""
    ends: bool = False

    @property
    def pair(self) -> Codes:
        """Two of them, what is said to be more or less first; the last two where neither is named."""
        if self.subject or self.base:
            return (self.subject or self._other(self.base), self.base or self._other(self.subject))
        return (self.codes[0], self.codes[-1]) if self.ends else self.codes[-2:]

    def _other(self, code: str) -> str:
        """The newest of them beside one."""
        return next(each for each in reversed(self.codes) if each != code)


def operands(question: Question, group: Told) -> Operands | None:
    """What of the figures told a follow-up works with; None where it names anything else."""
    if not _names_no_other(question, group):
        return None
    placed = by_order(question, group)
    if placed is None:
        return None
    codes, ends = _counted(question, group)
    if codes is None:
        return None
    named = _named(question, group)
    understood = _understood(question.slots, group)
    if {*understood} != {code for code, _ in named}:  # what the words name was read as something else already
        one, other = (*understood, "", "")[:2] if len(understood) < 3 else ("", "")
        return Operands(group.codes, one, other)
    if placed:
        return replace(_of_order(placed, question, group), ends=True)
    if not named or {code for code, _ in named} == {*group.codes} and len(named) > 2:
        return Operands(codes, ends=ends)
    sides = _sides(question, named, group.codes) if len(named) < 3 else None
    alone = len(named) == 1 and len(group.codes) > 2  # one of three: only "that" can be held to it, the newest
    return None if sides is None or alone and sides.base in ("", group.codes[-1]) else sides


def _names_no_other(question: Question, group: Told) -> bool:
    """Whether all that a follow-up names are figures told, or what all of them are of."""
    new, old = question.slots, group.slots
    if group.respect in new.filters and not {*new.filters[group.respect]} <= {*group.codes}:
        return False
    others = {name: codes for name, codes in new.filters.items() if name != group.respect}
    if any(old.filters.get(name) != codes for name, codes in others.items()):
        return False
    partners = {*group.codes} if group.respect == "partner" else {*old.partner}
    times = [period for period in new.periods if not _says_all(period, question)]
    same_time = group.respect != "periods" and {*times} <= {*old.periods}
    timed = same_time or all(time_of(period, group) for period in times) and group.respect == "periods"
    return {*new.places} <= {*old.reporter, *partners} and timed and _same_flow(new, group)


def _same_flow(new: Slots, group: Told) -> bool:
    """Whether the measure that is named is that of the figures told, or of one of them; as the other side has it."""
    if group.respect == "measures":
        if new.measures in BALANCES and {*group.codes} == {"exports", "imports"}:
            return True
        return {*new.measures} <= {*group.codes} or bool({"freight"} & {*group.codes}) and new.measures == ("total",)
    turned = tuple(OTHER_FLOW.get(name, name) for name in new.measures) == group.slots.measures
    theirs = turned and bool(new.reporter) and {*new.reporter} <= {*group.slots.partner, *group.codes}
    return new.implied or new.measures in ((), group.slots.measures) or theirs


def _says_all(period: str, question: Question) -> bool:
    """Whether a time only says that all told are meant: "over the whole period", "between those two years"."""
    if period.startswith("prev:"):  # "the largest rise on the year before"
        return bool(question.slots.operations & {"fastest", "slowest"})
    spanned = period == "ever" and says(question, "whole_span")
    return spanned or period.startswith("last:") and "dialogue:those" in question.about


def _counted(question: Question, group: Told) -> tuple[Codes | None, bool]:
    """The figures told that a number says, the last few or those from end to end; None where it fits neither."""
    new, whole = question.slots, says(question, "whole_span") or says(question, "first_to_last")
    grain = Period.parse(group.codes[0]).grain if group.respect == "periods" and is_closed(group.codes[0]) else ""
    if {*new.keys} - {grain, group.respect}:
        return None, False
    number = new.number or _number_said(question)
    if number is None or whole:
        return group.codes, whole
    if grain and number > 1 and number in _spans(group.codes, grain) and not says(question, "between_them"):
        return group.codes, True
    if 1 < number <= len(group.codes):
        return group.codes[-number:], number == len(group.codes)
    return None, False


def _number_said(question: Question) -> int | None:
    """The number that stands in what points to figures told: "those three", the "last two" years that are those."""
    lasts = [period.split(":") for period in question.slots.periods if period.startswith("last:")]
    if lasts:
        return int(lasts[0][1])
    words = load(question.language).section("numbers").get("words", {})
    said = {word for m in question.mentions if "dialogue:those" in m.candidates for word in phrase(m.text)}
    return next((int(n) for n, names in words.items() if said & {*map(fold, names)}), None)


def _spans(codes: Codes, grain: str) -> set[int]:
    """How long it is from the first to the last of the times told, counted with both or with one of them."""
    times = sorted(map(Period.parse, codes))
    step = LENGTHS.get(grain, 12)
    apart = (times[-1].first - times[0].first) // step
    return {apart, apart + 1}


def _of_order(placed: Codes, question: Question, group: Told) -> Operands:
    """Those named by their order: the one that is named alone is what it says something of."""
    if len(placed) > 1:
        turned = placed[::-1] if says(question, "into") else placed  # "how many times B goes into A"
        return Operands(placed, turned[0], turned[1])
    return Operands(group.codes, base=placed[0]) if _is_led(question) else Operands(group.codes, subject=placed[0])


def _is_led(question: Question) -> bool:
    """Whether what is named stands behind a "than"."""
    return bool({*phrase(question.text)} & load(question.language).forms("comparatives", "than"))


def _named(question: Question, group: Told) -> list[tuple[str, Mention]]:
    """The figures told that are named, as they are named first, each with where it stands."""
    found: dict[str, Mention] = {}
    for mention in sorted(question.mentions, key=lambda each: each.start):
        for candidate in mention.candidates:
            code = candidate.partition(":")[2]
            code = time_of(code, group) or code
            if code in group.codes:
                found.setdefault(code, mention)
                break
    return list(found.items())


def _understood(new: Slots, group: Told) -> Codes:
    """The figures told that the slots of a follow-up name, in their order."""
    lists = {"periods": new.periods, "partner": new.places, "measures": new.measures, **new.filters}
    codes = (time_of(code, group) or code for code in lists.get(group.respect, ()))
    return tuple(dict.fromkeys(code for code in codes if code in group.codes))


def _sides(question: Question, named: list[tuple[str, Mention]], codes: Codes) -> Operands:
    """Which one is said to be more or less, and which it is held to."""
    language = load(question.language)
    bases = [code for code, mention in named if _is_led_by(question, mention, language)]
    bases = bases or [code for code, mention in named if _is_multiplied(question, mention, language)]
    if len(named) == 1:
        code = named[0][0]
        return Operands(codes, base=code) if bases else Operands(codes, subject=code)
    one, other = (code for code, _ in named)
    return Operands(codes, other, one) if bases == [one] else Operands(codes, one, other)


def _is_led_by(question: Question, mention: Mention, language: Language) -> bool:
    """Whether something is held to what is named: behind "than", "vs", "compared with"."""
    articles = language.forms("lists", "articles")
    before = " ".join(word for word in phrase(question.text[: mention.start]) if word not in articles)
    led = language.forms("held", "held_over") | language.forms("comparatives", "than", "opening")
    return any(f" {before}".endswith(f" {' '.join(phrase(form))}") for form in led)


def _is_multiplied(question: Question, mention: Mention, language: Language) -> bool:
    """Whether what is named stands right behind what is told in its terms: "how many times X", "as percent of X"."""
    cues = [m for m in question.mentions if m.end <= mention.start and _TERMS & {*m.candidates}]
    if not (cue := cues[-1] if cues else None) or fold(cue.text) in language.forms("held", "ratio_nouns"):
        return False
    between = {*phrase(question.text[cue.end : mention.start])} - language.forms("held", "times_of")
    more = {*phrase(cue.text)} & (language.forms("comparatives", "more") | language.forms("comparatives", "less"))
    return not between and not more


__all__ = ["BALANCES", "Operands", "operands"]
