"""Two times to choose from: "which had more, March or October 2024", "between Q1 2023 and Q1 2024, which quarter"."""

from __future__ import annotations

from assistant.lexicon.conditions import condition
from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.polar import asks_yes_or_no
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.tokens import words as tokenised
from assistant.periods import Period
from assistant.types import Mention

_CHOSEN = ("operations:exceed", "operations:trail")
_PLAIN = ("harmless:", "operations:difference", "operations:top", "operations:bottom")
"""What a bare "more" or "less" may be read as, which is no comparison."""
_MOST = ("operations:top", "operations:bottom")
_PAIRED = ("modes", "region", "port", "product")


def more_of_two_times(linked: Linked) -> str:
    """Whether the larger or the smaller of two times is asked for, "exceed" or "trail"; "" where something else is."""
    offered = _offered(linked)
    grains = {period.grain for period in offered}
    if not offered or comes_in_two(linked) or not set(linked.codes("keys")) <= grains:
        return ""
    held = [m for m in linked.mentions if not any(c.startswith(_PLAIN) for c in m.candidates)]
    words = {token.word for token in tokenised(linked.text) if not any(m.start <= token.start < m.end for m in held)}
    for name, operation, most in (("more", "exceed", "top"), ("less", "trail", "bottom")):
        if linked.language.forms("comparatives", name) & words or most in linked.codes("operations"):
            return operation
    return ""


def two_ends(linked: Linked) -> tuple[str, ...]:
    """The two periods of "between A and B, which quarter was higher"; () where all that lies between them is meant."""
    between = linked.language.forms("two_times", "between")
    ranges = (m for m in linked.mentions if m.kind == "period" and set(m.text.lower().split()[:1]) & between)
    ends = [c.removeprefix("ends:").split("|") for m in ranges for c in m.candidates if c.startswith("ends:")]
    keys = [m for m in linked.mentions if m.kind == "keys" or m.kind == "searching"]
    single = any(_asks_for_one(linked, m) for m in keys)
    degrees = any(set(_CHOSEN) & set(m.candidates) and not set(_MOST) & set(m.candidates) for m in linked.mentions)
    than = linked.language.said(fold(linked.text), "comparatives", "than", "bare")
    alone = len(set(linked.codes("period"))) == 1 and not comes_in_two(linked)
    chosen = single and degrees and alone and than is None and condition(linked) is None
    return tuple(ends[0]) if ends and chosen else ()


def _asks_for_one(linked: Linked, mention: Mention) -> bool:
    """Whether one month, quarter or year is asked for."""
    single = (word for word in phrase(mention.text) if not word.endswith("s"))  # no "years in which"
    times = {meaning for word in single for meaning in linked.language.phrases.get((word,), ())}
    return bool(times & {("keys", grain) for grain in ("month", "quarter", "year")})


def _offered(linked: Linked) -> list[Period]:
    """Two closed times that stand side by side with "or" between, or with "and" behind "which of"; [] where none do."""
    dated = [m for m in linked.mentions if m.kind == "period"]
    codes = [m.candidates[0].removeprefix("period:") for m in dated]
    if len(set(codes)) != 2 or len(codes) != 2 or not all(c[:1].isdigit() and not c.endswith("/") for c in codes):
        return []
    between = set(phrase(linked.text[dated[0].end : dated[1].start]))
    choosing, small = (linked.language.forms("two_times", name) for name in ("or", "small"))
    before = linked.language.said(fold(linked.text[: dated[0].start]), "two_times", "of")
    offered = between & choosing and between <= choosing | small or before is not None and between <= small
    return [Period.parse(code) for code in codes] if offered else []


def comes_in_two(linked: Linked) -> bool:
    """Whether two places, modes or products are named beside the home country."""
    places = {code for m in linked.mentions if (code := place_of(m))} - {linked.home}
    return len(places) > 1 or any(len(set(linked.codes(section))) > 1 for section in _PAIRED)


def as_long(text: str, first: Period, second: Period) -> Codes:
    """A part of a year and the same part of the other year: "the first nine months of 2023 and 2024"."""
    if second.grain != "year" or first.months >= 12 or second.covers(first):
        return ()
    return text, str(first.shift(12 * (second.last // 12 - first.last // 12)))


def inner(linked: Linked, first: Period, second: Period) -> Codes:
    """The period within the other: "in 2025 (Jan-Feb)"; not where it is asked if it is the highest of the other."""
    if {"top", "bottom", "best", "worst"} & set(linked.codes("operations")) and asks_yes_or_no(linked):
        return ()
    if first == second or first.covers(second) == second.covers(first):
        return ()
    return (str(second if first.covers(second) else first),)
