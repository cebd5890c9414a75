"""Those of several with whom one flow is larger than the other: "which of them bought more from us than they sold us".

A limit on the one flow stays a floor: "imports over $40 billion, but buys even more from us".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.compare.booked import booked, flow_of, is_home
from assistant.lexicon.compare.limited_measures import limits_of
from assistant.lexicon.conditions import is_test
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold, words
from assistant.measures import OTHER_FLOW
from assistant.types import Mention

_SAID = frozenset({"exceed", "trail", "compare", "top", "bottom", "both", "count", "difference", "ordered"})
_SET = ("operations:exceed", "operations:trail")
_NEAR = 4
"""How many words may stand between a flow and what says that it is the larger one."""


def held_flows(slots: Slots, linked: Linked) -> Slots:
    """The slots as of the surplus or deficit of those that are asked for; as they are where no two flows are held."""
    if not _can_be(slots, linked):
        return slots
    limits = limits_of(linked)
    more, floor = _larger(linked, limits[0].at if limits else ())
    if not more or len(limits) > 1 or bool(limits) != (slots.condition is not None or slots.floor is not None):
        return slots
    partner = tuple(code for code in slots.partner if code not in (linked.home, "WLD"))
    floor = floor or (limits[0].measure if limits else "")
    return replace(
        slots.sided((linked.home,), partner),
        measures=("surplus" if more == "exports" else "deficit",),
        keys=("partner",),
        operations=slots.operations & {"count"},
        condition=Condition("above", "0", "amount"),
        floor=replace(limits[0].condition, unit=floor) if limits else None,
        floor_period=next(iter(slots.periods), "latest-year") if limits else "",
        implied=False,
        beside=(),
    )


def _can_be(slots: Slots, linked: Linked) -> bool:
    """Whether several partners of the home country are asked for at one time, by nothing but their flows."""
    several = len(set(slots.partner) - {linked.home}) > 1
    named = {*slots.places} <= {linked.home, "WLD", *slots.partner}
    kind = slots.keys == ("partner",) or not slots.keys and (several and _chooses(linked) or _owns(linked))
    plain = not (slots.filters or slots.without or slots.among or slots.partner_share or slots.number or slots.level)
    return kind and named and plain and slots.operations <= _SAID and len(slots.periods) < 2


def _chooses(linked: Linked) -> bool:
    return linked.language.said(fold(linked.text), "lists", "which_ones") is not None


def _larger(linked: Linked, limited: Sequence[int]) -> tuple[str, str]:
    """The flow that is the larger one, and the flow of a limit where the other one is only "even more" than it."""
    than = _than(linked)
    if than is not None:
        first = [at for at, m in enumerate(linked.mentions) if m.end <= than.start() and at not in limited]
        second = [at for at, m in enumerate(linked.mentions) if m.start >= than.end() and at not in limited]
        return _of_two(linked, first, second), ""
    if not limited:
        return _exceeding(linked), ""
    for at, mention in enumerate(linked.mentions):
        degree = _degree(linked, mention) if at > max(limited) else ""
        flow = booked(linked, at) if degree else ""
        if flow in OTHER_FLOW:
            return (flow if degree == "more" else OTHER_FLOW[flow]), OTHER_FLOW[flow]
    return "", ""


def _owns(linked: Linked) -> bool:
    """Whether the flows are those of the countries that are asked for: "which countries' imports"."""
    keys = [m for m in linked.mentions if m.candidates == ("keys:partner",)]
    return any({*linked.text[m.end - 1 : m.end + 1]} & {"'", "’"} for m in keys)


def _exceeding(linked: Linked) -> str:
    """The larger one of two nouns with what sets them against each other between: "imports exceeded their exports"."""
    flows = [at for at in range(len(linked.mentions)) if _flow(linked, at)]
    if len(flows) != 2 or {_flow(linked, at) for at in flows} != set(OTHER_FLOW):
        return ""
    between = {code for m in linked.mentions[flows[0] + 1 : flows[1]] for code in m.candidates}
    return next((_flow(linked, flows[at]) for at, code in enumerate(_SET) if code in between), "")


def _than(linked: Linked) -> re.Match[str] | None:
    """The "than" that sets two clauses against each other, and not the one of a limit: "more than $40 billion"."""
    tests = [m for m in linked.mentions if is_test(linked, m)]
    found = re.finditer(rf"(?<!\w){linked.language.any_of('each_way', 'than')}(?!\w)", fold(linked.text))
    return next((than for than in found if not any(m.start <= than.start() < m.end for m in tests)), None)


def _of_two(linked: Linked, first: Sequence[int], second: Sequence[int]) -> str:
    """The larger one of the flows of two clauses; "" where they are not one each."""
    one = next((at for at in first[::-1] if _flow(linked, at)), None)
    other = next((at for at in second if _flow(linked, at)), None)
    degree = _degree(linked, linked.mentions[one]) if one is not None else ""
    if one is None or other is None or not degree:
        return ""
    turned = flow_of(linked.mentions[one]) != flow_of(linked.mentions[other])
    ours = any(is_home(linked, linked.mentions[at]) for at in second if at < other)  # "than we sold them"
    if not turned and not ours or (turned and _flow(linked, one) == _flow(linked, other) and ours):
        return ""
    flow = _flow(linked, one)
    return flow if degree == "more" else OTHER_FLOW[flow]


def _flow(linked: Linked, at: int) -> str:
    """The flow of a verb or noun as home books it."""
    flow = booked(linked, at)
    return flow if flow in OTHER_FLOW and "keys:partner" not in linked.mentions[at].candidates else ""


def _degree(linked: Linked, mention: Mention) -> str:
    """Whether "more" or "less" stands near a flow: "buys even more", "imports higher still", "larger US exports"."""
    told = [token.word for token in words(linked.text[mention.end :])][:_NEAR]
    noun = any(c.startswith("measures:") for c in mention.candidates)
    told += [token.word for token in words(linked.text[: mention.start])][-2:] if noun else []
    return next((n for n in ("more", "less") if {*told} & linked.language.forms("comparatives", n)), "")


__all__ = ["held_flows"]
