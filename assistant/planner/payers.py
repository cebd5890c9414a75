"""Whether it is asked who pays a tariff, which no rate tells: "who pays the tariff on Mexico, them or us"."""

from __future__ import annotations

from itertools import pairwise

from assistant.lexicon.question import Question

_HOME = ("place:USA", "home:home")


def who_pays(question: Question) -> bool:
    """Whether "who" pays, of one country at most and not of the one that pays more of two."""
    pays = any(
        "keys:partner" in who.candidates and "tariffs:pay" in pay.candidates for who, pay in pairwise(question.mentions)
    )
    told = {c for m in question.mentions for c in m.candidates if c.startswith("place:")}
    return pays and not question.slots.operations - {"compare"} and len(told.difference(_HOME)) < 2
