"""What is done with the figures: the operations that a question's cues ask for together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.change.evolving import settled
from assistant.lexicon.cued import named
from assistant.lexicon.linked import Linked
from assistant.lexicon.parts.portions import portioned
from assistant.lexicon.parts.weighs import is_weight_share
from assistant.lexicon.polar import settled_claim
from assistant.lexicon.ranks.rank_asked import rank_asked
from assistant.lexicon.ranks.ranking_words import of_rankings, of_usual, of_year
from assistant.lexicon.ranks.standing import neighbour, placing_in_rank
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.when.same_month import is_each_step
from assistant.lexicon.when.seasons import of_seasons
from assistant.lexicon.when.two_times import more_of_two_times
from assistant.periods import TIMES

_MOVED, _PARTS = frozenset({"rise", "fall", "fastest", "slowest"}), frozenset({"month", "quarter"})
_BACK = {"prev:12": "yoy", "prev:1": "mom", "prev:3": "qoq"}
"""The step that a time which is held against another goes back."""


def operations(linked: Linked) -> frozenset[str]:
    """The operations asked for; what some cues mean depends on the others."""
    found = set(named(linked))
    found = portioned(settled_claim(settled(found, linked), linked), linked)
    if found & {"exceed", "trail"} and len(set(linked.codes("period"))) == 2 and _only_compares(linked):
        found -= {"top", "bottom"}
    if "sum" in found and _is_running(linked):
        found = found - {"sum"} | {"cumulate"}
    if is_weight_share(linked):
        found |= {"share"}
    if _adds_to_fall(linked, found):
        found = found - {"top", "fall"} | {"bottom"}  # "which chapters pulled exports down most"
    elif _drags_down(linked, found):
        found = found - {"top", "growth", "fall"} | {"slowest", "change"}  # the largest falls in money come first
    if "ratio" in found and linked.language.said(fold(linked.text), "lists", "per_dollar"):
        found |= {"per_dollar"}  # of what is said second to what is said first: not the order of a ratio
    if asks_meaning(linked) or "per_day" in found:  # a value per day is an average already
        found -= {"mean"}
    if _is_peak(linked):
        found |= {"peak"}
    found |= _from_periods(linked, found)
    each = found & {"exceed", "trail"} and "count" in found or found & _MOVED and _by_parts(linked)
    each = each or is_each_step(linked, found)
    found |= {_BACK[code] for code in linked.codes("period") if each and code in _BACK}
    found = _signed(linked, of_rankings(linked, _most(linked, found)))
    found = _placed(linked, found)
    found = of_year(of_seasons(of_usual(found, linked), linked), linked)
    return directed(frozenset(found), linked.codes("measures"))


def _placed(linked: Linked, found: set[str]) -> set[str]:
    """The operations of a place in a ranking; those "ahead of Japan" are asked for, and no ranking."""
    near = neighbour(linked)
    if near is not None and near.side in ("above", "below"):
        return found - {"top", "bottom"}
    placed = not found & {"top", "bottom"} and (placing_in_rank(linked) or near or rank_asked(linked))
    return found | {"top"} if placed else found


def _most(linked: Linked, found: set[str]) -> set[str]:
    """The operations of what has most: what adds most to a growth contributes, "and how many" asks for its value."""
    if "fastest" in found and found & {"growth", "rise"} and _adds_to_growth(linked):
        return found - {"fastest", "growth", "rise"} | {"contribution", "top"}
    between = linked.language.forms("prepositions", "between")
    if {"sum", "difference"} <= found and all(text.split()[0] in between for text in _said(linked, "sum")):
        found = found - {"sum"}  # "the difference between the two"
    apart = set(_said(linked, "difference"))
    sizes = tuple(linked.language.forms("lists", "by_how_many"))
    if {"growth", "change"} <= found and apart and all(text.startswith(sizes) for text in apart):
        found = found - {"difference"}  # "by how many dollars did it move": the size of a move
    lesser = "difference" in found and apart and apart <= linked.language.forms("search", "less")
    if lesser and found & {"trail", "compare"}:
        found = found - {"difference"} | {"trail"}  # "import less from Mexico than from Canada", "less, Japan or Korea"
    valued = "count" in found and found & {"top", "bottom"} and _closes_with_how_many(linked)
    return found - {"count"} if valued else found


def _closes_with_how_many(linked: Linked) -> bool:
    """Whether the message ends by asking for the value of what was chosen: "which state sold most, and how many?"."""
    asked = (f" {words}" for words in linked.language.forms("lists", "and_how_many"))
    return f" {' '.join(phrase(linked.text))}".endswith(tuple(asked))


def _adds_to_fall(linked: Linked, found: set[str]) -> bool:
    """Whether a contribution is one to a fall: "which contributed most to the drop"."""
    told = {"top", "fall"} <= found and "rise" not in found
    return "contribution" in found and (told or _pulls_down(linked))


def _drags_down(linked: Linked, found: set[str]) -> bool:
    """Whether it is asked what makes the whole fall: "which products are dragging it down"."""
    plain = "fall" in found and found <= {"growth", "fall", "top", "slowest"}
    return plain and len(set(linked.codes("keys")) - TIMES) == 1 and _pulls_down(linked)


def _pulls_down(linked: Linked) -> bool:
    """Whether something pulls down: "what pulled exports down"."""
    pulled, down = linked.language.any_of("lists", "pulled"), linked.language.any_of("moves", "down")
    return re.search(rf"\b{pulled}\b.*\b{down}\b", fold(linked.text)) is not None


def _only_compares(linked: Linked) -> bool:
    """Whether what seems a superlative is a comparative of two times: "¿exportó más en 2023 que en 2022?"."""
    degrees = linked.language.forms("comparatives", "more", "less")
    said = {*_said(linked, "top"), *_said(linked, "bottom")}
    return said <= degrees or bool(more_of_two_times(linked))


def _by_parts(linked: Linked) -> bool:
    """Whether months or quarters are told apart: "the quarter that", "in which months"."""
    return bool({*linked.codes("keys")} & _PARTS) or "which_time" in linked.codes("searching")


def _said(linked: Linked, name: str) -> list[str]:
    """How an operation is said."""
    return [m.text for m in linked.mentions if f"operations:{name}" in m.candidates]


def _adds_to_growth(linked: Linked) -> bool:
    """Whether what is added most is added to a growth: "which group added the most to export growth"."""
    adds = linked.language.forms("lists", "adds")
    for at, mention in enumerate(linked.mentions):
        led = "operations:fastest" in mention.candidates and set(mention.text.split()) & adds
        after = linked.mentions[at + 1 : at + 5] if led else ()
        if after and "prepositions:to" in after[0].candidates:
            return any({"operations:growth", "operations:rise"} & set(m.candidates) for m in after[1:])
    return False


def _signed(linked: Linked, found: set[str]) -> set[str]:
    """The operations of a ranking by deficit without a share: who accounts for the largest gap has the largest."""
    measured = set(linked.codes("measures")) & {"deficit", "surplus", "balance"}
    shares = [m.text for m in linked.mentions if "operations:share" in m.candidates]
    ranked = found & {"top", "bottom", "best", "worst"} and {"partner"} & set(linked.codes("keys"))
    accounts = linked.language.forms("lists", "accounts")
    return found - {"share"} if measured and ranked and shares and set(shares) <= accounts else found


def _from_periods(linked: Linked, found: set[str]) -> set[str]:
    """What the periods add: "over" between two is growth, "= 100" after one an index, "with the year before" growth."""
    kinds = [("period" if m.kind == "period" else m.text) for m in linked.mentions]
    over = linked.language.forms("lists", "over")
    between = any(kinds[i - 1 : i + 2 : 2] == ["period"] * 2 and kinds[i] in over for i in range(1, len(kinds) - 1))
    based = _based(linked.language).search(fold(linked.text))
    only = [code for code in linked.codes("period")]
    held = _BACK.get(only[0]) if len(only) == 1 and found & {"compare", "in_percent"} else None
    ordered = "ratio" in found and _is_than_between(linked)
    adds = (("growth", between), ("rebase", based), (held, held), ("in_order", ordered))
    return {name for name, holds in adds if name and holds}


@cache
def _based(language: Language) -> re.Pattern[str]:
    """What sets a period to 100, and no amount of something: "2015 = 100", "base 100", not "at 100 million"."""
    at, units = language.any_of("lists", "based_at"), language.any_of("lists", "not_based")
    return re.compile(rf"(?:=|\b{at})\s*100\b(?![.,]?\d|\s*{units})")


def _is_than_between(linked: Linked) -> bool:
    """Whether the first of two periods is the one that is larger: "how many times larger in 2008 than in 2009"."""
    dated = [m for m in linked.mentions if m.kind == "period"]
    text = linked.text[dated[0].end : dated[1].start].lower() if len(dated) == 2 else ""
    return re.search(rf"\b{linked.language.any_of('comparatives', 'than')}\b", text) is not None


def _is_running(linked: Linked) -> bool:
    """Whether a sum is one that runs along: "cumulative exports by month", not "cumulative exports in 2024"."""
    timed = {"month", "quarter", "year"} & set(linked.codes("keys"))
    return bool(timed) and not linked.language.forms("lists", "running").isdisjoint(_said(linked, "sum"))


_FIGURED = frozenset({"place", "region", "port", "modes", "period", "product", "keys", "quantity", "operations"})
"""What makes words ask for a figure."""


def asks_meaning(linked: Linked) -> bool:
    """Whether "mean" is a verb: "does the state mean where it was made?"."""
    if "mean" not in linked.codes("operations"):
        return False
    does, mean = (linked.language.any_of("lists", name) for name in ("meaning_asks", "meaning"))
    return re.search(rf"\b{does}\b[^?]*\b{mean}\b", fold(linked.text)) is not None


def asks_notion(linked: Linked) -> bool:
    """Whether it is asked what a measure or a valuation is, of which no figure is named: "what is a trade deficit?"."""
    codes = [{c.partition(":")[0] for c in m.candidates} for m in linked.mentions]
    cued = "define" in linked.codes("explain") and not any(_FIGURED & each for each in codes)
    told = [m for m, each in zip(linked.mentions, codes, strict=True) if {"measures", "valuations"} & each]
    if not cued or len(told) != 1:
        return False
    led = phrase(linked.text[: told[0].start])[-1:]
    return told[0].kind == "valuations" or bool({*led} & linked.language.forms("lists", "indefinite"))


def _is_peak(linked: Linked) -> bool:
    """Whether a superlative is of a line in time ("highest", "record") and not of things ("top", "main")."""
    peaks = linked.language.forms("lists", "peaks")
    return any("operations:top" in m.candidates and set(m.text.split()) & peaks for m in linked.mentions)


def directed(found: frozenset[str], measures: Iterable[str]) -> frozenset[str]:
    """The operations with "best" and "worst" turned into the highest or lowest; the best deficit is the smallest.

    Where no measure is known yet they are left as they are.
    """
    named = set(measures)
    turned = {"best": "bottom", "worst": "top"} if "deficit" in named else {"best": "top", "worst": "bottom"}
    return frozenset(turned.get(name, name) for name in found) if named else found
