"""Limits that are parts of a whole: "more than a third of US exports", "over 5% of imports", "a ten percent share"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.languages.language import Language
from assistant.lexicon.linked import TIME_KEYS
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import SHARE, Mentions, apart, in_order, partners, without_words
from assistant.types import Mention

_MOVES = frozenset(
    f"operations:{name}" for name in ("growth", "rise", "fall", "change", "yoy", "mom", "fastest", "slowest", "cagr")
)
_APART = frozenset({"keys:partner", "operations:compare", "operations:per_key"})
_WHOLE = frozenset(
    {"measures:imports", "measures:exports", "measures:total", "measures:deficit", "verbs:buy", "verbs:sell"}
)
_LEADS = ("place:", "home:", "prepositions:of", "goods:", "operations:sum", "harmless:")


def limited(
    text: str, mentions: Mentions, unknown: tuple[str, ...], language: Language, home: str
) -> tuple[Mentions, tuple[str, ...]]:
    """The mentions with fractions and percentages of a flow as limits of its share, and what still names nothing."""
    if not language.section("part_limits") or not any(map(_tests, mentions)):
        return mentions, unknown
    reader = _Reader(fold(text), mentions, language)
    found, spans = reader.fractions(mentions)
    found = _of_flows(text, _percentages(text, found))
    return (_together(found, home) if found != mentions else found), without_words(text, unknown, *spans)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the fractions that follow a limit."""

    text: str
    mentions: Mentions
    language: Language

    def fractions(self, found: Mentions) -> tuple[Mentions, list[tuple[int, int]]]:
        """The mentions with "a third of" after a limit as a percentage, and where this stands."""
        forms, spans = fractions(self.language), list[tuple[int, int]]()
        fraction, of = one_of(forms), self.language.any_of("part_limits", "of")
        for mention in filter(_tests, self.mentions):
            match = re.match(rf"\s+({fraction})(?=\s+{of}\b)", self.text[mention.end :])
            if match is None or self.is_of_time(mention.end + match.end()):
                continue
            start, end = mention.end + match.start(1), mention.end + match.end(1)
            share = Mention("quantity", start, end, match[1], (f"percent:{forms[match[1]]}",))
            found = in_order([*apart(found, (start, end)), share])
            spans.append((start, end))
        return found, spans

    def is_of_time(self, end: int) -> bool:
        """Whether it is a fraction of a stretch of time: "more than half of the months"."""
        after = [m for m in self.mentions if m.start >= end and "prepositions:of" not in m.candidates][:1]
        return any(TIME_KEYS & {*m.candidates} or m.kind == "period" for m in after)


def fractions(language: Language) -> dict[str, str]:
    """How many percent each fraction is that a language has words for."""
    named = language.section("part_limits").get("fractions", {})
    return {fold(form): percent for percent, forms in named.items() for form in forms}


def one_of(forms: Iterable[str]) -> str:
    """A pattern of any of the forms, the longest first; without any it matches nothing."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"


def _tests(mention: Mention) -> bool:
    return any(c.startswith("tests:") and c != "tests:between" for c in mention.candidates)


def _percentages(text: str, found: Mentions) -> Mentions:
    """The mentions with "a ten percent" after a limit as the percentage that it is."""
    for at, number in enumerate(found[:-1]):
        sign, before = found[at + 1], found[at - 1] if at else None
        led = before is not None and _tests(before) and len(text[before.end : number.start].split()) <= 1
        counts = number.kind == "quantity" and number.candidates[0].startswith("n:")
        close = "operations:in_percent" in sign.candidates and not text[number.end : sign.start].strip()
        if led and counts and close:
            merged = replace(number, end=sign.end, candidates=(f"percent:{number.candidates[0][2:]}",))
            return (*found[:at], merged, *found[at + 2 :])
    return found


def _of_flows(text: str, found: Mentions) -> Mentions:
    """The mentions with the share that a percentage of a flow after a limit is: "over 5% of US imports"."""
    said = {c for m in found for c in m.candidates}
    if said & _MOVES or SHARE in said:
        return found
    for at, limit in enumerate(found):
        led = at and _tests(found[at - 1]) and len(text[found[at - 1].end : limit.start].split()) <= 1
        if not led or not limit.candidates[0].startswith("percent:") or not _whole_follows(found[at + 1 :]):
            continue
        return (*found[: at + 1], Mention("operations", limit.start, limit.end, limit.text, (SHARE,)), *found[at + 1 :])
    return found


def _whole_follows(after: Mentions) -> bool:
    """Whether a flow follows "of", with whose it is at most between."""
    if not after or "prepositions:of" not in after[0].candidates:
        return False
    flow = next((m for m in after if not any(c.startswith(_LEADS) for c in m.candidates)), None)
    return flow is not None and bool(_WHOLE & {*flow.candidates})


def _together(found: Mentions, home: str) -> Mentions:
    """The mentions of several partners whose share is held to one limit, as one: "over a quarter from A and B"."""
    said = {c for m in found for c in m.candidates}
    others = partners(found, f"place:{home}")
    if len(others) < 2 or said & _APART or "operations:sum" in said or SHARE not in said:
        return found
    last = others[-1]
    return in_order([*found, Mention("operations", last.end, last.end, "", ("operations:sum",))])


__all__ = ["fractions", "limited", "one_of"]
