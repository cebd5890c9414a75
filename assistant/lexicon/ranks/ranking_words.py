"""Operations of rankings that depend on each other: "top 5 fastest", "biggest gains in dollars"."""

from __future__ import annotations

import re

from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import phrase

_GROWING = frozenset({"fastest", "slowest"})
_MOVES = frozenset({"growth", "rise", "fall", "fastest", "slowest", "yoy", "change"})
_PARTS = frozenset({"month", "quarter"})
_IN_MONEY = re.compile(r"[,;(–]\s*(?:us\s+)?(?:dollars|usd|d[oó]lares|\$)\s*[)?.!]*$")


def of_rankings(linked: Linked, found: set[str]) -> set[str]:
    """The operations with those of a ranking put right.

    "Top" that only counts ("top five fastest-growing") is no ranking of its own, a growth "in dollars" is a change.
    """
    if found & _GROWING and "top" in found and _only_counts(linked):
        found = found - {"top"}
    if {"sum", "top"} <= found and _says(linked, "others"):
        found = found - {"sum"}  # "and everybody else put together": a row of the ranking's table
    if {"difference", "top"} <= found <= {"difference", "top", "compare"} and _orders_by_flow(linked):
        found = found - {"difference"}
    money = _says(linked, "money") or _IN_MONEY.search(linked.text.lower())  # "biggest gains in imports, dollars"
    if found & _MOVES and not found & {"in_percent", "yoy"} and money:
        found = found | {"change"}
    if found & _GROWING and not found & {"change", "in_percent"} and not _is_rate(linked):
        found = found | {"sized"}
    return found


def _orders_by_flow(linked: Linked) -> bool:
    """Whether "by how much" says what to rank by and no difference: "rank Japan and Germany by how much they sold"."""
    mentions = linked.mentions
    told = bool(mentions) and "standing:verb" in mentions[0].candidates and "operations:top" in mentions[0].candidates
    apart = [at for at, m in enumerate(mentions) if "operations:difference" in m.candidates]
    if not told or len(apart) != 1 or mentions[apart[0]].text not in linked.language.forms("lists", "by_how"):
        return False
    they, does = (*mentions[apart[0] + 1 : apart[0] + 3], None, None)[:2]
    points = they is not None and "dialogue:those" in they.candidates
    return points and does is not None and any(c.startswith("verbs:") for c in does.candidates)


def _says(linked: Linked, name: str) -> bool:
    """Whether one of a list's phrases is said: "in dollars", "the most dollars"; "everybody else", "the rest"."""
    said = f" {' '.join(phrase(linked.text))} "
    return any(f" {' '.join(phrase(text))} " in said for text in linked.language.section("lists").get(name, ()))


def _is_rate(linked: Linked) -> bool:
    """Whether a word says that growth is meant in percent: "fastest", not "the biggest increase" nor "grew most"."""
    rates = linked.language.forms("lists", "rated")
    return bool(rates & set(phrase(linked.text))) or "%" in linked.text


def _only_counts(linked: Linked) -> bool:
    """Whether every "top" stands beside a number and is of no smaller list: not "of the top five, which grew most"."""
    counts = linked.language.forms("lists", "counting")
    within = linked.language.forms("lists", "within")
    articles = linked.language.forms("lists", "articles")
    for index, mention in enumerate(linked.mentions):
        if "operations:top" not in mention.candidates or _GROWING & {c[11:] for c in mention.candidates}:
            continue
        sides = [m.kind == "quantity" for m in (*linked.mentions[index - 1 : index], *linked.mentions[index + 1 :][:1])]
        numbered = bool(index) and sides[0] and linked.text[linked.mentions[index - 1].end : mention.start].isspace()
        start = linked.mentions[index - 1].start if numbered else mention.start  # "of our ten largest"
        before = [word for word in phrase(linked.text[:start]) if word not in articles][-1:]
        grown = _grown_right_after(linked, index)
        if mention.text not in counts or not any(sides) or set(before) & within and not grown:
            return False
    return True


def _grown_right_after(linked: Linked, index: int) -> bool:
    """Whether only a number stands between and the growth: "top five fastest", not "top five, which grew most"."""
    at = linked.mentions[index].end
    for following in linked.mentions[index + 1 : index + 3]:
        if linked.text[at : following.start].strip(" -"):
            return False
        if any(f"operations:{name}" in following.candidates for name in _GROWING):
            return True
        at = following.end
    return False


def of_usual(found: set[str], linked: Linked) -> set[str]:
    """The operations without "usually", unless it is of the month that is usually the highest or lowest."""
    named = any(code.startswith(("month:", "quarter:")) for code in linked.codes("period"))
    peaks = found & {"top", "bottom", "best", "worst"} and (named or _PARTS & {*linked.codes("keys")})
    return found if peaks else found - {"usual"}


def of_year(found: set[str], linked: Linked) -> set[str]:
    """The operations with the year that a month is the best of: "was October the best month in 2024"."""
    codes = list(linked.codes("period"))
    apart = len(codes) == 2 and any(code.startswith("month:") for code in codes) and any(map(str.isdigit, codes))
    ranked = found & {"top", "best"} and "polar" in found
    return found | {"of_year"} if apart and ranked else found


__all__ = ["of_rankings", "of_usual", "of_year"]
