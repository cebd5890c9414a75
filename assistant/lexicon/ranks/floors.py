"""A floor under a ranking by growth: only what was worth so much at one time counts.

"Chapters of at least $2bn in 2021, which grew most in 2022"; "ignore anything under a billion in 2024".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.compare.multiplied_each import growth_of_multiple
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES
from assistant.types import Mention

TURNED = {"below": "at_least", "at_most": "above", "above": "at_most", "at_least": "below"}
"""The limit that those meet who are left when what meets another one is left out."""
_GROWING = frozenset({"fastest", "slowest", "growth", "rise", "fall", "contribution"})
_RANKED = frozenset({"top", "bottom", "fastest", "slowest", "contribution"})
_MOVED = Condition("above", "0", "percent")
"""What rose or fell has done so by more than nothing."""
_NEAR = 5
"""How many words may stand between an amount and its year, or between what leaves things out and the limit."""
_BEFORE = "prev:12"
_STOP = re.compile(r"[;.?!]")


def floored(slots: Slots, linked: Linked) -> Slots:
    """The slots with a limit on the values of one year as a floor; as they are where growth itself is limited."""
    if slots.condition and slots.condition.unit == "change":  # "whose imports rose by more than $10bn"
        return slots
    ranked = slots.operations & _GROWING and ({*slots.keys} - TIMES or slots.level or slots.sections)
    limits = [(at, m, test) for at, m in enumerate(linked.mentions) if (test := _test(linked, at))] if ranked else []
    if len(limits) != 1:
        return slots
    at, amount, test = limits[0]
    year = _year_near(linked, at)
    said = _said(linked)
    periods = (_to_next_before(said, year) or _ends(linked, said, year) or _moved(slots, year)) if year else ()
    if not year or not periods and said == [year]:
        year, periods = _undated(said)
    if not periods:
        return slots
    test = TURNED[test] if is_left_out(linked, at) else test
    limit = Condition(test, amount.candidates[0].split(":", 1)[1], "amount")
    operations = slots.operations - {"top"} if slots.operations & {"fastest", "slowest"} else slots.operations
    moved = operations & {"rise", "fall"} and not operations & _RANKED
    grown = _growth_limit(linked) or growth_of_multiple(linked) or (_MOVED if moved else None)
    operations -= {"doubling"} | _only_counted(linked, operations)
    if operations & {"rise", "fall"}:
        operations -= {"compare"}  # "and fell against 2023"
    return replace(
        slots, condition=grown, floor=limit, floor_period=year, periods=periods, operations=operations, without={}
    )


def _moved(slots: Slots, at: str) -> tuple[str, ...]:
    """The two years between which something rose or fell, where the floor's own is one of them."""
    years = tuple(sorted(slots.periods)) if slots.operations & {"rise", "fall"} and at in slots.periods else ()
    return years if len(years) == 2 and all(year.isdigit() for year in years) else ()


def _only_counted(linked: Linked, operations: frozenset[str]) -> set[str]:
    """The count that only says what is to be left in: "if we only count those above $40bn, which grew fastest"."""
    counted = {m.text for m in linked.mentions if "operations:count" in m.candidates}
    said = counted and counted <= linked.language.forms("floors", "counting")
    return {"count"} if said and operations & {"fastest", "slowest"} else set()


def _to_next_before(said: Sequence[str], at: str) -> tuple[str, ...]:
    """The year before and the one that it is before: "over $50bn in 2024, which grew most from the year before"."""
    years = [period for period in said if period != _BEFORE]
    plain = _BEFORE in said and all(year.isdigit() and len(year) == len("2024") for year in years)
    if not plain or years not in ([at], [at, str(int(at) + 1)]):
        return ()
    return str(int(years[-1]) - 1), years[-1]


def _growth_limit(linked: Linked) -> Condition | None:
    """The limit in percent on the growth itself: "bought over $20bn and grew at least 10%"."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    rates = [(_coded(test), m) for test, m in pairs if m.kind == "quantity" and m.candidates[0].startswith("percent:")]
    limits = [(test, m) for test, m in rates if test in TURNED]
    return Condition(limits[0][0], limits[0][1].candidates[0].split(":", 1)[1], "percent") if limits else None


def _test(linked: Linked, at: int) -> str:
    """The test that stands before an amount ("at least $2bn") or after it ("$2bn or more"); "" where there is none."""
    mention = linked.mentions[at]
    if mention.kind != "quantity" or not mention.candidates[0].startswith("amount:"):
        return ""
    if at and (test := _coded(linked.mentions[at - 1])):
        gap = linked.text[linked.mentions[at - 1].end : mention.start].split()
        return test if len(gap) <= 1 and test in TURNED else ""
    after = fold(linked.text[mention.end :]).lstrip()
    for test in filter(TURNED.__contains__, linked.language.section("floors")):
        if re.match(rf"(?:\w+\s+)?{linked.language.any_of('floors', test)}(?!\w)", after):
            return test
    return ""


def _coded(mention: Mention) -> str:
    return next((c.removeprefix("tests:") for c in mention.candidates if c.startswith("tests:")), "")


def _year_near(linked: Linked, at: int) -> str:
    """The year right behind an amount, else that of its measure ("2024 imports above $50bn"), else a later one."""
    behind, led = linked.mentions[at + 1 : at + 3], linked.mentions[: max(at - 1, 0)]
    after = _year_after(linked, at)
    if after and any(f"period:{after}" in m.candidates for m in behind):
        close = next(m for m in behind if f"period:{after}" in m.candidates)
        if len(linked.text[linked.mentions[at].end : close.start].split()) < 2:
            return after
    while led and (led[-1].kind in ("place", "home") or led[-1].candidates[0].startswith("measures:")):
        led = led[:-1]
    code = led[-1].candidates[0].removeprefix("period:") if led and led[-1].kind == "period" else ""
    near = code.isdigit() and len(code) == len("2024") and len(led) < max(at - 1, 0)
    return code if near else after


def _year_after(linked: Linked, at: int) -> str:
    """The year that stands near after the amount, in the same clause."""
    end = linked.mentions[at].end
    for mention in linked.mentions[at + 1 :]:
        gap = linked.text[end : mention.start]
        if len(gap.split()) > 2 * _NEAR or _STOP.search(gap) or mention.kind == "quantity":
            return ""
        if mention.kind == "period":
            code = mention.candidates[0].removeprefix("period:")
            return code if code.isdigit() and len(code) == len("2024") else ""
    return ""


def _undated(said: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The year of a floor that names none, with the periods of the growth: where a range begins, else the year itself.

    The answer says which year it is.
    """
    if len(said) != 1:
        return "", ()
    first, ranged, last = said[0].partition("/")
    closed = all(part.isdigit() and len(part) == len("2024") for part in ((first, last) if ranged else (first,)))
    return (first, (said[0],)) if closed else ("", ())


def _said(linked: Linked) -> list[str]:
    """The periods as they are said: a range counts whole, though its first year is said apart as well."""
    codes = (m.candidates[0].removeprefix("period:") for m in linked.mentions if m.kind == "period")
    return list(dict.fromkeys(codes))


def _ends(linked: Linked, periods: Sequence[str], at: str) -> tuple[str, ...]:
    """What growth is taken over: the two years beside the floor's own, or from the floor's year to the other one."""
    others = [period for period in periods if period != at]
    if len(others) == 2 and all(period.isdigit() for period in others):
        return tuple(sorted(others))
    if len(others) != 1:
        return ()
    first, ranged, last = others[0].partition("/")
    if ranged and not first and last.isdigit() and len(last) == len("2024"):
        return (at, last) if last > at else ()  # "up to 2025": from the floor's own year
    if ranged and not last and at > first and linked.language.said(fold(linked.text), "floors", "had"):
        return (first, at)  # "that bought over $10bn in 2019, how many had doubled since 2009"
    if ranged:
        return (others[0],)
    if not others[0].isdigit():
        return ()
    until, since = (linked.language.forms("floors", name) for name in ("until", "since"))
    lead = re.search(rf"(\w+)\s+{others[0]}\b", fold(linked.text))
    if others[0] <= at:
        return (others[0], at) if lead and lead[1] in since else ()  # "over $20bn in 2024 and grew 10% on 2023"
    follows = int(others[0]) == int(at) + 1
    return (at, others[0]) if follows or lead and lead[1] in until else ()


def is_left_out(linked: Linked, at: int) -> bool:
    """Whether what meets the limit is left out: "ignore anything under a billion"."""
    for mention in linked.mentions[:at]:
        if any(c.startswith("exclusion:") for c in mention.candidates):
            gap = linked.text[mention.end : linked.mentions[at].start]
            return len(gap.split()) <= _NEAR + 1 and not _STOP.search(gap)
    return False


__all__ = ["TURNED", "floored", "is_left_out"]
