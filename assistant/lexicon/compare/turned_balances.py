"""A deficit at one time and a surplus at a second: "went from a deficit in 2019 to a surplus in 2024"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.compare.booked import is_home
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Condition, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.periods import TIMES
from assistant.types import Mention

_SIGNED = ("surplus", "deficit")
_OTHER = {"surplus": "deficit", "deficit": "surplus"}
_SAID = frozenset(
    {"count", "compare", "both", "exceed", "trail", "polar", "shift", "change", "rise", "fall", "growth", "per_key"}
)
"""What the words for a turn and for two times are read as beside it."""
_ABOVE = Condition("above", "0", "amount")
_NOT = "exclusion:not"
_YEAR = len("2024")


def with_turned_sign(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with "not in 2024" behind a surplus of another year as the deficit that it was then."""
    found = list(mentions)
    signs = [m for m in found if _sign(m)]
    dated = [at for at, m in enumerate(found) if m.kind == "period"]
    keyed = any(m.kind == "keys" for m in found)
    if not keyed or len(signs) != 1 or len(dated) != 2 or found[dated[0]].start < signs[0].end:
        return tuple(found), unknown
    for at in range(dated[0] + 1, dated[1]):
        between = found[at + 1 : dated[1]]
        if _NOT in found[at].candidates and all(m.kind == "prepositions" for m in between):
            other = (f"measures:{_OTHER[_sign(signs[0])]}",)
            found[at] = replace(found[at], kind="measures", candidates=other)
    return tuple(found), unknown


def turned_balances(slots: Slots, linked: Linked) -> Slots:
    """The slots of those with one sign in the earlier year as a floor and one in the later; others as they are."""
    years = "/".join(slots.periods).split("/")
    signs = _signs(linked, years) if _can_be(slots, years) else ()
    ends = (*slots.partner, *slots.reporter) if slots.among else (*slots.partner, *slots.reporter, *slots.places)
    partner = tuple(code for code in dict.fromkeys(ends) if code not in (linked.home, "WLD"))
    keys = _keys(slots, partner, linked) if signs else ()
    if not signs or not keys:
        return slots
    early, late = (_OTHER[sign] for sign in signs) if _are_theirs(linked) else signs
    plain = replace(slots.sided((linked.home,), partner), measures=(late,), keys=keys, implied=False)
    if keys == ("year",):  # one sign alone in both years is found by its years
        done = frozenset({"polar", "all_times"})
        return replace(plain, periods=tuple(sorted(years)), operations=done, claimed=max(years))
    return replace(
        plain,
        periods=(max(years),),
        operations=slots.operations & {"count"},
        condition=_ABOVE,
        floor=replace(_ABOVE, unit=early),
        floor_period=min(years),
    )


def _can_be(slots: Slots, years: list[str]) -> bool:
    """Whether balances of two years are asked for, without a limit, a rank or a search."""
    dated = len({*years}) == len(years) == 2 and all(year.isdigit() and len(year) == _YEAR for year in years)
    plain = not (slots.condition or slots.floor or slots.number or slots.pick or slots.filters)
    balances = {*slots.measures} <= {*_SIGNED, "balance"} and bool(slots.measures)
    return dated and plain and balances and slots.operations <= _SAID and not {*slots.keys} & {*TIMES}


def _signs(linked: Linked, years: list[str]) -> Codes:
    """The sign of the earlier and of the later year; () where not each of two signs has its year."""
    signs = [(m, code) for m in linked.mentions if (code := _sign(m))]
    dated = [m for m in linked.mentions if m.kind == "period"]
    if len(signs) == 1:
        return (signs[0][1],) * 2 if _is_both(linked) and len(dated) == 2 else ()
    if len(signs) != 2 or signs[0][1] == signs[1][1] or not 0 < len(dated) < 3:
        return ()
    (first, one), (second, other) = signs
    apart = len(dated) == 2 and not (dated[0].start > second.start or dated[1].end <= first.start)
    if apart:
        return (one, other) if _is_year(dated[0], min(years)) else (other, one)
    led = any({"prepositions:from"} & {*m.candidates} for m in linked.mentions if first.end <= m.start < second.start)
    return (other, one) if led else (one, other)


def _said(linked: Linked) -> list[str]:
    """The signs that are said, in order."""
    return [sign for m in linked.mentions if (sign := _sign(m))]


def _sign(mention: Mention) -> str:
    return next((sign for sign in _SIGNED if f"measures:{sign}" in mention.candidates), "")


def _is_year(mention: Mention, year: str) -> bool:
    return f"period:{year}" in mention.candidates


def _is_both(linked: Linked) -> bool:
    """Whether the sign is one that both years had: "a surplus in both 2014 and 2024"."""
    return linked.language.said(fold(linked.text), "limited_times", "both") is not None


def _keys(slots: Slots, partner: Codes, linked: Linked) -> Codes:
    """What the balances are told apart by: those that are named, or the partners of "where" and "which countries".

    A yes or no on one balance is asked of its years.
    """
    if "polar" in slots.operations:
        return ("year",) if not slots.keys and len(partner) == 1 and len(set(_said(linked))) == 2 else ()
    where = {*phrase(linked.text)} & linked.language.forms("turned_balances", "where")
    if len(slots.keys) == 1:
        return slots.keys
    return ("partner",) if not slots.keys and (len(partner) > 1 or where) else ()


def _are_theirs(linked: Linked) -> bool:
    """Whether the balance is the partners' own: "a surplus with the US"."""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    homes = [(a, b) for a, b in pairs if is_home(linked, b)]
    articles = linked.language.forms("lists", "articles")
    return bool(homes) and all(
        "prepositions:with" in a.candidates and {*phrase(linked.text[a.end : b.start])} <= articles for a, b in homes
    )


__all__ = ["turned_balances", "with_turned_sign"]
