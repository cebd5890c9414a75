"""Limits on another measure than the one asked for, or on two: "imports over $50bn and exports under $20bn"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.lexicon.compare.booked import booked, flow_of
from assistant.lexicon.conditions import is_test, test_of
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.ranks.balances_of_first import RANKED_BY
from assistant.lexicon.ranks.floors import TURNED, is_left_out
from assistant.lexicon.tokens import fold, phrase, words
from assistant.periods import TIMES
from assistant.types import Mention

_SAID = frozenset(
    {"exceed", "trail", "top", "bottom", "ordered", "count", "per_key", "sum", "compare", "both", "total", "difference"}
)
_MEASURES, _SIGNED = RANKED_BY, ("surplus", "deficit")
_ORDERED = frozenset({f"operations:{name}" for name in ("top", "bottom", "ordered", "sum", "per_key")})
"""What asks for a figure or an order of all that meet a limit, those on the other side of zero too."""
_CHARGED = frozenset({"measures:freight", "measures:duty"})
_NEAR = 5
_ALL = 300


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit with what it is put to, and where that is said."""

    condition: Condition
    measure: str
    at: tuple[int, ...]


def limited_measures(slots: Slots, linked: Linked) -> Slots:
    """The slots with one of two limits, or the only one, as a floor in another measure; as they are where none is."""
    limits = limits_of(linked) if _can_be(slots, linked) else []
    used = {at for limit in limits for at in limit.at}
    if not limits or len(limits) > 2 or "" in {limit.measure for limit in limits}:
        return slots
    year = next(iter(slots.periods), "latest-year")
    partner = tuple(code for code in slots.partner if code != linked.home)
    plain = replace(slots.sided((linked.home,), partner), floor_period=year, implied=False)
    plain = replace(plain, operations=slots.operations - {"both", "exceed", "trail", "difference"}, beside=())
    if len(limits) == 2 and limits[0].measure != limits[1].measure:
        first, second = limits
        floor = replace(second.condition, unit=second.measure)
        return replace(plain, measures=(first.measure,), condition=first.condition, floor=floor)
    sign = _sign_held(linked, limits[0].at[0]) if len(limits) == 1 else ""
    if sign:
        floor = replace(limits[0].condition, unit=limits[0].measure)
        return replace(plain, measures=(sign,), condition=Condition("above", "0", "amount"), floor=floor)
    asked = _asked(linked, used) if len(limits) == 1 else ""
    told = bool(asked) and asked != limits[0].measure and not _are_joined(linked)
    if not told or "both" in slots.operations and not _is_before(linked, asked, used):
        return slots
    floor = replace(limits[0].condition, unit=limits[0].measure)
    signed = Condition("above", "0", "amount") if asked in _SIGNED and _is_had(linked, asked) else None
    whole = "sum" in plain.operations or _is_whole(linked, asked)
    done = plain.operations | {"top", "sum"} if whole else plain.operations
    number = slots.number or (_ALL if whole else None)
    return replace(plain, measures=(asked,), condition=signed, floor=floor, operations=done, number=number)


def _sign_held(linked: Linked, limited: int) -> str:
    """The balance that one flow above the other is: "where exports outweighed imports, over $10bn of total trade"."""
    named = [at for at, m in enumerate(linked.mentions) if _names(m) and at != limited]
    flows = [flow_of(linked.mentions[at]) for at in named]
    if sorted(flows) != ["exports", "imports"]:
        return ""
    between = {c for m in linked.mentions[slice(*named)] for c in m.candidates}
    degree = between & {"operations:exceed", "operations:trail"}
    more = (flows[0] == "exports") == ("operations:exceed" in degree)
    return "" if len(degree) != 1 else "surplus" if more else "deficit"


def _can_be(slots: Slots, linked: Linked) -> bool:
    """Whether things of one kind are asked for at one time, and amounts limit them."""
    keys = {*slots.keys} - {"product"} if slots.level else {*slots.keys}
    one = len(keys) + bool(slots.level or slots.sections) == 1 and not keys & TIMES
    amount = slots.condition is not None and slots.condition.unit == "amount" and not slots.floor
    home = {*slots.places} <= {linked.home, "WLD"} or keys != {"partner"}
    said = slots.operations <= _SAID and not slots.among and not slots.partner_share
    choice = linked.language.said(fold(linked.text), "limited_measures", "choice")
    return one and amount and home and said and len(slots.periods) < 2 and not choice


def limits_of(linked: Linked) -> list[Limit]:
    """Each amount that is a limit, with the measure that it is put to, as home books it."""
    found = []
    for at, mention in enumerate(linked.mentions):
        test, amount = test_of(linked, mention), linked.mentions[at + 1 : at + 2]
        if not test or test == "between" or not is_test(linked, mention) or not amount:
            continue
        unit, _, value = amount[0].candidates[0].partition(":")
        if unit != "amount":
            return []
        said = tuple(where for where in (_after(linked, at + 1), _before(linked, at)) if where is not None)
        measure = booked(linked, said[0]) if said else ""
        test = TURNED[test] if is_left_out(linked, at) else test
        found.append(Limit(Condition(test, value, "amount"), measure, said))
    return found


def _after(linked: Linked, at: int) -> int | None:
    """The measure that the amount of a limit is "of" or "in", or before: "over 50bn in imports", ">$5bn exports"."""
    after = linked.mentions[at + 1 : at + 4]
    if not after or not {"prepositions:of", "prepositions:in"} & {*after[0].candidates}:
        near = after and not linked.text[linked.mentions[at].end : after[0].start].strip()
        return at + 1 if near and flow_of(after[0]) else None
    for index, mention in enumerate(after[1:], at + 2):
        if flow_of(mention):
            return index
        if mention.kind not in ("place", "home"):
            return None
    return None


def _before(linked: Linked, at: int) -> int | None:
    """The measure, verb or trader that stands before a limit, behind the amount of the one before."""
    for index in range(at - 1, -1, -1):
        if flow_of(linked.mentions[index]):
            return _charged(linked, index)
        if linked.mentions[index].kind == "quantity":
            return None
    return None


def _charged(linked: Linked, at: int) -> int:
    """The measure that is charged on a flow, where one is: "freight on imports of more than $100m"; else the flow."""
    led = at - 1
    while led >= 0 and linked.mentions[led].kind in ("prepositions", "goods"):
        led -= 1
    return led if led >= 0 and _CHARGED & {*linked.mentions[led].candidates} else at


def _asked(linked: Linked, used: set[int]) -> str:
    """The one measure that is asked for beside those that a limit is put to; "" where there is none or another."""
    nouns = [at for at, m in enumerate(linked.mentions) if _names(m) and at not in used]
    verbs = [at for at, m in enumerate(linked.mentions) if flow_of(m) and not _names(m) and at not in used]
    told = {booked(linked, at) or flow_of(linked.mentions[at]) for at in nouns}
    told = told or {booked(linked, at) for at in verbs if "keys:partner" not in linked.mentions[at].candidates}
    return told.pop() if len(told) == 1 else ""


def _are_joined(linked: Linked) -> bool:
    """Whether two flows are listed as one thing that is limited: "over $100bn in exports and imports"."""
    flows = [at for at, m in enumerate(linked.mentions) if _names(m)]
    between = [linked.mentions[a + 1 : b] for a, b in pairwise(flows)]
    return any(
        all(m.kind in ("place", "home", "dialogue") for m in gap) and any("dialogue:and" in m.candidates for m in gap)
        for gap in between
    )


def _is_before(linked: Linked, asked: str, used: set[int]) -> bool:
    """Whether what is asked for stands before those it is of, and the limit behind: "exports to countries that"."""
    keys = [at for at, m in enumerate(linked.mentions) if any(c.startswith("keys:") for c in m.candidates)]
    named = [at for at, m in enumerate(linked.mentions) if flow_of(m) and at not in used]
    behind = bool(keys) and all(at >= keys[-1] for at in used)
    return asked in _SIGNED or behind and bool(named) and named[0] < keys[-1]


def _is_had(linked: Linked, measure: str) -> bool:
    """Whether a surplus or deficit is one more thing that those who are asked for have: "… and yet the US had one"."""
    at = next(at for at, m in enumerate(linked.mentions) if f"measures:{measure}" in m.candidates)
    named = linked.mentions[at]
    before = linked.mentions[at - 1] if at else None
    if before is not None and {"dialogue:and", "prepositions:with"} & set(before.candidates):
        return True
    if any(_ORDERED & set(m.candidates) for m in linked.mentions):
        return False
    told = phrase(linked.text[: named.start])[-_NEAR:]
    things = [m.start for m in linked.mentions if any(c.startswith("keys:") for c in m.candidates)]
    return bool({*told} & linked.language.forms("among", "having")) or bool(things) and things[0] < named.start


def _is_whole(linked: Linked, measure: str) -> bool:
    """Whether the sum over those that meet the limit is asked for: "the total deficit with countries that"."""
    named = next((m for m in linked.mentions if f"measures:{measure}" in m.candidates), None)
    said = [token.word for token in words(linked.text[: named.start])][-2:] if named else []
    return bool({*said} & linked.language.forms("limited_measures", "whole"))


def _names(mention: Mention) -> bool:
    return "keys:partner" not in mention.candidates and any(c.startswith("measures:") for c in mention.candidates)


__all__ = ["Limit", "limited_measures", "limits_of"]
