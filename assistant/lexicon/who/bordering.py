"""Neighbours said by the side they lie on: "Mexico's northern neighbour", "EE. UU. y su vecino del sur"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import place_of
from assistant.types import Mention

_KIND = "place"
_SIDES = {"north": {"MEX": "USA", "USA": "CAN"}, "south": {"CAN": "USA", "USA": "MEX"}}
"""Which country lies on a side of whom."""


def across_borders(mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with a neighbour as the country on that side of the one country it can be told of."""
    sides = {name: side for way, side in _SIDES.items() for name in language.forms("neighbours", way)}
    return tuple(_placed(m, mentions, sides.get(m.text, {})) for m in mentions)


def _placed(neighbour: Mention, mentions: Sequence[Mention], side: Mapping[str, str]) -> Mention:
    named = (place_of(m) for m in mentions if side and m is not neighbour)
    found = {side[place] for place in named if place in side}
    if len(found) != 1:
        return neighbour
    return replace(neighbour, kind=_KIND, candidates=(f"{_KIND}:{found.pop()}",))


__all__ = ["across_borders"]
