"""Capitals that stand for their country: "a surplus with Washington", "what Tokyo sells"; not goods from a city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.topics.tariffs import DUTIES
from assistant.measures import TARIFFS
from assistant.types import Mention

_CAPITAL, _STATE, _CITY = "capitals:", "region:", "unsupported:cities"
NEAR = frozenset({"place:USA", "place:MEX", "place:CAN"})
"""Countries beside which a state of the US may be meant: its trade with others no table holds."""
_ENDS = frozenset({"prepositions:to", "prepositions:from", "prepositions:in"})
_HELD = frozenset({"measures:surplus", "measures:deficit", "measures:balance"})
_NATIONAL = frozenset({"keys:product", *(f"measures:{name}" for name in (*TARIFFS, *DUTIES))})
"""What no table holds by state of the US."""
_LIKEWISE = ("product:", "books:", "sources:", "levels:", "tariffs:", "home:")
_TALK = ("tariffs:", "books:", "home:")
"""What is national, but not where states are listed: "put Ohio and Washington side by side", "in our own data"."""
_JOINS = ("dialogue:", "prepositions:", "operations:")
_TRADED = ("measures:", "verbs:", "goods:")


def of_capitals(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with each capital as its country, as the state or the city of its name, or left open."""
    return tuple(_read(mentions, at) if _is_capital(mention) else mention for at, mention in enumerate(mentions))


def _is_capital(mention: Mention) -> bool:
    return any(c.startswith(_CAPITAL) for c in mention.candidates)


def _read(mentions: Sequence[Mention], at: int) -> Mention:
    mention, others = mentions[at], [m for i, m in enumerate(mentions) if i != at]
    country, state = (tuple(c for c in mention.candidates if c.startswith(kind)) for kind in ("place:", _STATE))
    political = any(map(_is_capital, others))
    beside = bool(state) and _is_beside_states(mentions, at)
    if not state:
        said_so = any(country[0] in m.candidates for m in others)  # "exports to Canada … the numbers come from Ottawa"
        led = _ENDS & set(mentions[at - 1].candidates) if at and not said_so else ()
        city = led and not political
        return replace(mention, candidates=(_CITY,) if city else country, kind="unsupported" if city else "place")
    said = {c for m in others for c in m.candidates}
    said = {c for c in said if not c.startswith(_TALK)} if beside else said
    if political or is_national(said) or not _is_traded(said) or at and _holds_it(mentions[at - 1], said):
        return replace(mention, candidates=country, kind="place")
    if {"keys:region", "place:USA"} & said or any(c.startswith("region:US-") for c in said):
        return replace(mention, candidates=state, kind="region")
    return replace(mention, candidates=(*country, state[0].replace(_STATE, "place:")), kind="place")


def _is_beside_states(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a state of the US stands right before or behind it, or with a word for "and" between."""
    joined = [m for i, m in enumerate(mentions) if i == at or not m.candidates[0].startswith(_JOINS)]
    here = joined.index(mentions[at])
    near = joined[max(here - 1, 0) : here + 2]
    within = at > 0 and "prepositions:in" in mentions[at - 1].candidates  # "our boss in Washington wants Texas"
    return not within and any(c.startswith("region:US-") for m in near if m is not mentions[at] for c in m.candidates)


def is_national(said: set[str]) -> bool:
    """Whether what else is said is of countries alone: goods by product, rates, whose books, a country far away."""
    far = any(c.startswith("place:") and c not in NEAR for c in said)
    return far or bool(said & _NATIONAL) or any(c.startswith(_LIKEWISE) for c in said)


def _is_traded(said: set[str]) -> bool:
    return any(c.startswith(_TRADED) for c in said)


def _holds_it(before: Mention, said: set[str]) -> bool:
    """Whether another country has its balance with it: "Mexico's surplus with Washington"."""
    return "prepositions:with" in before.candidates and bool(said & _HELD)


__all__ = ["NEAR", "is_national", "of_capitals"]
