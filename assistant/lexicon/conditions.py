"""Limits and counts: "above $14bn", "between 40 and 42 billion", "top 5"."""

from __future__ import annotations

from decimal import Decimal

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_MORE = {"tests:at_least": "above", "tests:at_most": "below"}
_MOVES = frozenset({"operations:rise", "operations:fall", "operations:growth"})


def condition(linked: Linked) -> Condition | None:
    """The condition on values: "above $14bn", "between 40 and 42 billion", "at least 5 %"."""
    for index, mention in enumerate(linked.mentions):
        test = test_of(linked, mention)
        limit = _limit(linked, mention) if test else None
        if test is not None and limit is None and (relative := _relative(linked, mention)):
            return Condition(test, "0", relative)
        if test is None or limit is None:
            continue
        unit, value = limit.candidates[0].split(":", 1)
        unit = "change" if unit == "amount" and _is_of_distance(linked, mention, limit) else unit
        second = next((m for m in linked.mentions[index + 1 :] if m.kind == "quantity" and m.start > limit.start), None)
        if test == "between":
            if second is None:  # "the difference between the two"
                continue
            return _between(value, unit, second)
        return Condition(test, value, unit)
    return None


def test_of(linked: Linked, mention: Mention) -> str | None:
    """The test that a mention names; before its amount the last word alone names it: "and above $44 billion?"."""
    if not _opens(linked, mention):
        return next((c.removeprefix("tests:") for c in mention.candidates if c.startswith("tests:")), None)
    meanings = linked.language.phrases.get(phrase(mention.text)[-1:], ())
    more = next((_MORE[c] for c in mention.candidates if c in _MORE), None)  # "and more than $30 billion of exports"
    return next((code for section, code in meanings if section == "tests"), more)


def _opens(linked: Linked, mention: Mention) -> bool:
    """Whether what stands behind an amount has none before it: "and above $44 billion?"."""
    return "tests:behind" in mention.candidates and _amount_before(linked, mention) is None


def _is_of_distance(linked: Linked, test: Mention, limit: Mention) -> bool:
    """Whether an amount limits how far something moves or leads: "by more than $14bn", "rose more than $30bn"."""
    start = min(test.start, limit.start)
    before = next((m for m in reversed(linked.mentions) if m.end <= start), None)
    led = fold(linked.text[:start]).split()[-1:]
    if set(led) & linked.language.forms("limits", "by"):
        return True
    moved = before is not None and not linked.text[before.end : start].strip() and _MOVES & set(before.candidates)
    return bool(moved) and test.text in linked.language.forms("limits", "degrees")


def _between(low: str, unit: str, second: Mention) -> Condition:
    other, high = second.candidates[0].split(":", 1)
    if unit == "n" and other == "amount":  # "between 40 and 42 billion": the scale stands once
        low, unit = _scaled(low, high), other
    return Condition("between", low, other, high)


def _scaled(low: str, high: str) -> str:
    """The lower limit in the scale of the upper one, which alone says it: 35 billion of "between 35 and 40 billion".

    >>> _scaled("35", "40000000000"), _scaled("900", "1200000000")
    ('35000000000', '900000000')
    """
    for zeros in (12, 9, 6, 3):
        whole = Decimal(low) * 10**zeros
        if whole <= Decimal(high) and Decimal(high) >= 10**zeros:
            return f"{whole:f}"
    return low


def number(linked: Linked) -> int | None:
    """The count in "top 5"; a number that is an amount or a limit is none."""
    limits = {limit.start for mention in linked.mentions if (limit := _limit(linked, mention))}
    for mention in linked.mentions:
        if mention.kind == "quantity" and mention.start not in limits and mention.candidates[0].startswith("n:"):
            text = _last_place(linked, mention) or mention.candidates[0][2:]
            return int(text) if text.isdigit() and 0 < int(text) <= 300 else None
    return None


def _last_place(linked: Linked, first: Mention) -> str:
    """The last of the places that are asked for: 4 of "rank 1 to 4"."""
    after = next((m for m in linked.mentions if m.start > first.end and m.kind == "quantity"), None)
    ranged = after is not None and linked.text[first.end : after.start].strip().lower() in ("to", "-", "–", "a", "al")
    return after.candidates[0].removeprefix("n:") if ranged and after and first.candidates[0] == "n:1" else ""


def is_test(linked: Linked, mention: Mention) -> bool:
    """Whether a word sets a limit and does not rank or compare: "topped $45bn", "more than 20 %"."""
    return _limit(linked, mention) is not None or _tests(mention) and _relative(linked, mention) is not None


def _tests(mention: Mention) -> bool:
    return any(c.startswith("tests:") for c in mention.candidates)


def _limit(linked: Linked, mention: Mention) -> Mention | None:
    if not _tests(mention):
        return None
    after = "tests:behind" in mention.candidates and not _opens(linked, mention)
    return _amount_before(linked, mention) if after else _amount_after(linked, mention)


def _amount_before(linked: Linked, mention: Mention) -> Mention | None:
    """The amount right before a test that follows it: "105 billion or more"."""
    before = [m for m in linked.mentions if m.end <= mention.start][-1:]
    between = set(phrase(linked.text[before[0].end : mention.start])) if before else set()
    near = before and before[0].kind == "quantity" and between <= linked.language.forms("lists", "currency_names")
    return before[0] if near and not before[0].candidates[0].startswith("n:") else None


def _amount_after(linked: Linked, mention: Mention) -> Mention | None:
    following = [m for m in linked.mentions if m.start >= mention.end]
    if not following:
        return None
    gap = linked.text[mention.end : following[0].start].split()
    limit = following[0] if following[0].kind == "quantity" and len(gap) <= 1 else None
    counts = limit is not None and limit.candidates[0].startswith("n:") and "tests:between" not in mention.candidates
    return None if counts else limit


def _relative(linked: Linked, mention: Mention) -> str | None:
    """What a limit without an amount is: "mean" of the rows ("above average"), "growth" ("below the year before")."""
    after = (m for m in linked.mentions if m.start >= mention.end)
    after = (m for m in after if not linked.text[m.start : m.end].endswith(("'s", "s'")))  # "the year's average"
    following = next((m for m in after if m.kind != "period" or "period:prev:12" in m.candidates), None)
    if following is None or linked.text[mention.end : following.start].count(" ") > 4:
        return None
    if "operations:mean" in following.candidates:
        apart = any("operations:difference" in m.candidates for m in linked.mentions)
        return None if apart or _picks_one(linked) else "mean"
    if not _over_periods(linked):  # "exceed the prior-year level in 2024": growth, and no condition
        return None
    plain = mention.text not in linked.language.forms("tests", "loose")
    return "growth" if plain and "period:prev:12" in following.candidates else None


def _picks_one(linked: Linked) -> bool:
    """Whether one period is picked, whose distance from the mean is then asked: "the best month, how far above"."""
    picking = {f"operations:{name}" for name in ("top", "bottom", "best", "worst")}
    return any(picking & set(m.candidates) and not _tests(m) for m in linked.mentions)


def _over_periods(linked: Linked) -> bool:
    """Whether periods are looked for or counted: months, "how often", "when"."""
    timed = {"month", "quarter", "year"} & set(linked.codes("keys"))
    return bool(timed) or "count" in linked.codes("operations") or any(linked.codes("searching"))


def surpassing(linked: Linked) -> str:
    """What a test that no amount follows but a rival asks for: "when did imports from Vietnam move past those from"."""
    loose = {"between", *linked.language.forms("tests", "loose")}
    articles = linked.language.forms("lists", "articles")
    for mention, after in zip(linked.mentions, linked.mentions[1:], strict=False):
        named = after.candidates[0].startswith(("place:", "measures:", "dialogue:that", "dialogue:those"))
        close = set(fold(linked.text[mention.end : after.start]).split()) <= articles
        test = next((c for c in ("above", "below") if f"tests:{c}" in mention.candidates), "")
        alone = all(c.startswith("tests:") for c in mention.candidates)
        if test and alone and named and close and mention.text not in loose:
            return "exceed" if test == "above" else "trail"
    return ""
