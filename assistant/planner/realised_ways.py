"""Ways and days of a trade that no table tells, and in no slot: through a country, by bus, on the 4th of July."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold
from assistant.store.members import is_country
from assistant.types import Mention

_KINDS = ("mode", "product", "region", "port")
_NAMED = ("modes", "product", "region", "port")


def ways(question: Question) -> Iterator[str]:
    """What is said of how or on which day the goods went: countries on the way, conveyances, days of a month."""
    text, language = fold(question.text), load(question.language)
    through, conveyances = (language.forms("lists", name) for name in ("through", "conveyances"))
    behind = {m.start: after.kind for m, after in pairwise(question.mentions)}
    for led, named in pairwise(question.mentions):
        beside = not text[led.end : named.start].strip()
        if beside and led.text in through and _is_country(named) and behind.get(named.start) != "keys":  # "US ports"
            yield named.text
        if beside and "prepositions:via" in led.candidates and named.text in conveyances:
            yield named.text
    for nth, of, month in zip(question.mentions, question.mentions[1:], question.mentions[2:], strict=False):
        day = nth.kind == "ordinals" and "prepositions:of" in of.candidates
        if day and any(code.startswith("period:month:") for code in month.candidates):
            yield text[nth.start : month.end]


def sums_held(question: Question) -> Iterator[str]:
    """A sum that is wanted as a share of another one of its kind: "what % of A's exports are B's and C's together"."""
    slots, told = question.slots, ""
    if not {"sum", "share"} <= slots.operations or not set(slots.filters) & {*_KINDS}:
        return
    for mention in question.mentions:
        share = "operations:share" in mention.candidates
        told += "s" if share else {"measures": "f", "prepositions": "", "dialogue": ""}.get(mention.kind, "-")
        told = told[:-1] + "k" if mention.kind in _NAMED else told
    if "compare" in slots.operations or re.search("skf[^s]*k", told):  # "all three together vs Texas: what percent?"
        yield "sum"


def _is_country(mention: Mention) -> bool:
    """Whether a mention may mean a country."""
    return any(is_country(code.removeprefix("place:")) for code in mention.candidates if code.startswith("place:"))


__all__ = ["sums_held", "ways"]
