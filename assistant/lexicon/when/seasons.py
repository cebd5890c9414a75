"""Averages of calendar months and quarters over years: "a typical December", "which quarter is usually strongest"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon.conditions import condition
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.periods import Period
from assistant.types import Mention

_RANKED = frozenset({"top", "bottom", "best", "worst"})
_GRAINS = frozenset({"month", "quarter"})
_APART = frozenset({"difference", "exceed", "trail", "ratio", "compare", "growth", "share", "moving_average"})
_SAID = frozenset({"usual", "calendar", "mean", "per_key", "when_peak"})
_PARTS = ("month:", "quarter:")


def of_seasons(found: set[str], linked: Linked) -> set[str]:
    """The operations with an average by calendar month where that is meant; "calendar" alone says nothing more."""
    cued = {"usual", "seasonal"} & found or "mean" in found and ("calendar" in found or _is_average_peak(found, linked))
    if part(linked) or cued and _is_of_years(linked) and not found & _APART and condition(linked) is None:
        return found - _SAID | {"seasonal"}
    return found - {"calendar"}


def in_seasons(slots: Slots, linked: Linked) -> Slots:
    """The slots of such an average, by month where no quarter is named; of one month alone with that month."""
    if "seasonal" not in slots.operations:
        return slots
    season, periods = part(linked) or ("", slots.periods)
    keys = tuple(key for key in slots.keys if key != "year")
    keys = ("month",) if season else keys if _GRAINS & {*keys} else (*keys, "month")
    return replace(slots, season=season, periods=periods, keys=keys)


def part(linked: Linked) -> tuple[str, Codes] | None:
    """The calendar month or quarter whose average is asked for ("month:12"), and over which years, if that is said."""
    dated = [m for m in linked.mentions if m.kind == "period"]
    for mention in dated:
        season, years = _read(linked, mention)
        if not season or not _is_typical(linked, mention):
            continue
        others = [_code(m) for m in dated if m is not mention]
        spans = (*((years,) if years else ()), *others)
        return (season, spans) if len(spans) < 2 and all(map(_is_long, spans)) else None
    return None


def _read(linked: Linked, mention: Mention) -> tuple[str, str]:
    """The month or quarter of a mention, and the years that it names beside it: "December in 2015-2024"."""
    code = _code(mention)
    if code.startswith(_PARTS) and "-" not in code:
        return code, ""
    first, _, last = code.partition("/")
    named = [linked.language.times.get(token.word, "") for token in tokenised(mention.text)]
    once = sum(name.startswith("month:") for name in named) == 1
    if once and len(first) == len(last) == len("2024-12") and first[4:] == last[4:] and first[5:].isdigit():
        return f"month:{int(first[5:])}", f"{first[:4]}/{last[:4]}"
    return "", ""


def _is_typical(linked: Linked, mention: Mention) -> bool:
    """Whether a word for what is usual stands right before or after the month: "a typical December"."""
    for other in linked.mentions:
        if {"operations:mean", "operations:usual", "operations:calendar"} & {*other.candidates}:
            between = linked.text[other.end : mention.start] if other.end <= mention.start else None
            between = linked.text[mention.end : other.start] if between is None else between
            near = other.end <= mention.start or mention.end <= other.start
            if near and not between.strip() and fold(other.text) in linked.language.forms("seasons", "typical"):
                return True
    return False


def _is_average_peak(found: set[str], linked: Linked) -> bool:
    """Whether the highest of the averages is asked for, and not how far a peak lies above one."""
    cues = linked.language.forms("seasons", "on_average")
    said = any("operations:mean" in m.candidates and fold(m.text) in cues for m in linked.mentions)
    return said and bool(found & _RANKED) and bool(_GRAINS & {*linked.codes("keys")})


def _is_of_years(linked: Linked) -> bool:
    """Whether no time is named, or one stretch of several years."""
    codes = list(linked.codes("period"))
    return len(codes) < 2 and all(map(_is_long, codes))


def _is_long(code: str) -> bool:
    """Whether a period is a stretch of years: a range, the last ten, all there is."""
    if code in ("ever", "whole", "sound") or code.startswith("last:") and code.endswith(":year"):
        return True
    try:
        return Period.parse(code).months > 12
    except ValueError:
        return code.endswith("/") and code[:-1].isdigit()


def _code(mention: Mention) -> str:
    return next(_codes(mention), "")


def _codes(mention: Mention) -> Iterator[str]:
    return (c.removeprefix("period:") for c in mention.candidates if c.startswith("period:"))


__all__ = ["in_seasons", "of_seasons"]
