"""Stretches of months that two mentions name together: "12-month imports to June", "by August 2024, from January".

So does "six months of our imports, through June 2024".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.when.period_atoms import LENGTH
from assistant.periods import Period
from assistant.types import Mention

_MONTH = re.compile(r"period:(?:\d{4}-\d\d)?/?(\d{4}-\d\d)")
_MOVES = frozenset({"growth", "rise", "fall", "change", "difference", "compare", "exceed", "trail", "mom", "rebase"})


def windowed(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with a window of months as the one period that it is."""
    found = tuple(mentions)
    for read in (_counted, _counted_of, _from_a_month, _by_then):
        found = read(text, found, language)
    return found


def _counted(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The months up to a named one, where their number is of what is measured: "12-month trade to June"."""
    ends = [(at, month) for at, m in enumerate(mentions) if (month := _last_month(m))]
    if len(ends) != 1:
        return mentions
    for at in range(len(mentions) - 2):
        number, unit, measure = mentions[at : at + 3]
        count, key = number.candidates[0].removeprefix("n:"), unit.candidates[0].removeprefix("keys:")
        joined = text[number.end : unit.start].strip() in ("", "-") and not text[unit.end : measure.start].strip()
        singular = unit.text in language.section("periods").get(key, ())[:1]
        measured = any(c.startswith(("measures:", "goods:")) for c in measure.candidates)
        if number.kind == "quantity" and count.isdigit() and joined and singular and measured and key in LENGTH:
            return _with_window(mentions, ends[0], int(count) * LENGTH[key], (at, at + 1))
    return mentions


def _counted_of(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The months up to a named one, of which so many are asked for: "six months of our imports, through June 2024"."""
    ends = [(at, month) for at, m in enumerate(mentions) if (month := _last_month(m))]
    if len(ends) != 1 or not _is_end(text, mentions[ends[0][0]], language):
        return mentions
    for at, (number, unit, link) in enumerate(zip(mentions, mentions[1:], mentions[2:], strict=False)):
        count, key = number.candidates[0].removeprefix("n:"), unit.candidates[0].removeprefix("keys:")
        linked = key in LENGTH and "prepositions:of" in link.candidates and count.isdigit()
        ranked = at and mentions[at - 1].kind == "operations"  # "the best six months of our imports"
        if linked and not ranked and _measured(mentions[at + 3 : at + 5]):
            return _with_window(mentions, ends[0], int(count) * LENGTH[key], (at, at + 1, at + 2))
    return mentions


def _measured(mentions: Sequence[Mention]) -> bool:
    """Whether what is measured follows, with whose it is at most before it."""
    return any(
        m.kind == "measures" and all(o.kind in ("place", "home") for o in mentions[:i]) for i, m in enumerate(mentions)
    )


def _is_end(text: str, mention: Mention, language: Language) -> bool:
    """Whether a month is said as an end: "through June 2024", "ending June 2024"."""
    ending = tuple(language.forms("periods", "ending", "ended"))
    return "/" in mention.candidates[0] or fold(text)[: mention.start].rstrip().endswith(ending)


def _with_window(
    mentions: Sequence[Mention], end: tuple[int, Period], months: int, gone: tuple[int, ...]
) -> tuple[Mention, ...]:
    """The mentions with so many months up to the end in its place, without those that say how many."""
    at, last = end
    made = replace(mentions[at], candidates=(f"period:{Period(last.last - months + 1, last.last)}",))
    return tuple(made if i == at else m for i, m in enumerate(mentions) if i not in gone)


def _from_a_month(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The months from one that is named alone up to one of the same year: "by August 2024, starting in January"."""
    done = {c.removeprefix("operations:") for m in mentions for c in m.candidates}
    periods = [m for m in mentions if m.kind == "period"]
    if len(periods) != 2 or done & _MOVES:
        return mentions
    listed = language.section("periods")["months"]
    months = {fold(name): int(number) for number, names in listed.items() for name in names}
    starts = tuple(language.forms("periods", "since_strict"))
    for start, end in (periods, periods[::-1]):
        named = [months[word] for word in start.text.split() if word in months]
        led = fold(text)[: start.start].rstrip().endswith(starts) or start.candidates[0].endswith("/")
        last = _last_month(end)
        if len(named) == 1 and led and not any(map(str.isdigit, start.text)) and last and named[0] - 1 < last.last % 12:
            window = Period(last.last // 12 * 12 + named[0] - 1, last.last)
            made = replace(end, candidates=(f"period:{window}",))
            return tuple(made if m is end else m for m in mentions if m is not start)
    return mentions


def _by_then(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The year up to a month by which something had been done: "by September 2024, how much had we imported"."""
    plain = fold(text)
    done = {c.removeprefix("operations:") for m in mentions for c in m.candidates}
    periods = [m for m in mentions if m.kind == "period"]
    by, had = (language.forms("lists", name) for name in ("by_then", "had"))
    if len(periods) != 1 or done & _MOVES or not had & set(re.findall(r"\w+", plain)):
        return mentions
    last, before = _last_month(periods[0]), plain[: periods[0].start].split()
    if last is None or not any(before[-len(words.split()) :] == words.split() for words in by):
        return mentions
    made = replace(periods[0], candidates=(f"period:{Period(last.last // 12 * 12, last.last)}",))
    return tuple(made if m is periods[0] else m for m in mentions)


def window_to(last: str, end: str) -> str:
    """The closed range of so many last months, quarters or years to a month; "" where they are no whole months.

    >>> window_to("last:12:month", "2025-06")
    '2024-07/2025-06'
    """
    _, count, unit = last.split(":")
    month = Period.parse(end)
    return str(Period(month.last - int(count) * LENGTH[unit] + 1, month.last)) if unit in LENGTH else ""


def _last_month(mention: Mention) -> Period | None:
    """The month that a period names or ends with, None where it is no month."""
    found = _MONTH.fullmatch(mention.candidates[0]) if mention.kind == "period" else None
    return Period.parse(found[1]) if found else None
