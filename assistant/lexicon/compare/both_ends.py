"""A limit said from both its ends: "over 20bn but under 30bn", "from $20bn to $30bn", "in the 20-30bn range"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_LOW, _HIGH = frozenset({"tests:above", "tests:at_least"}), frozenset({"tests:below", "tests:at_most"})
_MOVES = frozenset({"operations:rise", "operations:fall", "operations:growth", "operations:change"})
_BETWEEN = ("tests:between",)


def both_ends(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions with a lower and an upper limit of one thing as the one limit "between" that they are."""
    found = mentions
    for at in range(len(mentions) - 1, -1, -1):
        found = _two_limits(text, found, at, language) or _range(text, found, at, language) or found
    return found


def _two_limits(text: str, mentions: tuple[Mention, ...], at: int, language: Language) -> tuple[Mention, ...]:
    """The mentions with two tests, each before its amount, as one; () where these are no such two."""
    rest = [m for m in mentions[at : at + 6] if not m.candidates[0].startswith("dialogue:")][:4]
    if len(rest) < 4 or not (rest[1].kind == rest[3].kind == "quantity"):
        return ()
    first, one, second, other = rest
    kinds = [_tests(first), _tests(second)]
    low_first = bool(kinds[0] & _LOW and kinds[1] & _HIGH)
    if not low_first and not (kinds[0] & _HIGH and kinds[1] & _LOW):
        return ()
    joins = language.forms("both_ends", "joins")
    if not _told(text, one.end, second.start) <= joins or not _near(text, first, one) or not _near(text, second, other):
        return ()
    low, high = (one, other) if low_first else (other, one)
    if not high.candidates[0].startswith(("amount:", "percent:")):
        return ()
    ends = (replace(one, candidates=low.candidates), replace(other, candidates=high.candidates))
    between = replace(first, kind="tests", candidates=_BETWEEN)
    after = mentions[mentions.index(other) + 1 :]
    return (*mentions[:at], between, *ends, *after)


def _range(text: str, mentions: tuple[Mention, ...], at: int, language: Language) -> tuple[Mention, ...]:
    """The mentions with an amount "to" another as a limit; () where something moves from the one to the other."""
    low, rest = mentions[at], [m for m in mentions[at + 1 : at + 3] if not m.candidates[0].startswith("prepositions:")]
    high = rest[0] if rest else low
    if not (low.kind == high.kind == "quantity") or not high.candidates[0].startswith("amount:"):
        return ()
    if not low.candidates[0].startswith(("n:", "amount:")) or high is low or _is_more(low, high):
        return ()
    gap = text[low.end : high.start].strip(" $€")
    before, led = mentions[:at], [token.word for token in tokenised(text[: low.start])]
    if gap not in language.section("both_ends").get("to", ()) or before and _tests(before[-1]):
        return ()
    things = any(c.startswith("keys:") for m in mentions for c in m.candidates)
    if not things or _moves(text, before, language, led):
        return ()
    opened = bool(set(led[-1:]) & language.forms("both_ends", "from"))
    start = before[-1].start if opened and before else low.start
    told = before[:-1] if opened and before and before[-1].end + 1 >= low.start else before
    named = _without_fall(text, told, start, language)
    between = Mention("tests", start, low.start, text[start : low.start].strip(), _BETWEEN)
    return (*named, between, low, high, *mentions[mentions.index(high) + 1 :])


def _moves(text: str, before: Sequence[Mention], language: Language, led: Sequence[str]) -> bool:
    """Whether a rise or fall runs from the one amount to the other: "rose from 20bn to 30bn"."""
    moves = [m for m in before if _MOVES & set(m.candidates)]
    opened = bool(set(led[-1:]) & language.forms("both_ends", "from"))
    return opened and bool(moves)


def _without_fall(text: str, before: Sequence[Mention], start: int, language: Language) -> tuple[Mention, ...]:
    """The mentions without "fell" before "in the range": it lay there, and nothing fell."""
    kept = tuple(before)
    while kept and kept[-1].candidates[0].startswith("prepositions:"):
        kept = kept[:-1]
    within = language.forms("both_ends", "within")
    last = kept[-1] if kept else None
    lay = last is not None and "operations:fall" in last.candidates and _told(text, last.end, start) & within
    return kept[:-1] if lay else tuple(before)


def _tests(mention: Mention) -> set[str]:
    return {c for c in mention.candidates if c.startswith("tests:")}


def _near(text: str, test: Mention, amount: Mention) -> bool:
    return len(text[test.end : amount.start].split()) <= 1


def _told(text: str, start: int, end: int) -> set[str]:
    return {token.word for token in tokenised(fold(text[start:end]))}


def _is_more(low: Mention, high: Mention) -> bool:
    """Whether the first amount is more than the second: no range, then."""
    first, second = (m.candidates[0].split(":") for m in (low, high))
    return first[0] == second[0] and float(first[1]) >= float(second[1])


__all__ = ["both_ends"]
