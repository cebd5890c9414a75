"""Whether a question asks which goods flow: "what do we buy from Vietnam" is of products as well as of their worth."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold

_FLOWS = (("imports",), ("exports",), ())


def which_goods(slots: Slots, linked: Linked) -> Slots:
    """The slots with `goods` set where a plain flow is asked for by a "what" of its verb."""
    if _are_limited(slots, linked):
        return replace(slots, keys=("product",), level=2)
    plain = not (slots.operations or slots.keys or slots.condition or slots.filters.get("product"))
    if not plain or slots.measures not in _FLOWS or not _pattern(linked.language).search(fold(linked.text)):
        return slots
    return replace(slots, goods=True)


def _are_limited(slots: Slots, linked: Linked) -> bool:
    """Whether it is asked which goods meet a limit: "which goods topped $20bn in imports from Mexico"."""
    limited = slots.condition is not None and slots.condition.unit == "amount" and slots.measures in _FLOWS[:2]
    plain = limited and not (slots.keys or slots.level or slots.sections or slots.filters.get("product"))
    return plain and linked.language.said(fold(linked.text), "which_goods", "kinds") is not None


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """The question word at the start of a sentence, then who trades, then what they do; or what the goods do."""
    named = ("leads", "asks", "helps", "not_who", "verbs", "own", "alone")
    leads, asks, helps, not_who, verbs, own, alone = (language.any_of("which_goods", name) for name in named)
    who = rf"(?:(?!{not_who}\b)[^\s']+\s+)"
    helped, straight = rf"{helps}\s+{who}{{0,5}}?{verbs}", rf"{who}{{0,5}}?(?:{verbs}|{own})"
    return re.compile(rf"(?:^|[.,;:!?¿¡]|\b{leads}\b)\s*{asks}\s+(?:{helped}|{straight}|{alone})\b")
